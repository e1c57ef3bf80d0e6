#!/usr/bin/env bash
# Tries the release as a person would have it: the archive on Linux, the setup under Wine on a Windows without .NET.
#   - sums, sizes, the same bytes from the same inputs, signing;
#   - installing, upgrading, repairing, downgrading, moving, uninstalling, for everyone and for one person, silently;
#   - the installed plug-in in both hosts, with the .NET that the setup brought and no other; damage of the installed files;
#   - what stays on the machine after uninstalling: nothing of FaderStager's, everything of the person's.
#
#   tests/run-installer-under-wine.sh
#
# What it needs and does not find it installs from Debian's packages (as root, or through sudo). Everything it makes stands in
# artifacts/wine and artifacts/release. Ends with 'N passed, N failed'; the exit code is 0 when none failed.
#
#   FADERSTAGER_WINE    another folder than artifacts/wine
#   FADERSTAGER_TIME    seconds that the C# suite may take (default 900)
#   FADERSTAGER_BUILT   1 = take the release and the tests as they are in their folders
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=${FADERSTAGER_WINE:-$root/artifacts/wine}
limit=${FADERSTAGER_TIME:-900}
. "$root/tests/wine.sh"
release=$root/artifacts/release
suite=$work/vst3-tests
out=$work/installer
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")
setup=$release/FaderStager-$version-setup.exe
archive=$release/FaderStager-$version-linux-x64.tar.gz
. "$root/tests/vst3-hosts.sh"

# 1. What is to be tried: the release, and small setups of another version before and after it, without the runtime.
needed=(x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 makensis:nsis gcc:gcc python3:python3 file:file)
[ -e /usr/include/stdio.h ] || needed+=(libc6-dev:libc6-dev)
[ -e /usr/include/zlib.h ] || needed+=(zlib1g-dev:zlib1g-dev)
[ -e /usr/lib/python3/dist-packages/markdown/__init__.py ] || needed+=(python3-markdown:python3-markdown)
install_programs "${needed[@]}"
python=/usr/bin/python3
mkdir -p "$out"
if [ "${FADERSTAGER_BUILT:-}" != 1 ]; then
  say "building the release and the test hosts"
  "$root/installer/build.sh" > "$out/build.log" 2>&1 || { tail -40 "$out/build.log" >&2; fail "the release does not build (log: $out/build.log)"; }
  build_suite
fi
build_native_host

pack() { "$python" "$root/installer/pack.py" "$@" --out "$out/packed" >> "$out/pack.log" 2>&1 || { tail -20 "$out/pack.log"; return 1; }; }

say "packing setups of other versions"
rm -rf "$out/packed" "$out/older" "$out/edition" "$out/pack.log" "$out/signed.txt"
mkdir -p "$out/edition/runtimes"
cp -r "$root/artifacts/vst3-win/FaderStager.vst3" "$out/older"
echo 'of a version before' > "$out/older/Contents/x86_64-win/Obsolete.dll"
# A stand-in for the other edition: what counts here is where it goes.
echo bridge > "$out/edition/FaderStagerBridge.vst3"
echo library > "$out/edition/runtimes/part.dll"
cat > "$out/sign.sh" << SIGN
#!/bin/sh
echo "\${1##*/}" >> "$out/signed.txt"
SIGN
chmod +x "$out/sign.sh"
FADERSTAGER_SIGN=$out/sign.sh pack windows --fast --without-runtime --without-rehearsal --version 0.0.9 --bundle "$out/older" || fail "no setup of an older version"
pack windows --fast --without-runtime --without-rehearsal --version 99.0.0 --edition "$out/edition" || fail "no setup of a newer version"
pack linux || fail "no archive"
older=$out/packed/FaderStager-0.0.9-setup.exe
newer=$out/packed/FaderStager-99.0.0-setup.exe

