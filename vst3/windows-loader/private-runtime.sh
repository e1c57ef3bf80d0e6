#!/usr/bin/env bash
# Lays out a private .NET 10 Desktop runtime for Windows from NuGet's runtime packs.
#
#   vst3/windows-loader/private-runtime.sh OUT
#
# OUT becomes a folder that a .NET host takes as its root: host/fxr/VERSION, shared/Microsoft.NETCore.App/VERSION,
# shared/Microsoft.WindowsDesktop.App/VERSION and the licence texts. Beside the loader, as Contents/x86_64-win/runtime, it is
# the one that the plug-in starts. Left out is what no plug-in uses: debuggers' parts and the frameworks' own messages in
# other languages. Both frameworks are whole otherwise, since other .NET plug-ins of the host join the same runtime.
# Needs the .NET 10 SDK and python3.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:?"usage: private-runtime.sh OUT"}

fail() {
  echo "private-runtime: $*" >&2
  exit 1
}

# 1. The packs. The version is the one that the WPF projects compile against.
version=$(sed -n 's:.*<WindowsDesktopPackVersion>\(.*\)</WindowsDesktopPackVersion>.*:\1:p' "$root/WindowsDesktop.props")
[ -n "$version" ] || fail "WindowsDesktop.props names no WindowsDesktopPackVersion."
packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
core=${packages%/}/microsoft.netcore.app.runtime.win-x64/$version
desktop=${packages%/}/microsoft.windowsdesktop.app.runtime.win-x64/$version
if [ ! -d "$core/runtimes" ] || [ ! -d "$desktop/runtimes" ]; then
  project=$(mktemp -d)
  trap 'rm -rf "$project"' EXIT
  cat > "$project/packs.csproj" << PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
  </PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="Microsoft.NETCore.App.Runtime.win-x64" Version="[$version]" />
    <PackageDownload Include="Microsoft.WindowsDesktop.App.Runtime.win-x64" Version="[$version]" />
  </ItemGroup>
</Project>
PROJECT
  dotnet restore "$project/packs.csproj" --nologo -v quiet || fail "NuGet does not give the runtime packs $version."
fi

# 2. One framework: assemblies and native files flat in one folder, and a list of exactly these files.
unwanted='mscordaccore.*|mscordbi\.dll|createdump\.exe|Microsoft\.DiaSymReader\.Native\..*|hostfxr\.dll|msquic\.dll'
framework() {
  local name=$1 pack=$2 target=$out/shared/$1/$version file
  mkdir -p "$target"
  for file in "$pack"/runtimes/win-x64/lib/net10.0/* "$pack"/runtimes/win-x64/native/*; do
    [ -f "$file" ] || continue
    [[ ${file##*/} =~ ^($unwanted)$ ]] || cp "$file" "$target/"
  done
  python3 - "$pack/runtimes/win-x64/lib/net10.0/$name.deps.json" "$target" "$target/$name.deps.json" << 'PYTHON'
import json, os, sys
source, folder, result = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    listing = json.load(file)
for target in listing["targets"].values():
    for library in target.values():
        library.pop("resources", None)
        for kind in ("runtime", "native"):
            if kind in library:
                library[kind] = {name: what for name, what in library[kind].items() if os.path.exists(os.path.join(folder, name))}
with open(result, "w", encoding="utf-8", newline="\n") as file:
    json.dump(listing, file, indent=2)
PYTHON
}

rm -rf "$out/host" "$out/shared"
mkdir -p "$out/host/fxr/$version"
cp "$core/runtimes/win-x64/native/hostfxr.dll" "$out/host/fxr/$version/"
framework Microsoft.NETCore.App "$core"
framework Microsoft.WindowsDesktop.App "$desktop"
cp "$core/LICENSE.TXT" "$out/LICENSE.txt"
cp "$core/THIRD-PARTY-NOTICES.TXT" "$out/ThirdPartyNotices.txt"
cp "$desktop/LICENSE" "$out/LICENSE-WindowsDesktop.txt"
echo ".NET Desktop runtime $version: $out ($(du -sm "$out" | cut -f 1) MB)"
