"""Holds step 0's figures against ffmpeg's astats and volumedetect and against sox: RMS and peaks within 0.1 dB, clipped runs counted the same.

RMS is told while a track sounds. Which slots of 100 ms those are is worked out here by ffmpeg alone: its biquads make the K-weighting, its
astats the energy of each slot; the gates are -70 LUFS and 20 LU under the mean of what is above it. Runs of clipped samples are counted in
what sox decodes: two or more alike in a row at full scale, or any above it.
"""

import array
import json
import math
import pathlib
import re
import subprocess
import sys

K_WEIGHTING = (
    "biquad=b0=1.53512485958697:b1=-2.69169618940638:b2=1.19839281085285:a0=1:a1=-1.69065929318241:a2=0.73248077421585,"
    "biquad=b0=1:b1=-2:b2=1:a0=1:a1=-1.99004745483398:a2=0.99007225036621"
)
FULL_SCALE = 32767 / 32768


def run(*command):
    return subprocess.run(command, capture_output=True, check=True)


def ffmpeg(path, filters):
    return run("ffmpeg", "-nostats", "-hide_banner", "-i", str(path), "-af", filters, "-f", "null", "-").stderr.decode()


def slots(path, before=""):
    """RMS of each 100 ms in dBFS, over all channels; a last part of one is left out."""
    text = ffmpeg(path, f"{before}asetnsamples=n=4800:p=0,astats=metadata=1:reset=1,ametadata=mode=print:key=lavfi.astats.Overall.RMS_level")
    return [float(value) for value in re.findall(r"Overall\.RMS_level=(-?[\d.]+|-inf|nan)", text)]


def power(db):
    return 10 ** (db / 10) if math.isfinite(db) else 0.0


def sounding(weighted, channels):
    """Slots that pass both gates. K-weighted energies are summed over channels; astats means over them."""
    energies = [channels * power(db) for db in weighted]
    absolute = 10 ** ((-70 + 0.691) / 10)
    heard = [energy for energy in energies if energy > absolute]
    gate = max(absolute, sum(heard) / len(heard) / 100)
    return [energy > gate for energy in energies]


def clipped_runs(path, channels):
    samples = array.array("f", run("sox", str(path), "-t", "f32", "-").stdout)
    runs = 0
    for channel in range(channels):
        last, was_clipped = 0.0, False
        for x in samples[channel::channels]:
            clipped = abs(x) > 1 or (abs(x) >= FULL_SCALE and x == last)
            runs += clipped and not (was_clipped and (x > 0) == (last > 0))
            last, was_clipped = x, clipped
    return runs


def main(folder):
    failures = 0

    def compare(what, ours, theirs, tolerance):
        nonlocal failures
        is_good = abs(ours - theirs) <= tolerance
        failures += not is_good
        print(f"  {what:44} {ours:8.2f} {theirs:8.2f}  {'ok' if is_good else 'OFF'}")

    print("  stem, figure                                     ours   theirs")
    for track in json.loads((folder / "levels.json").read_text())["tracks"]:
        name, levels = track["name"], track["levels"]
        path = folder / "stems" / f"{name}.wav"
        astats = ffmpeg(path, "astats=measure_perchannel=none,volumedetect")
        channels = int(run("sox", "--i", "-c", str(path)).stdout)
        plain, gates = slots(path), sounding(slots(path, K_WEIGHTING + ","), channels)
        rms = 10 * math.log10(sum(power(db) for db, is_in in zip(plain, gates) if is_in) / sum(gates))
        compare(f"{name}: RMS while it sounds, ffmpeg", levels["rmsDbfs"], rms, 0.1)
        starts = range(len(plain) - 99)
        loudest = max(starts, key=lambda start: sum(power(db) for db in plain[start : start + 100]))
        held = [power(db) for db, is_in in zip(plain[loudest : loudest + 100], gates[loudest : loudest + 100]) if is_in]
        compare(f"{name}: RMS of the loudest 10 s, ffmpeg", levels["rmsLoudestDbfs"], 10 * math.log10(sum(held) / len(held)), 0.1)
        compare(f"{name}: peak, astats", levels["samplePeakDbfs"], float(re.search(r"Peak level dB: (-?[\d.]+)", astats)[1]), 0.1)
        compare(f"{name}: peak, volumedetect", levels["samplePeakDbfs"], float(re.search(r"max_volume: (-?[\d.]+)", astats)[1]), 0.1)
        stats = run("sox", str(path), "-n", "stats").stderr.decode()
        compare(f"{name}: peak, sox", levels["samplePeakDbfs"], float(re.search(r"Pk lev dB\s+(-?[\d.]+)", stats)[1]), 0.1)
        compare(f"{name}: clipped runs, sox", levels["clippedRuns"], clipped_runs(path, channels), 0)
        if sum(gates) == len(gates):
            compare(f"{name}: RMS of all of it, sox", levels["rmsDbfs"], float(re.search(r"RMS lev dB\s+(-?[\d.]+)", stats)[1]), 0.1)

    if failures:
        raise SystemExit(f"{failures} figures of step 0 are off.")


main(pathlib.Path(sys.argv[1]))
