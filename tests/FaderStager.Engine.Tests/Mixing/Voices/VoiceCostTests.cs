using FaderStager.Audio.Blocks;
using FaderStager.Engine.Tests.Mixing.Songs;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Voices;

/// <summary>What it costs to hear voices in a large session, where many tracks are one voice, others are sums, and all names tell.</summary>
[NonParallelizable]
public sealed class VoiceCostTests
{
    private const int SlotsPerMinute = 600;

    // A session of 40 tracks, each with the part that it runs with.
    private static readonly (string Name, int Part)[] Session40 =
    [
        ("Lead Vox", 0), ("Lead Vox DT", 0), ("Kick In", 1), ("Kick Out", 1), ("Kick Sub", 1), ("Snare Top", 2), ("Snare Bot", 2), ("HiHat", 3),
        ("Tom 1", 4), ("Tom 2", 4), ("OH L", 5), ("OH R", 5), ("Room L", 5), ("Room R", 5), ("Drum Bus", 6), ("Bass DI", 7), ("Bass Amp", 7),
        ("Gtr L 57", 8), ("Gtr L 421", 8), ("Gtr R 57", 8), ("Gtr R 421", 8), ("Clean Gtr", 9), ("Lead Gtr", 10), ("Piano L", 11), ("Piano R", 11),
        ("Organ", 12), ("Pad", 13), ("Strings L", 14), ("Strings R", 14), ("BV 1", 15), ("BV 2", 15), ("BV 3", 15), ("BV 4", 15), ("BV 5", 15),
        ("BV 6", 15), ("Tambourine", 16), ("Shaker", 17), ("Trumpet", 18), ("Sax", 19), ("Vox Verb", 0),
    ];

    [TestCase(40, ApproachKind.TopDown)]
    [TestCase(40, ApproachKind.BottomUp)]
    [TestCase(120, ApproachKind.TopDown)]
    [TestCase(120, ApproachKind.BottomUp)]
    public void Refresh_SessionWithVoices_SteadyTurnsAllocateNothing(int count, ApproachKind approach)
    {
        using SlotSong song = Song(Tracks(count));
        song.Mix.Edit(settings => settings with { Approach = approach });
        song.Play(0, SlotsPerMinute, turnSlots: 5);
        song.Play(0, SlotsPerMinute, turnSlots: 5);
        song.Play(0, SlotsPerMinute, turnSlots: 5);

        long before = song.Coordinator.Diagnostics.AllTurnsBytes;
        song.Play(0, SlotsPerMinute, turnSlots: 1);

        Assert.That(song.Coordinator.Diagnostics.AllTurnsBytes - before, Is.Zero);
        Assert.That(song.Mix.State.Snapshot.Tracks.Count(track => track.VoiceName is not null), Is.GreaterThan(count / 2));
    }

    // Every track is held against every other one, and none is one voice with it: the most that envelopes can cost.
    [TestCase(40)]
    [TestCase(120)]
    public void Session_WhoseEnvelopesAreAllCompared_HoldsUnderAKilobyteATrackAndMinuteMore(int count)
    {
        double without = HeldKilobytes([.. Enumerable.Range(0, count).Select(index => ($"Track {index}", index))], 4);
        double with = HeldKilobytes([.. Enumerable.Range(0, count).Select(index => ($"{Word(index)} Gtr", index))], 4);
        double each = (with - without) / (count * 4);
        TestContext.Out.WriteLine($"{count} tracks x 4 min: {without:F0} kB, with envelopes compared {with:F0} kB: {each:F2} kB a track and minute more");

        Assert.That(each, Is.LessThan(1));
    }

    // The sum of a voice is kept as a track is, and this session has 13 of them.
    [Test]
    public void Session_WithVoices_GrowsWithTheSongByLessThanHalfMore()
    {
        double without = GrowthKilobytes([.. Enumerable.Range(0, Session40.Length).Select(index => ($"Track {index}", index))]);
        double with = GrowthKilobytes(Session40);
        TestContext.Out.WriteLine($"{without:F2} kB a track and minute, with voices {with:F2} kB");

        Assert.That(without, Is.GreaterThan(4));
        Assert.That(with, Is.LessThan(1.5 * without));
    }

    // Every track has room for its first quarter of an hour from the start.
    private static double GrowthKilobytes((string Name, int Part)[] tracks) =>
        (HeldKilobytes(tracks, 36) - HeldKilobytes(tracks, 16)) / (20 * tracks.Length);

    private static double HeldKilobytes((string Name, int Part)[] tracks, int minutes)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        using SlotSong song = Song(tracks);
        song.Play(0, minutes * SlotsPerMinute, turnSlots: 20);
        double kilobytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e3;
        Assert.That(song.Mix.State.Snapshot.Tracks[^1].HeardSeconds, Is.GreaterThan(40 * minutes));
        return kilobytes;
    }

    private static string Word(int index) => $"{(char)('A' + (index / 26))}{(char)('a' + (index % 26))}k";

    // The session, and others like it beside it under names of their own.
    private static (string Name, int Part)[] Tracks(int count) =>
    [
        .. Enumerable.Range(0, count).Select(index =>
        {
            (string name, int part) = Session40[index % Session40.Length];
            int session = index / Session40.Length;
            return (session == 0 ? name : $"{Word(session)} {name}", part + (100 * session));
        }),
    ];

    private static SlotSong Song((string Name, int Part)[] tracks)
    {
        SlotSong song = new();
        TrackInstance[] added = [.. tracks.Select(track => song.Add(track.Name, slot => LufsAt(track.Part, slot)))];
        added[0].IsFocal = true;
        return song;
    }

    // Phrases of 1.6 s at one of four levels, another row of them for each part; a track that runs with others is as loud as they are.
    private static double LufsAt(int part, int slot)
    {
        uint hash = (uint)((part * 7919) + (slot / 16));
        hash = (hash ^ (hash >> 13)) * 2654435761u;
        return -20 - (part % 7) - (5 * ((hash >> 16) % 4));
    }
}
