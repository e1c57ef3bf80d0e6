#!/usr/bin/env python3
"""FaderStager in a real DAW: Ardour 7, without a screen.

usage: run.py BUNDLE STEMS REPORT [--focal NAME] [--changed NAME REPORT] [--speed NAME]

BUNDLE  FaderStager.vst3, built
STEMS   a folder of stereo WAV files at 48 kHz
REPORT  the rehearsal's JSON report on the same stems

Ardour's scanner has to list the plug-in. A session gets a track for each stem with an instance on each, the focal flagged by
its parameter, and plays. Each instance's read-only outputs must then say what the rehearsal says (0.3 LU), its role must be
the one guessed from the track's name, which only Ardour can have told (and which Ardour's writing it back must not make a person's
choice), and one track alone must be focal. Beside them a mono
track must read like the stereo track with the same sound on both sides. The session is saved, opened again and played again:
the same. There, with --changed, one stem is made 6 dB softer midway and the song is played from its start once more: readings
must be those of the rehearsal on the changed stem, for all tracks. Then the focal is moved by one track's parameter: Ardour's control of the track before must show it.
Last, a session of two tones with two instances on one track: a trim at the first, while it plays, must leave the balance of the last as it was (trim.py).
Prints a table; exits with 1 on a difference.
"""

import argparse
import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import session
import trim

HERE = pathlib.Path(__file__).resolve().parent
ARDOUR = pathlib.Path("/usr/lib/ardour7")
TOLERANCE_LU = 0.3
CHANGED_DB = -6
MONO, TWICE = "one side", "same on both sides"
SPEEDS = ("Normal Speed", "Double Speed", "5x Speed", "10x Speed")


def environment(home):
    return {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "XDG_CACHE_HOME": str(home / ".cache"),
            "LD_LIBRARY_PATH": str(ARDOUR)}


def scan(bundle, home):
    """Installs the bundle for a person of its own and lets Ardour's scanner look at it."""
    installed = home / ".vst3" / bundle.name
    shutil.copytree(bundle, installed)
    # The scanner's cache counts whole seconds and takes a module of the same second for a newer one.
    before = time.time() - 3600
    for file in installed.rglob("*.so"):
        os.utime(file, (before, before))
    scanned = subprocess.run([ARDOUR / "ardour-vst3-scanner", "-v", "-f", str(installed)], env=environment(home),
                             capture_output=True, text=True, timeout=120)
    text = scanned.stdout + scanned.stderr
    if "Found Plugin: FaderStager" not in text:
        sys.exit(f"Ardour's scanner does not list the plug-in:\n{text}")
    print("Ardour's scanner lists FaderStager.")


def lua(script, home, **values):
    """Runs a script with globals set; returns its lines, cut at tabs."""
    def literal(value):
        if isinstance(value, list):
            return "{" + ", ".join(map(literal, value)) + "}"
        return json.dumps(value, ensure_ascii=False)

    whole = home / script
    whole.write_text("".join(f"{name} = {literal(value)}\n" for name, value in values.items()) + (HERE / script).read_text())
    ran = subprocess.run(["ardour7-lua", str(whole)], env=environment(home), capture_output=True, text=True, timeout=900)
    if ran.returncode != 0 or "Error:" in ran.stdout + ran.stderr:
        sys.exit(f"{script} ended with {ran.returncode}:\n{ran.stdout[-3000:]}\n{ran.stderr[-3000:]}")
    return [line.split("\t") for line in ran.stdout.splitlines()]


def play(home, folder, length, speed, focal, other="", changed=""):
    lines = lua("play.lua", home, FOLDER=str(folder), SECONDS=length + 0.5, DRIVER=speed, FOCAL=focal, OTHER=other,
                CHANGED=changed, GAIN=10 ** (CHANGED_DB / 20))
    figures = {}
    for line in lines:
        if line[0] == "FIGURES":
            _, when, name, relative, move, hint, is_focal, role = line
            figures[when, name] = {"relativeLu": float(relative), "moveDb": float(move), "hint": int(hint), "focal": is_focal == "1", "role": int(role)}
        elif line[0] == "STOPPED":
            print(f"played to {int(line[1]) / 48_000:.1f} s of song")
    return figures


def states(folder):
    """The state that Ardour saved for each instance."""
    text = (folder / "mix.ardour").read_text()
    found = []
    for chunk in re.findall(r'<chunk[^>]*>([^<]*)</chunk>', text):
        data = base64.b64decode(chunk)
        start = data.find(b"{")
        if start >= 0 and b'"format"' in data:
            found.append(json.JSONDecoder().raw_decode(data[start:].decode("utf-8", "replace"))[0])
    return found


def plain(word):
    return re.sub(r"[^a-z]", "", word.lower())


