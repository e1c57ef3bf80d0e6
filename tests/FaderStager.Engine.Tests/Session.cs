using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using Microsoft.Extensions.Time.Testing;

namespace FaderStager.Engine.Tests;

/// <summary>A project with a transport: tracks of steady sines that are played block by block, and a clock that the test turns.</summary>
internal sealed class Session : IDisposable
{
    public const double SampleRateHz = 8_000;
    private const int BlockFrames = 160;

    private readonly List<(TrackInstance Track, float PeakAmplitude)> _tracks = [];
    private readonly float[] _input = new float[BlockFrames];
    private readonly float[] _output = new float[BlockFrames];
    private long _frame;

    public FakeTimeProvider Time { get; } = new();

    /// <summary>The faults that its diagnostics count: its own, for the process' are every test's.</summary>
    public FaultLog Faults { get; } = new(_ => { });

    public Coordinator Coordinator => field ??= new Coordinator(new ProfileLibrary(Path.Combine(Path.GetTempPath(), "no-such-folder-of-profiles")), Time, Faults);

    public Mix Mix => Coordinator.Mix(MixGroup.A);

    /// <summary>The tracks in the order they were added in.</summary>
    public IReadOnlyList<TrackInstance> Tracks => [.. _tracks.Select(track => track.Track)];

    public MixSnapshot Snapshot => Mix.State.Snapshot;

    /// <summary>Adds a mono track that plays a sine of about 1 kHz: as dual mono it reads its peak level in LUFS. Its host has forgotten the naming.</summary>
    public TrackInstance Add(string name, double lufs = -20, FakeHost? host = null)
    {
        TrackInstance track = new(Coordinator, host) { Name = name };
        Prepare(track);
        host?.Forget();
        _tracks.Add((track, (float)Decibels.ToAmplitude(lufs)));
        return track;
    }

    public static void Prepare(TrackInstance track) => track.Prepare(new ProcessSetup(SampleRateHz, BlockFrames, 1));

    /// <summary>Plays all tracks but those named, then lets the worker take its turn.</summary>
    public void Play(double seconds, params TrackInstance[] except)
    {
        long end = _frame + (long)(seconds * SampleRateHz);
        while (_frame < end)
        {
            foreach ((TrackInstance track, float peakAmplitude) in _tracks)
            {
                if (!except.Contains(track))
                {
                    PlayBlock(track, peakAmplitude);
                }
            }

            _frame += BlockFrames;
            if (_frame % 8_000 == 0)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
                Coordinator.Refresh();
            }
        }

        Coordinator.Refresh();
    }

    /// <summary>Plays all tracks while the worker gets no turn.</summary>
    public void PlayWithoutTurns(double seconds)
    {
        for (long end = _frame + (long)(seconds * SampleRateHz); _frame < end; _frame += BlockFrames)
        {
            foreach ((TrackInstance track, float peakAmplitude) in _tracks)
            {
                PlayBlock(track, peakAmplitude);
            }
        }
    }

    /// <summary>Plays a loop from the song's start as a host does, ten turns of the worker a second.</summary>
    public void Loop(int loopSeconds, int turns)
    {
        const int BlocksATurn = (int)SampleRateHz / 10 / BlockFrames;
        for (int turn = 0; turn < turns; turn++)
        {
            for (int block = 0; block < BlocksATurn; block++)
            {
                foreach ((TrackInstance track, float peakAmplitude) in _tracks)
                {
                    PlayBlock(track, peakAmplitude);
                }

                _frame += BlockFrames;
                _frame = _frame == loopSeconds * (long)SampleRateHz ? 0 : _frame;
            }

            Time.Advance(TimeSpan.FromMilliseconds(100));
            Coordinator.Refresh();
        }
    }

    public TrackReading Reading(TrackInstance track) => Snapshot.Tracks.Single(reading => reading.Id == track.Id);

    public void Dispose() => Coordinator.Dispose();

    private void PlayBlock(TrackInstance track, float peakAmplitude)
    {
        for (int i = 0; i < BlockFrames; i++)
        {
            _input[i] = peakAmplitude * MathF.Sin(2 * MathF.PI * ((_frame + i) % 8) / 8);
        }

        track.Process(new AudioBlock(_input, _output), SongPosition.RollingAt(_frame));
    }
}
