using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Faders;

/// <summary>Fader places say what is so: nothing counts that nobody set, and the staging goes along from one place to another.</summary>
public sealed class FaderPlaceTests
{
    private static Hint HintOf(Session session, TrackInstance track) => session.Mix.State.Advice.For(track.Id)!;

    private static double RelativeLu(Session session, TrackInstance track)
    {
        session.Coordinator.Refresh();
        return session.Reading(track).RelativeLu(session.Snapshot.Focal!);
    }

    /// <summary>A vocal that is focal, and a bass 4.4 LU too loud for its place, in a DAW whose faders are set by hand.</summary>
    private static Session WithDawBass(out TrackInstance bass, FakeHost? host = null)
    {
        Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        bass = session.Add("Bass", -19, host);
        bass.FaderPlace = FaderPlace.DawFader;
        session.Play(12);
        host?.Forget();
        return session;
    }

    [Test]
    public void HostFader_HostWithoutAccess_ApplyChangesNoNumberThatNobodyHears()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -15, new FakeHost());
        bass.FaderPlace = FaderPlace.HostFader;
        session.Play(12);
        Assert.That((bass.ReachesHostFader, bass.FaderPlaceInForce), Is.EqualTo((false, FaderPlace.DawFader)));

        session.Mix.Apply(bass.Id);

        Assert.That(RelativeLu(session, bass), Is.EqualTo(5).Within(0.05), "the host's fader has not moved");
        Assert.That(HintOf(session, bass).Kind, Is.EqualTo(HintKind.TooLoud));
        Assert.That((bass.FaderDb, bass.PendingFaderDb), Is.EqualTo((0.0, -8.5)));
        Assert.That(HintOf(session, bass).Reason, Does.Contain("gives no access").And.Contain("\u22128.5 dB"));
    }

    [Test]
    public void HostFader_SavedWhereThereIsAccessLoadedWhereThereIsNone_CountsNoPositionByNumberAlone()
    {
        byte[] saved;
        using (Session session = new())
        {
            TrackInstance bass = session.Add("Bass", -12.1, new FakeHost { ChannelFaderDb = 0 });
            bass.FaderPlace = FaderPlace.HostFader;
            bass.FaderDb = -11.4;
            saved = bass.SaveState();
        }

        using Session elsewhere = new();
        elsewhere.Add("Vocal", -20).IsFocal = true;
        TrackInstance loaded = elsewhere.Add("x", -12.1, new FakeHost());
        loaded.LoadState(saved);
        elsewhere.Play(12);

        Assert.That((loaded.FaderPlace, loaded.FaderPlaceInForce, loaded.PendingFaderDb), Is.EqualTo((FaderPlace.HostFader, FaderPlace.DawFader, -11.4)));
        Assert.That(RelativeLu(elsewhere, loaded), Is.NaN);
        Assert.That(HintOf(elsewhere, loaded).Kind, Is.Not.EqualTo(HintKind.InPlace));
        Assert.That(HintOf(elsewhere, loaded).Reason, Does.Contain("gives no access"));

        elsewhere.Mix.ConfirmFader(loaded.Id);

        Assert.That(RelativeLu(elsewhere, loaded), Is.EqualTo(7.9 - 11.4).Within(0.05));
        Assert.That(HintOf(elsewhere, loaded).Kind, Is.EqualTo(HintKind.InPlace));
    }

    [Test]
    public void HostFader_AccessThatComesAfterTheState_IsTheHostsFaderThen()
    {
        FakeHost host = new();
        using Session session = new();
        TrackInstance bass = session.Add("Bass", -15, host);
        bass.LoadState(System.Text.Encoding.UTF8.GetBytes("""{"format":1,"faderPlace":"HostFader","faderDb":-6}"""));
        session.Coordinator.Refresh();
        host.ChannelFaderDb = -4;
        session.Coordinator.Refresh();
        bass.SetFromHost(ParameterId.Fader, ParameterInfo.Of(ParameterId.Fader).ToNormalized(-4));
        session.Coordinator.Refresh();

        Assert.That((bass.FaderPlaceInForce, bass.FaderDb), Is.EqualTo((FaderPlace.HostFader, -4.0)));
        Assert.That(bass.PendingFaderDb, Is.NaN);
        Assert.That(host.Calls, Has.None.Contains("Fader -6"), "its fader is where the host has saved it");
    }

    [Test]
    public void DawFader_EveryCommandOfTheMix_WaitsAndConfirmsNothing()
    {
        using Session session = WithDawBass(out TrackInstance bass);
        session.Mix.EditTrack(session.Snapshot.Focal!.Id, ParameterId.FaderPlace, (double)FaderPlace.DawFader);
        Dictionary<string, Action> commands = new()
        {
            ["apply"] = () => session.Mix.Apply(bass.Id),
            ["undo"] = () => session.Mix.Undo(),
            ["apply all"] = () => session.Mix.ApplyAll(),
            ["all to -12"] = () => session.Mix.SetAllFaders(-12),
            ["all down"] = () => session.Mix.SetAllFaders(double.NegativeInfinity),
            ["all up"] = () => session.Mix.SetAllFaders(-3),
            ["lower all"] = () => session.Mix.MoveAllFaders(-2),
            ["preview"] = () => session.Mix.SetFaders(new Dictionary<Guid, double> { [bass.Id] = -5 }),
            ["to B"] = () => session.Mix.SwitchPicture(),
            ["undo the switch"] = () => session.Mix.Undo(),
            ["back and forth"] = () => session.Mix.SwitchPicture(),
        };
        foreach ((string name, Action command) in commands)
        {
            command();
            Assert.That(RelativeLu(session, bass), Is.EqualTo(1).Within(0.05), name);
            Assert.That(bass.FaderDb, Is.Zero, name);
        }

        Assert.That(bass.PendingFaderDb, Is.EqualTo(-5));
    }

    [Test]
    public void DawFader_AppliedAndConfirmed_CountsFromTheConfirmationOn()
    {
        FakeHost host = new();
        using Session session = WithDawBass(out TrackInstance bass, host);

        Assert.That(session.Mix.Apply(bass.Id), Is.EqualTo(new[] { new FaderMove(bass.Id, 0, -4.5, IsPending: true) }));
        Assert.That(host.Gestures(ParameterId.Fader), Is.Zero);
        Assert.That(host.Calls, Has.Member("dirty"), "what waits is saved");
        Assert.That(session.Mix.State.Advice.Headline, Is.Not.Empty);
        Assert.That(session.Mix.ConfirmFader(bass.Id), Is.True);

        Assert.That(RelativeLu(session, bass), Is.EqualTo(-3.5).Within(0.05));
        Assert.That(HintOf(session, bass).Kind, Is.EqualTo(HintKind.InPlace));
        Assert.That((bass.FaderDb, host.Gestures(ParameterId.Fader)), Is.EqualTo((-4.5, 1)));
        Assert.That(session.Mix.ConfirmFader(bass.Id), Is.False, "nothing waits");
    }

    [Test]
    public void DawFader_UndoAfterConfirming_AsksForThePositionBefore()
    {
        using Session session = WithDawBass(out TrackInstance bass);
        session.Mix.Apply(bass.Id);
        session.Mix.ConfirmFader(bass.Id);

        session.Mix.Undo();

        Assert.That((bass.FaderDb, bass.PendingFaderDb), Is.EqualTo((-4.5, 0.0)), "the DAW's fader is still where it was set");
        session.Mix.ConfirmFader(bass.Id);
        Assert.That((bass.FaderDb, session.Mix.CanUndo), Is.EqualTo((0.0, true)), "the choice of the place is left");
    }

    [Test]
    public void DawFader_SuggestionSetAtOnce_IsOneUndo()
    {
        using Session session = WithDawBass(out TrackInstance bass);
        session.Mix.ConfirmFader(bass.Id, -4.5);
        Assert.That(RelativeLu(session, bass), Is.EqualTo(-3.5).Within(0.05));

        session.Mix.Undo();

        Assert.That((bass.FaderDb, bass.PendingFaderDb), Is.EqualTo((-4.5, 0.0)));
    }

    [Test]
    public void DawFader_PositionTypedByHand_IsThePersonsWord()
    {
        using Session session = WithDawBass(out TrackInstance bass);
        session.Mix.Apply(bass.Id);
        bass.FaderDb = -2;

        Assert.That(RelativeLu(session, bass), Is.EqualTo(-1).Within(0.05));
        Assert.That(bass.PendingFaderDb, Is.NaN, "another position was chosen");
    }

    [Test]
    public void DawFader_HostThatWritesBackInSinglePrecision_ConfirmsNothing()
    {
        FakeHost host = new();
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -14, host);
        bass.FaderDb = -7.9;
        host.OnPerform = (id, normalized) => bass.SetFromHost(id, (float)normalized);
        bass.FaderPlace = FaderPlace.DawFader;
        session.Play(5);

        Assert.That(bass.PendingFaderDb, Is.EqualTo(-7.9));
        Assert.That(RelativeLu(session, bass), Is.EqualTo(6).Within(0.05));
    }

    [Test]
    public void ConfirmAll_TwelveTracks_CountAtOnceAndOneByOne()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance[] tracks = [.. Enumerable.Range(0, 12).Select(i => session.Add($"Keys {i}", -20 - (i % 3)))];
        Array.ForEach(tracks, track => track.FaderPlace = FaderPlace.DawFader);
        session.Play(5);
        session.Mix.SetAllFaders(-12);
        Assert.That(tracks.Select(track => track.FaderDb), Is.All.Zero);
        session.Mix.ConfirmFader(tracks[3].Id);
        Assert.That(tracks.Count(track => track.FaderDb == -12), Is.EqualTo(1));

        Assert.That(session.Mix.ConfirmAllFaders(), Is.EqualTo(11));

        Assert.That(tracks.Select(track => track.FaderDb), Is.All.EqualTo(-12));
        Assert.That(tracks.Select(track => track.PendingFaderDb), Is.All.NaN);
    }

    [Test]
    public void Pending_SavedAndLoaded_StillWaits([Values(-7.5, double.NegativeInfinity)] double db)
    {
        byte[] saved;
        using (Session session = WithDawBass(out TrackInstance bass))
        {
            session.Mix.SetAllFaders(db);
            saved = bass.SaveState();
        }

        using Session again = new();
        TrackInstance loaded = again.Add("x");
        loaded.LoadState(saved);
        again.Coordinator.Refresh();

        Assert.That((loaded.FaderPlace, loaded.FaderDb, loaded.PendingFaderDb), Is.EqualTo((FaderPlace.DawFader, 0.0, db)));
    }

    [Test]
    public void PluginToDaw_StagedFader_WaitsAndIsNotCountedAsConfirmed()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -15);
        bass.FaderDb = -7.9;
        session.Play(12);
        bass.FaderPlace = FaderPlace.DawFader;

        Assert.That(RelativeLu(session, bass), Is.EqualTo(5).Within(0.05), "the plug-in's gain is gone and the DAW's fader stands at 0");
        Assert.That((bass.FaderDb, bass.PendingFaderDb), Is.EqualTo((0.0, -7.9)));
        Assert.That(HintOf(session, bass).Reason, Does.Contain("Set the DAW's fader from 0.0 dB to \u22127.9 dB"));

        session.Mix.Undo();

        Assert.That((bass.FaderPlace, bass.FaderDb), Is.EqualTo((FaderPlace.PluginFader, -7.9)));
        Assert.That(RelativeLu(session, bass), Is.EqualTo(-2.9).Within(0.05));
        Assert.That(bass.PendingFaderDb, Is.NaN);
    }

    [Test]
    public void PluginToDawAndBack_NothingConfirmed_IsAsBefore()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass", -15);
        bass.FaderDb = -7.9;
        bass.FaderPlace = FaderPlace.DawFader;
        bass.FaderPlace = FaderPlace.PluginFader;

        Assert.That(bass.FaderDb, Is.EqualTo(-7.9));
        Assert.That(bass.PendingFaderDb, Is.NaN);
    }

    [Test]
    public void DawToPlugin_ConfirmedPosition_CountsBothUntilTheDawsIsBackAtZero()
    {
        using Session session = WithDawBass(out TrackInstance bass);
        session.Mix.Apply(bass.Id);
        session.Mix.ConfirmFader(bass.Id);
        bass.FaderPlace = FaderPlace.PluginFader;

        Assert.That((bass.FaderDb, bass.PendingFaderDb), Is.EqualTo((-4.5, 0.0)));
        Assert.That(RelativeLu(session, bass), Is.EqualTo(1 - 9).Within(0.05), "both faders are down by 4.5 dB");
        Assert.That(HintOf(session, bass).Reason, Does.Contain("Set the DAW's fader from \u22124.5 dB to 0.0 dB"));

        session.Mix.ConfirmFader(bass.Id);

        Assert.That(RelativeLu(session, bass), Is.EqualTo(-3.5).Within(0.05));
    }

    [Test]
    public void PluginToHost_StagedFader_MovesTheHostsByAsMuchAndUndoBringsBothBack()
    {
        FakeHost host = new() { ChannelFaderDb = -2 };
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -15, host);
        host.OnPerform = (id, normalized) =>
        {
            if (id == ParameterId.Fader && bass.FaderPlaceInForce == FaderPlace.HostFader)
            {
                host.ChannelFaderDb = ParameterInfo.Of(id).FromNormalized(normalized);
            }
        };
        bass.FaderDb = -7.9;
        session.Play(5);
        bass.FaderPlace = FaderPlace.HostFader;

        Assert.That(new[] { bass.FaderDb, host.ChannelFaderDb }, Is.All.EqualTo(-9.9).Within(1e-9), "the sound stays where it was");
        Assert.That(RelativeLu(session, bass), Is.EqualTo(-4.9).Within(0.05));

        session.Mix.Undo();

        Assert.That((bass.FaderPlace, bass.FaderDb, host.ChannelFaderDb), Is.EqualTo((FaderPlace.PluginFader, -7.9, -2.0)));
    }

    [Test]
    public void HostToPlugin_HostsFader_GoesToZeroAndUndoBringsBothBack()
    {
        FakeHost host = new() { ChannelFaderDb = -6 };
        using Session session = new();
        TrackInstance bass = session.Add("Bass", -15, host);
        bass.FaderPlace = FaderPlace.HostFader;
        Assert.That(bass.FaderDb, Is.EqualTo(-6), "read, not moved");
        host.OnPerform = (id, normalized) =>
        {
            if (id == ParameterId.Fader && bass.FaderPlaceInForce == FaderPlace.HostFader)
            {
                host.ChannelFaderDb = ParameterInfo.Of(id).FromNormalized(normalized);
            }
        };
        bass.FaderPlace = FaderPlace.PluginFader;
        Assert.That((bass.FaderDb, host.ChannelFaderDb), Is.EqualTo((-6.0, 0.0)));

        session.Mix.Undo();

        Assert.That((bass.FaderPlace, bass.FaderDb, host.ChannelFaderDb), Is.EqualTo((FaderPlace.HostFader, -6.0, -6.0)));
    }

    [Test]
    public void Place_SwitchedByTheHostsOwnControl_CarriesTheStagingOverWithTheNextTurn()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass", -15);
        bass.FaderDb = -7.9;
        bass.SetFromHost(ParameterId.FaderPlace, ParameterInfo.Of(ParameterId.FaderPlace).ToNormalized((double)FaderPlace.DawFader));
        session.Coordinator.Refresh();

        Assert.That((bass.FaderDb, bass.PendingFaderDb, session.Mix.NextUndo), Is.EqualTo((0.0, -7.9, (UndoKind?)UndoKind.Place)));
    }

    [Test]
    public void FocalGoesToTheDawsFader_OthersAreNotAskedToFollow()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -17);
        TrackInstance bass = session.Add("Bass", -20);
        vocal.IsFocal = true;
        session.Mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp });
        session.Play(12);
        (vocal.FaderDb, bass.FaderDb) = (-3, -3.5);
        session.Coordinator.Refresh();
        vocal.FaderPlace = FaderPlace.DawFader;
        session.Coordinator.Refresh();

        Assert.That(session.Mix.State.Advice.FocalMoveDb, Is.Zero);
        session.Mix.ConfirmFader(vocal.Id);
        session.Coordinator.Refresh();
        Assert.That((session.Mix.State.Advice.FocalMoveDb, HintOf(session, bass).Kind), Is.EqualTo((0.0, HintKind.Placed)));
    }

    [Test]
    public void HandOver_WholeStaging_MovesWhatCanBeReachedAndListsTheRest()
    {
        using Session session = new();
        List<(TrackInstance Track, FakeHost Host)> reached = [];
        foreach ((string name, double db) in new[] { ("Vocal", 0.0), ("Bass", -7.9), ("Kick", -3.0) })
        {
            FakeHost host = new() { ChannelFaderDb = 0 };
            TrackInstance track = session.Add(name, -20, host);
            track.FaderDb = db;
            host.OnPerform = (id, normalized) =>
            {
                if (id == ParameterId.Fader && track.FaderPlaceInForce == FaderPlace.HostFader)
                {
                    host.ChannelFaderDb = ParameterInfo.Of(id).FromNormalized(normalized);
                }
            };
            host.Forget();
            reached.Add((track, host));
        }

        TrackInstance keys = session.Add("Keys", -20, new FakeHost());
        keys.FaderDb = -4.4;
        session.Coordinator.Refresh();

        HandOver done = session.Mix.HandOver();

        Assert.That((done.Moved.Length, done.Pending.Length, done.Left.Length), Is.EqualTo((3, 1, 0)));
        Assert.That(reached.Select(each => each.Host.ChannelFaderDb), Is.EqualTo(new[] { 0.0, -7.9, -3.0 }).Within(1e-9));
        Assert.That(reached.Select(each => each.Track.FaderPlace), Is.All.EqualTo(FaderPlace.HostFader));
        Assert.That(reached.Select(each => each.Host.Calls.Count(call => call == "begin group")), Is.All.EqualTo(1), "one step of the host's undo");
        Assert.That((keys.FaderPlace, keys.FaderDb, keys.PendingFaderDb), Is.EqualTo((FaderPlace.DawFader, 0.0, -4.4)));

        session.Mix.Undo();

        Assert.That(reached.Select(each => each.Track.FaderDb), Is.EqualTo(new[] { 0.0, -7.9, -3.0 }).Within(1e-9));
        Assert.That(reached.Select(each => each.Host.ChannelFaderDb), Is.All.Zero);
        Assert.That(reached.Select(each => each.Track.FaderPlace).Append(keys.FaderPlace), Is.All.EqualTo(FaderPlace.PluginFader));
        Assert.That((keys.FaderDb, session.Mix.CanUndo), Is.EqualTo((-4.4, false)));
    }

    [Test]
    public void PluginToPostFader_StagedFader_WaitsAndWhatWasMeasuredMovesWithIt()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -15);
        bass.FaderDb = -7.9;
        session.Play(12);
        bass.FaderPlace = FaderPlace.PostFader;
        Assert.That((bass.PendingFaderDb, Math.Round(RelativeLu(session, bass), 1)), Is.EqualTo((-7.9, 5.0)));

        session.Mix.ConfirmFader(bass.Id);

        Assert.That(RelativeLu(session, bass), Is.EqualTo(5 - 7.9).Within(0.05));
        Assert.That(bass.PendingFaderDb, Is.NaN);
    }

    [Test]
    public void Places_SwitchedAtRandom_LoseNothingAndUndoBringsAllBack([Values(1, 2, 3, 4)] int seed)
    {
        Random random = new(seed);
        using Session session = new();
        FakeHost host = new() { ChannelFaderDb = 0 };
        TrackInstance[] tracks = [session.Add("Vocal", -20), session.Add("Bass", -15, host), session.Add("Keys", -18), session.Add("Pad", -22)];
        host.OnPerform = (id, normalized) =>
        {
            if (id == ParameterId.Fader && tracks[1].FaderPlaceInForce == FaderPlace.HostFader)
            {
                host.ChannelFaderDb = ParameterInfo.Of(id).FromNormalized(normalized);
            }
        };
        tracks[0].IsFocal = true;
        foreach (TrackInstance track in tracks)
        {
            session.Mix.SetFader(track.Id, -Math.Round(random.NextDouble() * 20, 1));
        }

        string before = Standing(tracks, host);
        int steps = 0;
        for (int i = 0; i < 30; i++)
        {
            int track = random.Next(tracks.Length);
            FaderPlace place = (FaderPlace)random.Next(0, 4);
            Action act = random.Next(5) switch
            {
                0 => () => session.Mix.SetAllFaders(-random.Next(0, 30)),
                1 => () => session.Mix.SwitchPicture(),
                2 => () => session.Mix.HandOver(),
                3 => () => session.Mix.MoveAllFaders(random.Next(-5, 5)),
                _ => () => tracks[track].FaderPlace = place,
            };
            act();
            steps++;
            session.Coordinator.Refresh();
            Assert.That(tracks.Select(each => session.Reading(each).FaderDb), Has.None.NaN);
        }

        for (int i = 0; i < steps && Standing(tracks, host) != before; i++)
        {
            session.Mix.Undo();
        }

        Assert.That(Standing(tracks, host), Is.EqualTo(before));
    }

    private static string Standing(TrackInstance[] tracks, FakeHost host) =>
        string.Join("; ", tracks.Select(track => FormattableString.Invariant($"{track.FaderPlace} {track.FaderDb:0.0} waits {track.PendingFaderDb:0.0}")))
        + FormattableString.Invariant($"; host {host.ChannelFaderDb + 0.0:0.0}");

    [Test]
    public void HandOver_HostsFaderWouldGoAboveItsTop_StaysWithThePluginFader()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass", -20, new FakeHost { ChannelFaderDb = 6 });
        bass.FaderDb = 9;
        HandOver done = session.Mix.HandOver();

        Assert.That(done.Left, Is.EqualTo(new[] { bass.Id }));
        Assert.That((bass.FaderPlace, bass.FaderDb, session.Mix.CanUndo), Is.EqualTo((FaderPlace.PluginFader, 9.0, false)));
    }
}
