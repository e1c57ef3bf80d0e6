using BenchmarkDotNet.Attributes;
using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;

namespace FaderStager.Bench.Mixing;

/// <summary>One turn of the coordinator's worker over a long mix: what the 20 Hz cost while a song plays.</summary>
[MemoryDiagnoser]
public class RefreshBenchmarks : IDisposable
{
    private const int SlotsPerMinute = 600;

    // One session of 20 tracks, again and again under names of their own: a kit of microphones, pairs, takes.
    private static readonly string[] Names =
    [
        "Lead Vox", "Kick In", "Kick Out", "Snare Top", "Snare Bot", "HiHat", "Tom 1", "Tom 2", "OH L", "OH R",
        "Drum Bus", "Bass DI", "Bass Amp", "Gtr L", "Gtr R", "Keys", "Pad", "BV 1", "BV 2", "BV 3",
    ];

    private readonly List<TrackInstance> _tracks = [];
    private readonly Coordinator _coordinator = new(new ProfileLibrary(), TimeProvider.System);
    private readonly Random _random = new(1);
    private long _nextSlot;

    /// <summary>Tracks in the mix.</summary>
    [Params(100)]
    public int Tracks { get; set; } = 100;

    /// <summary>Minutes of song.</summary>
    public int Minutes { get; set; } = 60;

    /// <summary>Whether the tracks' names tell of voices; else they are "Track 1", "Track 2".</summary>
    public bool HasVoices { get; set; }

    /// <summary>Megabytes that the tracks and their hour of slots hold, as far as the collector can tell.</summary>
    public double HeldMegabytes { get; private set; }

    [GlobalSetup]
    public void PlayTheSong()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Tracks; i++)
        {
            TrackInstance track = new(_coordinator) { Name = !HasVoices ? $"Track {i}" : i < Names.Length ? Names[i] : $"{(char)('A' + (i / Names.Length))}k {Names[i % Names.Length]}" };
            track.Prepare(new ProcessSetup(48_000, 512, 2));
            _tracks.Add(track);
        }

        _tracks[0].IsFocal = true;
        for (int slot = 0; slot < Minutes * SlotsPerMinute; slot++)
        {
            PlayASlot();
            if (slot % 3_600 == 0)
            {
                _coordinator.Refresh();
            }
        }

        _coordinator.Refresh();
        HeldMegabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
    }

    [Benchmark]
    public MixState Refresh_WhileTheSongPlays()
    {
        PlayASlot();
        _coordinator.Refresh();
        return _coordinator.Mix(MixGroup.A).State;
    }

    [Benchmark]
    public MixState Refresh_AfterAnotherTrackBecameFocal()
    {
        _tracks[(int)(_nextSlot++ % Tracks)].IsFocal = true;
        _coordinator.Refresh();
        return _coordinator.Mix(MixGroup.A).State;
    }

    /// <summary>The whole song at once: every voice's curve, sections, readings in each of them, rides.</summary>
    public int Song_AtOnce()
    {
        _ = Refresh_WhileTheSongPlays();
        _coordinator.Mix(MixGroup.A).Song.Ask(atOnce: true);
        _coordinator.Refresh();
        return _coordinator.Mix(MixGroup.A).Song.State.Rows.Length;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool isDisposing) => _coordinator.Dispose();

    /// <summary>A slot on every track at the same song position: parts of 20 s, each track with its own levels.</summary>
    private void PlayASlot()
    {
        long index = _nextSlot++;
        for (int i = 0; i < _tracks.Count; i++)
        {
            bool plays = (index / 200 + i) % 5 != 0;
            double lufs = plays ? -18 - (i % 12) - (_random.NextDouble() * 12) : -90;
            float meanSquare = (float)Decibels.MeanSquareOfLoudness(lufs);
            _tracks[i].Member.Measurement.Analysis.File(new LoudnessSlot
            {
                Index = index,
                MeanSquare = meanSquare,
                PestanaMeanSquare = float.NaN,
                UnweightedMeanSquare = meanSquare,
                SamplePeak = 0.5f,
                TruePeak = 0.5f,
                MomentaryMaxMeanSquare = meanSquare / 4,
                ShortTermMaxMeanSquare = meanSquare / 30,
                RunStart = -1,
            });
        }
    }
}
