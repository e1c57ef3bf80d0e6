#!/usr/bin/env python3
"""FaderStager's editor in a real DAW with its window: Ardour 7 under Xvfb and openbox, used by mouse and keyboard.

usage: window.py BUNDLE STEMS PICTURES [--focal NAME]

BUNDLE    FaderStager.vst3, built
STEMS     a folder of stereo WAV files at 48 kHz
PICTURES  a folder for the pictures that are taken on the way

A session gets a track for each stem with an instance on each. Ardour opens it with two editors shown. The focal is flagged by the star, the song is played by
the space bar, a step of top-down is applied and taken back, all are applied and taken back, then bottom-up is followed to its end by its one large button. After each the
session is saved, and the states that Ardour saved for the instances must say the same as the clicks. The space bar must roll the transport whatever was clicked last, after
an entry into a box too. Ends with Ardour's own exit. Prints what it saw; exits with 1 on a difference.
"""

import argparse
import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml

import run
import session

WAIT_S = 180
COMES_S = 20
DEFAULT = (960, 560)
# Where the controls lie in an editor of that size, by their names. The editor's own tests hold these against what they draw.
PLACES = json.loads((pathlib.Path(__file__).parent / "places.json").read_text())
DOWN_DB = -60
NEXT = (95, 214, 200)
FOCAL = (244, 201, 75)
NEXT_HOVERED = (138, 230, 219)
CONFIG = """<?xml version="1.0" encoding="UTF-8"?>
<Ardour><Config><Option name="hide-dummy-backend" value="0"/><Option name="try-autostart-engine" value="1"/></Config>
<Extra><AudioMIDISetup><EngineStates><State backend="None (Dummy)" driver="Normal Speed" device="Silence" input-device="" output-device="" sample-rate="48000"
 buffer-size="1024" n-periods="0" input-latency="0" output-latency="0" lm-input="" lm-output="" active="1" use-buffered-io="0"
 midi-option="1 in, 1 out, Silence" lru="1700000000"><MIDIDevices/></State></EngineStates></AudioMIDISetup></Extra></Ardour>
"""


