#!/usr/bin/env bash
# Makes sure that the branch takes what is pushed to it, before anything is announced that could not be
# recorded afterwards. A rehearsal shows whether GitHub lets this run push at all, but not what the
# rules of a branch forbid: where it has rules, an empty commit is pushed.
#
#   prove-push.sh <branch> [seconds between two tries, separated by spaces]
set -euo pipefail

branch="$1"
read -ra pauses <<< "${2:-0 2 5}"

export GIT_AUTHOR_NAME='github-actions[bot]'
export GIT_AUTHOR_EMAIL='41898282+github-actions[bot]@users.noreply.github.com'
export GIT_COMMITTER_NAME="$GIT_AUTHOR_NAME" GIT_COMMITTER_EMAIL="$GIT_AUTHOR_EMAIL"

# Also where that cannot be known.
has_rules() {
  local protected rules
  protected="$(gh api "repos/$GITHUB_REPOSITORY/branches/$branch" --jq .protected)" || return 0
  rules="$(gh api "repos/$GITHUB_REPOSITORY/rules/branches/$branch" --jq length)" || return 0
  [ "$protected" != false ] || [ "$rules" != 0 ]
}

rehearsal=--dry-run
if has_rules; then rehearsal=; fi
for pause in "${pauses[@]}"; do
  sleep "$pause"
  if ! git fetch --quiet origin "$branch"; then continue; fi
  message='[skip ci] See whether the branch takes what is recorded'
  commit="$(git commit-tree -p FETCH_HEAD -m "$message" 'FETCH_HEAD^{tree}')"
  if git push --quiet $rehearsal origin "$commit:refs/heads/$branch"; then exit 0; fi
done
echo "::error::ブランチ「$branch」に push できないので、告知もしません（docs/publishing.ja.md）。 / The branch “$branch” takes no push, so nothing is announced (docs/publishing.md)."
exit 1
