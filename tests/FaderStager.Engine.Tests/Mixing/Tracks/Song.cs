using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>A track, how loud its sine is over the song, and a gain upstream of the plug-in.</summary>
internal sealed record Player(TrackInstance Track, Func<double, double> LufsAt)
{
    public double GainDb { get; set; }

    /// <summary>What leaves the track at a moment of the song, as a power: behind the plug-in fader.</summary>
    public double PowerAt(double seconds) => Decibels.ToPower(LufsAt(seconds) + GainDb + Track.FaderDb);
}

/// <summary>A project whose transport jumps: tracks of sines, read through the public track.</summary>
internal sealed class Song : IDisposable
{
    private const int BlockFrames = 160;

    private readonly Session _session = new();
    private readonly List<Player> _players = [];
    private readonly float[] _input = new float[BlockFrames];
    private readonly float[] _output = new float[BlockFrames];

    public Mix Mix => _session.Mix;

    public MixSnapshot Snapshot => _session.Snapshot;

    public Player Add(string name, Func<double, double> lufsAt)
    {
        TrackInstance track = new(_session.Coordinator) { Name = name };
        Session.Prepare(track);
        Player player = new(track, lufsAt);
        _players.Add(player);
        return player;
    }

    /// <summary>Adds an instance on the mix bus: it hears the energy sum of all tracks behind their faders, and of what else is there.</summary>
    public Player AddBus(Func<double, double>? elsePower = null)
    {
        Player[] tracks = [.. _players];
        return Add("Mix Bus", seconds => Decibels.FromPower(tracks.Sum(player => player.PowerAt(seconds)) + (elsePower?.Invoke(seconds) ?? 0)));
    }

    /// <summary>Plays a part of the song from a jump; the worker takes its turn every 400 ms.</summary>
    public void Play(double fromSeconds, double toSeconds)
    {
        PlayBlocks(fromSeconds, toSeconds, hasTurns: true);
        Refresh();
    }

    /// <summary>Plays a part of the song from a jump while the worker gets no turn.</summary>
    public void PlayWithoutTurns(double fromSeconds, double toSeconds) => PlayBlocks(fromSeconds, toSeconds, hasTurns: false);

    /// <summary>Chooses a profile for the mix.</summary>
    public void UseProfile(TargetProfile profile)
    {
        string name = _session.Coordinator.Profiles.Add(profile);
        Mix.Edit(settings => settings with { ProfileName = name });
    }

    /// <summary>The worker takes a turn.</summary>
    public void Refresh() => _session.Coordinator.Refresh();

    public TrackReading Reading(Player player) => _session.Reading(player.Track);

    public Hint Hint(Player player) => Mix.State.Advice.For(player.Track.Id)!;

    public double RelativeLu(Player player) => Reading(player).InsertRelativeLu;

    public void Dispose()
    {
        foreach (Player player in _players)
        {
            player.Track.Dispose();
        }

        _session.Dispose();
    }

    private void PlayBlocks(double fromSeconds, double toSeconds, bool hasTurns)
    {
        int turn = 0;
        long end = (long)Math.Round(toSeconds * Session.SampleRateHz);
        for (long frame = (long)Math.Round(fromSeconds * Session.SampleRateHz); frame < end; frame += BlockFrames)
        {
            foreach (Player player in _players)
            {
                float amplitude = (float)Decibels.ToAmplitude(player.LufsAt(frame / Session.SampleRateHz) + player.GainDb);
                for (int i = 0; i < BlockFrames; i++)
                {
                    _input[i] = amplitude * MathF.Sin(MathF.Tau * ((frame + i) % 8) / 8);
                }

                player.Track.Process(new AudioBlock(_input, _output), SongPosition.RollingAt(frame));
            }

            if (hasTurns && ++turn % 20 == 0)
            {
                Refresh();
            }
        }
    }
}
