# Builds the setup on Windows: artifacts\release\FaderStager-VERSION-setup.exe and SHA256SUMS. build.sh builds all of a release on Linux.
# Needs the .NET 10 SDK, git, NSIS 3.08 or later, Python 3 with "markdown" (pip install markdown), and a Developer PowerShell for VS.
#
#   installer\build.ps1 [--edition FOLDER]   FOLDER: output folder of plugin\ (dotnet build plugin -c Release), to be a choice of the setup
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path (Join-Path $PSScriptRoot '..')).Path
& (Join-Path $root 'vst3\windows-loader\build.ps1')
& (Join-Path $root 'plugin\front\build.ps1')

$rehearsal = Join-Path $root 'artifacts\rehearsal\win-x64'
& dotnet publish (Join-Path $root 'rehearsal') -c Release -r win-x64 --nologo -v quiet
if ($LASTEXITCODE -ne 0) { throw "dotnet publish ended with $LASTEXITCODE." }
$built = Join-Path $root 'artifacts\publish\FaderStager.Rehearsal\release_win-x64'
Remove-Item $rehearsal -Recurse -Force -ErrorAction Ignore
New-Item $rehearsal -ItemType Directory | Out-Null
Copy-Item (Join-Path $built 'FaderStager.Rehearsal.exe') (Join-Path $rehearsal 'faderstager.exe')
Copy-Item (Join-Path $built 'lib*.dll') $rehearsal

function Invoke-Pack {
    & python (Join-Path $root 'installer\pack.py') @args
    if ($LASTEXITCODE -ne 0) { throw "pack.py ended with $LASTEXITCODE." }
}
Invoke-Pack windows @args
Invoke-Pack sums
