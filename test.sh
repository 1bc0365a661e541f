#!/usr/bin/env bash
# Runs every test: unit, component and browser. Installs what they need where it is missing, and ends in "N passed, N failed".
# Arguments go to dotnet test, e.g.  ./test.sh --filter FullyQualifiedName~Statistics
set -euo pipefail
cd "$(dirname "$0")"

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

install_tools() {
  command -v apt-get >/dev/null || { echo "Install Chromium, poppler (pdftotext), Node with npm and a Chinese font (such as Noto Sans CJK), or set CHROMIUM to a browser's path." >&2; exit 1; }
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig poppler-utils $(command -v npm >/dev/null || echo nodejs npm) >/dev/null
}

: "${CHROMIUM:=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}"
if [ -z "$CHROMIUM" ] || ! command -v pdftotext >/dev/null || ! command -v npm >/dev/null || ! fc-list :lang=zh-cn 2>/dev/null | grep -q .; then
  install_tools
  CHROMIUM=${CHROMIUM:-$(command -v chromium)}
fi
export CHROMIUM

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
dotnet test EmploymentDashboard.sln -c Release --nologo --logger "trx;LogFileName=results.trx" --results-directory "$results" "$@" || status=$?

# The counters of the result file, not of the console: those are written in the user's language.
passed=0 failed=0
for file in "$results"/*.trx; do
  [ -e "$file" ] || continue
  counters=$(grep -o '<Counters [^>]*' "$file")
  passed=$((passed + $(sed 's/.* passed="\([0-9]*\)".*/\1/' <<<"$counters")))
  total=$(sed 's/.*[ <]total="\([0-9]*\)".*/\1/' <<<"$counters")
  skipped=$(grep -c 'outcome="NotExecuted"' "$file" || true)
  failed=$((failed + total - skipped - $(sed 's/.* passed="\([0-9]*\)".*/\1/' <<<"$counters")))
done
if [ "$status" -eq 0 ] && { [ "$passed" -eq 0 ] || [ "$failed" -gt 0 ]; }; then status=1; fi
echo "$passed passed, $failed failed"
exit "$status"
