#!/bin/sh
# Builds the rehearsal as people get it, without .NET: artifacts/rehearsal/RID/faderstager and what belongs beside it.
#
#   rehearsal/build.sh [linux|windows]...   both by default; the Windows program is built on Linux too
#
# Needs the .NET SDK, and for Linux a C compiler (gcc or clang) and zlib's headers.
set -eu
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- linux windows
if command -v gcc >/dev/null; then compiler=gcc; else compiler=clang; fi
for system in "$@"; do
    case "$system" in
        linux) case "$(uname -m)" in aarch64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac; suffix= ;;
        windows) rid=win-x64; suffix=.exe ;;
        *) echo "build: say linux or windows." >&2; exit 2 ;;
    esac
    built="artifacts/publish/FaderStager.Rehearsal/release_$rid"
    out="artifacts/rehearsal/$rid"
    rm -rf "$built" "$out"
    dotnet publish rehearsal -c Release -r "$rid" --nologo -v quiet "-p:CppCompilerAndLinker=$compiler"
    mkdir -p "$out"
    cp "$built/FaderStager.Rehearsal$suffix" "$out/faderstager$suffix"
    # Native libraries stand beside the program; symbols and documentation stay here.
    find "$built" -maxdepth 1 \( -name 'lib*.so' -o -name 'lib*.dll' \) -exec cp {} "$out/" \;
    echo "$out"
done
