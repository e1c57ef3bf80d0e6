#!/bin/sh
# The Windows bundle under Wine: the loader with no .NET, a private one, an installed one and one that is too old; then
# the whole host suite through the loader's DLL, in a process where .NET runs already.
# Needs wine, xvfb, mingw-w64 and the .NET SDK. Prints one line a case; exits with 1 when one fails.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
cd "$here/../.."
work="$(mktemp -d)"
trap 'WINEPREFIX="$work/prefix" wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT
export WINEPREFIX="$work/prefix" WINEARCH=win64 WINEDEBUG=-all
failed=0

check() { # NAME EXPECTED-EXIT-CODE COMMAND...
    name="$1"; expected="$2"; shift 2
    code=0
    "$@" >"$work/out.txt" 2>/dev/null || code=$?
    if [ "$code" -eq "$expected" ]; then
        echo "ok: $name: $(tail -n 1 "$work/out.txt" | tr -d '\r')"
    else
        echo "FAILED: $name: exit code $code"
        cat "$work/out.txt"
        failed=1
    fi
}

# Bundle, suite, and .NET for Windows laid out from the runtime's own package.
version="$(dotnet msbuild vst3/FaderStager.Vst3.csproj -getProperty:BundledNETCoreAppPackageVersion)"
packages="$(dotnet nuget locals global-packages --list | sed 's/.*: //')"
vst3/windows-loader/build.sh >/dev/null
dotnet publish tests/FaderStager.Vst3.Tests -c Release -r win-x64 --self-contained true --nologo -v quiet -o "$work/unused"
dotnet publish tests/FaderStager.Vst3.Tests -c Release -r win-x64 --self-contained false --nologo -v quiet -o "$work/tests"
pack="$packages/microsoft.netcore.app.runtime.win-x64/$version/runtimes/win-x64"
mkdir -p "$work/dotnet/host/fxr/$version" "$work/dotnet/shared/Microsoft.NETCore.App/$version"
cp "$pack"/native/* "$pack"/lib/net10.0/* "$work/dotnet/shared/Microsoft.NETCore.App/$version/"
mv "$work/dotnet/shared/Microsoft.NETCore.App/$version/hostfxr.dll" "$work/dotnet/host/fxr/$version/"
x86_64-w64-mingw32-gcc -municode -O1 -Wall -Wextra -Werror -o "$work/host.exe" "$here/host.c"
cp -R artifacts/vst3-win/FaderStager.vst3 "$work/"
binaries="$work/FaderStager.vst3/Contents/x86_64-win"
module="Z:$(echo "$binaries/FaderStager.vst3" | tr / '\\')"
xvfb-run -a wineboot -i >/dev/null 2>&1

check "no .NET" 1 xvfb-run -a wine "$work/host.exe" "$module"
log="$(find "$WINEPREFIX" -name vst3.log)"
check "the reason is in the log" 0 grep -c "no .NET runtime beside it and none installed" "$log"
cp -R "$work/dotnet" "$binaries/dotnet"
check "a private .NET" 0 xvfb-run -a wine "$work/host.exe" "$module"
mv "$binaries/dotnet/shared/Microsoft.NETCore.App/$version" "$binaries/dotnet/shared/Microsoft.NETCore.App/8.0.0"
check "a .NET that is too old" 1 xvfb-run -a wine "$work/host.exe" "$module"
check "the reason is in the log" 0 grep -c "no .NET on this computer serves it" "$log"
cp -R "$work/dotnet" "$WINEPREFIX/drive_c/Program Files/dotnet"
check "an installed .NET behind one that is too old" 0 xvfb-run -a wine "$work/host.exe" "$module"
rm -rf "$binaries/dotnet"
check "an installed .NET" 0 xvfb-run -a wine "$work/host.exe" "$module"
check "the suite in its own process" 0 xvfb-run -a wine "$work/tests/FaderStager.Vst3.Tests.exe"
export FADERSTAGER_VST3_MODULE="$module"
check "the suite through the loader" 0 xvfb-run -a wine "$work/tests/FaderStager.Vst3.Tests.exe"
exit "$failed"
