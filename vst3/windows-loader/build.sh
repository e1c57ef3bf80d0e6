#!/bin/sh
# Builds the VST3 bundle for Windows: artifacts/vst3-win/FaderStager.vst3. Runs on Linux (mingw-w64) and, in a Unix shell, on Windows.
# Needs the .NET SDK and x86_64-w64-mingw32-gcc. MANAGED (default vst3/FaderStager.Vst3.csproj) says which project goes in.
set -eu
cd "$(dirname "$0")/../.."
bundle="$PWD/artifacts/vst3-win/FaderStager.vst3"
binaries="$bundle/Contents/x86_64-win"
rm -rf "$bundle"
mkdir -p "$binaries" "$bundle/Contents/Resources"
dotnet publish "${MANAGED:-vst3/FaderStager.Vst3.csproj}" -c Release --nologo -v quiet -o "$binaries"
rm -f "$binaries"/*.pdb "$binaries"/*.xml
x86_64-w64-mingw32-gcc -shared -O2 -Wall -Wextra -Werror -municode -static-libgcc -s -o "$binaries/FaderStager.vst3" vst3/windows-loader/loader.c -lole32 -luuid -lshell32 -ladvapi32
cp vst3/moduleinfo.json "$bundle/Contents/Resources/"
echo "$bundle"
