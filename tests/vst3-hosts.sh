# The two hosts that load the built module under Wine: one in C without .NET, and the C# suite. Sourced by the scripts that use them.
#
# Before: tests/wine.sh and what it asks for; module = the module's path; runtime = a folder with .NET; out = a folder for all that is
# written; suite = the folder of the published C# suite; limit = seconds that it may take.
# After: passed and failed hold the count of checks.

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

# Builds the host in C.
build_native_host() {
  mkdir -p "$out"
  x86_64-w64-mingw32-gcc -std=c11 -O2 -Wall -Wextra -Wno-cast-function-type -Werror -municode -static-libgcc -s -o "$out/native-host.exe" "$root/tests/native-host/native-host.c"
}

# Builds the AudioPlugSharp edition as it is laid out, with the stand-in for AudioPlugSharp's bridge, and its host.
#   build_edition FOLDER
build_edition() {
  local compile="x86_64-w64-mingw32-gcc -std=c11 -O2 -Wall -Wextra -Wno-cast-function-type -Werror -static-libgcc -s"
  "$root/plugin/front/build.sh" > "$out/front.log" 2>&1 || { cat "$out/front.log" >&2; fail "the edition's front does not build (log: $out/front.log)"; }
  rm -rf "$1"
  mkdir -p "$1"
  cp "$root/artifacts/edition/FaderStager AudioPlugSharp.vst3" "$1/"
  $compile -shared -o "$1/FaderStagerBridge.vst3" "$root"/tests/stand-in-bridge/*.c
  $compile -municode -o "$out/edition-host.exe" "$root"/tests/native-host/edition*.c
  echo 'The stand-in needs no plug-in.' > "$1/FaderStager.dll"
  sed 's/"rollForward": "[A-Za-z]*"/"rollForward": "LatestMajor"/' "$built/Contents/x86_64-win/FaderStager.Vst3.Windows.runtimeconfig.json" > "$1/FaderStagerBridge.runtimeconfig.json"
}

# counted COMMAND...: every line "ok: ..." or "FAILED: ..." is a check; a command that ends early is one that failed.
counted() {
  local code=0
  "$@" > "$out/counted.log" 2>&1 || code=$?
  tr -d '\r' < "$out/counted.log"
  passed=$((passed + $(grep -c '^ok: ' "$out/counted.log" || true)))
  failed=$((failed + $(grep -c '^FAILED: ' "$out/counted.log" || true)))
  [ "$code" -eq 0 ] || grep -q '^FAILED: ' "$out/counted.log" || { failed=$((failed + 1)); echo "FAILED: the host ended with $code"; }
}

# Builds the C# suite. Its own configuration is kept beside it: a run may be given another one.
build_suite() {
  rm -f "$suite"/*.runtimeconfig.json
  dotnet publish "$root/tests/FaderStager.Vst3.Tests" -c Release -r win-x64 --no-self-contained -o "$suite" --nologo -v quiet > "$out/publish.log" 2>&1 \
    || { tail -40 "$out/publish.log" >&2; fail "the tests do not build (log: $out/publish.log)"; }
  cp "$suite/FaderStager.Vst3.Tests.runtimeconfig.json" "$suite/plain.runtimeconfig.json"
}

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

# refuses WORDS [DLL...]: the host lives, gets no factory, and one line in the log holds the words. The DLLs are loaded before.
refuses() {
  forget_log
  native none "${@:2}" || return 1
  [ "$(log_lines)" -eq 1 ] && grep -q "$1" "$(log_file)" || { echo "the log: "; cat "$(log_file)"; return 1; }
  tr -d '\r' < "$(log_file)"
}

# The mix, an edit by the message loop, two editors: with a screenshot, $out/editor.png.
#   in_native_host [MODULE]: every second track from another module
in_native_host() {
  local pid code=0
  rm -f "$out/stop" "$out/hints-native.json" "$out/editor.png"
  forget_log
  (cd "$out" && exec timeout --kill-after=10 240 wine native-host.exe "$(windows_path "$module")" editor "$(windows_path "$out/hints-native.json")" "$(windows_path "$out/stop")" ${1:+"$(windows_path "$1")"}) > "$out/native.log" 2>&1 &
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

# A log that cannot be written anywhere.
unwritable_log() {
  local code=0
  touch "$out/no-folder"
  APPDATA=$(windows_path "$out/no-folder") TEMP=$(windows_path "$out/no-folder") native none || code=1
  return $code
}

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

# The count of a suite's report: "succeeded: 12", in colour where CI is set.
count_of() { tr -d '\r' < "$out/suite.log" | sed 's/\x1b\[[0-9;]*m//g' | sed -n "s/^ *$1: *\\([0-9][0-9]*\\).*/\\1/p" | tail -n 1; }
