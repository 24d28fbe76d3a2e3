#!/bin/sh
# Tests of what ./check prints last: the sum of the test reports and the table of coverage.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
box=$(mktemp -d) || exit 1
trap 'rm -rf "$box"' EXIT
failed=0
count=0

# is WHAT EXPECTED ACTUAL
is() {
    count=$((count + 1))
    if [ "$2" != "$3" ]; then
        failed=$((failed + 1))
        printf 'FAILED  %s\n  expected: %s\n  was:      %s\n' "$1" "$2" "$3"
    fi
}

cat >"$box/TEST-a.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="A" time="0.089" tests="12" errors="1" skipped="2" failures="3" flakes="0">
  <system-out>a line that says <testsuite tests="100" failures="100"></system-out>
</testsuite>
XML
cat >"$box/TEST-b.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="B"
    tests="5" errors="0"
    skipped="0" failures="4" flakes="0">
</testsuite>
XML
is 'reports are summed' 'Tests run: 17, Failures: 7, Errors: 1, Skipped: 2' \
    "$("$here/test-count" "$box"/TEST-*.xml)"
is 'no report is no test' 'Tests run: 0, Failures: 0, Errors: 0, Skipped: 0' \
    "$("$here/test-count" "$box"/none-*.xml)"
"$here/test-count" "$box"/none-*.xml >"$box/out"
is 'which is a failure' 1 $?

cat >"$box/jacoco.csv" <<'CSV'
GROUP,PACKAGE,CLASS,LINE_MISSED,LINE_COVERED
House/gradus-tensor,dev.gradus.tensor,A,10,30
House/gradus-tensor,dev.gradus.tensor,B,0,10
House/gradus-nn,dev.gradus.nn,C,50,0
CSV
is 'lines are summed by module' \
    'module lines reached coverage;gradus-tensor 50 40 80.0 %;gradus-nn 50 0 0.0 %;all 100 40 40.0 %;' \
    "$("$here/coverage" "$box/jacoco.csv" | tr -s ' ' | tr '\n' ';')"
echo GROUP >"$box/empty.csv"
"$here/coverage" "$box/empty.csv" >"$box/out" 2>&1
is 'an empty table is a failure' 1 $?

printf 'reports: %s passed, %s failed\n' "$((count - failed))" "$failed"
[ "$failed" -eq 0 ]
