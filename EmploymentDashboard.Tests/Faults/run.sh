#!/usr/bin/env bash
# Breaks the program on purpose, in full: kill -9 during imports, full disks, bit flips, a lost database, a crowd. Ends in a summary.
#   EmploymentDashboard.Tests/Faults/run.sh [kills]        1,000 kills by default, which takes the better part of an hour
# The short form of the same runs within ./test.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
report=$(mktemp)
trap 'rm -f "$report"' EXIT
status=0
FAULTS=full FAULTS_KILLS="${1:-1000}" FAULTS_REPORT="$report" dotnet test EmploymentDashboard.Tests -c Release --nologo --filter FullyQualifiedName~Tests.Faults || status=$?
echo
echo "What was broken, and what came of it:"
sed 's/^/  /' "$report"
exit "$status"
