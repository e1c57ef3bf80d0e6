"""Holds the rehearsal's figures against ffmpeg's ebur128.

Each stem's integrated loudness (0.1 LU) and true peak (0.3 dB); then, in the rendered staged stems, the loudness of each
track against the focal over the windows in which both sound (0.2 LU of the target), worked out here from ffmpeg's own
momentary readings. Which windows those are is taken from the stems as they came: the absolute gate of -70 LUFS does not
move with a fader, so a track pulled down by 14 dB would lose the tails of its notes.
"""

import json
import math
import pathlib
import re
import subprocess
import sys

FOCAL = "E-Piano"


def ffmpeg(path, *options):
    command = ["ffmpeg", "-nostats", "-hide_banner", "-i", str(path), *options, "-f", "null", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stderr


def summary(path):
    """Integrated loudness in LUFS and true peak in dBTP."""
    text = ffmpeg(path, "-af", "ebur128=peak=true")
    integrated = re.findall(r"I:\s+(-?[\d.]+|-inf) LUFS", text)[-1]
    peak = re.findall(r"Peak:\s+(-?[\d.]+|-inf) dBFS", text)[-1]
    return float(integrated), float(peak)


def windows(path):
    """Momentary loudness every 100 ms, in LUFS."""
    text = ffmpeg(path, "-af", "ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.M")
    return [float(value) for value in re.findall(r"lavfi\.r128\.M=(-?[\d.]+|-inf|nan)", text)]


def power(lufs):
    return 10 ** (lufs / 10)


def sounding(series):
    """Windows that pass both gates of BS.1770."""
    heard = [i for i, lufs in enumerate(series) if lufs > -70]
    gate = 10 * math.log10(sum(power(series[i]) for i in heard) / len(heard)) - 10
    return {i for i in heard if series[i] > gate}


def relative(track, focal, both):
    ratio = sum(power(track[i]) for i in both) / sum(power(focal[i]) for i in both)
    return 10 * math.log10(ratio), len(both) / 10


def stem(folder, name):
    return folder / f"{name}.wav"


def main(folder):
    failures = 0

    def compare(what, ours, theirs, tolerance):
        nonlocal failures
        is_good = abs(ours - theirs) <= tolerance
        failures += not is_good
        print(f"  {what:44} {ours:8.2f} {theirs:8.2f}  {'ok' if is_good else 'OFF'}")

    measured = json.loads((folder / "measured.json").read_text())
    staged = json.loads((folder / "staged.json").read_text())
    if not [t for t in measured[0]["tracks"] if t["kind"] not in ("focal", "inPlace")]:
        raise SystemExit("Nothing to stage: the song's levels are right as they are, so the check checks nothing.")

    print("  stem, figure                                     ours   ffmpeg")
    for track in measured[0]["tracks"]:
        integrated, peak = summary(stem(folder / "stems", track["name"]))
        compare(f"{track['name']}: integrated LUFS", track["integratedLufs"], integrated, 0.1)
        compare(f"{track['name']}: true peak dBTP", track["truePeakDbtp"], peak, 0.3)

    for report in staged:
        rendered = folder / "staged" / report["approach"]
        focal_name = report["focal"]
        focal = windows(stem(rendered, focal_name))
        focal_sounds = sounding(windows(stem(folder / "stems", focal_name)))
        print(f"  {report['approach']}, staged: LU against {focal_name}           ours   ffmpeg")
        for track in report["tracks"]:
            if track["name"] != focal_name:
                both = sorted(focal_sounds & sounding(windows(stem(folder / "stems", track["name"]))))
                lu, seconds = relative(windows(stem(rendered, track["name"])), focal, both)
                compare(f"{track['name']}: over {seconds:.1f} s", track["relativeLu"], lu, 0.2)
                compare(f"{track['name']}: its place and how far off it may be", track["targetLu"], lu, track["toleranceLu"] + 0.2)
        _, peak = summary(rendered / "mix.wav")
        compare("mix bus: predicted and real peak dBFS", report["mix"]["predictedPeakDbfs"], peak, 3)

    if failures:
        raise SystemExit(f"{failures} figures are off.")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
