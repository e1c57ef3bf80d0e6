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
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${FADERSTAGER_WINE:-$root/artifacts/wine}
limit=${FADERSTAGER_TIME:-900}
published=$work/tests
export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="winedbg.exe=d"
# Wine 8 maps memory twice, once to write and once to run, in a way that ends the runtime now and then.
export DOTNET_EnableWriteXorExecute=0 DOTNET_gcConcurrent=0

fail() {
  echo "run-under-wine: $*" >&2
  exit 1
}

say() { echo "run-under-wine: $*"; }

# 1. Programs: name of the command and of the Debian package that holds it.
missing=()
for pair in wine:wine wineserver:wine64 Xvfb:xvfb xauth:xauth openbox:openbox xdotool:xdotool import:imagemagick xdpyinfo:x11-utils; do
  command -v "${pair%%:*}" > /dev/null 2>&1 || [ -x "/usr/lib/wine/${pair%%:*}" ] || [ -x "/usr/lib/wine/${pair%%:*}64" ] || missing+=("${pair##*:}")
done
[ -d /usr/share/fonts/truetype/liberation ] || missing+=(fonts-liberation)
[ -d /usr/share/fonts/truetype/dejavu ] || missing+=(fonts-dejavu-core)
[ -d /usr/share/wine/fonts ] || missing+=(fonts-wine)
if [ ${#missing[@]} -gt 0 ]; then
  case " ${missing[*]} " in *" wine "*) missing+=(wine64) ;; esac
  command -v apt-get > /dev/null || fail "these are missing: ${missing[*]}. Install them and start again."
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  [ -z "$as_root" ] || command -v sudo > /dev/null || fail "these are missing, and only root can install them: ${missing[*]}"
  say "installing ${missing[*]}"
  install() { DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends "${missing[@]}"; }
  mkdir -p "$work"
  if ! install > "$work/apt.log" 2>&1; then
    $as_root apt-get update >> "$work/apt.log" 2>&1 && install >> "$work/apt.log" 2>&1 \
      || { tail -20 "$work/apt.log" >&2; fail "could not install ${missing[*]} (log: $work/apt.log)"; }
  fi
fi
command -v dotnet > /dev/null || fail "the .NET 10 SDK is missing."
mkdir -p "$work"

# 2. The program, with a runtime of its own.
say "publishing the tests for Windows"
dotnet publish "$root/tests/FaderStager.Windows.Tests" -c Release -r win-x64 --self-contained \
  -o "$published" --nologo -v quiet > "$work/publish.log" 2>&1 \
  || { tail -40 "$work/publish.log" >&2; fail "the tests do not build (log: $work/publish.log)"; }

# 3. A display of its own. Xvfb picks a free number and writes it.
say "starting a display"
display_file=$(mktemp)
pids=()
cleanup() {
  wineserver_stop
  for pid in "${pids[@]:-}"; do
    [ -z "$pid" ] || kill "$pid" 2> /dev/null || true
  done
  rm -f "$display_file"
}
wineserver_stop() {
  local server
  server=$(command -v wineserver || echo /usr/lib/wine/wineserver64)
  timeout 30 "$server" -k > /dev/null 2>&1 || true
  timeout 30 "$server" -w > /dev/null 2>&1 || true
}
trap cleanup EXIT
Xvfb -displayfd 6 -screen 0 1920x1400x24 -nolisten tcp 6> "$display_file" > "$work/xvfb.log" 2>&1 &
pids+=($!)
for _ in $(seq 300); do
  [ -s "$display_file" ] && break
  sleep 0.1
done
[ -s "$display_file" ] || { cat "$work/xvfb.log" >&2; fail "no display after 30 s (log: $work/xvfb.log)"; }
DISPLAY=:$(tr -d '[:space:]' < "$display_file")
export DISPLAY
xdpyinfo > /dev/null 2>&1 || fail "the display $DISPLAY does not answer."
openbox > "$work/openbox.log" 2>&1 &
pids+=($!)
# The pointer rests in a corner, where it opens no tooltip by chance.
xdotool mousemove 1915 1395 > /dev/null 2>&1 || true

# 4. The tests.
say "running the tests on display $DISPLAY"
mkdir -p "$work/screens"
export FADERSTAGER_SCREENS
FADERSTAGER_SCREENS=$(wine winepath -w "$work/screens" 2> /dev/null | tr -d '\r')
# A test that wants the real screen leaves NAME.request; its picture is NAME.png.
answer() {
  while sleep 0.3; do
    for request in "$work"/screens/*.request; do
      [ -e "$request" ] || continue
      name=$(basename "$request" .request)
      timeout 20 import -window root "$work/screens/$name.png" 2> /dev/null || true
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
case $code in
  0) say "all passed; screenshots in $work/screens" ;;
  124 | 137) fail "the tests were still running after $limit s (log: $work/wine.log)" ;;
  *) say "exit code $code (log: $work/wine.log)" >&2 ;;
esac
exit "$code"
