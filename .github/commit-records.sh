#!/usr/bin/env bash
# Commits what a deploy has recorded and pushes it, also where the branch has moved on meanwhile. Each
# file is pushed by itself, so that an edit of one by hand does not hold up the other. Tells the
# workflow `pushed=true` where something was: then the branch takes what is pushed.
#
#   commit-records.sh <branch> [seconds between two tries, separated by spaces]
set -euo pipefail

branch="$1"
read -ra pauses <<< "${2:-0 2 5 10 20}"
# First what must not be lost: it keeps things from being announced twice.
files=(content/announcements.yaml content/addresses.yaml)

export GIT_AUTHOR_NAME='github-actions[bot]'
export GIT_AUTHOR_EMAIL='41898282+github-actions[bot]@users.noreply.github.com'
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"

# Puts one commit on top of the branch; fails where somebody else has changed the same lines. Nothing
# below the commit comes with it: the branch may have been rewritten, to take something out of it.
push() {
  local commit="$1"
  for pause in "${pauses[@]}"; do
    sleep "$pause"
    if ! git fetch --quiet origin "$branch"; then continue; fi
    if ! git rebase --quiet --onto FETCH_HEAD "$commit~1" "$commit"; then
      git rebase --abort
      return 1
    fi
    if git push --quiet origin "HEAD:refs/heads/$branch"; then return 0; fi
  done
  return 1
}

base="$(git rev-parse HEAD)"
for file in "${files[@]}"; do
  if [ -e "$file" ]; then git add -- "$file"; fi
done
if git diff --cached --quiet; then
  echo 'Nothing new to record.'
  exit 0
fi
git commit --quiet --message 'All that was recorded'
all="$(git rev-parse HEAD)"

status=0
for file in "${files[@]}"; do
  git checkout --quiet --force --detach "$base"
  if ! git cat-file -e "$all:$file" 2> /dev/null; then continue; fi
  git checkout --quiet "$all" -- "$file"
  if git diff --cached --quiet; then continue; fi
  # Cloudflare Pages and Netlify build nothing for it; Cloudflare looks at the beginning alone.
  git commit --quiet --message "[skip ci] Record what was published in $file"
  if ! push "$(git rev-parse HEAD)"; then
    echo "::error file=$file::$file に書きとめられませんでした。ブランチ「$branch」に push できないか、公開しているあいだに手で直されています。 / $file could not be recorded: the branch “$branch” takes no push, or the file was changed by hand while the site was published."
    status=1
  fi
done
git checkout --quiet --force --detach "$all"
if [ "$status" = 0 ] && [ -n "${GITHUB_OUTPUT:-}" ]; then echo 'pushed=true' >> "$GITHUB_OUTPUT"; fi
exit "$status"
