#!/usr/bin/env bash
# Builds the VST3 bundle for Windows and tries it under Wine:
#   - in a native host, with the private runtime beside it: eight tracks, edits, editors, a screenshot;
#   - in the C# test host, where it joins the .NET that runs already;
#   - with .NET installed in each of the ways there are, with none, and with damage of many kinds: the host must live.
# The hints of one eight-track mix must be the same from all hosts, on Linux and under Wine.
#
#   tests/run-vst3-under-wine.sh
#
# What it needs and does not find it installs from Debian's packages (as root, or through sudo). Everything it makes stands in
# artifacts/wine. Ends with 'N passed, N failed'; the exit code is 0 when none failed.
#
#   FADERSTAGER_WINE    another folder than artifacts/wine
#   FADERSTAGER_TIME    seconds that the C# suite may take (default 900)
#   FADERSTAGER_BUILT   1 = take the bundle, the tests and the runtime as the last run left them
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${FADERSTAGER_WINE:-$root/artifacts/wine}
limit=${FADERSTAGER_TIME:-900}
. "$root/tests/wine.sh"
built=$root/artifacts/vst3-win/FaderStager.vst3
suite=$work/vst3-tests
runtime=$work/runtime
out=$work/vst3
host=$out/native-host.exe
# A folder as people have them: spaces, and letters beyond ASCII.
place="$out/Füder Stäger 音"
module=$place/FaderStager.vst3/Contents/x86_64-win/FaderStager.vst3
passed=0
failed=0

# check NAME COMMAND...
check() {
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    echo "ok: $name"
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
  fi
}

# 1. Programs, and what is to be tried.
install_programs x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 python3:python3
mkdir -p "$out"
if [ "${FADERSTAGER_BUILT:-}" != 1 ]; then
  say "building the bundle, the private runtime and the test hosts"
  "$root/vst3/windows-loader/build.sh" > "$out/build.log" 2>&1 || { tail -40 "$out/build.log" >&2; fail "the bundle does not build (log: $out/build.log)"; }
  python3 "$root/vst3/windows-loader/private_runtime.py" "$runtime" > "$out/runtime.log" 2>&1 || { tail -40 "$out/runtime.log" >&2; fail "no private runtime (log: $out/runtime.log)"; }
  rm -f "$suite"/*.runtimeconfig.json
  dotnet publish "$root/tests/FaderStager.Vst3.Tests" -c Release -r win-x64 --no-self-contained -o "$suite" --nologo -v quiet > "$out/publish.log" 2>&1 \
    || { tail -40 "$out/publish.log" >&2; fail "the tests do not build (log: $out/publish.log)"; }
  cp "$suite/FaderStager.Vst3.Tests.runtimeconfig.json" "$suite/plain.runtimeconfig.json"
fi
x86_64-w64-mingw32-gcc -std=c11 -O2 -Wall -Wextra -Wno-cast-function-type -Werror -municode -static-libgcc -s -o "$host" "$root/tests/native-host/native-host.c"
start_display
make_prefix
# What .NET this machine has is none of Windows'.
unset DOTNET_ROOT DOTNET_ROOT_X64 DOTNET_HOST_PATH

# A fresh copy of the bundle. The private runtime is put beside it by the callers that want one.
lay_out() {
  rm -rf "$place"
  mkdir -p "$place"
  cp -r "$built" "$place/"
}

with_runtime() { ln -s "$runtime" "${module%/*}/runtime"; }

# The log that the loader writes: in the folder of whoever runs Wine.
log_file() { echo "$WINEPREFIX"/drive_c/users/*/AppData/Roaming/FaderStager/log.txt; }

forget_log() { rm -f "$WINEPREFIX"/drive_c/users/*/AppData/Roaming/FaderStager/log*.txt; }

log_lines() { cat "$WINEPREFIX"/drive_c/users/*/AppData/Roaming/FaderStager/log.txt 2> /dev/null | wc -l; }

# native COMMAND...: runs the native host with the module.
native() { (cd "$out" && timeout --kill-after=10 120 wine native-host.exe "$(windows_path "$module")" "$@") > "$out/native.log" 2>&1 || { cat "$out/native.log"; return 1; }; }

# loads: there is a factory and nothing to complain of.
loads() {
  forget_log
  native factory && [ "$(log_lines)" -eq 0 ] || { cat "$(log_file)" 2> /dev/null; return 1; }
}

# refuses WORDS: the host lives, gets no factory, and one line in the log holds the words.
refuses() {
  forget_log
  native none || return 1
  [ "$(log_lines)" -eq 1 ] && grep -q "$1" "$(log_file)" || { echo "the log: "; cat "$(log_file)"; return 1; }
  tr -d '\r' < "$(log_file)"
}

