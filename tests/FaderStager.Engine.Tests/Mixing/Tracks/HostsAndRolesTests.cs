using FaderStager.Audio.Blocks;
using FaderStager.Audio.Following;
using FaderStager.Measuring;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>Issue 10, cases 3, 4, 9, 10 and 11 through the public track.</summary>
public sealed class HostsAndRolesTests
{
    private const int BlockFrames = 160;

    /// <summary>Was: nothing is ever measured, and the editor says "stopped: play the song".</summary>
    [TestCase(0.5, 0)]
    [TestCase(0.8, 0)]
    [TestCase(1.25, 0)]
    [TestCase(1, 1)]
    [TestCase(1, 2)]
    [TestCase(0.8, 1)]
    public void Case3_PlayRateOrWaver_60SecondsOfSongAreHeard(double playRate, int waverFrames)
    {
        using Session session = new();
        (TrackInstance vocal, TrackInstance bass) = Two(session);
        Random random = new(3);
        Play(session, vocal, bass, (int)(60 / playRate * Session.SampleRateHz / BlockFrames), block =>
            SongPosition.RollingAt((long)Math.Floor(block * BlockFrames * playRate) + random.Next(-waverFrames, waverFrames + 1)));

        Assert.That(session.Reading(bass).HeardSeconds, Is.EqualTo(60).Within(1));
        Assert.That(session.Reading(bass).InsertRelativeLu, Is.EqualTo(-6).Within(0.05));
        Assert.That(session.Reading(bass).Confidence, Is.EqualTo(Confidence.Steady));
        Assert.That((bass.Following, session.Snapshot.IsRolling), Is.EqualTo((SongFollowing.Following, true)));
    }

    /// <summary>Was: all say "play the song" while it plays.</summary>
    [TestCase(SongFollowing.PositionStands)]
    [TestCase(SongFollowing.PositionJumps)]
    [TestCase(SongFollowing.NoPosition)]
    public void Case4_HostWithoutAUsablePosition_ReadsLiveAndSaysWhichHostItIs(SongFollowing host)
    {
        using Session session = new();
        (TrackInstance vocal, TrackInstance bass) = Two(session);
        Random random = new(4);
        Play(session, vocal, bass, 200, _ => host switch
        {
            SongFollowing.PositionStands => SongPosition.RollingAt(0),
            SongFollowing.PositionJumps => SongPosition.RollingAt(random.Next(1, 1_000_000)),
            _ => SongPosition.None,
        });

        Assert.That(bass.Following, Is.EqualTo(host));
        Assert.That(session.Reading(bass).HeardSeconds, Is.Zero);
        Assert.That(session.Reading(bass).LiveMomentaryLufs, Is.EqualTo(-26).Within(0.2));
        Assert.That(session.Mix.State.Advice.For(bass.Id)!.Kind, Is.EqualTo(HintKind.NotHeard));
        Assert.That(session.Coordinator.Diagnostics.NotFollowedTracks, Is.EqualTo(2));
    }

    [Test]
    public void Case4_PositionAdvancesWithoutTheFlag_IsFollowed()
    {
        using Session session = new();
        (TrackInstance vocal, TrackInstance bass) = Two(session);
        Play(session, vocal, bass, 1_000, block => new SongPosition(block * BlockFrames, Transport.Stopped));

        Assert.That(bass.Following, Is.EqualTo(SongFollowing.Following));
        Assert.That(session.Reading(bass).InsertRelativeLu, Is.EqualTo(-6).Within(0.05));
    }

    /// <summary>Was: "vocal too loud, -10". A mix on pop's own offsets is in place whoever is flagged.</summary>
    [Test]
    public void Case9_MixOnPopsOffsets_IsInPlaceWhoeverIsFocal([Values(0, 1, 2)] int flagged, [Values] bool isChosen)
    {
        using Session session = new();
        TargetProfile pop = BuiltInProfiles.Default;
        session.Mix.Edit(settings => settings with { ProfileIsChosen = isChosen, ProfileName = pop.Name });
        TrackInstance[] tracks =
        [
            session.Add("Lead Vocal", -20),
            session.Add("Kick", -20 + pop.For(Role.Kick).OffsetLu),
            session.Add("Bass", -20 + pop.For(Role.Bass).OffsetLu),
        ];
        tracks[flagged].IsFocal = true;
        session.Play(12);

        foreach (TrackInstance track in tracks.Where(track => !track.IsFocal))
        {
            Hint hint = session.Mix.State.Advice.For(track.Id)!;
            Assert.That((hint.Kind, Math.Round(hint.DeviationLu, 1)), Is.EqualTo((HintKind.InPlace, 0.0)), track.Name);
        }
    }