def compare(title, figures, report, roles, focal):
    """Prints one table; returns the number of differences."""
    print(f"\n{title}\n{'track':<20}{'role':<12}{'Ardour LU':>10}{'rehearsal':>10}{'move dB':>9}{'rehearsal':>10}  focal")
    wrong = 0
    for track in report["tracks"]:
        name = track["name"]
        here = figures["played", name]
        expected = track["relativeLu"] or 0.0
        is_good = (abs(here["relativeLu"] - expected) <= TOLERANCE_LU
                   and abs(here["moveDb"] - (track["moveDb"] or 0.0)) <= TOLERANCE_LU
                   and here["focal"] == (name == focal)
                   and plain(roles[here["role"]]) == plain(track["role"]))
        wrong += not is_good
        print(f"{name:<20}{roles[here['role']]:<12}{here['relativeLu']:>10.2f}{expected:>10.2f}{here['moveDb']:>9.1f}"
              f"{track['moveDb'] or 0.0:>10.1f}  {'focal' if here['focal'] else '-':<6}{'' if is_good else '<- differs'}")
    mono, twice = (figures["played", name]["relativeLu"] for name in (MONO, TWICE))
    # Readings are sent to the tenth that a person sees, so two equal ones may stand on either side of a border.
    is_good = abs(mono - twice) < 0.15 and mono != 0
    print(f"{MONO}: {mono:.2f} LU, {TWICE}: {twice:.2f} LU{'' if is_good else '  <- differs'}")
    return wrong + (not is_good)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bundle", type=pathlib.Path)
    options.add_argument("stems", type=pathlib.Path)
    options.add_argument("report", type=pathlib.Path)
    options.add_argument("--focal", default="E-Piano")
    options.add_argument("--changed", nargs=2, default=("", ""), metavar=("NAME", "REPORT"), help="a stem to make softer midway, and the rehearsal's report on it")
    options.add_argument("--speed", default="Double Speed", choices=SPEEDS)
    asked = options.parse_args()
    report = json.loads(asked.report.read_text())
    changed, changed_report = asked.changed
    report_again = json.loads(pathlib.Path(changed_report).read_text()) if changed else report
    stems = {stem.stem: stem for stem in sorted(asked.stems.glob("*.wav"))}
    roles = role_names()
    other = next(name for name in stems if name != asked.focal)

    with tempfile.TemporaryDirectory() as temporary:
        home = pathlib.Path(temporary) / "home"
        home.mkdir()
        folder = home / "mix"
        scan(asked.bundle.resolve(), home)
        for name in (MONO, TWICE):
            stems[name] = home / f"{name}.wav"
        session.left_channel(stems[other], stems[MONO], stems[TWICE])
        lua("make.lua", home, FOLDER=str(folder), NAMES=list(stems), CHANNELS=[1 if name == MONO else 2 for name in stems])
        session.place(folder / "mix.ardour", stems)
        length = session.seconds(stems)
        wrong = compare("First time", play(home, folder, length, asked.speed, asked.focal), report, roles, asked.focal)
        saved = states(folder)
        print(f"{len(saved)} states saved, {sum(state['focal'] for state in saved)} of them focal")
        wrong += len(saved) != len(stems) or sum(state["focal"] for state in saved) != 1
        again = play(home, folder, length, asked.speed, "", other, changed)
        for name in stems:
            if again["opened", name]["focal"] != (name == asked.focal):
                print(f"{name}: focal is not what was saved")
                wrong += 1
        wrong += compare(f"Opened again, {changed} made {CHANGED_DB} dB midway" if changed else "Opened again", again, report_again, roles, asked.focal)
        chosen = sum(state["roleIsChosen"] for state in states(folder))
        print(f"after it was opened again, {chosen} roles count as a person's choice")
        wrong += chosen
        shown = [name for name in stems if again["opened", name]["role"] != again["played", name]["role"]]
        print(f"roles that Ardour did not show when it had opened the session: {', '.join(shown) or 'none'}")
        wrong += len(shown)
        moved = [name for name in stems if again["moved", name]["focal"]]
        print(f"focal moved by its parameter to {other}; Ardour's controls say: {', '.join(moved)}")
        wrong += moved != [other]
        # As a person would hear it: a refresh is of real time.
        wrong += trim.check(lua, home, states, SPEEDS[0])
    print("\nAll as in the rehearsal, and the trim keeps the balance." if wrong == 0 else f"\n{wrong} differences.")
    sys.exit(wrong != 0)


def role_names():
    """The roles in the order of their numbers, from the source: the parameter says a number."""
    source = (HERE.parents[1] / "engine" / "staging" / "Targets" / "Role.cs").read_text()
    return re.findall(r"^\s{4}([A-Z]\w*) = \d+,", source, re.MULTILINE)


if __name__ == "__main__":
    main()
