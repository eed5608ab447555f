#!/usr/bin/env bash
# Where this repository publishes its site, as `host` for the steps that follow: `pages` (GitHub Pages,
# where it is switched on), `elsewhere` (the variable TSUZUKI_HOST says so) or `none`. For a host
# elsewhere, which builds by itself and by its own clock, also a `moment` before it begins: what is
# public then is public in what it builds.
set -euo pipefail

said="$(mktemp)"
if [ "${TSUZUKI_HOST:-}" = elsewhere ]; then
  host=elsewhere
elif page="$(gh api "repos/$GITHUB_REPOSITORY/pages" --jq '.build_type + " " + .html_url' 2> "$said")"; then
  if [ "${page%% *}" = workflow ]; then host=pages; else host=none; fi
  echo "url=${page#* }" >> "$GITHUB_OUTPUT"
elif grep -q 'HTTP 404' "$said"; then
  host=none
else
  cat "$said" >&2
  exit 1
fi

echo "host=$host" >> "$GITHUB_OUTPUT"
if [ "$host" = elsewhere ]; then
  # It begins with the push, and this run may have waited since; otherwise this run asks it to.
  if [ "$GITHUB_EVENT_NAME" = push ]; then begun="@$PUSHED_AT"; else begun=now; fi
  moment="$(date --utc --date "$begun" +%Y-%m-%dT%H:%M:%SZ)"
  echo "moment=$moment" >> "$GITHUB_OUTPUT"
fi
if [ "$host" = none ]; then
  {
    echo '公開先が決まっていないので、何も公開しません。GitHub Pages で公開するなら、Settings → Pages → Source を「GitHub Actions」にしてください（docs/publishing.ja.md）。'
    echo
    echo 'Nothing is published, as there is nowhere to publish to. For GitHub Pages, choose “GitHub Actions” under Settings → Pages → Source (docs/publishing.md).'
  } >> "$GITHUB_STEP_SUMMARY"
fi