# 2. The files of the release.
sums_hold() { (cd "$release" && sha256sum --quiet -c SHA256SUMS) && [ "$(wc -l < "$release/SHA256SUMS")" -eq 2 ]; }
is_small() { echo "$(stat -c %s "$setup") bytes" && [ "$(stat -c %s "$setup")" -lt 70000000 ]; }
has_text() { "$python" -c 'import sys; sys.exit(sys.argv[2].encode("utf-16-le") not in open(sys.argv[1], "rb").read())' "$@"; }
is_drawn_by_its_script() {
  cp "$root/installer/pictures.py" "$out/pictures.py"
  "$python" "$out/pictures.py" && cmp "$out/icon.ico" "$root/installer/icon.ico"
}
packs_the_same() {
  cp -r "$out/packed" "$out/before"
  sleep 1
  FADERSTAGER_SIGN=$out/sign.sh pack windows --fast --without-runtime --without-rehearsal --version 0.0.9 --bundle "$out/older" || return 1
  pack linux || return 1
  cmp "$older" "$out/before/FaderStager-0.0.9-setup.exe" && cmp "$out/packed/${archive##*/}" "$out/before/${archive##*/}"
  local code=$?
  rm -rf "$out/before"
  return $code
}
signs_its_own() {
  local name
  for name in FaderStager.vst3 FaderStager.Vst3.Windows.dll FaderStager.Mixing.dll FaderStager-0.0.9-setup.exe; do
    grep -qx "$name" "$out/signed.txt" || { echo "$name is not signed"; return 1; }
  done
  # Ours, the uninstaller under a passing name, the setup; nobody else's.
  ! grep -q Toolkit "$out/signed.txt" && [ "$(sed 's/^makensis.*/uninstaller/' "$out/signed.txt" | sort -u | wc -l)" -eq $(($(ls "$out/older/Contents/x86_64-win"/FaderStager*.dll | wc -l) + 3)) ] \
    || { cat "$out/signed.txt"; return 1; }
}
stops_without_signature() { ! FADERSTAGER_SIGN=false pack windows --fast --without-runtime --without-rehearsal --version 0.0.8 && [ ! -e "$out/packed/FaderStager-0.0.8-setup.exe" ]; }
guide_is_whole() { ! grep 'pack: the guide' "$out/pack.log"; }
packs_32_bit() { pack windows --fast --without-runtime --without-rehearsal --version 0.0.7 --target x86-unicode && file -b "$out/packed/FaderStager-0.0.7-setup.exe" | grep -q 80386; }
check 'SHA256SUMS holds for both files' sums_hold
check 'the setup is under 70 MB' is_small
check 'the setup bears its version' has_text "$setup" "$version"
check 'the icon is as its script draws it' is_drawn_by_its_script
check 'packed again, the setup and the archive are the same byte for byte' packs_the_same
check 'the command for signing gets our programs and libraries, the uninstaller and the setup' signs_its_own
check 'a signature that fails stops the packing' stops_without_signature
check 'the guide has all its pictures and links' guide_is_whole
check 'without a certificate packing says so' grep -q 'not signed' "$out/pack.log"
check 'the setup packs as a 32-bit program, as on Windows' packs_32_bit

