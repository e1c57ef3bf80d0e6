using System.Diagnostics;
using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

/// <summary>Steady turns make no garbage and turns without news do nothing: a collection would stop every audio thread.</summary>
public sealed class SteadyTurnTests
{
    private const int TrackCount = 100;
    private const int LoopSeconds = 20;

    [TestCase(ApproachKind.TopDown, false)]
    [TestCase(ApproachKind.BottomUp, false)]
    [TestCase(ApproachKind.TopDown, true)]
    public void Refresh_HundredTracksLoopingAMinute_AllocatesNothing(ApproachKind approach, bool hasBus)
    {
        using Session session = HundredTracks(approach, hasBus);
        session.Loop(LoopSeconds, turns: LoopSeconds * 10);
        session.Loop(LoopSeconds, turns: LoopSeconds * 10);

        long before = session.Coordinator.Diagnostics.AllTurnsBytes;
        session.Loop(LoopSeconds, turns: 600);

        Diagnostics after = session.Coordinator.Diagnostics;
        Assert.That(after.AllTurnsBytes - before, Is.Zero);
        Assert.That(session.Mix.Published.Snapshot.Tracks[^1].HeardTogetherSeconds, Is.GreaterThan(10));
    }

    [Test]
    public void Refresh_HundredTracksOfUntoldNames_HearAMinuteForTheFirstTime_LeavesLittleGarbage()
    {
        using Session session = new();
        for (int i = 1; i <= TrackCount; i++)
        {
            session.Add($"Track {i}", -20).IsFocal = i == 1;
        }

        session.Play(5);
        long before = session.Coordinator.Diagnostics.AllTurnsBytes;
        session.Play(60);
        long bytes = session.Coordinator.Diagnostics.AllTurnsBytes - before;
        TestContext.Progress.WriteLine($"a first minute of {TrackCount} tracks: {bytes} bytes");

        // An object a pair of tracks each time the voices are found anew has 600,000 bytes, and a sum made anew 380,000.
        Assert.That(bytes, Is.LessThan(1_500_000));
    }

    [Test]
    public void Refresh_NothingPlaysOrChanges_PublishesNothingAndAllocatesNothing()
    {
        using Session session = HundredTracks(ApproachKind.TopDown);
        session.Loop(LoopSeconds, turns: 100);
        session.Time.Advance(TimeSpan.FromSeconds(2));
        session.Coordinator.Refresh();
        (long sequence, long bytes) = (session.Mix.Published.Snapshot.Sequence, session.Coordinator.Diagnostics.AllTurnsBytes);
        long started = Stopwatch.GetTimestamp();
        for (int turn = 0; turn < 1000; turn++)
        {
            session.Time.Advance(TimeSpan.FromMilliseconds(100));
            session.Coordinator.Refresh();
        }

        TestContext.Out.WriteLine($"an idle turn of {TrackCount} tracks: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0.0} \u00B5s");

        Assert.That(session.Mix.Published.Snapshot.Sequence, Is.EqualTo(sequence));
        Assert.That(session.Coordinator.Diagnostics.AllTurnsBytes, Is.EqualTo(bytes));
    }

    [Test]
    public void Published_HeldForSevenTurns_StaysAsItWas()
    {
        using Session session = new();
        session.Add("Vocal").IsFocal = true;
        TrackInstance bass = session.Add("Bass");
        session.Play(4);
        TrackReading held = session.Mix.Published.Snapshot.Tracks[1];
        (double fader, long sequence) = (held.FaderDb, session.Mix.Published.Snapshot.Sequence);
        for (int turn = 0; turn < 7; turn++)
        {
            bass.FaderDb = -turn - 1;
            session.Coordinator.Refresh();

            Assert.That(held.FaderDb, Is.EqualTo(fader), $"after turn {turn + 1}");
        }

        Assert.That(session.Mix.Published.Snapshot.Sequence, Is.EqualTo(sequence + 7));
    }

    [Test]
    public void State_HeldForManyTurns_StaysAsItWas()
    {
        using Session session = new();
        session.Add("Vocal").IsFocal = true;
        TrackInstance bass = session.Add("Bass");
        session.Play(4);
        var held = session.Mix.State;
        string reading = held.ToString() + held.Snapshot.Tracks[1];
        for (int turn = 0; turn < 50; turn++)
        {
            bass.FaderDb = -turn - 1;
            session.Coordinator.Refresh();
        }

        Assert.That(held.ToString() + held.Snapshot.Tracks[1], Is.EqualTo(reading));
        Assert.That(session.Mix.State.Snapshot.Tracks[1].FaderDb, Is.EqualTo(-50));
    }

    private static Session HundredTracks(ApproachKind approach, bool hasBus = false)
    {
        Session session = new();
        for (int i = 0; i < TrackCount; i++)
        {
            session.Add($"Track {i}", -20 - (i % 12)).IsFocal = i == 0;
        }

        if (hasBus)
        {
            session.Add("Mix bus", -3);
        }

        session.Mix.Edit(settings => settings with { Approach = approach });
        return session;
    }
}
