# Wine for tests, on a display of its own. Sourced by the scripts that run something under it.
#
# Before: root = the repository, work = the folder for all that is made, set -euo pipefail.
# Then in this order: install_programs, start_display, make_prefix. Everything started ends with the script.

# Wine reads file names beyond ASCII only where the locale has such letters; this one every Debian has.
export LC_ALL=C.UTF-8
export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="winedbg.exe=d"
# .NET maps the memory for its code twice, once to write and once to run. In Wine 8 that ends in "Internal CLR error" sooner or later.
export DOTNET_EnableWriteXorExecute=0

# The name that stands before every message: the script's.
speaker=$(basename "$0" .sh)

fail() {
  echo "$speaker: $*" >&2
  exit 1
}

say() { echo "$speaker: $*"; }

# A path as Windows programs write it.
windows_path() { wine winepath -w "$1" 2> /dev/null | tr -d '\r'; }

# Installs what is missing from Debian's packages. Each argument is COMMAND:PACKAGE, beside those that Wine itself needs.
install_programs() {
  local missing=() pair as_root
  for pair in wine:wine wineserver:wine64 Xvfb:xvfb xauth:xauth openbox:openbox xdotool:xdotool import:imagemagick xdpyinfo:x11-utils "$@"; do
    command -v "${pair%%:*}" > /dev/null 2>&1 || [ -x "/usr/lib/wine/${pair%%:*}" ] || missing+=("${pair##*:}")
  done
  [ -d /usr/share/fonts/truetype/liberation ] || missing+=(fonts-liberation)
  [ -d /usr/share/fonts/truetype/dejavu ] || missing+=(fonts-dejavu-core)
  # The folder comes with Wine, its fonts do not.
  [ -e /usr/share/wine/fonts/tahoma.ttf ] || missing+=(fonts-wine)
  if [ ${#missing[@]} -gt 0 ]; then
    case " ${missing[*]} " in *" wine "*) missing+=(wine64) ;; esac
    command -v apt-get > /dev/null || fail "these are missing: ${missing[*]}. Install them and start again."
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    [ -z "$as_root" ] || command -v sudo > /dev/null || fail "these are missing, and only root can install them: ${missing[*]}"
    say "installing ${missing[*]}"
    install_missing() { DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends "${missing[@]}"; }
    mkdir -p "$work"
    if ! install_missing > "$work/apt.log" 2>&1; then
      $as_root apt-get update >> "$work/apt.log" 2>&1 && install_missing >> "$work/apt.log" 2>&1 \
        || { tail -20 "$work/apt.log" >&2; fail "could not install ${missing[*]} (log: $work/apt.log)"; }
    fi
  fi
  command -v dotnet > /dev/null || fail "the .NET 10 SDK is missing."
  mkdir -p "$work"
}

pids=()
display_file=

cleanup() {
  wineserver_stop
  for pid in "${pids[@]:-}"; do
    [ -z "$pid" ] || kill "$pid" 2> /dev/null || true
  done
  [ -z "$display_file" ] || rm -f "$display_file"
}
wineserver_stop() {
  local server
  server=$(command -v wineserver || echo /usr/lib/wine/wineserver)
  timeout 30 "$server" -k > /dev/null 2>&1 || true
  timeout 30 "$server" -w > /dev/null 2>&1 || true
}

# Xvfb picks a free number and writes it.
start_display() {
  say "starting a display"
  display_file=$(mktemp)
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
}

# The prefix: fonts that WPF can find, and drawing in software, since a child window stays black otherwise.
make_prefix() {
  local fonts reg file name
  if [ ! -e "$WINEPREFIX/.faderstager" ]; then
    say "making a Wine prefix"
    rm -rf "$WINEPREFIX"
    WINEDLLOVERRIDES="mscoree,mshtml=" timeout 300 wine wineboot -i > "$work/wineboot.log" 2>&1 || fail "Wine could not make a prefix (log: $work/wineboot.log)"
    fonts=$WINEPREFIX/drive_c/windows/Fonts
    mkdir -p "$fonts"
    reg=$work/prefix.reg
    {
      echo "Windows Registry Editor Version 5.00"
      echo
      echo '[HKEY_LOCAL_MACHINE\Software\Microsoft\Windows NT\CurrentVersion\Fonts]'
      for file in /usr/share/fonts/truetype/liberation/*.ttf /usr/share/fonts/truetype/dejavu/*.ttf /usr/share/wine/fonts/tahoma*.ttf; do
        [ -e "$file" ] || continue
        cp "$file" "$fonts/"
        name=$(basename "$file" .ttf)
        echo "\"$name (TrueType)\"=\"$name.ttf\""
      done
      echo
      echo '[HKEY_CURRENT_USER\SOFTWARE\Microsoft\Avalon.Graphics]'
      echo '"DisableHWAcceleration"=dword:00000001'
    } > "$reg"
    timeout 120 wine regedit /S "$(windows_path "$reg")" > "$work/regedit.log" 2>&1 \
      || fail "Wine's registry could not be written (log: $work/regedit.log)"
    wineserver_stop
    touch "$WINEPREFIX/.faderstager"
  fi
}