# 2. The native host: a runtime of the plug-in's own.
in_native_host() {
  local pid code=0
  rm -f "$out/stop" "$out/hints-native.json" "$out/editor.png"
  forget_log
  (cd "$out" && exec timeout --kill-after=10 240 wine native-host.exe "$(windows_path "$module")" editor "$(windows_path "$out/hints-native.json")" "$(windows_path "$out/stop")") > "$out/native.log" 2>&1 &
  pid=$!
  for _ in $(seq 400); do
    grep -q 'editors open' "$out/native.log" 2> /dev/null && break
    kill -0 "$pid" 2> /dev/null || break
    sleep 0.3
  done
  sleep 3
  import -window root "$out/editor.png" 2> /dev/null || true
  touch "$out/stop"
  wait "$pid" || code=$?
  cat "$out/native.log"
  [ "$code" -eq 0 ] && [ "$(log_lines)" -eq 0 ]
}

# An editor that stays black has few colours; so has an empty window.
is_drawn() { [ "$(identify -format %k "$out/editor.png")" -gt 300 ]; }

lay_out
with_runtime
check 'native host, private runtime: eight tracks, edits by the message loop, editors' in_native_host
check 'native host: two editors are drawn' is_drawn

# 3. Every other place where .NET may be.
lay_out
check 'no .NET at all: no factory, one line in the log' refuses 'no .NET 10 on this machine'

by_environment() {
  local code=0
  export DOTNET_ROOT
  DOTNET_ROOT=$(windows_path "$runtime")
  loads || code=1
  unset DOTNET_ROOT
  return $code
}

registry() { timeout 60 wine reg "$@" > "$out/reg.log" 2>&1; }

by_registry() {
  local code=0
  registry add 'HKLM\SOFTWARE\dotnet\Setup\InstalledVersions\x64' /v InstallLocation /t REG_SZ /d "$(windows_path "$runtime")\\" /f /reg:32
  loads || code=1
  registry delete 'HKLM\SOFTWARE\dotnet\Setup\InstalledVersions\x64' /f /reg:32
  return $code
}

by_program_files() {
  local code=0
  ln -s "$runtime" "$WINEPREFIX/drive_c/Program Files/dotnet"
  loads || code=1
  rm "$WINEPREFIX/drive_c/Program Files/dotnet"
  return $code
}

check '.NET named by DOTNET_ROOT' by_environment
check '.NET named by the registry' by_registry
check '.NET in Program Files' by_program_files

# 4. Damage. The host must live, whatever it is.
lay_out
with_runtime
rm "${module%/*}/FaderStager.Vst3.Windows.dll"
check 'the managed part is missing' refuses 'FaderStager.Vst3.Windows.dll is missing'
head -c 20000 /dev/zero > "${module%/*}/FaderStager.Vst3.Windows.dll"
check 'the managed part is damaged' refuses 'could not load'
cp "$built/Contents/x86_64-win/FaderStager.Vst3.Windows.dll" "${module%/*}/"
head -c 20000 /dev/zero > "${module%/*}/FaderStager.Core.dll"
check 'an assembly that the managed part needs is damaged' refuses 'install it again'
rm "${module%/*}/FaderStager.Vst3.dll"
check 'an assembly that the managed part needs is missing' refuses 'install'
lay_out
with_runtime
echo '{ "runtimeOptions": ' > "${module%/*}/FaderStager.Vst3.Windows.runtimeconfig.json"
check 'the runtime configuration is damaged' refuses 'did not load'

# damaged_runtime FILE...: a private runtime whose named files are cut to nothing or taken away.
damaged_runtime() {
  local file
  rm -rf "$out/damaged"
  cp -rs "$runtime" "$out/damaged"
  for file in "$@"; do
    rm -r "$out/damaged/"$file
    case $file in *.dll) head -c 4096 /dev/urandom > "$(dirname "$out/damaged/"$file)/$(basename "$file")" ;; esac
  done
  lay_out
  ln -s "$out/damaged" "${module%/*}/runtime"
}

