#!/usr/bin/env bash
# Builds the VST3 bundle for Windows on Linux: artifacts/vst3-win/FaderStager.vst3.
# Needs the .NET 10 SDK and mingw-w64 (Debian: gcc-mingw-w64-x86-64). build.ps1 does the same on Windows.
#
#   vst3/windows-loader/build.sh [--loader-only]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
bundle=$root/artifacts/vst3-win/FaderStager.vst3
binaries=$bundle/Contents/x86_64-win
objects=$root/artifacts/obj/windows-loader
prefix=${MINGW_PREFIX:-x86_64-w64-mingw32}

fail() {
  echo "build: $*" >&2
  exit 1
}

command -v "$prefix-gcc" > /dev/null || fail "$prefix-gcc is missing (Debian: gcc-mingw-w64-x86-64)."
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")
[[ $version =~ ^([0-9]+)\.([0-9]+)\.([0-9]+) ]] || fail "Directory.Build.props has no version."
numbers=(-DVERSION_MAJOR="${BASH_REMATCH[1]}" -DVERSION_MINOR="${BASH_REMATCH[2]}" -DVERSION_PATCH="${BASH_REMATCH[3]}")

if [ "${1:-}" != --loader-only ]; then
  rm -rf "$bundle"
  dotnet publish "$root/vst3/windows/FaderStager.Vst3.Windows.csproj" -c Release -r win-x64 --no-self-contained \
    -o "$binaries" --nologo -v quiet
  rm -f "$binaries"/*.pdb "$binaries"/*.xml
fi

mkdir -p "$binaries" "$bundle/Contents/Resources" "$objects"
"$prefix-windres" -I "$here" -I "$root/installer" "${numbers[@]}" "$here/loader.rc" "$objects/loader.res.o"
# No C++ and no shared runtime library of the compiler: msvcrt.dll is part of Windows. No time stamp: the same source gives the same file.
# Nor a base address made of the output's path.
"$prefix-gcc" -std=c11 -O2 -Wall -Wextra -Wno-cast-function-type -Werror "${numbers[@]}" -shared -static-libgcc -s \
  -Wl,--no-insert-timestamp -Wl,--image-base,0x180000000 -Wl,--dynamicbase -Wl,--nxcompat -Wl,--high-entropy-va \
  -o "$binaries/FaderStager.vst3" "$here"/*.c "$objects/loader.res.o" -ladvapi32
sed "s/@VERSION@/$version/" "$root/vst3/moduleinfo.json" > "$bundle/Contents/Resources/moduleinfo.json"
echo "FaderStager $version for Windows: $bundle"