# 3. The archive on Linux.
say "trying the archive"
linux=$out/linux
rm -rf "$linux"
mkdir -p "$linux/home"
tar -xzf "$archive" -C "$linux"
installer=("env" "HOME=$linux/home" "$linux/FaderStager-$version-linux-x64/install.sh")
of_linux() { echo "$1/FaderStager.vst3/Contents/x86_64-linux/FaderStager.so"; }
same_tree() { diff -r "$@"; }
installs_on_linux() { "${installer[@]}" && same_tree "$linux/FaderStager-$version-linux-x64/FaderStager.vst3" "$linux/home/.vst3/FaderStager.vst3"; }
plays_on_linux() {
  rm -f "$out/hints-linux.json"
  (cd "$suite" && FADERSTAGER_VST3_MODULE=$(of_linux "$linux/home/.vst3") FADERSTAGER_HINTS=$out/hints-linux.json timeout 300 dotnet exec --runtimeconfig plain.runtimeconfig.json \
    FaderStager.Vst3.Tests.dll --filter "FullyQualifiedName~EightTrackMixTests") > "$out/linux.log" 2>&1 && [ -s "$out/hints-linux.json" ] || { tail -40 "$out/linux.log"; return 1; }
}
upgrades_on_linux() {
  echo 'of a version before' > "$linux/home/.vst3/FaderStager.vst3/Contents/obsolete"
  echo 'another plug-in' > "$linux/home/.vst3/Other.vst3"
  installs_on_linux && [ -e "$linux/home/.vst3/Other.vst3" ]
}
# A run that was stopped between the two renames left the old one beside its place.
takes_up_on_linux() {
  mv "$linux/home/.vst3/FaderStager.vst3" "$linux/home/.vst3/.FaderStager.old"
  mkdir "$linux/home/.vst3/.FaderStager.new"
  installs_on_linux && [ "$(ls -A "$linux/home/.vst3" | tr '\n' ',')" = FaderStager.vst3,Other.vst3, ]
}
tells_why_on_linux() {
  rm -rf "$linux/broken" "$linux/state"
  cp -r "$linux/home/.vst3/FaderStager.vst3" "$linux/broken"
  for part in "$linux"/broken/Contents/x86_64-linux/FaderStager.v?.so; do echo broken > "$part"; done
  XDG_STATE_HOME=$linux/state "$python" -c 'import ctypes, sys; sys.exit(bool(ctypes.CDLL(sys.argv[1]).GetPluginFactory()))' \
    "$linux/broken/Contents/x86_64-linux/FaderStager.so" 2> /dev/null && grep -q 'FaderStager.v2.so: file too short' "$linux/state/FaderStager/log.txt"
}
goes_on_linux() { "${installer[@]}" --remove && [ "$(ls -A "$linux/home/.vst3")" = Other.vst3 ] && ! "${installer[@]}" --remove 2> /dev/null; }
elsewhere_on_linux() { "${installer[@]}" "$linux/Füder Stäger 音" && [ -e "$(of_linux "$linux/Füder Stäger 音")" ]; }
check 'Linux: installs into ~/.vst3' installs_on_linux
check 'Linux: eight tracks in the C# host, from the installed place' plays_on_linux
check 'Linux: an upgrade leaves nothing of the old bundle and all of other plug-ins' upgrades_on_linux
check 'Linux: takes up what a run left that was stopped' takes_up_on_linux
check 'Linux: builds that cannot be loaded: no factory, the reasons in the log' tells_why_on_linux
check 'Linux: removes itself and nothing else' goes_on_linux
command_on_linux() {
  "${installer[@]}" --path > /dev/null && (cd "$linux/home" && env -i HOME="$linux/home" PATH="$linux/home/.local/bin" faderstager --png demo.png > "$out/rehearsal-linux.txt") \
    && (cd "$linux/home" && env -i HOME="$linux/home" PATH="$linux/home/.local/bin" faderstager --approach top-down --editor-png editor.png > /dev/null) && [ -s "$linux/home/editor.png" ] \
    && grep -q 'TOP-DOWN' "$out/rehearsal-linux.txt" && [ -s "$linux/home/demo.png" ] && [ -s "$linux/home/.local/share/man/man1/faderstager.1" ] \
    && grep -q suggest "$linux/home/.local/share/bash-completion/completions/faderstager" && grep -q suggest "$linux/home/.local/share/fish/vendor_completions.d/faderstager.fish" \
    && "${installer[@]}" --remove > /dev/null && [ -z "$(find "$linux/home/.local" -name '*faderstager*')" ]
}
check 'Linux: the rehearsal as a command, without .NET, and gone again' command_on_linux
# A tree with the program, the libraries that it names and random numbers: no .NET, no shell, no locale, no fonts.
bare_on_linux() {
  local bare=$out/bare library
  rm -rf "$bare"
  mkdir -p "$bare/app" "$bare/dev" "$bare/tmp"
  cp "$linux/FaderStager-$version-linux-x64/rehearsal"/{faderstager,lib*.so} "$bare/app/"
  for library in $(ldd "$bare/app/faderstager" "$bare"/app/lib*.so | grep -o '/lib[^ :]*' | sort -u); do
    [ -e "$library" ] && mkdir -p "$bare${library%/*}" && cp -L "$library" "$bare$library"
  done
  mknod -m 666 "$bare/dev/urandom" c 1 9 && chroot "$bare" /app/faderstager --png /tmp/demo.png > "$out/bare.txt" && grep -q BOTTOM-UP "$out/bare.txt" && [ -s "$bare/tmp/demo.png" ]
}
[ "$(id -u)" -ne 0 ] || check 'Linux: the rehearsal on a bare tree, with its picture' bare_on_linux
check 'Linux: a folder with spaces and letters beyond ASCII' elsewhere_on_linux

