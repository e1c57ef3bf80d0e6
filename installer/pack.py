#!/usr/bin/env python3
"""Packs the built bundles: FaderStager-VERSION-setup.exe for Windows, FaderStager-VERSION-linux-x64.tar.gz for Linux.

  installer/pack.py windows [options]     needs artifacts/vst3-win/FaderStager.vst3, artifacts/rehearsal/win-x64 and NSIS
  installer/pack.py linux [options]       needs artifacts/vst3/FaderStager.vst3 and artifacts/rehearsal/linux-x64
  installer/pack.py sums                  SHA256SUMS of what stands in the output folder

build.sh and build.ps1 build the bundles first. Runs on Linux and on Windows; needs Python's "markdown" package.
The same commit gives the same bytes: files are sorted and bear the commit's time, or that of SOURCE_DATE_EPOCH.

Signing: with FADERSTAGER_SIGN in the environment, that command is run with a file's path as its last argument, for each
program and library of FaderStager's own, for the uninstaller and for the setup. It must end with 0.
"""
import argparse
import base64
import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "installer"
sys.path.insert(0, str(ROOT / "vst3/windows-loader"))
sys.dont_write_bytecode = True
import pictures  # noqa: E402
import private_runtime  # noqa: E402

EDITION = "FaderStager AudioPlugSharp"
BRIDGE = "FaderStagerBridge.vst3"
GUIDE = "FaderStager user guide.html"
LICENCES = "FaderStager licences.txt"
CHAPTERS = ("user-guide", "in-a-real-session", "install", "loudness", "glossary")
STYLE = """body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 16px/1.55 "Segoe UI", Roboto, "DejaVu Sans", sans-serif; color: #1b1f24; }
img { max-width: 100%; } pre, code { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: 90%; background: #f1f2f4; }
pre { padding: .7em; overflow-x: auto; } table { border-collapse: collapse; } th, td { border: 1px solid #ccd; padding: .3em .6em; text-align: left; vertical-align: top; }
section + section { border-top: 2px solid #ccd; margin-top: 3em; }"""


def fail(sentence):
    sys.exit(f"pack: {sentence}")


def version_of_tree():
    found = re.search(r"<Version>(.*)</Version>", (ROOT / "Directory.Build.props").read_text(encoding="utf-8"))
    return found[1] if found else fail("Directory.Build.props has no version.")