class Screen:
    """An X server without a screen, and a hand in it."""

    def __init__(self, work):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "2000x1300x24", "-nolisten", "tcp", "-noreset"], pass_fds=[writing],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        # The whole line: Xvfb writes it in two goes, and ends where nobody reads the second.
        with open(reading) as line:
            display = line.readline().strip()
        self.environment = {"DISPLAY": f":{display}"}
        self.manager = subprocess.Popen(["openbox", "--sm-disable"], env=self.all(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.work = work

    def all(self, more=None):
        return {**os.environ, **(more or {}), **self.environment}

    def do(self, *command, check=True):
        ran = subprocess.run(["timeout", "20", *map(str, command)], env=self.all(), capture_output=True, text=True)
        if check and ran.returncode != 0:
            raise SystemExit(f"{command[0]} {command[1]}: {ran.stdout}{ran.stderr}")
        return ran.stdout

    def windows(self, title):
        return self.do("xdotool", "search", "--onlyvisible", "--name", title, check=False).split()

    def click(self, window, x, y):
        self.do("xdotool", "mousemove", "--sync", window[1] + x, window[2] + y)
        self.do("xdotool", "click", 1)

    def press(self, window, name):
        """Clicks on a control of an editor."""
        self.click(window, *PLACES[name])

    def keys(self, *keys):
        self.do("xdotool", "key", *keys)

    def pixel(self, window, x, y):
        raw = subprocess.run(["timeout", "20", "import", "-window", "root", "-crop", f"1x1+{window[1] + x}+{window[2] + y}", "-depth", "8", "rgb:-"],
                             env=self.all(), capture_output=True).stdout
        return tuple(raw[:3])

    def picture(self, window, file):
        self.do("import", "-window", "root", "-crop", f"{DEFAULT[0]}x{DEFAULT[1]}+{window[1]}+{window[2]}", "+repage", file)

    def whole(self, file):
        self.do("import", "-window", "root", file)

    def end(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(20)


def until(what, holds):
    start = time.monotonic()
    while time.monotonic() - start < WAIT_S:
        found = holds()
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"waited {WAIT_S} s for nothing: {what}")


def near(colour, wanted):
    return len(colour) == 3 and all(abs(one - other) <= 6 for one, other in zip(colour, wanted))


def prepare(home, session_file, opened):
    """No wizard, an engine that starts by itself, and the editors of some tracks open."""
    config = home / ".config/ardour7"
    config.mkdir(parents=True, exist_ok=True)
    (config / ".a7").write_text("")
    (config / "config").write_text(CONFIG)
    tree = xml.parse(session_file)
    root = tree.getroot()
    extra = root.find("Extra")
    if extra is None:
        extra = xml.SubElement(root, "Extra")
    ui = extra.find("UI")
    if ui is None:
        ui = xml.SubElement(extra, "UI")
    for place, name in enumerate(opened):
        route = next(route for route in root.find("Routes") if route.get("name") == name)
        plugin = next(processor for processor in route if processor.tag == "Processor" and processor.get("type") == "vst3")
        xml.SubElement(ui, "Window", {"name": f"P-{route.get('id')}-{plugin.get('id')}", "visible": "1", "x-off": str(20 + 990 * place), "y-off": "660",
                                      "x-size": "-1", "y-size": "-1", "custom-ui": "1"})
    tree.write(session_file, encoding="UTF-8", xml_declaration=True)


def editor(screen, name):
    """The host's window of a track's editor, and where ours lies on the screen."""
    host = until(f"the editor of {name}", lambda: screen.windows(f"^{re.escape(name)}: FaderStager"))[-1]

    def inner():
        tree = screen.do("xwininfo", "-tree", "-id", host, check=False)
        found = re.search(rf"0x[0-9a-f]+ \(has no name\).*?{DEFAULT[0]}x{DEFAULT[1]}\+-?\d+\+-?\d+\s+\+(-?\d+)\+(-?\d+)", tree)
        return found and (host, int(found[1]), int(found[2]))

    return until(f"our window in the editor of {name}", inner)


class Mix:
    """The session as Ardour saves it."""

    def __init__(self, screen, folder):
        self.screen, self.folder, self.wrong = screen, folder, 0
        self.main = until("Ardour's own window", lambda: screen.windows("^mix - Ardour$"))[-1]

    def saved(self):
        """name -> state of its instance, after a save."""
        before = (self.folder / "mix.ardour").stat().st_mtime_ns
        self.screen.do("xdotool", "windowactivate", "--sync", self.main)
        self.screen.keys("ctrl+s")
        until("the session is saved", lambda: (self.folder / "mix.ardour").stat().st_mtime_ns != before)
        time.sleep(0.3)
        found = {}
        for route in xml.parse(self.folder / "mix.ardour").getroot().find("Routes"):
            for chunk in route.iter("chunk"):
                data = base64.b64decode(chunk.text)
                if b'"format"' in data:
                    found[route.get("name")] = json.JSONDecoder().raw_decode(data[data.find(b"{"):].decode("utf-8", "replace"))[0]
        return found

    def rolls(self):
        """Whether the song moves: its clock on the screen does."""
        def clock():
            return subprocess.run(["timeout", "20", "import", "-window", self.main, "-crop", "1000x90+0+20", "-depth", "8", "gray:-"], env=self.screen.all(), capture_output=True).stdout
        first = clock()
        time.sleep(0.6)
        return first != clock()

    def check(self, what, holds):
        print(f"{'ok' if holds else 'WRONG'}: {what}", flush=True)
        self.wrong += not holds

    def comes(self, what, holds):
        """Whether the saved states come to be so, on a busy machine too."""
        start = time.monotonic()
        while not holds(states := self.saved()) and time.monotonic() - start < COMES_S:
            time.sleep(1)
        self.check(what, holds(states))


def faders(states):
    return {name: state.get("faderDb") for name, state in states.items()}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bundle", type=pathlib.Path)
    options.add_argument("stems", type=pathlib.Path)
    options.add_argument("pictures", type=pathlib.Path)
    options.add_argument("--focal", default="1_E-Piano")
    asked = options.parse_args()
    stems = {stem.stem: stem for stem in sorted(asked.stems.glob("*.wav"))}
    other = next(name for name in stems if name != asked.focal)
    asked.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        home = pathlib.Path(temporary) / "home"
        home.mkdir()
        folder = home / "mix"
        run.scan(asked.bundle.resolve(), home)
        run.lua("make.lua", home, FOLDER=str(folder), NAMES=list(stems), CHANNELS=[2] * len(stems))
        session.place(folder / "mix.ardour", stems)
        prepare(home, folder / "mix.ardour", [asked.focal, other])
        screen = Screen(home)
        ardour = subprocess.Popen(["ardour", "-a", "-n", str(folder)], env=screen.all(run.environment(home)), stdout=(home / "ardour.log").open("w"), stderr=subprocess.STDOUT)
        try:
            wrong = follow(screen, folder, home, asked.focal, other, asked.pictures, session.seconds(stems), len(stems), ardour)
        except BaseException:
            screen.do("import", "-window", "root", asked.pictures / "failed.png", check=False)
            print((home / "ardour.log").read_text()[-2000:])
            raise
        finally:
            if ardour.poll() is None:
                ardour.kill()
                ardour.wait(20)
            screen.end()
    print("\nAll as it was clicked." if wrong == 0 else f"\n{wrong} differences.")
    sys.exit(wrong != 0)


def follow(screen, folder, home, focal, other, pictures, seconds, count, ardour):
    mix = Mix(screen, folder)
    lead, second = editor(screen, focal), editor(screen, other)
    until("the first drawing", lambda: near(screen.pixel(lead, 4, 4), (27, 31, 37)))
    screen.picture(lead, pictures / "1-opened.png")
    states = mix.saved()
    mix.check(f"{count} instances, none focal", len(states) == count and not any(state["focal"] for state in states.values()))

    screen.do("xdotool", "windowactivate", "--sync", lead[0])
    screen.press(lead, "focal")
    until("the star is gold", lambda: near(screen.pixel(lead, *PLACES["focal"]), FOCAL))
    mix.comes("the star flags the focal, and Ardour saves it", lambda states: [name for name, state in states.items() if state["focal"]] == [focal])

    # The lines of the first run go for good, in every editor that opens from now on.
    for window in (lead, second):
        screen.do("xdotool", "windowactivate", "--sync", window[0])
        screen.press(window, "got it")

    # The space bar, with our window active and the mouse over it.
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    screen.click(second, 600, 300)
    screen.keys("space")
    mix.check("the space bar rolls the transport after a click into the table", mix.rolls())
    time.sleep(seconds * 0.5)
    screen.picture(second, pictures / "2-playing.png")
    time.sleep(max(0, seconds * 0.5 - 3))
    screen.keys("space")
    time.sleep(1)
    mix.check("and stops it", not mix.rolls())
    screen.keys("Home")
    screen.picture(second, pictures / "3-top-down.png")

    before = faders(mix.saved())
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    until("there is something to apply", lambda: near(screen.pixel(second, 846, 140), NEXT))
    screen.press(second, "do the next step")
    mix.comes("the one large button of top-down moves faders", lambda states: faders(states) != before)
    screen.picture(second, pictures / "4-applied.png")
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    screen.press(second, "undo")
    mix.comes("Undo takes them back", lambda states: faders(states) == before)

    screen.do("xdotool", "windowactivate", "--sync", second[0])
    screen.press(second, "apply all")
    until("the preview", lambda: near(screen.pixel(second, 27, 533), NEXT))
    screen.picture(second, pictures / "5-preview.png")
    mix.check("the first press of Apply all only shows", faders(mix.saved()) == before)
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    until("the preview goes by itself", lambda: not near(screen.pixel(second, 27, 533), NEXT))

    # In one breath: a preview waits ten seconds, and a busy machine is slow.
    all_x, all_y = PLACES["apply all"]
    screen.do("xdotool", "mousemove", second[1] + all_x, second[2] + all_y, "click", 1, "sleep", 0.7, "click", 1)
    mix.comes("the second moves them", lambda states: sum(db != before[name] for name, db in faders(states).items()) > 2)
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    screen.press(second, "undo")
    mix.comes("one Undo takes all of them back", lambda states: faders(states) == before)

    # An entry: the keyboard comes and goes.
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    screen.press(second, "fader position")
    time.sleep(0.5)
    screen.do("xdotool", "type", "--delay", "60", "--", "-7.5")
    screen.keys("Return")
    mix.comes("a position that is typed is taken", lambda states: states[other]["faderDb"] == -7.5)
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    screen.click(second, 600, 300)
    screen.keys("space")
    mix.check("the space bar rolls the transport after an entry", mix.rolls())
    screen.keys("space")

    # Bottom-up, by its one large button until nothing is left to do.
    screen.press(second, "bottom-up")
    time.sleep(2)
    screen.press(second, "all faders down")
    mix.comes("all faders are down", lambda states: all(db is None or db <= DOWN_DB for db in faders(states).values()))
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    steps = 0
    while steps < 3 * count and any(near(screen.pixel(second, 846, 140), colour) for colour in (NEXT, NEXT_HOVERED)):
        screen.press(second, "do the next step")
        steps += 1
        time.sleep(0.5)
        if steps == count // 2:
            screen.picture(second, pictures / "6-bottom-up.png")
    screen.picture(second, pictures / "7-bottom-up-done.png")
    up = faders(mix.saved())
    risen = sum(db is not None and db > DOWN_DB for db in up.values())
    mix.check(f"bottom-up followed in {steps} steps brings {risen} of {count} faders up", risen >= count - 1)

    # Closed and shown again, then the DAW ends.
    screen.whole(pictures / "8-ardour.png")
    screen.do("xdotool", "windowactivate", "--sync", second[0])
    screen.keys("alt+F4")
    until("the editor is closed", lambda: second[0] not in screen.windows(f"^{re.escape(other)}: FaderStager"))
    mix.check("Ardour lives on after the editor is closed", ardour.poll() is None)
    last = mix.saved()
    screen.keys("ctrl+q")
    until("Ardour ends", lambda: ardour.poll() is not None)
    mix.check("Ardour ends with 0", ardour.returncode == 0)
    controls = {line[1]: (float(line[2]), line[3] == "1") for line in run.lua("read.lua", home, FOLDER=str(folder)) if line[0] == "CONTROLS"}
    agree = all(abs(controls[name][0] - (state["faderDb"] if state["faderDb"] is not None else DOWN_DB)) < 0.06 and controls[name][1] == state["focal"] for name, state in last.items())
    mix.check(f"opened again, Ardour's controls say the same as the editor did: {controls}", agree and len(controls) == count)
    log = home / ".local/state/FaderStager/log.txt"
    mix.check("nothing in FaderStager's log", not log.is_file() or not log.read_text().strip())
    return mix.wrong


if __name__ == "__main__":
    main()
