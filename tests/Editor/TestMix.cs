using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Refreshing;
using FaderStager.Rehearsal.Demo;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using Microsoft.Extensions.Time.Testing;

namespace FaderStager.Tests.Editor;

/// <summary>A mix that was played to its tracks: the demo session, or as many tracks of noise as are asked for.</summary>
internal sealed class TestMix : IDisposable
{
    private const int BlockFrames = 480;
    private const int NoiseRateHz = 48_000;

    private static readonly Lazy<IReadOnlyList<MemoryStem>> Demo = new(DemoSession.Play);

    private static readonly Lazy<PersonSettings> Veteran = new(() =>
    {
        PersonSettings person = new(Directory.CreateTempSubdirectory("faderstager").FullName);
        person.RememberFirstRun();
        return person;
    });

    private static readonly string[] NoiseNames =
    [
        "Lead Vocal", "Kick", "Snare", "Bass", "Hi-Hat", "Overheads", "Toms", "Rhythm Guitar L", "Rhythm Guitar R", "Lead Guitar",
        "Piano", "Organ", "Pad", "Strings", "Backing Vocals 1", "Backing Vocals 2", "Shaker", "Tambourine", "Brass", "Riser FX",
    ];

    /// <summary>Colours as a DAW's mixer has them, one for three tracks.</summary>
    private static readonly uint[] HostColours = [0xFFC2494F, 0xFFB98A3A, 0xFF4E8F5B, 0xFF3F7FB5, 0xFF8A62B0];

    // Time stands, so the song that was played last still counts as playing.
    private readonly FakeTimeProvider _time = new();
    private readonly Random _random = new(11);
    private readonly float[] _block = new float[BlockFrames];
    private readonly float[] _output = new float[BlockFrames];
    private long _playedFrames;

    private TestMix(ProfileLibrary? profiles = null) => Coordinator = new Coordinator(profiles ?? new ProfileLibrary(), _time);

    public Coordinator Coordinator { get; }

    public List<TrackInstance> Tracks { get; } = [];

    public HandClock Clock { get; } = new();

    public TrackInstance this[string name] => Tracks.First(track => track.Name == name);

    /// <summary>A person who has been through the first run, as every person here unless a test says otherwise.</summary>
    public PersonSettings Person { get; } = Veteran.Value;

    /// <summary>Surroundings whose clock the test turns.</summary>
    public EditorContext HandDriven => new() { Clock = Clock, Profiles = Coordinator.Profiles, Person = Person, HostName = "test", ShellName = "VST3" };

    /// <summary>The demo session's tracks, some or all of them, its song played; the one named quiet 30 dB under what it is.</summary>
    public static TestMix OfDemo(int tracks = int.MaxValue, bool hasFocal = true, ProfileLibrary? profiles = null, string? quiet = null)
    {
        TestMix mix = new(profiles);
        foreach (MemoryStem stem in Demo.Value.Take(tracks))
        {
            float gain = stem.Name == quiet ? (float)Decibels.ToAmplitude(-30) : 1;
            mix.Add(stem.Name, (int)stem.SampleRateHz, [.. stem.Channels.Select(channel => Array.ConvertAll(channel, sample => sample * gain))]);
        }

        mix.Settle(hasFocal);
        return mix;
    }

