"""Holds the song's curves and sections against ffmpeg and against the song's own score.

Curves: the rehearsal's --curves against curves worked out here from ffmpeg's ebur128, within 0.2 LU. A point is the energy of the track
against that of the focal over the 3 s around it, over the windows of 400 ms in which both sound. ffmpeg's momentary readings tell which
those are, and, one minus the one before, the energy of every 100 ms. Where everything in the 3 s sounds of both, the point must also
be the difference of ffmpeg's short-term readings.

Sections: the borders found against those of the score. The song is a project of LMMS, which says bar by bar which pattern plays where:
a border is where, by the score, an instrument enters or leaves for longer than a bar, or the drums take another pattern.
"""

import csv
import json
import math
import pathlib
import re
import sys

from real_song import ffmpeg, power, sounding

TOLERANCE_LU = 0.2

# Seconds, from the score: drums I, drums II, band in, band thinner, piano out, strings back in, piano back and bass out.
BORDERS = [10.667, 21.333, 26.667, 32.0, 37.333]
WITHIN_SECONDS = 2


def readings(path, key):
    """Loudness every 100 ms, in LUFS. A second of silence goes before the song, so that the first readings hold nothing unknown."""
    text = ffmpeg(path, "-af", f"adelay=1000:all=1,ebur128=dualmono=true:metadata=1,ametadata=mode=print:key=lavfi.r128.{key}")
    values = [float(value) for value in re.findall(rf"lavfi\.r128\.{key}=(-?[\d.]+|-inf|nan)", text)]
    return [-120.7 if math.isnan(value) else max(value, -120.7) for value in values[10:]]


def slots(series):
    """Energy of every 100 ms: a momentary reading is the mean of four."""
    energies = []
    before = 0.0
    for i, lufs in enumerate(series):
        window = power(lufs) if lufs > -119 else 0.0
        energies.append(max(0.0, 4 * (window - before) + (energies[i - 4] if i >= 4 else 0.0)) if window > 0 else 0.0)
        before = window
    return energies


def stem(folder, name):
    return next(path for path in folder.iterdir() if path.stem == name or path.stem.split("_", 1)[-1] == name)


def compare(folder, file, focal_name, is_staccato):
    """Holds the curves of a run against ffmpeg. Returns how many voices are off, and how many points the short-term readings could judge."""
    with open(file, encoding="utf-8-sig") as lines:
        rows = list(csv.DictReader(lines))
    focal_short, focal_windows = readings(stem(folder, focal_name), "S"), readings(stem(folder, focal_name), "M")
    focal_sounds, focal_slots = sounding(focal_windows), slots(focal_windows)
    failures = all_short = 0
    print(f"  against {focal_name:20}      points   worst by short-term   points   worst by momentary")
    for voice in [name for name in rows[0] if name != "seconds"]:
        try:
            path = stem(folder, voice)
        except StopIteration:
            continue  # A voice of several tracks.
        own_short, own_windows = readings(path, "S"), readings(path, "M")
        own_slots = slots(own_windows)
        both = focal_sounds & sounding(own_windows)
        by_short, by_momentary = [], []
        for row in rows:
            point = round(float(row["seconds"]) * 10)
            # Reading i of ffmpeg is of what ends with slot i. The 3 s around a point are the slots from first to end.
            first, end = point - 15, point + 14
            if first < 0 or end + 3 >= len(own_windows) or not row[voice]:
                continue
            ours = float(row[voice])
            if all(i in both for i in range(first, end + 4)):
                by_short.append(abs(ours - (own_short[end] - focal_short[end])))
            track = focal = 0.0
            for slot in range(first, end + 1):
                weight = sum(i in both for i in range(slot, slot + 4)) / 4
                track += weight * own_slots[slot]
                focal += weight * focal_slots[slot]
            by_momentary.append(abs(ours - 10 * math.log10(track / focal)))
        if not by_momentary:
            continue
        worst = max(by_short, default=0)
        usual = max(by_momentary)
        # Energies from differences of momentary readings drift under notes that never end: there the short-term readings judge alone.
        is_good = worst <= TOLERANCE_LU and (usual <= TOLERANCE_LU or not is_staccato)
        failures += not is_good
        all_short += len(by_short)
        print(f"  {voice:28} {len(by_short):6}   {worst:15.3f} LU   {len(by_momentary):6}   {usual:15.3f} LU  {'ok' if is_good else 'OFF'}")
    return failures, all_short


def main(folder):
    failures = 0
    judged = 0
    runs = [("stems", "curves.csv", "E-Piano"), ("stems", "curves-strings.csv", "Strings (low)"), ("demo", "curves-demo.csv", "Pad")]
    for stems, file, focal in runs:
        off, points = compare(folder / stems, folder / file, focal, stems == "stems")
        failures += off
        judged += points
    if judged < 500:
        raise SystemExit(f"Only {judged} points sound throughout: the short-term readings judged too little.")

    song = json.loads((folder / "song.json").read_text())["mix"]["song"]
    found = [section["fromSeconds"] for section in song["sections"][1:]]
    for border in BORDERS:
        nearest = min(found, key=lambda at: abs(at - border), default=float("inf"))
        is_good = abs(nearest - border) <= WITHIN_SECONDS
        failures += not is_good
        print(f"  border of the score at {border:6.2f} s, found at {nearest:6.2f} s  {'ok' if is_good else 'OFF'}")
    if failures:
        raise SystemExit(f"{failures} figures are off.")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
