#!/usr/bin/env bash
# Builds the release on Linux: artifacts/release/{FaderStager-VERSION-setup.exe, FaderStager-VERSION-linux-x64.tar.gz, SHA256SUMS}.
# Needs the .NET 10 SDK, git and Debian's nsis, gcc, libc6-dev, zlib1g-dev, gcc-mingw-w64-x86-64, python3,
# python3-markdown. build.ps1 builds the setup on Windows.
# The network is needed for NuGet only.
#
#   installer/build.sh [--edition FOLDER]   FOLDER: the AudioPlugSharp edition as built on Windows, to be a choice of the setup
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

missing=
for pair in dotnet:the_.NET_10_SDK git:git makensis:nsis x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64 python3:python3; do
  command -v "${pair%%:*}" > /dev/null || missing+=" ${pair#*:}"
done
command -v gcc > /dev/null || command -v clang > /dev/null || missing+=" gcc"
# Debian's Python has Debian's packages; another one first in the path may not.
python=
for candidate in python3 /usr/bin/python3; do
  "$candidate" -c 'import markdown' 2> /dev/null && python=$candidate && break
done
[ -n "$python" ] || missing+=" python3-markdown"
[ -z "$missing" ] || { echo "build: these are missing:$missing" >&2; exit 1; }

rm -rf "$root/artifacts/release"
"$root/vst3/windows-loader/build.sh"
"$root/vst3/linux/build.sh"
"$root/rehearsal/build.sh"
"$root/plugin/front/build.sh"
"$python" "$root/installer/pack.py" windows "$@"
"$python" "$root/installer/pack.py" linux
"$python" "$root/installer/pack.py" sums
