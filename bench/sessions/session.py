#!/usr/bin/env python3
"""Times the rehearsal on a REAPER session of 60 tracks, 500 clips and five minutes, with WAV and with FLAC.

Usage: session.py FOLDER PROGRAM
FOLDER takes the recordings (1.5 GB at most), PROGRAM is the rehearsal. Needs ffmpeg. Writes a table to standard output.
"""
import os
import pathlib
import random
import resource
import subprocess
import sys
import time

TRACKS, CLIPS, SECONDS, RUNS = 60, 500, 300, 3
MONO = 40
FADE = 0.02


def record(folder):
    """A mono and a stereo recording at 24 bits and 48 kHz, each under as many names as there are tracks."""
    for kind, channels in (("mono", 1), ("stereo", 2)):
        noise = f"anoisesrc=d={SECONDS}:r=48000:a=0.15:c=pink:s={channels},tremolo=f=0.7:d=0.8"
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", noise, "-ac", str(channels), "-c:a", "pcm_s24le", folder / f"{kind}.wav"], check=True)
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", folder / f"{kind}.wav", folder / f"{kind}.flac"], check=True)
    for track in range(TRACKS):
        for kind in ("wav", "flac"):
            name = folder / f"{track}.{kind}"
            name.unlink(missing_ok=True)
            os.link(folder / f"{'mono' if track < MONO else 'stereo'}.{kind}", name)


def session(folder, kind):
    """Clips that follow one another with crossfades; on every sixth track every second one comes from 40 s before, as takes do."""
    chance = random.Random(5)
    lines = ['<REAPER_PROJECT 0.1 "7.40/linux" 1']
    for track in range(TRACKS):
        count = CLIPS // TRACKS + (track < CLIPS % TRACKS)
        step = SECONDS / count
        lines += ["<TRACK", f'NAME "{"Lead Vocal" if track == 0 else f"Part {track}"}"', f"VOLPAN {chance.uniform(0.4, 1.2):.3f} 0 -1 -1 1"]
        for clip in range(count):
            at = clip * step
            offset = max(0, at - 40) if track % 6 == 0 and clip % 2 else at
            last = clip == count - 1
            lines += ["<ITEM", f"POSITION {at:.4f}", f"LENGTH {step + (0 if last else FADE):.4f}", f"FADEIN 1 0.01 {FADE if clip else 0} 1 0 0",
                      f"FADEOUT 1 0.01 {0 if last else FADE} 1 0 0", f"SOFFS {offset:.4f}", f"<SOURCE {kind.upper()}", f'FILE "{track}.{kind}"', ">", ">"]
        lines.append(">")
    file = folder / f"{kind}.rpp"
    file.write_text("\n".join([*lines, ">"]) + "\n")
    return file


def run(program, file):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run([program, file], check=True, stdout=subprocess.DEVNULL)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def main():
    folder, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    folder.mkdir(parents=True, exist_ok=True)
    record(folder)
    print(f"| media | from file to hints, median of {RUNS} | processor time | memory, rehearsal |\n|---|---|---|---|")
    for kind in ("wav", "flac"):
        file = session(folder, kind)
        wall, cpu, memory = (sorted(figures)[RUNS // 2] for figures in zip(*(run(program, file) for _ in range(RUNS))))
        print(f"| {kind.upper()} | {wall:.1f} s | {cpu:.1f} s | {memory:.0f} MB |")
    print(f"\nLoad of the machine at the end, over one minute: {os.getloadavg()[0]:.1f}.")


if __name__ == "__main__":
    main()
