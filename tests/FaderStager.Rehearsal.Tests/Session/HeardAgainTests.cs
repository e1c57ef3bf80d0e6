using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Rehearsal.Demo;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Rehearsal.Tests.Session;

/// <summary>Issue 10: what is heard again unchanged is never let go of, and what was changed upstream reads true once it was heard again.</summary>
/// <remarks>
/// On the stems of the demo session, ten loops each. With FADERSTAGER_SONG = a folder of WAV stems on those, a hundred loops each:
/// .ci/real-song does so with a real song.
/// </remarks>
public sealed class HeardAgainTests
{
    private const string SongVariable = "FADERSTAGER_SONG";
    private const int BlockFrames = 1024;
    private const double LoopSeconds = 5;
    private const double PartSeconds = 10;
    private const double TremoloDb = 1;
    private const double MostOffLu = 0.3;

    private static readonly string? Song = Environment.GetEnvironmentVariable(SongVariable) is { Length: > 0 } folder ? folder : null;
    private static readonly int Loops = Song is null ? 10 : 100;
    private static readonly Lazy<(string Name, double RateHz, float[][] Samples)[]> Stems = new(ReadStems);

    /// <summary>As it is; with a tremolo of 1 dB that runs free of the song; with bursts of noise at times of their own.</summary>
    [Test]
    public void UnchangedStem_LoopedManyTimes_IsNeverLetGo([Values("plain", "tremolo", "bursts")] string kind) => Assert.That(
        OfEachStem(stem =>
        {
            using Deck deck = new(stem.RateHz, stem.Samples);
            Movement movement = new(kind, stem.RateHz, deck.LoudestPeak, stem.Name.Length + kind.Length);
            deck.Play(0, deck.Seconds, 0, movement);
            double from = deck.LoudestSecond(LoopSeconds);
            int loop = 0;
            while (loop < Loops && deck.Track.Change is null)
            {
                deck.Play(from, from + LoopSeconds, 0, movement);
                loop++;
            }

            return deck.Track.Change is { } change ? $"let go in loop {loop}: {change}" : "";
        }),
        Is.Empty);

    /// <summary>A change of gain at any time while the song is heard for the first time, then a part is heard again that was heard before it.</summary>
    [Test]
    public void GainChangedUpstream_PartHeardAgain_ReadsTheTruth([Values(1, 2, 3, 4, 5, 6)] int seed) => Assert.That(
        OfEachStem(stem =>
        {
            Random random = new(seed + (100 * stem.Name.Length));
            using Deck deck = new(stem.RateHz, stem.Samples);
            double gainDb = Math.Round((0.4 + (random.NextDouble() * 17)) * ((random.Next(2) * 2) - 1), 1);
            double part = deck.LoudestSecond(PartSeconds);
            double changedAt = Math.Min(deck.Seconds, part + PartSeconds + (random.NextDouble() * 15));
            deck.Play(0, changedAt, 0);
            deck.Play(changedAt, deck.Seconds, gainDb);
            deck.Play(part, part + PartSeconds, gainDb);

            double readLu = deck.Track.InsertRelativeLu;
            return Math.Abs(readLu - gainDb) <= MostOffLu ? "" : $"{gainDb} dB at {changedAt:0.0} s, heard again from {part:0.0} s, reads {readLu:0.00} LU; {deck.Track.Change}";
        }),
        Is.Empty);

    /// <summary>A bounce of a part after live play: the same samples let nothing go, others let the rest go.</summary>
    [Test]
    public void OfflineRenderOfAPart_AfterLivePlay_FollowsTheSameRule([Values(0, -5.0, 3.5)] double gainDb) => Assert.That(
        OfEachStem(stem =>
        {
            using Deck deck = new(stem.RateHz, stem.Samples);
            deck.Play(0, deck.Seconds, 0);
            double heardSeconds = deck.Track.HeardSeconds;
            double part = deck.LoudestSecond(PartSeconds);
            deck.GoOffline();
            deck.Play(part, part + PartSeconds, gainDb);

            TrackReading track = deck.Track;
            bool isRight = Math.Abs(track.InsertRelativeLu - gainDb) <= MostOffLu
                && (track.Change is null) == (gainDb == 0)
                && (gainDb == 0 ? Math.Abs(track.HeardSeconds - heardSeconds) <= 0.2 : track.HeardSeconds <= PartSeconds);
            return isRight ? "" : $"reads {track.InsertRelativeLu:0.00} LU, heard {track.HeardSeconds:0.0} of {heardSeconds:0.0} s; {track.Change}";
        }),
        Is.Empty);

    private static string[] OfEachStem(Func<(string Name, double RateHz, float[][] Samples), string> check) =>
        [.. Stems.Value.AsParallel().AsOrdered().Select(stem => (stem.Name, Fault: check(stem))).Where(found => found.Fault.Length > 0).Select(found => $"{found.Name}: {found.Fault}")];

    private static (string Name, double RateHz, float[][] Samples)[] ReadStems()
    {
        IStemSource[] sources = Song is null
            ? [.. DemoSession.Play()]
            : [.. Directory.EnumerateFiles(Song, "*.wav").Order(StringComparer.Ordinal).Select(path => new FileStem(path))];
        Assert.That(sources, Is.Not.Empty, Song);
        return [.. sources.Select(Read)];

        static (string Name, double RateHz, float[][] Samples) Read(IStemSource source)
        {
            using IStemReader reader = source.Open();
            return (source.Name, reader.SampleRateHz, Reading.All(reader, 65_536));
        }
    }