def time_of_tree():
    """Seconds since 1970 that every packed file bears."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return int(os.environ["SOURCE_DATE_EPOCH"])
    commit = subprocess.run(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True)
    return int(commit.stdout) if commit.returncode == 0 else fail("this is no git clone: set SOURCE_DATE_EPOCH to the seconds since 1970 that the files are to bear.")


def files_below(folder):
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.relative_to(folder).parts)


def write_guide(path, version):
    """The user guide and what it refers to, in one page with its pictures inside."""
    try:
        import markdown
        from markdown.extensions.toc import TocExtension, slugify
    except ImportError:
        fail('Python\'s "markdown" package is missing (Debian: python3-markdown; elsewhere: pip install markdown).')

    def picture(match):
        file = ROOT / "docs" / match[1]
        if not file.is_file():
            print(f"pack: the guide lacks a picture: {match[1]}")
            return 'src=""'
        return f'src="data:image/png;base64,{base64.b64encode(file.read_bytes()).decode()}"'

    sections = []
    for chapter in CHAPTERS:
        # The guide's own headings are called as its links call them, those of the other chapters after their chapter.
        names = TocExtension(slugify=lambda text, between, before="" if chapter == CHAPTERS[0] else f"{chapter}-": before + slugify(text, between))
        html = markdown.markdown((ROOT / "docs" / f"{chapter}.md").read_text(encoding="utf-8"), extensions=["tables", "fenced_code", names], output_format="html")
        html = re.sub(r'src="(images/[^"]+\.png)"', picture, html)
        html = re.sub(r'<a href="([\w-]+)\.md">(.*?)</a>', lambda link: f'<a href="#chapter-{link[1]}">{link[2].removesuffix(".md")}</a>' if link[1] in CHAPTERS else link[2], html)
        sections.append(f'<section id="chapter-{chapter}">\n{html}\n</section>')
    body = "\n".join(sections)
    for place in sorted(set(re.findall(r'href="#([^"]+)"', body)) - set(re.findall(r'id="([^"]+)"', body))):
        print(f"pack: the guide has a link to nowhere: #{place}")
    page = f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>FaderStager {version}: user guide</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n'
    path.write_bytes((page + body + "\n</body>\n</html>\n").encode())


def write_licences(path, parts):
    """FaderStager's licence, then each part's: (name, file)."""
    texts = [(ROOT / "LICENSE").read_text(encoding="utf-8").strip()]
    for name, file in parts:
        text = file.read_text(encoding="utf-8-sig").replace("\r\n", "\n").strip()
        texts.append(f"{'=' * 100}\n{name}\n{'=' * 100}\n\n{text}")
    path.write_bytes(("\n\n\n".join(texts) + "\n").replace("\n", "\r\n").encode())


def runtime_licences():
    core = private_runtime.packs(private_runtime.version_of_packs())[0]
    return [(".NET runtime", core / "LICENSE.TXT"), (".NET runtime: third-party notices", core / "THIRD-PARTY-NOTICES.TXT")]


def toolkit_licence():
    version = re.search(r'Include="CommunityToolkit.Mvvm" Version="([^"]+)"', (ROOT / "Directory.Packages.props").read_text(encoding="utf-8"))[1]
    return [("CommunityToolkit.Mvvm and CommunityToolkit.HighPerformance (MIT)", private_runtime.package_folder() / "communitytoolkit.mvvm" / version / "License.md")]


def skia_licences():
    """The licences of what pictures and the Linux editor are drawn with: SkiaSharp, Skia and what is inside it, and the letters."""
    version = re.search(r'Include="SkiaSharp" Version="([^"]+)"', (ROOT / "Directory.Packages.props").read_text(encoding="utf-8"))[1]
    packages = private_runtime.package_folder()
    return [
        ("SkiaSharp (MIT)", packages / "skiasharp" / version / "LICENSE.txt"),
        ("Skia (BSD) and what is inside it", packages / "skiasharp.nativeassets.linux.nodependencies" / version / "THIRD-PARTY-NOTICES.txt"),
        ("Roboto (letters of the editor and the rehearsal's pictures)", ROOT / "wpfui/Fonts/Roboto-LICENSE.txt"),
    ]


def console_licences():
    """The licences of what the rehearsal is made of besides .NET, whose own covers System.CommandLine, and Skia."""
    core = private_runtime.packs(private_runtime.version_of_packs())[0]
    return [("System.CommandLine (MIT)", core / "LICENSE.TXT"), ("Spectre.Console (MIT)", HERE / "licences/Spectre.Console.txt")]


def rehearsal_for(options, rid, program):
    """The folder of the built rehearsal, or None where it is left out."""
    if options.without_rehearsal:
        return None
    folder = options.rehearsal or ROOT / "artifacts/rehearsal" / rid
    return folder if (folder / program).is_file() else fail(f"{folder} holds no {program}: build it first (rehearsal/build.sh).")


def stamp(folder, time):
    for path in files_below(folder):
        os.utime(path, (time, time))


def sign(files):
    command = os.environ.get("FADERSTAGER_SIGN")
    if not command:
        print("pack: not signed, for FADERSTAGER_SIGN names no command.")
        return
    for file in files:
        if subprocess.run(f'{command} "{file}"', shell=True).returncode != 0:
            fail(f"{file.name} could not be signed.")


def write_file_list(path, folder, target):
    """NSIS' commands that lay a folder out below $INSTDIR, in the order of the names, whatever the file system's is."""
    lines, last = [], None
    for file in files_below(folder):
        parent = file.relative_to(folder).parent
        if parent != last:
            below = "\\".join((target, *parent.parts))
            lines.append(f'SetOutPath "$INSTDIR\\{below}"')
            last = parent
        lines.append('File "' + str(file).replace("$", "$$") + '"')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def find_nsis():
    """makensis, and the kind of program that its stubs can make: Debian's make 64-bit ones, those for Windows 32-bit ones."""
    candidates = [shutil.which("makensis"), *(os.path.join(os.environ.get(name, ""), "NSIS", "makensis.exe") for name in ("ProgramFiles(x86)", "ProgramFiles"))]
    program = next((Path(name) for name in candidates if name and Path(name).is_file()), None)
    if not program:
        fail("NSIS is missing (Debian: nsis; Windows: https://nsis.sourceforge.io, 3.08 or later).")
    stubs = [Path("/usr/share/nsis/Stubs"), program.parent / "Stubs", program.parent.parent / "Stubs"]
    has_64_bit = any((folder / "lzma_solid-amd64-unicode").exists() for folder in stubs)
    return program, "amd64-unicode" if has_64_bit else "x86-unicode"


