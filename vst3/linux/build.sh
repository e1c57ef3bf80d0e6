#!/bin/sh
# Builds the VST3 bundle for Linux: artifacts/vst3/FaderStager.vst3.
# Needs the .NET SDK, a C compiler (gcc or clang) and strip.
# LEVELS (default "v2 v3 v4") says for which levels of x86-64; the front picks the best that the processor has.
set -eu
cd "$(dirname "$0")/../.."
bundle="$PWD/artifacts/vst3/FaderStager.vst3"
case "$(uname -m)" in
    aarch64) rid=linux-arm64; architecture=aarch64-linux; levels=base ;;
    *) rid=linux-x64; architecture=x86_64-linux; levels="${LEVELS:-v2 v3 v4}" ;;
esac
if command -v gcc >/dev/null; then compiler=gcc; else compiler=clang; fi

rm -rf "$bundle"
mkdir -p "$bundle/Contents/$architecture" "$bundle/Contents/Resources"
for level in $levels; do
    dotnet publish vst3/linux/FaderStager.Vst3.Linux.csproj -c Release -r "$rid" --nologo -v quiet "-p:ProcessorLevel=$level" "-p:CppCompilerAndLinker=$compiler"
    published="artifacts/publish/FaderStager.Vst3.Linux/release_$rid"
    cp "$published/FaderStager.Vst3.Linux.so" "$bundle/Contents/$architecture/FaderStager.$level.so"
done
# What the editor is drawn with: one for all levels.
cp "$published/libSkiaSharp.so" "$bundle/Contents/$architecture/"
strip "$bundle/Contents/$architecture/libSkiaSharp.so"
"$compiler" -shared -fPIC -O2 -Wall -Wextra -Werror -fvisibility=hidden -o "$bundle/Contents/$architecture/FaderStager.so" vst3/linux/front.c -ldl
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
sed "s/@VERSION@/$version/" vst3/moduleinfo.json > "$bundle/Contents/Resources/moduleinfo.json"
echo "$bundle"
