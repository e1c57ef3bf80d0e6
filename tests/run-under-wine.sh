#!/usr/bin/env bash
# Runs the Windows tests under Wine, on a display of its own.
#
#   tests/run-under-wine.sh [arguments for the test program]
#
# What it needs and does not find it installs from Debian's packages (as root, or through sudo).
# Everything it makes stands in artifacts/wine: the published program (tests/), the Wine prefix (prefix/),
# the screenshots (screens/), the report (TestResults/) and the logs. The exit code is the test program's.
#
#   FADERSTAGER_WINE   another folder than artifacts/wine
#   FADERSTAGER_TIME   seconds that the tests may take (default 900)
#   FADERSTAGER_PICTURES   a folder such as docs/images: its pictures that have the name of a screenshot are made anew
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${FADERSTAGER_WINE:-$root/artifacts/wine}
limit=${FADERSTAGER_TIME:-900}
published=$work/tests
. "$root/tests/wine.sh"

# 1. Programs.
install_programs

# 2. The program, with a runtime of its own.
say "publishing the tests for Windows"
dotnet publish "$root/tests/FaderStager.Windows.Tests" -c Release -r win-x64 --self-contained \
  -o "$published" --nologo -v quiet > "$work/publish.log" 2>&1 \
  || { tail -40 "$work/publish.log" >&2; fail "the tests do not build (log: $work/publish.log)"; }

# 3. A display, and a prefix.
start_display
make_prefix

# 4. The tests.
say "running the tests on display $DISPLAY"
mkdir -p "$work/screens"
export FADERSTAGER_SCREENS
FADERSTAGER_SCREENS=$(wine winepath -w "$work/screens" 2> /dev/null | tr -d '\r')
# A test that wants a part of the real screen names it in NAME.request; its picture is NAME.png.
answer() {
  while sleep 0.3; do
    for request in "$work"/screens/*.request; do
      [ -e "$request" ] || continue
      name=$(basename "$request" .request)
      timeout 50 import -window root -crop "$(cat "$request")" +repage "$work/screens/$name.png" 2> /dev/null || true
      rm -f "$request"
    done
  done
}
rm -f "$work"/screens/*
answer &
pids+=($!)
cd "$published"
set +e
timeout --kill-after=20 "$limit" wine FaderStager.Windows.Tests.exe --results-directory "$work/TestResults" "$@" 2> "$work/wine.log"
code=$?
set -e
if [ "$code" = 0 ] && [ -n "${FADERSTAGER_PICTURES:-}" ]; then
  for picture in "$work"/screens/*.png; do
    kept=$(realpath -m "$root/$FADERSTAGER_PICTURES")/$(basename "$picture")
    # 255 colours are more than the editor has but for the edges of its letters.
    [ ! -e "$kept" ] || convert "$picture" -strip +dither -colors 255 -define png:compression-level=9 "PNG8:$kept"
  done
fi
case $code in
  0) say "all passed; screenshots in $work/screens" ;;
  124 | 137) fail "the tests were still running after $limit s (log: $work/wine.log)" ;;
  *) say "exit code $code (log: $work/wine.log)" >&2 ;;
esac
exit "$code"