def lay_out(bundle, target):
    """A fresh copy of a bundle, to add to."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(bundle, target)


def lay_out_edition(built, target):
    """The AudioPlugSharp edition's bundle: what was built on Windows, behind the front that hosts load."""
    front = ROOT / f"artifacts/edition/{EDITION}.vst3"
    if not (built / BRIDGE).is_file():
        fail(f"{built} holds no {BRIDGE}: it is the output folder of plugin/ as built on Windows.")
    if not front.is_file():
        fail(f"{front} is missing: build it first (plugin/front/build.sh or build.ps1).")
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(built, target / "Contents/x86_64-win", ignore=shutil.ignore_patterns("*.pdb", "*.xml"))
    shutil.copy(front, target / "Contents/x86_64-win")
    return target


def own_binaries(folder):
    return sorted(file for file in folder.iterdir() if file.name.startswith("FaderStager") and file.name != BRIDGE and file.suffix in (".dll", ".vst3"))


def pack_windows(options, version, time):
    numbers = re.match(r"(\d+)\.(\d+)\.(\d+)", version) or fail(f"{version} is no version.")
    bundle = options.bundle or ROOT / "artifacts/vst3-win/FaderStager.vst3"
    module = "Contents/x86_64-win"
    if not (bundle / module / "FaderStager.vst3").is_file():
        fail(f"{bundle} is no bundle for Windows: build it first (vst3/windows-loader/build.sh or build.ps1).")
    work = ROOT / "artifacts/obj/installer"
    payload = work / "payload"
    lay_out(bundle, payload)
    if not options.without_runtime:
        private_runtime.lay_out(payload / module / "runtime")
    write_guide(work / GUIDE, version)
    bridge_licence = [("AudioPlugSharp (MIT)", HERE / "AudioPlugSharp-LICENSE.txt")] if options.edition else []
    rehearsal = rehearsal_for(options, "win-x64", "faderstager.exe")
    shutil.rmtree(work / "rehearsal", ignore_errors=True)
    if rehearsal:
        shutil.copytree(rehearsal, work / "rehearsal")
        sign([work / "rehearsal/faderstager.exe"])
    write_licences(work / LICENCES, [*runtime_licences(), *toolkit_licence(), *(console_licences() if rehearsal else []), *(skia_licences() if rehearsal else [("Roboto (fonts)", ROOT / "wpfui/Fonts/Roboto-LICENSE.txt")]), *bridge_licence])
    pictures.write_side(work / "side.bmp")
    edition = lay_out_edition(options.edition, work / "edition") if options.edition else None
    sign(own_binaries(payload / module) + (own_binaries(edition / module) if edition else []))
    stamp(work, time)
    write_file_list(work / "payload.nsh", payload, "FaderStager.new")

    makensis, target = find_nsis()
    target = options.target or target
    setup = options.out / f"FaderStager-{version}-setup.exe"
    defines = {
        "VERSION": version, "FILE_VERSION": ".".join(numbers.groups()) + ".0", "OUTPUT": setup, "ROOT": ROOT, "PAYLOAD": work / "payload.nsh",
        "GUIDE": work / GUIDE, "LICENCES": work / LICENCES, "SIDE": work / "side.bmp", "TARGET": target,
        "SIZE_KB": sum((file.stat().st_size + 1023) // 1024 for file in files_below(payload)),
    }
    if rehearsal:
        write_file_list(work / "rehearsal.nsh", work / "rehearsal", "Rehearsal")
        defines["REHEARSAL"] = work / "rehearsal.nsh"
    if options.fast:
        defines["FAST"] = 1
    if edition:
        write_file_list(work / "edition.nsh", edition, f"{EDITION}.vst3")
        defines["EDITION"] = work / "edition.nsh"
    if os.environ.get("FADERSTAGER_SIGN"):
        defines["SIGN"] = os.environ["FADERSTAGER_SIGN"]
    dash = "/" if os.name == "nt" else "-"
    command = [str(makensis), f"{dash}V2", f"{dash}WX", f"{dash}INPUTCHARSET", "UTF8", *(f"{dash}D{name}={value}" for name, value in defines.items()), str(HERE / "setup.nsi")]
    if subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": str(time)}).returncode != 0:
        fail("NSIS could not make the setup.")
    print(f"{setup.name}: {setup.stat().st_size / 1e6:.1f} MB, installs {defines['SIZE_KB'] / 1000:.0f} MB ({target})")


def pack_linux(options, version, time):
    bundle = options.bundle or ROOT / "artifacts/vst3/FaderStager.vst3"
    if not (bundle / "Contents/x86_64-linux/FaderStager.so").is_file():
        fail(f"{bundle} is no bundle for Linux: build it first (vst3/linux/build.sh).")
    work = ROOT / "artifacts/obj/installer-linux"
    shutil.rmtree(work, ignore_errors=True)
    lay_out(bundle, work / "FaderStager.vst3")
    write_guide(work / GUIDE, version)
    rehearsal = rehearsal_for(options, "linux-x64", "faderstager")
    if rehearsal:
        shutil.copytree(rehearsal, work / "rehearsal")
        shutil.copyfile(ROOT / "docs/faderstager.1", work / "rehearsal/faderstager.1")
    write_licences(work / LICENCES, [*runtime_licences(), *toolkit_licence(), *skia_licences(), *(console_licences() if rehearsal else [])])
    shutil.copyfile(ROOT / "vst3/linux/install.sh", work / "install.sh")
    top = f"FaderStager-{version}-linux-x64"
    archive = options.out / f"{top}.tar.gz"
    with archive.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=time) as packed, tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for file in files_below(work):
            entry = tarfile.TarInfo(f"{top}/{file.relative_to(work).as_posix()}")
            data = file.read_bytes()
            entry.size, entry.mtime, entry.uname, entry.gname = len(data), time, "root", "root"
            entry.mode = 0o755 if file.suffix in (".sh", ".so") or file.name == "faderstager" else 0o644
            tar.addfile(entry, io.BytesIO(data))
    print(f"{archive.name}: {archive.stat().st_size / 1e6:.1f} MB")


