#!/bin/sh
# Builds the VST3 bundle for Linux: artifacts/vst3/FaderStager.vst3.
# Needs the .NET SDK and a C linker: clang, or gcc.
set -eu
cd "$(dirname "$0")/../.."
case "$(uname -m)" in
    aarch64) rid=linux-arm64 ;;
    *) rid=linux-x64 ;;
esac
exec dotnet publish vst3/FaderStager.Vst3.csproj -c Release -r "$rid" --nologo "$@"
