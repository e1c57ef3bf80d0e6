using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Songs;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;
using Microsoft.Extensions.Time.Testing;

namespace FaderStager.Engine.Tests.Mixing.Songs;

/// <summary>A mix whose tracks are given slot by slot, as their meters would hand them over.</summary>
internal sealed class SlotSong : IDisposable
{
    private readonly List<(TrackInstance Track, Func<int, double> LufsAt)> _tracks = [];

    public SlotSong(bool isTouched = true)
    {
        if (isTouched)
        {
            Mix.Edit(settings => settings with { ToleranceLu = 4 });
        }
    }

    public FakeTimeProvider Time { get; } = new();

    public Coordinator Coordinator => field ??= new Coordinator(new ProfileLibrary(Path.Combine(Path.GetTempPath(), "no-such-folder-of-profiles")), Time);

    public Mix Mix => Coordinator.Mix(MixGroup.A);

    public SongState Song
    {
        get
        {
            Mix.Song.Ask();
            Time.Advance(TimeSpan.FromSeconds(2));
            Coordinator.Refresh();
            return Mix.Song.State;
        }
    }

    public TrackInstance Add(string name, Func<int, double> lufsAt)
    {
        TrackInstance track = new(Coordinator) { Name = name };
        Session.Prepare(track);
        _tracks.Add((track, lufsAt));
        return track;
    }

    /// <summary>Plays a stretch straight from a jump; the worker takes a turn every so many slots.</summary>
    public void Play(int from, int to, int turnSlots = 50, Func<int, TrackInstance, bool>? isHeard = null)
    {
        for (int slot = from; slot < to; slot++)
        {
            foreach ((TrackInstance track, Func<int, double> lufsAt) in _tracks)
            {
                if (isHeard?.Invoke(slot, track) != false)
                {
                    float meanSquare = (float)Decibels.MeanSquareOfLoudness(lufsAt(slot));
                    track.Member.Audio.Slots.Write(Slots.OfMeanSquare(slot, meanSquare) with { RunStart = from });
                }
            }

            if ((slot - from) % turnSlots == turnSlots - 1)
            {
                Coordinator.Refresh();
            }
        }

        Coordinator.Refresh();
    }

    public TrackReading Reading(TrackInstance track) => Mix.State.Snapshot.Tracks.Single(reading => reading.Id == track.Id);

    public SongRow Row(TrackInstance track) => Song.Rows.Single(row => row.TrackId == track.Id);

    /// <summary>A point a slot of a voice's curve, faders counted.</summary>
    public float[] Curve(TrackInstance track, int slots)
    {
        _ = Song;
        return Mix.Song.Draw(new SongQuestion(track.Id, 0, slots / 10.0, slots)).LowLu.ToArray();
    }

    public void Dispose() => Coordinator.Dispose();
}
