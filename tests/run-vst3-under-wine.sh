#!/usr/bin/env bash
# Builds the VST3 bundle for Windows and tries it under Wine:
#   - in a native host, with the private runtime beside it: eight tracks, edits, editors, a screenshot;
#   - in the C# test host, where it joins the .NET that runs already;
#   - with .NET installed in each of the ways there are, with none, and with damage of many kinds: the host must live.
#   - the front of the AudioPlugSharp edition, with a stand-in for AudioPlugSharp's bridge: 40 instances, bad calls, damage.
# The hints of one eight-track mix must be the same from all of them, and from the bundle for Linux, which is built as well.
#
#   tests/run-vst3-under-wine.sh
#
# What it needs and does not find it installs from Debian's packages (as root, or through sudo). Everything it makes stands in
# artifacts/wine. Ends with 'N passed, N failed'; the exit code is 0 when none failed.
#
#   FADERSTAGER_WINE    another folder than artifacts/wine
#   FADERSTAGER_TIME    seconds that the C# suite may take (default 900)
#   FADERSTAGER_BUILT   1 = take the bundles, the tests and the runtime as the last run left them
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${FADERSTAGER_WINE:-$root/artifacts/wine}
limit=${FADERSTAGER_TIME:-900}
. "$root/tests/wine.sh"
built=$root/artifacts/vst3-win/FaderStager.vst3
linux_module=$root/artifacts/vst3/FaderStager.vst3/Contents/x86_64-linux/FaderStager.so
suite=$work/vst3-tests
runtime=$work/runtime
out=$work/vst3
# A folder as people have them: spaces, and letters beyond ASCII.
place="$out/Füder Stäger 音"
module=$place/FaderStager.vst3/Contents/x86_64-win/FaderStager.vst3
. "$root/tests/vst3-hosts.sh"

# 1. Programs, and what is to be tried.
install_programs x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 gcc:build-essential python3:python3
mkdir -p "$out"
if [ "${FADERSTAGER_BUILT:-}" != 1 ]; then
  say "building the bundles, the private runtime and the test hosts"
  "$root/vst3/windows-loader/build.sh" > "$out/build.log" 2>&1 || { tail -40 "$out/build.log" >&2; fail "the bundle does not build (log: $out/build.log)"; }
  "$root/vst3/linux/build.sh" > "$out/linux-build.log" 2>&1 || { tail -40 "$out/linux-build.log" >&2; fail "the bundle for Linux does not build (log: $out/linux-build.log)"; }
  python3 "$root/vst3/windows-loader/private_runtime.py" "$runtime" > "$out/runtime.log" 2>&1 || { tail -40 "$out/runtime.log" >&2; fail "no private runtime (log: $out/runtime.log)"; }
  build_suite
fi
build_native_host
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

# 2. The native host: a runtime of the plug-in's own.
lay_out
with_runtime
check 'native host, private runtime: eight tracks, edits by the message loop, editors' in_native_host
check 'native host: two editors are drawn' is_drawn

# The runtime's configuration is the whole process': other .NET plug-ins live in it.
leaves_cultures_alone() { ! grep -q Globalization "$built/Contents/x86_64-win/FaderStager.Vst3.Windows.runtimeconfig.json"; }
check 'the configuration of the runtime says nothing of cultures' leaves_cultures_alone

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
head -c 20000 /dev/zero > "${module%/*}/FaderStager.Mixing.dll"
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

# Another plug-in has started a .NET of its own: one that is older, one that cannot be joined.
older=$out/older/shared/Microsoft.NETCore.App/8.0.30
mkdir -p "$older"
for part in hostfxr coreclr; do
  x86_64-w64-mingw32-gcc -std=c11 -O2 -Wall -Wextra -Werror -shared -static-libgcc -s -o "$older/$part.dll" "$root/tests/native-host/older-$part.c"
done
lay_out
with_runtime
check 'another plug-in runs an older .NET: the log names it and says what to do' \
  refuses 'another plug-in in it, already runs .NET 8.0.30, .*a process has one .NET only' "$(windows_path "$older/hostfxr.dll")" "$(windows_path "$older/coreclr.dll")"
check 'another plug-in runs a .NET that nobody can join' refuses 'already runs a .NET that lets nobody join' "$(windows_path "$older/coreclr.dll")"

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

# 6. One mix, the same hints: from the bundle for Linux in the C# host, from the bundle for Windows in the same host under Wine,
#    and in the native host.
on_linux() {
  rm -f "$out/hints-linux.json"
  (cd "$suite" && FADERSTAGER_VST3_MODULE=$linux_module FADERSTAGER_HINTS=$out/hints-linux.json timeout 300 dotnet exec --runtimeconfig plain.runtimeconfig.json FaderStager.Vst3.Tests.dll --filter "FullyQualifiedName~EightTrackMixTests") > "$out/linux.log" 2>&1 || { tail -40 "$out/linux.log"; return 1; }
}
same() { cmp "$1" "$2" || diff "$1" "$2"; }
check 'the eight-track mix with the bundle for Linux' on_linux
check 'the same hints from the C# host under Wine' same "$out/hints-linux.json" "$out/hints-suite.json"
check 'the same hints from the native host' same "$out/hints-linux.json" "$out/hints-native.json"

# A .NET host without the Desktop part: the plug-in works, the host shows its generic editor.
without_desktop() {
  in_suite "$suite/plain.runtimeconfig.json" --filter "FullyQualifiedName~EightTrackMixTests" && grep -q 'Desktop part' "$(log_file)" && same "$out/hints-linux.json" "$out/hints-suite.json"
}
check 'a .NET host without the Desktop part: the same hints, no editor of our own' without_desktop

# Two installs in one process, every second track from the other: one mix, and both editors are drawn.
other_place="$out/second install"
lay_out
with_runtime
rm -rf "$other_place"
cp -r "$place" "$other_place"
other=$other_place/FaderStager.vst3/Contents/x86_64-win/FaderStager.vst3
check 'two installs in one process: eight tracks of both, edits, an editor of each' in_native_host "$other"
check 'the editors of both installs are drawn' is_drawn
check 'the same hints from the two as from one' same "$out/hints-linux.json" "$out/hints-native.json"

# 7. The AudioPlugSharp edition's front, with a stand-in for AudioPlugSharp's bridge that gets wrong what the real one gets wrong.
say "trying the AudioPlugSharp edition"
edition="$place/FaderStager AudioPlugSharp.vst3/Contents/x86_64-win"
lay_out
build_edition "$edition"
edition_host() { (cd "$out" && timeout --kill-after=10 200 wine edition-host.exe "$(windows_path "$1")" "${@:2}"); }
bundle_module=$module
module="$edition/FaderStager AudioPlugSharp.vst3"
check 'the edition without any .NET: no factory, one line in the log' refuses 'no .NET 10 on this machine'
ln -s "$runtime" "${bundle_module%/*}/runtime"
counted edition_host "$edition/FaderStagerBridge.vst3" alone
# The .NET of FaderStager's own bundle beside it.
counted edition_host "$module"
ln -s "$runtime" "$edition/runtime"
head -c 20000 /dev/zero > "$edition/FaderStagerBridge.vst3"
check 'the bridge is damaged' refuses 'FaderStagerBridge.vst3 cannot be loaded'
rm "$edition/FaderStagerBridge.vst3"
check 'the bridge is missing' refuses 'FaderStagerBridge.vst3 cannot be loaded'
rm "$edition/FaderStager.dll"
check 'the edition itself is missing' refuses 'FaderStager.dll is missing'
module=$bundle_module

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