    /// <summary>Tracks of noise, each at its own level.</summary>
    public static TestMix OfNoise(int tracks, int seconds = 12)
    {
        TestMix mix = new();
        float[] noise = new float[NoiseRateHz * seconds];
        Random random = new(7);
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] = (float)((random.NextDouble() * 2) - 1);
        }

        for (int i = 0; i < tracks; i++)
        {
            double peak = Decibels.ToAmplitude(i == 0 ? -16 : -20 - (i * 7 % 19));
            float[] samples = Array.ConvertAll(noise, sample => (float)(sample * peak));
            string name = NoiseNames[i % NoiseNames.Length] + (i < NoiseNames.Length ? "" : $" {(i / NoiseNames.Length) + 1}");
            mix.Add(name, NoiseRateHz, [samples]);
        }

        mix._playedFrames = noise.Length;

        mix.Settle(hasFocal: true);
        return mix;
    }

    /// <summary>A mix without any song: its tracks are prepared and nothing was heard.</summary>
    public static TestMix OfSilence(params string[] names)
    {
        TestMix mix = new();
        foreach (string name in names)
        {
            mix.Add(name, NoiseRateHz, [new float[BlockFrames]]);
        }

        mix.Settle(hasFocal: false);
        return mix;
    }

    /// <summary>Stages the mix bottom-up as far as some steps.</summary>
    public void BringUp(int steps)
    {
        Mix shared = Tracks[0].Mix;
        shared.Edit(settings => settings with { Approach = ApproachKind.BottomUp });
        foreach (TrackInstance track in Tracks)
        {
            track.Parameters.Set(ParameterId.Approach, (double)ApproachKind.BottomUp);
        }

        shared.SetAllFaders(double.NegativeInfinity);
        Refresh();
        for (int step = 0; step < steps; step++)
        {
            Guid next = shared.State.Advice.Hints.FirstOrDefault(hint => hint.Kind == HintKind.Next)?.TrackId ?? Guid.Empty;
            shared.Apply(next);
            Refresh();
        }
    }

    /// <summary>Plays a part of the demo on its tracks, which are of the demo.</summary>
    public void PlayDemo(int fromFrame, int frames)
    {
        float[][] output = [new float[frames], new float[frames]];
        foreach (TrackInstance track in Tracks)
        {
            IReadOnlyList<float[]> channels = Demo.Value.First(stem => stem.Name == track.Name).Channels;
            track.Process(Block(channels, output, fromFrame, frames), SongPosition.RollingAt(fromFrame));
        }
    }

    /// <summary>Lets the mix be evaluated, as the worker does 20 times a second.</summary>
    public void Refresh()
    {
        for (int turn = 0; turn < 3; turn++)
        {
            Coordinator.Refresh();
        }
    }

    /// <summary>Plays the song of noise on: every track at its own level, which wavers, so that every reading moves.</summary>
    /// <param name="milliseconds">How long.</param>
    public void PlayOn(int milliseconds)
    {
        int frames = NoiseRateHz * milliseconds / 1000;
        for (int done = 0; done < frames; done += BlockFrames)
        {
            double seconds = _playedFrames / (double)NoiseRateHz;
            for (int i = 0; i < Tracks.Count; i++)
            {
                float peak = (float)Decibels.ToAmplitude((i == 0 ? -16 : -20 - (i * 7 % 19)) + (6 * Math.Sin((seconds * (1 + (i % 5))) + i)));
                for (int frame = 0; frame < BlockFrames; frame++)
                {
                    _block[frame] = (float)((_random.NextDouble() * 2) - 1) * peak;
                }

                Tracks[i].Process(new AudioBlock(_block, _output), SongPosition.RollingAt(_playedFrames));
            }

            _playedFrames += BlockFrames;
        }

        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
    }

    public void Dispose()
    {
        foreach (TrackInstance track in Tracks)
        {
            track.Dispose();
        }

        Coordinator.Dispose();
    }

    private void Add(string name, int rateHz, float[][] channels)
    {
        TrackInstance track = new(Coordinator) { HostTrack = new HostTrack(name, HostColours[Tracks.Count / 3 % HostColours.Length], Tracks.Count) };
        Tracks.Add(track);
        track.Prepare(new ProcessSetup(rateHz, BlockFrames, channels.Length));
        float[][] output = [new float[BlockFrames], new float[BlockFrames]];
        for (int frame = 0; frame < channels[0].Length; frame += BlockFrames)
        {
            int frames = Math.Min(BlockFrames, channels[0].Length - frame);
            track.Process(Block(channels, output, frame, frames), SongPosition.RollingAt(frame));
            if (frame % (rateHz / 2) < BlockFrames)
            {
                Coordinator.Refresh();
            }
        }
    }

    private static AudioBlock Block(IReadOnlyList<float[]> channels, float[][] output, int frame, int frames) => channels.Count == 1
        ? new AudioBlock(channels[0].AsSpan(frame, frames), output[0].AsSpan(0, frames))
        : new AudioBlock(channels[0].AsSpan(frame, frames), channels[1].AsSpan(frame, frames), output[0].AsSpan(0, frames), output[1].AsSpan(0, frames));

    private void Settle(bool hasFocal)
    {
        if (hasFocal)
        {
            Tracks[0].IsFocal = true;
        }

        Refresh();
    }
}
