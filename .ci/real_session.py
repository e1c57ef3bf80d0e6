"""Holds the rehearsal of sessions against that of the stems that they are made of.

Every stem of the real song is cut into four clips that overlap in straight crossfades, so that the clips add up to the stem again:
once as a REAPER project with folders, item gains that undo them, an inverted track and a muted one, once as a DAWproject. Then the
copy that --write makes is read again.
"""

import json
import pathlib
import subprocess
import sys
import wave
import zipfile

FOCAL = "E-Piano"
PIECES = 4
OVERLAP = 0.25


def seconds(path):
    with wave.open(str(path)) as stem:
        return stem.getnframes() / stem.getframerate()


def pieces(length):
    """Start and length of each clip, and its overlaps with the ones before and behind it."""
    step = length / PIECES
    for i in range(PIECES):
        start = max(0, i * step - OVERLAP / 2)
        end = min(length, (i + 1) * step + OVERLAP / 2)
        yield start, end - start, OVERLAP if i else 0, OVERLAP if i < PIECES - 1 else 0


def reaper(stems):
    lines = ['<REAPER_PROJECT 0.1 "7.40/win64" 1764248306', "  TEMPO 120 4 4 0"]
    lines += ["  <TRACK", "    NAME Folder", "    VOLPAN 0.5 0 -1 -1 1", "    ISBUS 1 1", "  >"]
    for i, stem in enumerate(stems):
        in_folder = i < 3
        lines += ["  <TRACK", f'    NAME "{stem.stem}"', "    VOLPAN 1 0 -1 -1 1", f"    IPHASE {i % 2}"]
        lines += [f"    ISBUS {'2 -1' if i == 2 else '0 0'}"]
        for start, length, fade_in, fade_out in pieces(seconds(stem)):
            lines += [
                "    <ITEM", f"      POSITION {start:.14f}", f"      LENGTH {length:.14f}", "      LOOP 1",
                f"      FADEIN 0 0 {fade_in} 0 0 0 0", f"      FADEOUT 0 0 {fade_out} 0 0 0 0",
                f"      VOLPAN {2 if in_folder else 1} 0 1 -1", f"      SOFFS {start:.14f}",
                "      <SOURCE WAVE", f'        FILE "Stems\\{stem.name}"', "      >", "    >",
            ]
        lines += ["  >"]
    lines += ["  <TRACK", "    NAME Muted", "    MUTESOLO 1 0 0", "    <ITEM", "      LENGTH 60", "      <SOURCE WAVE"]
    lines += [f'        FILE "stems/{stems[0].name}"', "      >", "    >", "  >", ">"]
    return "\r\n".join(lines) + "\r\n"


def dawproject(stems):
    tracks, lanes = [], []
    for i, stem in enumerate(stems):
        tracks.append(f'<Track id="t{i}" name="{stem.stem}"><Channel id="c{i}" destination="m"><Volume unit="linear" min="0" max="2" value="1.000000"/></Channel></Track>')
        clips = "".join(
            f'<Clip time="{start * 2:.12f}" duration="{length * 2:.12f}" playStart="{start:.12f}" contentTimeUnit="seconds" fadeTimeUnit="seconds" fadeInTime="{fade_in}" fadeOutTime="{fade_out}">'
            f'<Audio duration="{seconds(stem)}"><File path="audio/{stem.name}"/></Audio></Clip>'
            for start, length, fade_in, fade_out in pieces(seconds(stem)))
        lanes.append(f'<Lanes track="t{i}"><Clips>{clips}</Clips></Lanes>')
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<Project version="1.0"><Application name="Bitwig Studio" version="5.3"/><Transport><Tempo unit="bpm" value="120"/></Transport>'
            f'<Structure>{"".join(tracks)}<Track id="tm" name="Master"><Channel id="m" role="master"/></Track></Structure>'
            f'<Arrangement><Lanes timeUnit="beats">{"".join(lanes)}</Lanes></Arrangement></Project>\n')


def rehearse(session, report, *options):
    subprocess.run(["dotnet", "run", "-c", "Release", "--project", "rehearsal", "--", str(session), "--focal", FOCAL, "--json", str(report), *options],
                   check=True, stdout=subprocess.DEVNULL)
    return {track["name"]: track for track in json.loads(report.read_text())["tracks"]}


def main(folder):
    stems = sorted((folder / "stems").glob("*.wav"))
    work = folder / "session"
    work.mkdir(exist_ok=True)
    for old in work.iterdir():
        if old.is_file():
            old.unlink()
    if not (work / "stems").exists():
        (work / "stems").symlink_to(folder / "stems")
    (work / "song.rpp").write_bytes(reaper(stems).encode())
    with zipfile.ZipFile(work / "song.dawproject", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.xml", dawproject(stems))
        for stem in stems:
            archive.write(stem, f"audio/{stem.name}")

    failures = 0
    expected = rehearse(folder / "stems", work / "stems.json")
    for name in ("song.rpp", "song.dawproject"):
        copy = work / name.replace("song", "copy")
        ours = rehearse(work / name, work / f"{name}.json")
        staged = rehearse(work / name, work / f"{name}.staged.json", "--write", str(copy))
        read = rehearse(copy, work / f"{name}.copy.json")
        for track, stem in expected.items():
            for figure, of, against in (("integratedLufs", ours, stem), ("relativeLu", ours, stem), ("relativeLu", read, staged[track]), ("faderDb", read, staged[track])):
                value = of[track][figure]
                is_good = abs(value - against[figure]) <= 0.1
                failures += not is_good
                if not is_good:
                    print(f"  {name}, {track}: {figure} is {value}, not {against[figure]}")
        moved = sum(staged[track]["faderDb"] != 0 for track in staged)
        print(f"  {name}: {len(ours)} tracks read as their stems; {moved} faders moved in the copy, which reads as predicted")
        failures += moved == 0 or set(ours) != set(expected)
    changed = [(a, b) for a, b in zip((work / "song.rpp").read_bytes().split(b"\n"), (work / "copy.rpp").read_bytes().split(b"\n"), strict=True) if a != b]
    failures += any(not a.startswith(b"    VOLPAN ") or a.split()[2:] != b.split()[2:] for a, b in changed)
    if failures:
        raise SystemExit(f"{failures} figures are off.")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
