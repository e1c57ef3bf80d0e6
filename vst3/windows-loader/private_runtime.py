#!/usr/bin/env python3
"""Lays out a private .NET 10 Desktop runtime for Windows from NuGet's runtime packs. Runs on Linux and on Windows.

  vst3/windows-loader/private_runtime.py OUT

OUT becomes a folder that a .NET host takes as its root: host/fxr/VERSION, shared/Microsoft.NETCore.App/VERSION,
shared/Microsoft.WindowsDesktop.App/VERSION and the licence texts. Beside the loader, as Contents/x86_64-win/runtime, it is
the one that the plug-in starts. Left out is what no plug-in uses: debuggers' parts and the frameworks' own messages in
other languages. Both frameworks are whole otherwise, since other .NET plug-ins of the host join the same runtime.
Needs the .NET 10 SDK.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UNWANTED = re.compile(r"mscordaccore.*\..*|mscordbi\.dll|createdump\.exe|Microsoft\.DiaSymReader\.Native\..*|hostfxr\.dll|msquic\.dll")
PACKS = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
  </PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="Microsoft.NETCore.App.Runtime.win-x64" Version="[{0}]" />
    <PackageDownload Include="Microsoft.WindowsDesktop.App.Runtime.win-x64" Version="[{0}]" />
  </ItemGroup>
</Project>
"""


def package_folder():
    """Where NuGet keeps its packages on this machine."""
    line = subprocess.run(["dotnet", "nuget", "locals", "global-packages", "--list"], check=True, capture_output=True, text=True).stdout
    return Path(line.split(":", 1)[1].strip())


def packs(version):
    """The folders of the two runtime packs, restored where they are missing."""
    folders = [package_folder() / f"microsoft.{name}.app.runtime.win-x64" / version for name in ("netcore", "windowsdesktop")]
    if not all((folder / "runtimes").is_dir() for folder in folders):
        with tempfile.TemporaryDirectory() as project:
            Path(project, "packs.csproj").write_text(PACKS.format(version), encoding="utf-8")
            if subprocess.run(["dotnet", "restore", str(Path(project, "packs.csproj")), "--nologo", "-v", "quiet"]).returncode != 0:
                sys.exit(f"private_runtime: NuGet does not give the runtime packs {version}.")
    return folders


def lay_out_framework(name, pack, target):
    """Assemblies and native files flat in one folder, and a list of exactly these files."""
    assemblies = pack / "runtimes/win-x64/lib/net10.0"
    target.mkdir(parents=True)
    for folder in (assemblies, pack / "runtimes/win-x64/native"):
        for file in sorted(folder.iterdir()):
            if file.is_file() and not UNWANTED.fullmatch(file.name):
                shutil.copyfile(file, target / file.name)
    listing = json.loads((assemblies / f"{name}.deps.json").read_text(encoding="utf-8"))
    for libraries in listing["targets"].values():
        for library in libraries.values():
            library.pop("resources", None)
            for kind in ("runtime", "native"):
                if kind in library:
                    library[kind] = {file: what for file, what in library[kind].items() if (target / file).exists()}
    (target / f"{name}.deps.json").write_bytes(json.dumps(listing, indent=2).encode())


def version_of_packs():
    """The version that the WPF projects compile against."""
    found = re.search(r"<WindowsDesktopPackVersion>(.*)</WindowsDesktopPackVersion>", (ROOT / "WindowsDesktop.props").read_text(encoding="utf-8"))
    if not found:
        sys.exit("private_runtime: WindowsDesktop.props names no WindowsDesktopPackVersion.")
    return found[1]


def lay_out(out):
    """Makes the folder anew and returns the runtime's version."""
    version = version_of_packs()
    core, desktop = packs(version)
    for part in ("host", "shared"):
        shutil.rmtree(out / part, ignore_errors=True)
    fxr = out / "host/fxr" / version
    fxr.mkdir(parents=True)
    shutil.copyfile(core / "runtimes/win-x64/native/hostfxr.dll", fxr / "hostfxr.dll")
    lay_out_framework("Microsoft.NETCore.App", core, out / "shared/Microsoft.NETCore.App" / version)
    lay_out_framework("Microsoft.WindowsDesktop.App", desktop, out / "shared/Microsoft.WindowsDesktop.App" / version)
    shutil.copyfile(core / "LICENSE.TXT", out / "LICENSE.txt")
    shutil.copyfile(core / "THIRD-PARTY-NOTICES.TXT", out / "ThirdPartyNotices.txt")
    shutil.copyfile(desktop / "LICENSE", out / "LICENSE-WindowsDesktop.txt")
    return version


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: private_runtime.py OUT")
    place = Path(sys.argv[1])
    release = lay_out(place)
    megabytes = sum(file.stat().st_size for file in place.rglob("*") if file.is_file()) / 1e6
    print(f".NET Desktop runtime {release}: {place} ({megabytes:.0f} MB)")
