#!/usr/bin/env python3
"""Do the hints bring a mix nearer to the balance that a person chose, and do they leave a good one alone?

Every stem of a song is written as noise at the level that it has in the person's mix. Every fader, the focal's too, is put off at
random within +-SPREAD dB; the rehearsal gives top-down hints, and each suggested fader is taken. Printed for each set and spread: the
mean distance in LU of the stems from the person's balance before and after, and a 90 % interval by bootstrap over songs.
With --draws N each song's faders are put off N times, each time anew. With --folds N the offsets of the roles are learned anew from the songs outside each fold, so no song is judged by itself.

usage: advice.py [--sets vocal,named,melody] [--spreads 1,4,6,9,12] [--songs 24] [--draws 1] [--folds 0] -- dotnet FaderStager.Rehearsal.dll
Standard library only. balances.json beside this file holds numbers only.
"""
import argparse, array, json, math, os, random, shutil, statistics, struct, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RATE, SECONDS, BASE_DB, BOOTS = 16000, 12, -12.0, 2000


def pink(seed):
    rnd = random.Random(seed)
    held, out = [0.0] * 5, []
    for i in range(RATE * SECONDS):
        for k in range(5):
            if i % (1 << k) == 0:
                held[k] = rnd.uniform(-1, 1)
        out.append(sum(held))
    rms = math.sqrt(sum(x * x for x in out) / len(out))
    return array.array('f', [0.1 * x / rms for x in out])


def write(path, samples, db):
    gain = 10 ** (db / 20)
    data = array.array('f', [x * gain for x in samples]).tobytes()
    with open(path, 'wb') as file:
        file.write(b'RIFF' + struct.pack('<I', 36 + len(data)) + b'WAVEfmt ' + struct.pack('<IHHIIHH', 16, 3, 1, RATE, RATE * 4, 4, 32))
        file.write(b'data' + struct.pack('<I', len(data)) + data)


def learned(songs, basis, path):
    """A profile whose offsets are medians over songs, each song's common shift taken out."""
    offsets = {role: target['offsetLu'] for role, target in basis['roles'].items()}
    for _ in range(3):
        found = {}
        for song in songs:
            shift = statistics.median(s['lu'] - offsets.get(s['role'], offsets['other']) for s in song['stems'])
            for stem in song['stems']:
                found.setdefault(stem['role'], []).append(stem['lu'] - shift)
        offsets.update({role: statistics.median(lus) for role, lus in found.items() if len(lus) >= 4})
    roles = {role: dict(target, offsetLu=round(offsets[role], 1), source='learned from other songs') for role, target in basis['roles'].items()}
    json.dump(dict(basis, name='learned', roles=roles), open(path, 'w'))


def rehearse(command, song, spread, rnd, noises, extra):
    folder = tempfile.mkdtemp()
    try:
        stems = {'T%02d %s' % (k, stem['role']): stem for k, stem in enumerate(song['stems'])}
        write(os.path.join(folder, 'Focal.wav'), noises[0], 0)
        for k, (name, stem) in enumerate(stems.items()):
            write(os.path.join(folder, name + '.wav'), noises[1 + k % 9], stem['lu'])
        off = {name: rnd.uniform(-spread, spread) for name in stems}
        focal = rnd.uniform(-spread, spread)
        report = os.path.join(folder, 'r.json')
        call = command + [folder, '--focal', 'Focal', '--json', report, '--role', 'Focal=' + song['focalRole'], '--fader', 'Focal=%.1f' % (BASE_DB + focal)] + extra
        for name, stem in stems.items():
            call += ['--role', '%s=%s' % (name, stem['role']), '--fader', '%s=%.1f' % (name, BASE_DB + off[name])]
        run = subprocess.run(call, capture_output=True, text=True)
        if run.returncode:
            sys.exit('rehearsal: exit %d: %s' % (run.returncode, run.stderr.strip()[-300:]))
        tracks = json.load(open(report))['tracks']
        to = {t['name']: t['faderDb'] if t['suggestedFaderDb'] is None else t['suggestedFaderDb'] for t in tracks}
        moved = [abs(to[t['name']] - t['faderDb']) > 0.05 for t in tracks if t['name'] in stems]
        return [abs(off[n] - focal) for n in stems], [abs(to[n] - to['Focal']) for n in stems], moved
    finally:
        shutil.rmtree(folder)


def interval(songs):
    rnd = random.Random(1)
    means = sorted(statistics.mean(x for song in (rnd.choice(songs) for _ in songs) for x in song) for _ in range(BOOTS))
    return means[BOOTS // 20], means[-BOOTS // 20]


def main():
    p = argparse.ArgumentParser()
    p.add_argument('command', nargs='+')
    p.add_argument('--balances', default=os.path.join(HERE, 'balances.json'))
    p.add_argument('--sets', default='vocal,named,melody')
    p.add_argument('--spreads', default='1,4,6,9,12')
    p.add_argument('--songs', type=int, default=24)
    p.add_argument('--folds', type=int, default=0)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--draws', type=int, default=1)
    a = p.parse_args()
    sets = json.load(open(a.balances))['sets']
    noises = [pink(k) for k in range(10)]
    for name in a.sets.split(','):
        everything = [s for s in sets[name] if len(s['stems']) >= 2]
        basis = json.load(open(os.path.join(HERE, '../../engine/staging/Targets/Profiles', 'pop.json' if name == 'vocal' else 'instrumental.json')))
        for spread in a.spreads.split(','):
            rnd = random.Random(a.seed)
            songs = everything[:]
            rnd.shuffle(songs)
            songs = songs[:a.songs]
            before, after, moved = [], [], []
            for index, song in enumerate(songs):
                extra = []
                if a.folds:
                    path = os.path.join(tempfile.gettempdir(), 'advice-fold-%d.json' % os.getpid())
                    fold = [songs[i]['song'] for i in range(len(songs)) if i % a.folds == index % a.folds]
                    learned([s for s in everything if s['song'] not in fold], basis, path)
                    extra = ['--profile', path]
                ends = []
                for _ in range(a.draws):
                    b, e, m = rehearse(a.command, song, float(spread), rnd, noises, extra)
                    before += b
                    ends += e
                    moved += m
                after.append(ends)
            low, high = interval(after)
            print('| %s | %d | %d | %s | %.2f | %.2f | %.2f to %.2f | %.0f %% |' % (
                name, len(songs), len(moved) // a.draws, spread, statistics.mean(before), statistics.mean(x for song in after for x in song), low, high, 100 * statistics.mean(moved)), flush=True)


if __name__ == '__main__':
    main()