    /// <summary>What plays along by itself: its own clock runs on, wherever the song jumps.</summary>
    private sealed class Movement(string kind, double rateHz, float loudestPeak, int seed)
    {
        private readonly Random _random = new(seed);
        private readonly double _tremoloHz = 0.7 + (seed % 11 * 0.53);
        private long _clock;
        private long _burstLeft;

        public void Apply(float[][] blocks, int frames)
        {
            for (int i = 0; i < frames; i++, _clock++)
            {
                if (kind == "tremolo")
                {
                    float gain = (float)Decibels.ToAmplitude(TremoloDb * Math.Sin(Math.Tau * _tremoloHz * _clock / rateHz));
                    Array.ForEach(blocks, channel => channel[i] *= gain);
                }
                else if (kind == "bursts")
                {
                    // Bursts of 0.1 to 0.4 s, a quarter of the time, 20 dB under the loudest peak.
                    _burstLeft = _burstLeft != 0 ? _burstLeft - Math.Sign(_burstLeft) : (long)(rateHz * (0.1 + (0.3 * _random.NextDouble()))) * (_random.Next(4) == 0 ? 1 : -1);
                    float noise = _burstLeft > 0 ? (float)((_random.NextDouble() - 0.5) * 0.2 * loudestPeak) : 0;
                    Array.ForEach(blocks, channel => channel[i] += noise);
                }
            }
        }
    }

    /// <summary>A stem on a track of its own mix, and once more, never changed, as its focal.</summary>
    private sealed class Deck : IDisposable
    {
        private readonly Coordinator _coordinator = new(new ProfileLibrary(Path.Combine(Path.GetTempPath(), "no-such-folder-of-profiles")), TimeProvider.System);
        private readonly TrackInstance _focal;
        private readonly TrackInstance _track;
        private readonly double _rateHz;
        private readonly float[][] _samples;
        private readonly float[][] _blocks;

        public Deck(double rateHz, float[][] samples)
        {
            (_rateHz, _samples) = (rateHz, samples);
            _blocks = [.. samples.Select(_ => new float[BlockFrames])];
            _focal = new TrackInstance(_coordinator) { Name = "Focal" };
            _track = new TrackInstance(_coordinator) { Name = "Track" };
            Prepare(isOffline: false);
            _focal.IsFocal = true;
            LoudestPeak = samples.Max(channel => channel.Max(Math.Abs));
        }

        public double Seconds => _samples[0].Length / _rateHz;

        public float LoudestPeak { get; }

        public TrackReading Track => _coordinator.Mix(MixGroup.A).State.Snapshot.Tracks.Single(reading => reading.Id == _track.Id);

        public void GoOffline()
        {
            _focal.Deactivate();
            _track.Deactivate();
            Prepare(isOffline: true);
        }

        /// <summary>Where the stretch with the most energy begins, in seconds.</summary>
        public double LoudestSecond(double seconds)
        {
            int length = (int)(seconds * _rateHz);
            int step = (int)_rateHz / 2;
            int best = 0;
            double most = -1;
            for (int from = 0; from + length <= _samples[0].Length; from += step)
            {
                double energy = 0;
                for (int i = from; i < from + length; i += 7)
                {
                    energy += _samples[0][i] * _samples[0][i];
                }

                (best, most) = energy > most ? (from, energy) : (best, most);
            }

            return best / _rateHz;
        }

        public void Play(double fromSeconds, double toSeconds, double gainDb, Movement? movement = null)
        {
            float gain = (float)Decibels.ToAmplitude(gainDb);
            int end = Math.Min((int)(toSeconds * _rateHz), _samples[0].Length);
            int turn = 0;
            for (int frame = (int)(fromSeconds * _rateHz); frame < end; frame += BlockFrames)
            {
                int frames = Math.Min(BlockFrames, end - frame);
                Feed(_focal, frame, frames, 1, null);
                Feed(_track, frame, frames, gain, movement);
                if (++turn % 16 == 0)
                {
                    _coordinator.Refresh();
                }
            }

            _coordinator.Refresh();
        }

        public void Dispose()
        {
            _focal.Dispose();
            _track.Dispose();
            _coordinator.Dispose();
        }

        private void Prepare(bool isOffline)
        {
            ProcessSetup setup = new(_rateHz, BlockFrames, _samples.Length) { IsOffline = isOffline };
            _focal.Prepare(setup);
            _track.Prepare(setup);
        }

        private void Feed(TrackInstance track, int frame, int frames, float gain, Movement? movement)
        {
            for (int channel = 0; channel < _samples.Length; channel++)
            {
                for (int i = 0; i < frames; i++)
                {
                    _blocks[channel][i] = _samples[channel][frame + i] * gain;
                }
            }

            movement?.Apply(_blocks, frames);
            Span<float> left = _blocks[0].AsSpan(0, frames);
            Span<float> right = _blocks[^1].AsSpan(0, frames);
            track.Process(_blocks.Length == 1 ? new AudioBlock(left, left) : new AudioBlock(left, right, left, right), SongPosition.RollingAt(frame));
        }
    }
}