# 4. Windows. A prefix of its own, made anew, and a home of its own: Wine's Documents are a link into the home folder.
export WINEPREFIX=$work/installer-prefix
rm -rf "${WINEPREFIX:?}" "${out:?}/home"
mkdir -p "$out/home"
home_before=$HOME
export HOME=$out/home
# Wine copies the start menu into the desktop's: no matter of ours.
export WINEDLLOVERRIDES="$WINEDLLOVERRIDES;winemenubuilder.exe=d"
start_display
make_prefix
unset DOTNET_ROOT DOTNET_ROOT_X64 DOTNET_HOST_PATH
drive=$WINEPREFIX/drive_c
person=$drive/users/$(id -un)
entry='Software\Microsoft\Windows\CurrentVersion\Uninstall\FaderStager'
everyone="$drive/Program Files/Common Files/VST3/FaderStager"
alone="$person/AppData/Local/Programs/Common/VST3/FaderStager"
profile=$person/Documents/FaderStager/Profiles/mine.json
settings=$person/AppData/Roaming/FaderStager/settings.json

# run CODE PROGRAM ARGUMENTS...: the program must end with the code. NSIS wants folders without quotes, even around spaces, so a
# folder is given as the words that it has.
run() {
  local wanted=$1 code=0
  shift
  timeout --kill-after=10 300 wine "$@" > "$out/run.log" 2>&1 || code=$?
  [ "$code" -eq "$wanted" ] || { echo "ended with $code instead of $wanted"; cat "$out/run.log"; return 1; }
}

# The uninstaller goes on in a copy of itself: what it does is done when Wine has nothing more to do.
uninstall() {
  local place=$1
  shift
  run 0 "$place/Uninstall FaderStager.exe" /S "$@" && wine_ends
}
wine_ends() { timeout 60 "$(command -v wineserver || echo /usr/lib/wine/wineserver)" -w; }

# installed_version HKLM|HKCU
installed_version() { timeout 60 wine reg query "$1\\$entry" /v DisplayVersion /reg:64 2> /dev/null | tr -d '\r' | sed -n 's/.*REG_SZ *//p'; }
is_installed() { [ "$(installed_version "$1")" = "$2" ] || { echo "installed: '$(installed_version "$1")'"; return 1; }; }

# is_whole PLACE: all of the release's bundle, its guide and its uninstaller, and nothing else.
is_whole() {
  same_tree --exclude=runtime "$root/artifacts/vst3-win/FaderStager.vst3" "$1/FaderStager.vst3" \
    && [ "$(find "$1/FaderStager.vst3/Contents/x86_64-win/runtime" -type f | wc -l)" -gt 200 ] \
    && [ "$(ls "$1" | tr '\n' ',')" = 'FaderStager licences.txt,FaderStager user guide.html,FaderStager.vst3,Rehearsal,Uninstall FaderStager.exe,' ] || { ls -la "$1"; return 1; }
}

