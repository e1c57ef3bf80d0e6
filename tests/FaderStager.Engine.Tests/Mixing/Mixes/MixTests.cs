using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

public sealed class MixTests
{
    private static Hint HintOf(Session session, TrackInstance track) => session.Mix.State.Advice.For(track.Id)!;

    [Test]
    public void Reading_TrackAgainstFocal_IsTheDifferenceOfTheirLoudnessAndFaders()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -20);
        TrackInstance bass = session.Add("Bass", -22);
        vocal.IsFocal = true;
        bass.FaderDb = -3;
        session.Play(12);

        TrackReading reading = session.Reading(bass);
        Assert.That(reading.IntegratedLufs, Is.EqualTo(-22).Within(0.1));
        Assert.That(reading.InsertRelativeLu, Is.EqualTo(-2).Within(0.01));
        Assert.That(reading.RelativeLu(session.Snapshot.Focal!), Is.EqualTo(-5).Within(0.01));
        Assert.That(reading.HeardTogetherSeconds, Is.EqualTo(11.7).Within(0.15));
        Assert.That(session.Snapshot.FocalAgainstRestLu, Is.EqualTo(5).Within(0.05));
        Assert.That(session.Snapshot.PredictedPeakDbfs, Is.EqualTo(10 * Math.Log10(Math.Pow(10, -2) + Math.Pow(10, -2.5))).Within(0.2));
    }

    [Test]
    public void Reading_PostFaderTrack_HoldsTheFaderAlready()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -20);
        TrackInstance bass = session.Add("Bass", -14);
        vocal.IsFocal = true;
        bass.FaderPlace = FaderPlace.PostFader;
        bass.FaderDb = -30;
        session.Play(12);

        Assert.That(session.Reading(bass).RelativeLu(session.Snapshot.Focal!), Is.EqualTo(6).Within(0.01));
        Assert.That(HintOf(session, bass).SuggestedFaderDb, Is.NaN);
        Assert.That(HintOf(session, bass).MoveDb, Is.EqualTo(-9.5).Within(0.11));
        Assert.That(session.Mix.Apply(bass.Id), Is.Empty);
    }

    [Test]
    public void Apply_OneTrack_MovesItToItsPlaceInOneGesture()
    {
        using Session session = new();
        FakeHost host = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -15, host);
        session.Play(12);
        session.Mix.Apply(bass.Id);
        session.Coordinator.Refresh();

        Assert.That(bass.FaderDb, Is.EqualTo(-8.5).Within(0.11), "bass sits 3.5 LU under the vocal");
        Assert.That(HintOf(session, bass).Kind, Is.EqualTo(HintKind.InPlace));
        Assert.That(host.Gestures(ParameterId.Fader), Is.EqualTo(1));
    }

    [Test]
    public void ApplyAll_TwelveTracks_IsTwelveGesturesAndOneUndo()
    {
        using Session session = new();
        FakeHost[] hosts = [.. Enumerable.Range(0, 12).Select(_ => new FakeHost())];
        session.Add("Vocal", -30).IsFocal = true;
        TrackInstance[] tracks = [.. hosts.Select((host, i) => session.Add($"Keys {i}", -20 - (i % 3), host))];
        session.Play(12);

        Assert.That(session.Mix.ApplyAll(), Has.Length.EqualTo(12));
        Assert.That(hosts.Select(host => host.Gestures(ParameterId.Fader)), Is.All.EqualTo(1));

        session.Mix.Undo();

        Assert.That(tracks.Select(track => track.FaderDb), Is.All.Zero);
        Assert.That(session.Mix.CanUndo, Is.False);
    }

    [Test]
    public void Undo_NothingDone_MovesNothing()
    {
        using Session session = new();
        session.Add("Vocal");

        Assert.That(session.Mix.Undo(), Is.Empty);
    }

    [Test]
    public void Undo_TrackThatLeft_TakesBackTheOthers()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance bass = session.Add("Bass");
        session.Mix.SetAllFaders(-12);
        bass.Dispose();

        Assert.That(session.Mix.Undo(), Has.Length.EqualTo(1));
        Assert.That(vocal.FaderDb, Is.Zero);
    }

    [Test]
    public void SwitchPicture_ThereAndBack_HoldsBothPictures()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.FaderDb = -3;
        Assert.That(session.Mix.SwitchPicture(), Is.Empty, "B starts as a copy of A");
        vocal.FaderDb = -9;
        session.Mix.SwitchPicture();
        Assert.That((vocal.FaderDb, session.Mix.ActivePicture), Is.EqualTo((-3.0, FaderPictureSlot.A)));
        session.Mix.SwitchPicture();

        Assert.That((vocal.FaderDb, session.Mix.ActivePicture), Is.EqualTo((-9.0, FaderPictureSlot.B)));
    }

    [Test]
    public void Keep_PresentReading_BecomesTheTarget()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -21);
        session.Play(12);
        Assert.That(session.Mix.Keep(bass.Id), Is.True);
        session.Coordinator.Refresh();

        Assert.That(session.Reading(bass).TargetLu, Is.EqualTo(-1).Within(0.06));
        Assert.That(HintOf(session, bass).Kind, Is.EqualTo(HintKind.InPlace));
    }

    [Test]
    public void Keep_NothingHeard_KeepsNothing()
    {
        using Session session = new();
        session.Add("Vocal").IsFocal = true;
        TrackInstance bass = session.Add("Bass");
        session.Coordinator.Refresh();

        Assert.That(session.Mix.Keep(bass.Id), Is.False);
    }

    [Test]
    public void SetAllFaders_StartCommand_LeavesTheMixBusAndWhatIsOutOfTheMix()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance bus = session.Add("Mix bus");
        TrackInstance click = session.Add("Click");
        click.InMix = false;
        Assert.That(bus.Role, Is.EqualTo(Role.MixBus), "guessed from its name");
        session.Mix.SetAllFaders(double.NegativeInfinity);

        Assert.That((vocal.FaderDb, bus.FaderDb, click.FaderDb), Is.EqualTo((double.NegativeInfinity, 0.0, 0.0)));
    }

    [Test]
    public void SwitchApproach_FadersStayWhereTheyAre()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.FaderDb = -7.3;
        session.Mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp });
        session.Coordinator.Refresh();

        Assert.That(vocal.FaderDb, Is.EqualTo(-7.3));
    }

    [Test]
    public void BottomUp_FollowingTheSteps_PlacesEveryTrackAgainstTheFocal()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -17);
        TrackInstance bass = session.Add("Bass", -20);
        TrackInstance kick = session.Add("Kick", -20);
        vocal.IsFocal = true;
        session.Mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp });
        session.Mix.SetAllFaders(double.NegativeInfinity);
        session.Play(12);
        List<string> steps = [];
        while (session.Mix.State.Advice.Hints.FirstOrDefault(hint => hint.Kind == HintKind.Next) is { } next && steps.Count < 10)
        {
            steps.Add(session.Snapshot.Tracks.Single(track => track.Id == next.TrackId).Name);
            session.Mix.Apply(next.TrackId);
            session.Coordinator.Refresh();
        }

        Assert.That(steps, Is.EqualTo(new[] { "Vocal", "Kick", "Bass" }));
        Assert.That(vocal.FaderDb, Is.EqualTo(-3).Within(0.11), "-20 LUFS, the anchor");
        Assert.That(session.Reading(bass).RelativeLu(session.Snapshot.Focal!), Is.EqualTo(-3.5).Within(0.1));
        Assert.That(session.Reading(kick).RelativeLu(session.Snapshot.Focal!), Is.EqualTo(-7).Within(0.1));
    }

    [Test]
    public void BottomUp_FocalMovedLater_OthersFollowOnceAndNoFurther()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -17);
        TrackInstance bass = session.Add("Bass", -20);
        TrackInstance kick = session.Add("Kick", -20);
        vocal.IsFocal = true;
        session.Mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp });
        session.Play(12);
        (vocal.FaderDb, bass.FaderDb, kick.FaderDb) = (-3, -7, -10);
        vocal.FaderDb = -1;
        session.Coordinator.Refresh();
        Assert.That(session.Mix.State.Advice.Headline, Does.StartWith("The focal moved up 2.0 dB").And.Contain("\u22123.0 dB"));

        session.Mix.Apply(bass.Id);
        session.Coordinator.Refresh();
        Assert.That(bass.FaderDb, Is.EqualTo(-5).Within(1e-9));
        Assert.That(HintOf(session, bass).Kind, Is.EqualTo(HintKind.Placed), "it has followed");
        Assert.That(HintOf(session, kick).Kind, Is.EqualTo(HintKind.Adjust), "it has not");

        session.Mix.ApplyAll();
        session.Coordinator.Refresh();
        Assert.That(kick.FaderDb, Is.EqualTo(-8).Within(1e-9));
        Assert.That(session.Mix.State.Advice.Headline, Does.Not.Contain("moved"));
    }

    [Test]
    public void ResetMeasurements_ForgetsWhatWasHeard_KeepsFaders()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.FaderDb = -5;
        session.Play(3);
        session.Mix.ResetMeasurements();
        session.Coordinator.Refresh();

        Assert.That(session.Reading(vocal).HasData, Is.False);
        Assert.That(vocal.FaderDb, Is.EqualTo(-5));
    }

    [Test]
    public void MixBus_InTheMix_MeasuresTheRestInsteadOfEstimatingIt()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        session.Add("Bass", -20);
        session.Add("Mix bus", -10);
        session.Play(12);

        Assert.That(session.Snapshot.RestIsMeasured, Is.True);
        Assert.That(session.Snapshot.FocalAgainstRestLu, Is.EqualTo(-9.54).Within(0.05), "the bus is 10 dB above the focal, less the focal itself");
    }

    [Test]
    public void Pestana_Chosen_ReadsRelativeLoudnessFromItsOwnWindows()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -20);
        TrackInstance bass = session.Add("Bass", -26);
        vocal.IsFocal = true;
        session.Mix.Edit(settings => settings with { Weighting = RelativeWeighting.Pestana });
        session.Coordinator.Refresh();
        session.Play(12);

        Assert.That(session.Reading(bass).InsertRelativeLu, Is.EqualTo(-6).Within(0.05), "both are the same sine");
        Assert.That(session.Reading(vocal).IntegratedLufs, Is.EqualTo(-20).Within(0.1), "loudness in LUFS stays K-weighted");
    }

    [Test]
    public void MixSnapshot_ReadOnlyOutputs_AreOnTheTrack()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -15);
        session.Play(12);

        Assert.That(bass.Parameters[ParameterId.RelativeLoudness], Is.EqualTo(5).Within(0.05));
        Assert.That(bass.Parameters[ParameterId.SuggestedMove], Is.EqualTo(-8.5).Within(0.11));
        Assert.That(ParameterInfo.Of(ParameterId.HintWord).ToText(bass.Parameters[ParameterId.HintWord]), Is.EqualTo("too loud"));
    }

    [Test]
    public void ApplyAll_HardlyHeardTrack_StaysUnlessAskedFor()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -10);
        session.Play(2);
        bool isWeak = HintOf(session, bass).IsWeak;
        int moved = session.Mix.ApplyAll().Length;
        int movedAll = session.Mix.ApplyAll(includesWeak: true).Length;

        Assert.That((isWeak, moved, movedAll), Is.EqualTo((true, 0, 1)));
    }

    [Test]
    public void Forward_TakenFromFadersSetByHand_IsKeptAfterHintsMovedThem()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance[] tracks = [session.Add("Bass", -20), session.Add("Keys", -20), session.Add("Organ", -20)];
        session.Play(12);
        (tracks[0].FaderDb, tracks[1].FaderDb, tracks[2].FaderDb) = (5, 4, 4.5);
        session.Coordinator.Refresh();
        double offer = session.Mix.State.Advice.ForwardOfferLu;
        double taken = session.Mix.TakeForward();
        session.Coordinator.Refresh();
        session.Mix.ApplyAll();
        session.Coordinator.Refresh();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(offer, Is.LessThan(-5));
            Assert.That((taken, session.Mix.TakeForward()), Is.EqualTo((offer, offer)));
            Assert.That(session.Reading(tracks[0]).TargetLu, Is.EqualTo(-3.5 - offer).Within(1e-9));
            Assert.That(session.Mix.State.Advice.ForwardOfferLu, Is.NaN);
        }
    }

    [Test]
    public void HandSet_HintThenUndo_IsAsBefore()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -10);
        session.Play(12);
        bass.FaderDb = 3;
        session.Coordinator.Refresh();
        bool byHand = session.Reading(bass).IsHandSet;
        session.Mix.ApplyAll();
        session.Coordinator.Refresh();
        bool byHint = session.Reading(bass).IsHandSet;
        session.Mix.Undo();
        session.Coordinator.Refresh();

        Assert.That((byHand, byHint, session.Reading(bass).IsHandSet), Is.EqualTo((true, false, true)));
    }

    [Test]
    public void Bypass_PluginFader_IsNotCountedInTheReading()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -26);
        bass.FaderDb = -8;
        session.Play(12);
        Assert.That(session.Reading(bass).RelativeLu(session.Snapshot.Focal!), Is.EqualTo(-14).Within(0.05));

        bass.Edit(ParameterId.Bypass, 1);
        session.Coordinator.Refresh();

        Assert.That(session.Reading(bass).RelativeLu(session.Snapshot.Focal!), Is.EqualTo(-6).Within(0.05), "the sound passes at 0 dB");
        Assert.That(session.Reading(bass).FaderDb, Is.EqualTo(-8), "where it is when the bypass ends");
    }
}
