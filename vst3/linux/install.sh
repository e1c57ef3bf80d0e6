#!/bin/sh
# Builds the VST3 bundle and installs it for this person: ~/.vst3/FaderStager.vst3, or another folder given as the argument.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
target="${1:-$HOME/.vst3}"
"$here/build.sh"
mkdir -p "$target"
rm -rf "$target/FaderStager.vst3"
cp -R "$here/../../artifacts/vst3/FaderStager.vst3" "$target/"
echo "FaderStager is in $target: let the host scan its plug-ins again."