# use PLACE: what the hosts load from now on.
use() {
  module=$1/FaderStager.vst3/Contents/x86_64-win/FaderStager.vst3
  runtime=${module%/*}/runtime
}

# What there is: files without those of Windows' own temporary folders, and the registry without its times, without what Wine writes
# of itself, without the order to clear the temporary folder (an uninstaller goes on in a copy there), and without the key above the
# entries in Apps, which every Windows has.
state() {
  wine_ends || true
  (cd "$drive" && find . \( -path '*/Temp/*' -o -path ./windows/temp/\* \) -prune -o -print | sort) > "$out/files-$1.txt"
  # Without what Wine itself notes of the first console it opens.
  sed -e '/^\[Console\]/,/^$/d' -e '/^#time=/d' -e 's/^\(\[.*\]\) [0-9]*$/\1/' -e '/^"DriverDateData"=/d' -e '/^"PendingFileRenameOperations"=/d' \
    -e '/^\[Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\]$/d' -e '/^$/d' "$WINEPREFIX/system.reg" "$WINEPREFIX/user.reg" > "$out/registry-$1.txt"
}

damage() { head -c 20000 /dev/zero > "$1" || true; }

windows_is() { timeout 60 wine winecfg -v "$1" > "$out/winecfg.log" 2>&1; }

say "trying the setup"
windows_is win10
state before
installs_older() { run 0 "$older" /S && is_installed HKLM 0.0.9 && [ -e "$everyone/FaderStager.vst3/Contents/x86_64-win/Obsolete.dll" ]; }
mkdir -p "${profile%/*}" "${settings%/*}"
echo '{ "name": "mine" }' > "$profile"
echo '{ }' > "$settings"
upgrades() { run 0 "$setup" /S && is_installed HKLM "$version" && is_whole "$everyone" && [ -e "$profile" ] && [ -e "$settings" ]; }
check 'installs silently for everyone' installs_older
check 'an upgrade replaces the old bundle and keeps profile and settings' upgrades

# The rehearsal: runs without a .NET, stands on the path where it was chosen, and its path comes and goes whole.
rehearses() {
  (cd "$out" && timeout 300 wine "$everyone/Rehearsal/faderstager.exe" --png demo.png && timeout 300 wine "$everyone/Rehearsal/faderstager.exe" --approach top-down --editor-png editor.png) > "$out/rehearsal-windows.txt" 2> "$out/rehearsal.log" \
    && [ -s "$out/editor.png" ] \
    && grep -q 'TOP-DOWN' "$out/rehearsal-windows.txt" && [ -s "$out/demo.png" ] || { tail -20 "$out/rehearsal.log"; return 1; }
}
search_path() { timeout 60 wine reg query 'HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\Environment' /v Path 2> /dev/null | tr -d '\r' | sed -n 's/.*REG_[A-Z_]* *//p'; }
goes_on_path() {
  local before=$(search_path)
  run 0 "$setup" /S /PATH && [ "$(search_path)" = "$before;$(windows_path "$everyone/Rehearsal")" ] || { search_path; return 1; }
  run 0 "$setup" /S && [ "$(search_path)" = "$before;$(windows_path "$everyone/Rehearsal")" ] || { echo 'not after an upgrade'; search_path; return 1; }
}
check 'the installed rehearsal runs the demo without a .NET and draws its picture' rehearses
check 'it goes onto the search path where that is chosen, once, and stays there over an upgrade' goes_on_path

use "$everyone"
same() { cmp "$1" "$2" || diff "$1" "$2"; }
plays_in_suite() { in_suite "${module%/*}/FaderStager.Vst3.Windows.runtimeconfig.json" --filter "FullyQualifiedName~EightTrackMixTests"; }
check 'the installed plug-in in a native host, no other .NET: eight tracks, audio, editors' in_native_host
check 'its editors are drawn' is_drawn
check 'the installed plug-in in the C# host, on the .NET of the setup: eight tracks' plays_in_suite
check 'the same hints from both' same "$out/hints-suite.json" "$out/hints-native.json"
check 'the same hints as on Linux' same "$out/hints-linux.json" "$out/hints-native.json"

# 5. A DAW holds the plug-in.
while_held() {
  local pid code=0
  rm -f "$out/stop" "$out/held.log"
  (cd "$out" && exec timeout --kill-after=10 200 wine native-host.exe "$(windows_path "$module")" hold "$(windows_path "$out/stop")") > "$out/held.log" 2>&1 &
  pid=$!
  for _ in $(seq 300); do
    grep -qs held "$out/held.log" && break
    sleep 0.2
  done
  "$@" || code=1
  touch "$out/stop"
  wait "$pid" || code=1
  return $code
}
refuses_held() {
  cp "$everyone/Uninstall FaderStager.exe" "$out/uninstall.exe"
  local words
  IFS=' ' read -r -a words <<< "$(windows_path "$everyone")"
  run 4 "$setup" /S && run 4 "$out/uninstall.exe" /S "_?=${words[0]}" "${words[@]:1}" && is_whole "$everyone"
}
check 'a DAW holds the plug-in: setup and uninstaller end with 4 and change nothing' while_held refuses_held

# 6. Older, newer, other.
refuses_older() { run 6 "$older" /S && is_installed HKLM "$version" && is_whole "$everyone"; }
downgrades() { run 0 "$older" /S /DOWNGRADE && is_installed HKLM 0.0.9 && run 0 "$setup" /S && is_whole "$everyone"; }
refuses_place() {
  local place
  touch "$drive/no-folder"
  for place in 'Z:\proc\FaderStager' 'C:\no-folder\FaderStager' 'FaderStager' 'C:\with quotes'; do
    run 5 "$setup" /S "/D=$place" || { echo "in $place"; return 1; }
  done
  rm "$drive/no-folder"
  is_whole "$everyone"
}
refuses_old_windows() {
  local code=0
  windows_is win81
  run 3 "$setup" /S || code=1
  windows_is win10
  return $code
}
check 'an older setup ends with 6 and changes nothing' refuses_older
check 'with /DOWNGRADE it replaces the newer version, and the newer one it' downgrades
check 'a folder that cannot be used: 5, and not another one' refuses_place
check 'a Windows that .NET 10 does not support: 3' refuses_old_windows

# 7. Damage of the installed files, and the repair.
rm -rf "$runtime"
check 'the runtime folder is gone: the host lives, one line in the log' refuses 'no .NET 10 on this machine'
check 'and the log cannot be written: the host lives' unwritable_log
damage "${module%/*}/FaderStager.Mixing.dll"
rm -f "$everyone/FaderStager user guide.html"
repairs() { run 0 "$setup" /S && is_whole "$everyone" && loads; }
check 'the setup repairs what was damaged' repairs
damage "${module%/*}/FaderStager.Mixing.dll"
check 'a managed file is damaged: the host lives, one line in the log' refuses 'install it again'

# 8. Another folder, with a file of the person's in it.
place="$drive/Füder Stäger 音/VST 3"
# What stands where the old uninstaller stood is not run: this one would bring the older version back.
moves() { cp "$older" "$everyone/Uninstall FaderStager.exe" && run 0 "$setup" /S '/D=C:\Füder' Stäger '音\VST' 3 && is_whole "$place" && [ ! -e "$everyone" ] && is_installed HKLM "$version"; }
check 'into a folder with spaces and letters beyond ASCII: the one before goes, and nothing of it is run' moves
use "$place"
check 'it loads from there' loads
stays_there() { run 0 "$setup" /S && [ ! -e "$everyone" ] && is_whole "$place"; }
check 'the next setup goes there by itself' stays_there
mkdir -p "$place/Mine"
echo 'of the person' > "$place/Mine/notes.txt"
leaves_others() { uninstall "$place" && [ "$(cd "$place" && find . -type f)" = ./Mine/notes.txt ] && [ -e "$profile" ] && [ -e "$settings" ]; }
check 'uninstalling leaves what others put into the folder, the profile and the settings' leaves_others
rm -rf "$drive/Füder Stäger 音"

# 9. By hand: the pages of setup and uninstaller, with nothing but Enter. Each page's picture stays for whoever wants to look.
# by_hand NAME FILE there|gone PROGRAM: presses Enter until the file is there, or gone, then until the program has ended.
by_hand() {
  local name=$1 file=$2 wanted=$3 page=0 pid
  timeout --kill-after=10 120 wine "$4" > "$out/$name.log" 2>&1 &
  pid=$!
  sleep 2
  while kill -0 "$pid" 2> /dev/null || [ "$([ -e "$file" ] && echo there || echo gone)" != "$wanted" ]; do
    page=$((page + 1))
    [ "$page" -le 40 ] || { echo "$name: no end after $page pages"; return 1; }
    import -window root "$out/$name-$page.png"
    xdotool key Return
    sleep 1.5
  done
  echo "$name: $page times Enter"
}
wizard() { by_hand wizard "$everyone/Uninstall FaderStager.exe" there "$newer" && is_installed HKLM 99.0.0 && [ ! -e "$everyone/FaderStager AudioPlugSharp.vst3" ]; }
wizard_back() { by_hand wizard-back "$everyone/FaderStager.vst3" gone "$everyone/Uninstall FaderStager.exe" && xdotool key Return && wine_ends && is_installed HKLM '' && [ -e "$profile" ]; }
check 'the pages of the setup' wizard
# The guide is shown by the person's own shell, which on Wine is a window of its own that stays.
wineserver_stop
check 'the pages of the uninstaller: profiles stay' wizard_back

# 10. For one person, with the other edition where it is chosen.
installs_alone() { run 0 "$newer" /S /CURRENTUSER && is_installed HKCU 99.0.0 && is_installed HKLM '' && [ -e "$alone/FaderStager.vst3" ] && [ ! -e "$alone/FaderStager AudioPlugSharp.vst3" ]; }
edition=$alone/FaderStager\ AudioPlugSharp.vst3/Contents/x86_64-win
chooses_edition() { run 0 "$newer" /S /AUDIOPLUGSHARP && is_installed HKCU 99.0.0 && same_tree -x 'FaderStager AudioPlugSharp.vst3' "$out/edition" "$edition" && cmp "$root/artifacts/edition/FaderStager AudioPlugSharp.vst3" "$edition/FaderStager AudioPlugSharp.vst3"; }
keeps_edition() { run 0 "$newer" /S && [ -e "$edition/FaderStagerBridge.vst3" ] && is_installed HKLM ''; }
drops_edition() { run 0 "$setup" /S /DOWNGRADE && is_installed HKCU "$version" && is_whole "$alone"; }
check 'installs for one person, without the AudioPlugSharp edition' installs_alone
check 'the AudioPlugSharp edition where it is chosen' chooses_edition
check 'an upgrade keeps that choice and the scope' keeps_edition
check 'a setup without that edition takes it away' drops_edition
use "$alone"
check 'it loads for this person' loads
forgets_all() { uninstall "$alone" /REMOVEUSERDATA && [ ! -e "$alone" ] && [ ! -e "$profile" ] && [ ! -e "$settings" ]; }
check 'uninstalling with /REMOVEUSERDATA takes profiles and settings too' forgets_all

# 11. What is left.
state after
nothing_left() { same "$out/files-before.txt" "$out/files-after.txt" && ! grep -i faderstager "$out/registry-after.txt" && same "$out/registry-before.txt" "$out/registry-after.txt"; }
check 'after uninstalling, files and registry are as they were before' nothing_left

export HOME=$home_before
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
