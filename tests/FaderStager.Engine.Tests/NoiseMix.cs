using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using Microsoft.Extensions.Time.Testing;

namespace FaderStager.Engine.Tests;

/// <summary>Tracks of noise that have nothing to do with one another, and what a mix bus hears of them: their outputs, summed and metered.</summary>
internal sealed class NoiseMix : IDisposable
{
    private const double SampleRateHz = 8_000;
    private const int BlockFrames = 160;

    private readonly List<(TrackInstance Track, float Peak)> _tracks = [];
    private readonly Coordinator _coordinator = New();
    private readonly bool _hasBus;
    private TrackInstance? _bus;

    /// <summary>Makes the mix.</summary>
    /// <param name="hasBus">Whether an instance on the mix bus belongs to it.</param>
    public NoiseMix(bool hasBus = false) => _hasBus = hasBus;

    public Mix Mix => _coordinator.Mix(MixGroup.A);

    public MixSnapshot Snapshot => Mix.State.Snapshot;

    public IReadOnlyList<TrackInstance> Tracks => [.. _tracks.Select(each => each.Track)];

    public TrackInstance Add(string name, double peakDbfs, FakeHost? host = null)
    {
        TrackInstance track = new(_coordinator, host) { Name = name };
        Prepare(track, isOffline: false);
        _tracks.Add((track, (float)Decibels.ToAmplitude(peakDbfs)));
        return track;
    }

    public static void Prepare(TrackInstance track, bool isOffline) => track.Prepare(new ProcessSetup(SampleRateHz, BlockFrames, 1) { IsOffline = isOffline });

    /// <summary>Lets the worker take its turn.</summary>
    public void Refresh() => _coordinator.Refresh();

    /// <summary>Does something as if it were a turn that takes its time.</summary>
    public void BetweenTurns(Action act) => _coordinator.BetweenTurns(act);

    /// <summary>Plays the song's first seconds from its start, as a host does that was put back there.</summary>
    /// <returns>Integrated loudness in LUFS and highest sample peak in dBFS of the sum of all outputs, 0.2 s after the start.</returns>
    public (double Lufs, double PeakDbfs) Hear(double seconds = 12)
    {
        using Coordinator other = New();
        using TrackInstance sum = new(other);
        Prepare(sum, isOffline: false);
        if (_hasBus && _bus is null)
        {
            _bus = new TrackInstance(_coordinator) { Name = "Mix Bus", Role = Role.MixBus };
            Prepare(_bus, isOffline: false);
        }

        float[] input = new float[BlockFrames];
        float[] output = new float[BlockFrames];
        float[] mix = new float[BlockFrames];
        Random[] noise = [.. _tracks.Select((_, i) => new Random(i + 1))];
        float peak = 0;
        long settled = (long)(0.2 * SampleRateHz);
        for (long at = 0; at < (long)(seconds * SampleRateHz); at += BlockFrames)
        {
            Array.Clear(mix);
            for (int i = 0; i < _tracks.Count; i++)
            {
                for (int frame = 0; frame < BlockFrames; frame++)
                {
                    input[frame] = (float)((noise[i].NextDouble() * 2) - 1) * _tracks[i].Peak;
                }

                _tracks[i].Track.Process(new AudioBlock(input, output), SongPosition.RollingAt(at));
                for (int frame = 0; frame < BlockFrames; frame++)
                {
                    mix[frame] += output[frame];
                }
            }

            // The ramps of gains that were just moved are over by then.
            if (at >= settled)
            {
                sum.Process(new AudioBlock(mix, output), SongPosition.RollingAt(at));
                peak = Math.Max(peak, mix.Max(MathF.Abs));
            }

            _bus?.Process(new AudioBlock(mix, output), SongPosition.RollingAt(at));
            if (at % 8_000 == 0)
            {
                _coordinator.Refresh();
                other.Refresh();
            }
        }

        _coordinator.Refresh();
        other.Refresh();
        return (other.Mix(MixGroup.A).State.Snapshot.Tracks[0].IntegratedLufs, Decibels.FromAmplitude(peak));
    }

    public void Dispose()
    {
        _bus?.Dispose();
        _tracks.ForEach(each => each.Track.Dispose());
        _coordinator.Dispose();
    }

    private static Coordinator New() => new(new ProfileLibrary(Path.Combine(Path.GetTempPath(), "no-such-folder-of-profiles")), new FakeTimeProvider());
}
