# Builds the VST3 bundle for Windows on Windows: artifacts\vst3-win\FaderStager.vst3. build.sh does the same on Linux.
# Needs the .NET 10 SDK and, from a "Developer PowerShell for VS", cl.exe or clang-cl.exe, and rc.exe of the Windows SDK.
$ErrorActionPreference = 'Stop'
$here = $PSScriptRoot
$root = (Resolve-Path (Join-Path $here '..\..')).Path
$bundle = Join-Path $root 'artifacts\vst3-win\FaderStager.vst3'
$binaries = Join-Path $bundle 'Contents\x86_64-win'
$resources = Join-Path $bundle 'Contents\Resources'
$objects = Join-Path $root 'artifacts\obj\windows-loader'

function Invoke-Checked([string] $program, [string[]] $arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE." }
}

$compiler = 'cl.exe', 'clang-cl.exe' | Where-Object { Get-Command $_ -ErrorAction SilentlyContinue } | Select-Object -First 1
if (-not $compiler) { throw 'Neither cl.exe nor clang-cl.exe is here: start from a Developer PowerShell for VS.' }

[xml] $build = Get-Content (Join-Path $root 'Directory.Build.props')
$version = @($build.Project.PropertyGroup.Version | Where-Object { $_ })[0]
if ($version -notmatch '^(\d+)\.(\d+)\.(\d+)') { throw 'Directory.Build.props has no version.' }
$numbers = "/DVERSION_MAJOR=$($Matches[1])", "/DVERSION_MINOR=$($Matches[2])", "/DVERSION_PATCH=$($Matches[3])"

if (Test-Path $bundle) { Remove-Item -Recurse -Force $bundle }
Invoke-Checked 'dotnet' @('publish', (Join-Path $root 'vst3\windows\FaderStager.Vst3.Windows.csproj'),
    '-c', 'Release', '-r', 'win-x64', '--no-self-contained', '-o', $binaries, '--nologo', '-v', 'quiet')
Remove-Item (Join-Path $binaries '*.pdb'), (Join-Path $binaries '*.xml')

New-Item -ItemType Directory -Force $binaries, $resources, $objects | Out-Null
$resource = Join-Path $objects 'loader.res'
Invoke-Checked 'rc.exe' (@('/nologo', "/I$here", "/I$(Join-Path $root 'installer')") + $numbers + @("/fo$resource", (Join-Path $here 'loader.rc')))
# /MT: no shared runtime library that a person would have to install. Not warned of: what C11 allows, and functions of DLLs by address.
$sources = Get-ChildItem (Join-Path $here '*.c') | ForEach-Object FullName
Invoke-Checked $compiler (@('/nologo', '/O2', '/W4', '/WX', '/std:c11', '/MT', '/LD', '/D_CRT_SECURE_NO_WARNINGS', '/wd4054', '/wd4055', '/wd4204', '/wd4221') + $numbers + $sources +
    @("/Fo$objects\", "/Fe$(Join-Path $binaries 'FaderStager.vst3')", $resource, '/link', '/Brepro', 'advapi32.lib', "/IMPLIB:$(Join-Path $objects 'loader.lib')"))
(Get-Content -Raw (Join-Path $root 'vst3\moduleinfo.json')).Replace('@VERSION@', $version) |
    Set-Content -NoNewline (Join-Path $resources 'moduleinfo.json')
"FaderStager $version for Windows: $bundle"
