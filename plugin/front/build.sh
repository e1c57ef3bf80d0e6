#!/usr/bin/env bash
# Builds the front of the AudioPlugSharp edition for Windows on Linux: artifacts/edition/FaderStager AudioPlugSharp.vst3.
# Needs mingw-w64 (Debian: gcc-mingw-w64-x86-64). build.ps1 does the same on Windows. installer/pack.py puts it into its bundle.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
loader=$root/vst3/windows-loader
out=$root/artifacts/edition
objects=$root/artifacts/obj/edition-front
prefix=${MINGW_PREFIX:-x86_64-w64-mingw32}

fail() {
  echo "build: $*" >&2
  exit 1
}

command -v "$prefix-gcc" > /dev/null || fail "$prefix-gcc is missing (Debian: gcc-mingw-w64-x86-64)."
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")
[[ $version =~ ^([0-9]+)\.([0-9]+)\.([0-9]+) ]] || fail "Directory.Build.props has no version."
numbers=(-DVERSION_MAJOR="${BASH_REMATCH[1]}" -DVERSION_MINOR="${BASH_REMATCH[2]}" -DVERSION_PATCH="${BASH_REMATCH[3]}")

mkdir -p "$out" "$objects"
"$prefix-windres" -I "$loader" -I "$root/installer" "${numbers[@]}" "$here/front.rc" "$objects/front.res.o"
# The flags are those of the loader, for its reasons.
"$prefix-gcc" -std=c11 -O2 -Wall -Wextra -Wno-cast-function-type -Werror "${numbers[@]}" -I "$loader" -shared -static-libgcc -s \
  -Wl,--no-insert-timestamp -Wl,--image-base,0x180000000 -Wl,--dynamicbase -Wl,--nxcompat -Wl,--high-entropy-va \
  -o "$out/FaderStager AudioPlugSharp.vst3" "$here"/*.c "$loader"/{log,module,runtime}.c "$objects/front.res.o" -ladvapi32
echo "FaderStager $version, front of the AudioPlugSharp edition: $out"