    /// <summary>A kept offset is the person's word on the place against the focal of that time; against the next one it says nothing.</summary>
    [Test]
    public void Case9_KeptOffset_IsNotReadAgainstTheNextFocal()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Lead Vocal", -20);
        TrackInstance kick = session.Add("Kick", -27);
        TrackInstance bass = session.Add("Bass", -30);
        vocal.IsFocal = true;
        session.Play(12);
        session.Mix.Keep(bass.Id);
        session.Coordinator.Refresh();
        Assert.That(session.Reading(bass).TargetLu, Is.EqualTo(-10).Within(0.1));

        kick.IsFocal = true;
        session.Coordinator.Refresh();
        Assert.That(session.Reading(bass).TargetLu, Is.EqualTo(session.Snapshot.Profile.Against(Role.Bass, Role.Kick)));
        Assert.That(session.Mix.State.Advice.For(bass.Id)!.Reason, Does.EndWith("was kept against Lead Vocal and does not count against this focal."));
    }

    [Test]
    public void Case10_DoubleOfTheLead_GetsNoTargetOfItsOwn()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Lead Vocal", -20);
        TrackInstance twice = session.Add("Lead Vocal Double", -30);
        vocal.IsFocal = true;
        session.Play(12);

        Hint hint = session.Mix.State.Advice.For(twice.Id)!;
        Assert.That((hint.Kind, hint.MoveDb), Is.EqualTo((HintKind.Focal, 0.0)), "one voice with its lead: was raised to 0 LU");
    }

    [Test]
    public void Case10_Bypass_CountsTheFaderThatIsNotHeardAs0()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Lead Vocal", -20);
        TrackInstance bass = session.Add("Bass", -20);
        vocal.IsFocal = true;
        bass.FaderDb = -8;
        session.Play(12);
        Assert.That(session.Mix.State.Advice.For(bass.Id)!.RelativeLu, Is.EqualTo(-8).Within(0.05));

        bass.Edit(ParameterId.Bypass, 1);
        session.Coordinator.Refresh();
        Assert.That(session.Mix.State.Advice.For(bass.Id)!.RelativeLu, Is.Zero.Within(0.05));
    }

    /// <summary>No mixer index and one loudness: the order in which the tracks joined, in both approaches.</summary>
    [Test]
    public void Case11_EqualTracksOfOneRole_StandByTheirNumbers()
    {
        using Session session = new();
        session.Add("Lead Vocal", -20).IsFocal = true;
        TrackInstance[] pads = [.. Enumerable.Range(0, 12).Select(_ => session.Add("", -10))];
        Array.ForEach(pads, pad => pad.Role = Role.Pads);
        session.Mix.Edit(settings => settings with { FaderTopDb = 6 });
        session.Play(12);
        MixState state = session.Mix.State;

        Assert.That(BottomUp.Order(state.Snapshot).Where(track => !track.IsFocal).Select(track => track.Number), Is.Ordered);
        Assert.That(pads.Select(pad => state.Advice.For(pad.Id)!.Step), Is.EqualTo(Enumerable.Range(1, pads.Length)));
    }

    private static (TrackInstance Vocal, TrackInstance Bass) Two(Session session)
    {
        TrackInstance vocal = session.Add("Lead Vocal");
        TrackInstance bass = session.Add("Bass");
        vocal.IsFocal = true;
        return (vocal, bass);
    }

    /// <summary>Plays a vocal at -20 LUFS and a bass at -26 from blocks whose positions a host says.</summary>
    private static void Play(Session session, TrackInstance vocal, TrackInstance bass, int blocks, Func<int, SongPosition> say)
    {
        float[] loud = [.. Enumerable.Range(0, BlockFrames).Select(i => 0.1f * MathF.Sin(MathF.Tau * i / 8))];
        float[] soft = [.. loud.Select(sample => sample * 0.5012f)];
        float[] output = new float[BlockFrames];
        for (int block = 0; block < blocks; block++)
        {
            SongPosition position = say(block);
            vocal.Process(new AudioBlock(loud, output), position);
            bass.Process(new AudioBlock(soft, output), position);
            if (block % 5 == 4)
            {
                session.Time.Advance(TimeSpan.FromMilliseconds(100));
                session.Coordinator.Refresh();
            }
        }

        session.Coordinator.Refresh();
    }
}
