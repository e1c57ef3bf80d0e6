"""Two instances on one track of Ardour: the first trims, the last is staged."""

import array
import math
import wave

import session

RATE = 48_000
SECONDS = 120
TONE_HZ = 480
FOCAL, TRACK = "Lead Vocal", "Bass"
FOCAL_AMPLITUDE, BELOW_DB = 0.25, 6
TRIM_DB = 6
# Readings are sent to the tenth, and hosts hold them as 32-bit floats.
BALANCE_LU, SENT_DB = 0.095, 0.01


def check(lua, home, states, speed):
    """A trim and back while two tones play: prints what was read, returns the number of differences. lua, states: run.py's."""
    folder = home / "trim"
    stems = {FOCAL: home / f"{FOCAL}.wav", TRACK: home / f"{TRACK}.wav"}
    tone(stems[FOCAL], FOCAL_AMPLITUDE)
    tone(stems[TRACK], FOCAL_AMPLITUDE * 10 ** (-BELOW_DB / 20))
    lua("make.lua", home, FOLDER=str(folder), NAMES=list(stems), CHANNELS=[2, 2], INSTANCES=[1, 2])
    session.place(folder / "mix.ardour", stems)
    lines = lua("trim.lua", home, FOLDER=str(folder), FOCAL=FOCAL, TRACK=TRACK, TRIM_DB=TRIM_DB, DRIVER=speed)
    reads = [(line[1], *(float(figure) + 0 for figure in line[2:])) for line in lines if line[0] == "READ"]
    presses = {line[1]: float(line[2]) for line in lines if line[0] == "PRESS"}
    rest = {read[0]: read[1:] for read in reads}
    print(f"\nTwo instances on one track, {TRIM_DB:+} dB at the first\n{'':<10}{'balance LU':>11}{'fader dB':>10}{'VU at the last dB':>19}{'Ardour behind both dBFS':>25}")
    for when, (balance, fader, vu, meter) in rest.items():
        print(f"{when:<10}{balance:>11.1f}{fader:>10.1f}{vu:>19.1f}{meter:>25.2f}")

    balance, fader, vu, meter = rest["before"]
    after = [read[1] for read in reads if read[0] != "before"]
    furthest = max(after, key=lambda heard: abs(heard - balance))
    print(f"furthest from {balance:.1f} LU in {len(after)} readings after the trim: {furthest:.1f} LU")
    paired = [state["pairedWith"] for state in states(folder) if state["pairedWith"]]
    holds = {
        "the balance was read": abs(balance + BELOW_DB) < BALANCE_LU,
        "the balance stays, from the first reading on": abs(furthest - balance) < BALANCE_LU,
        "the fader moves against the trim, and back": near([rest["trimmed"][1], rest["back"][1]], [fader - TRIM_DB, fader]),
        "the sound between rises by the trim, and goes back": near([rest["trimmed"][2], rest["back"][2]], [vu + TRIM_DB, vu]),
        "the sound behind both stays": near([rest["trimmed"][3], rest["back"][3]], [meter, meter]),
        "All faders and Apply act once each, pressed from outside": list(presses) == ["All faders", "Apply"] and near([presses["All faders"]], [0]) and presses["Apply"] > -19,
        "Ardour's word of the channel pairs them, no person's": not paired,
    }
    wrong = [what for what, is_so in holds.items() if not is_so]
    for what in wrong:
        print(f"not so: {what}")
    return len(wrong)


def near(found, wanted):
    return all(abs(one - other) < SENT_DB for one, other in zip(found, wanted, strict=True))


def tone(path, amplitude):
    """A sine whose period is a whole number of samples: a meter reads it the same at any time."""
    period = RATE // TONE_HZ
    samples = [round(amplitude * 32767 * math.sin(2 * math.pi * i / period)) for i in range(period)]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array.array("h", [x for x in samples for _ in range(2)]).tobytes() * (SECONDS * TONE_HZ))