version=$(ls "$runtime/host/fxr")
damaged_runtime "host/fxr/$version/hostfxr.dll"
check 'the private runtime has a damaged hostfxr' refuses 'cannot be loaded'
damaged_runtime "shared/Microsoft.NETCore.App/$version/hostpolicy.dll"
check 'the private runtime has a damaged hostpolicy' refuses 'lacks what FaderStager needs'
damaged_runtime "shared/Microsoft.WindowsDesktop.App"
check 'the private runtime has no Desktop part' refuses 'lacks what FaderStager needs'
damaged_runtime "shared/Microsoft.NETCore.App/$version/coreclr.dll"
check 'the private runtime has a damaged coreclr' refuses 'does not start'
damaged_runtime "shared/Microsoft.WindowsDesktop.App"
check 'a private runtime that lacks something gives way to an installed one' by_environment
rm -rf "$out/damaged"

unwritable_log() {
  local code=0
  touch "$out/no-folder"
  APPDATA=$(windows_path "$out/no-folder") TEMP=$(windows_path "$out/no-folder") native none || code=1
  return $code
}
lay_out
check 'a log that cannot be written is no reason to fail' unwritable_log

bounded_log() {
  local log i
  forget_log
  native none
  log=$(log_file)
  head -c 200000 /dev/zero | tr '\0' x > "$log"
  native none
  [ "$(stat -c %s "$log")" -lt 2000 ] && [ -e "${log%.txt}.old.txt" ]
}
check 'a log that is full makes room' bounded_log

# 5. The C# suite: a .NET runs already, and the module joins it. The suite's own configuration names no Desktop part; the
#    module's does.

# in_suite CONFIGURATION [arguments]: runs the suite under Wine with the module.
in_suite() {
  local code=0
  cp --no-preserve=timestamps "$1" "$suite/FaderStager.Vst3.Tests.runtimeconfig.json"
  shift
  forget_log
  export DOTNET_ROOT FADERSTAGER_VST3_MODULE FADERSTAGER_HINTS
  DOTNET_ROOT=$(windows_path "$runtime")
  FADERSTAGER_VST3_MODULE=$(windows_path "$module")
  FADERSTAGER_HINTS=$(windows_path "$out/hints-suite.json")
  rm -f "$out/hints-suite.json"
  (cd "$suite" && timeout --kill-after=20 "$limit" wine FaderStager.Vst3.Tests.exe --results-directory "$out/TestResults" "$@") > "$out/suite.log" 2>&1 || code=$?
  unset DOTNET_ROOT FADERSTAGER_VST3_MODULE FADERSTAGER_HINTS
  cp "$suite/plain.runtimeconfig.json" "$suite/FaderStager.Vst3.Tests.runtimeconfig.json"
  [ "$code" -eq 0 ] || { tail -60 "$out/suite.log"; echo "exit code $code"; }
  return $code
}

# The count of a suite's report: "succeeded: 12".
count_of() { tr -d '\r' < "$out/suite.log" | sed -n "s/^ *$1: *\\([0-9][0-9]*\\).*/\\1/p" | tail -n 1; }

say "running the C# suite"
lay_out
if in_suite "${module%/*}/FaderStager.Vst3.Windows.runtimeconfig.json"; then
  echo "ok: the C# suite under Wine: $(count_of succeeded) passed, $(count_of skipped) not for this module"
else
  echo "FAILED: the C# suite under Wine"
  [ "$(count_of failed)" -gt 0 ] 2> /dev/null || failed=$((failed + 1))
fi
good=$(count_of succeeded)
bad=$(count_of failed)
passed=$((passed + ${good:-0}))
failed=$((failed + ${bad:-0}))

# 6. One mix, the same hints: from the C# host on Linux, from the same under Wine, from the native host.
on_linux() {
  rm -f "$out/hints-linux.json"
  (cd "$suite" && FADERSTAGER_HINTS=$out/hints-linux.json timeout 300 dotnet exec --runtimeconfig plain.runtimeconfig.json FaderStager.Vst3.Tests.dll --filter "FullyQualifiedName~EightTrackMixTests") > "$out/linux.log" 2>&1 || { tail -40 "$out/linux.log"; return 1; }
}
same() { cmp "$1" "$2" || diff "$1" "$2"; }
check 'the eight-track mix on Linux' on_linux
check 'the same hints from the C# host under Wine' same "$out/hints-linux.json" "$out/hints-suite.json"
check 'the same hints from the native host' same "$out/hints-linux.json" "$out/hints-native.json"

# A .NET host without the Desktop part: the plug-in works, the host shows its generic editor.
without_desktop() {
  in_suite "$suite/plain.runtimeconfig.json" --filter "FullyQualifiedName~EightTrackMixTests" && grep -q 'Desktop part' "$(log_file)" && same "$out/hints-linux.json" "$out/hints-suite.json"
}
check 'a .NET host without the Desktop part: the same hints, no editor of our own' without_desktop

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
