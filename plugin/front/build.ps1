# Builds the front of the AudioPlugSharp edition on Windows: artifacts\edition\FaderStager AudioPlugSharp.vst3. build.sh does the same on
# Linux. Needs, from a "Developer PowerShell for VS", cl.exe or clang-cl.exe, and rc.exe of the Windows SDK.
$ErrorActionPreference = 'Stop'
$here = $PSScriptRoot
$root = (Resolve-Path (Join-Path $here '..\..')).Path
$loader = Join-Path $root 'vst3\windows-loader'
$out = Join-Path $root 'artifacts\edition'
$objects = Join-Path $root 'artifacts\obj\edition-front'

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

New-Item -ItemType Directory -Force $out, $objects | Out-Null
$resource = Join-Path $objects 'front.res'
Invoke-Checked 'rc.exe' (@('/nologo', "/I$loader", "/I$(Join-Path $root 'installer')") + $numbers + @("/fo$resource", (Join-Path $here 'front.rc')))
# The flags are those of the loader, for its reasons.
$sources = @(Get-ChildItem (Join-Path $here '*.c') | ForEach-Object FullName) + @('log.c', 'module.c', 'runtime.c' | ForEach-Object { Join-Path $loader $_ })
Invoke-Checked $compiler (@('/nologo', '/O2', '/W4', '/WX', '/std:c11', '/MT', '/LD', '/D_CRT_SECURE_NO_WARNINGS', '/wd4054', '/wd4055', '/wd4204', '/wd4221', "/I$loader") + $numbers + $sources +
    @("/Fo$objects\", "/Fe$(Join-Path $out 'FaderStager AudioPlugSharp.vst3')", $resource, '/link', '/Brepro', 'advapi32.lib', "/IMPLIB:$(Join-Path $objects 'front.lib')"))
"FaderStager $version, front of the AudioPlugSharp edition: $out"