def write_sums(out):
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files_below(out) if file.name.startswith("FaderStager-")]
    (out / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description="Packs the built bundles.")
    parser.add_argument("what", choices=("windows", "linux", "sums"))
    parser.add_argument("--out", type=Path, default=ROOT / "artifacts/release", help="where the result goes (default artifacts/release)")
    parser.add_argument("--bundle", type=Path, help="another bundle than the one built last")
    parser.add_argument("--edition", type=Path, help="output folder of the AudioPlugSharp edition, built on Windows: becomes a choice of the setup")
    parser.add_argument("--fast", action="store_true", help="compress quickly: for tests")
    parser.add_argument("--version", help="another version than the tree's: for tests")
    parser.add_argument("--without-runtime", action="store_true", help="leave the private .NET out: for tests")
    parser.add_argument("--rehearsal", type=Path, help="another folder of the rehearsal than the one built last")
    parser.add_argument("--without-rehearsal", action="store_true", help="leave the rehearsal out: for tests")
    parser.add_argument("--target", choices=("amd64-unicode", "x86-unicode"), help="the setup's own kind (default: 64 bits where NSIS can)")
    options = parser.parse_args()
    options.out = options.out.resolve()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.what == "sums":
        write_sums(options.out)
        return
    version = options.version or version_of_tree()
    (pack_windows if options.what == "windows" else pack_linux)(options, version, time_of_tree())


if __name__ == "__main__":
    main()
