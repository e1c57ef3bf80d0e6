using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Faders;

/// <summary>Keep, undo, pictures and the common move lose nothing.</summary>
public sealed class UndoTests
{
    private static Hint HintOf(Session session, TrackInstance track) => session.Mix.State.Advice.For(track.Id)!;

    [TestCase(-3.0)]
    [TestCase(2.5)]
    public void Keep_RightAfterAFaderEntry_KeepsTheReadingOfTheNewFader(double faderDb)
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -21);
        session.Play(12);
        bass.FaderDb = faderDb;

        Assert.That(session.Mix.Keep(bass.Id), Is.True);
        session.Coordinator.Refresh();

        Assert.That(session.Reading(bass).TargetLu, Is.EqualTo(-1 + faderDb).Within(0.06));
        Assert.That(HintOf(session, bass).DeviationLu, Is.Zero.Within(0.06));
    }

    [Test]
    public void Keep_RightAfterTheFocalsFaderEntry_KeepsTheReadingOfTheNewFader()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -20);
        TrackInstance bass = session.Add("Bass", -21);
        vocal.IsFocal = true;
        session.Play(12);
        vocal.FaderDb = -5;
        session.Mix.Keep(bass.Id);
        session.Coordinator.Refresh();

        Assert.That(HintOf(session, bass).DeviationLu, Is.Zero.Within(0.06));
    }

    [Test]
    public void Keep_BeyondTheOffsetsRange_IsRefusedAndChangesNothing()
    {
        using Session session = new();
        session.Add("Vocal", -50).IsFocal = true;
        TrackInstance bass = session.Add("Bass", -20);
        session.Play(12);
        bass.TargetOffsetLu = 2;
        session.Coordinator.Refresh();

        Assert.That(session.Mix.Keep(bass.Id, out TargetRefusal refusal), Is.False);

        Assert.That((refusal, bass.TargetOffsetLu), Is.EqualTo((TargetRefusal.BeyondRange, 2.0)));
        Assert.That(session.Mix.SetTarget(bass.Id, 40), Is.EqualTo(TargetRefusal.BeyondRange));
        Assert.That(bass.TargetOffsetLu, Is.EqualTo(2));
    }

    [Test]
    public void Keep_TakenBack_TheTargetIsTheOldOne()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        FakeHost host = new();
        TrackInstance bass = session.Add("Bass", -21, host);
        session.Play(12);
        session.Mix.Keep(bass.Id);
        Assert.That(session.Mix.NextUndo, Is.EqualTo(UndoKind.Target));

        session.Mix.Undo();
        session.Coordinator.Refresh();

        Assert.That((bass.TargetOffsetLu, session.Reading(bass).TargetLu, session.Mix.CanUndo), Is.EqualTo((0.0, -3.5, false)));
        Assert.That(host.Gestures(ParameterId.TargetOffset), Is.EqualTo(2));
    }

    [Test]
    public void Keep_AnotherFocalLater_IsNotReadAgainstIt()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -20);
        TrackInstance guitar = session.Add("Lead Guitar", -26);
        TrackInstance bass = session.Add("Bass", -21);
        vocal.IsFocal = true;
        session.Play(12);
        session.Mix.Keep(bass.Id);
        session.Coordinator.Refresh();
        double kept = session.Reading(bass).TargetLu;
        guitar.IsFocal = true;
        session.Coordinator.Refresh();
        TargetProfile profile = session.Snapshot.Profile;

        Assert.That(kept, Is.EqualTo(-1).Within(0.06));
        Assert.That(session.Reading(bass).TargetLu, Is.EqualTo(profile.Against(Role.Bass, Role.LeadGuitar)));
        Assert.That(HintOf(session, bass).Reason, Does.Contain("kept against Vocal"));

        byte[] saved = bass.SaveState();
        bass.LoadState(saved);
        session.Coordinator.Refresh();
        Assert.That(session.Reading(bass).KeptAgainst, Is.EqualTo("Vocal"), "it is saved");

        vocal.IsFocal = true;
        session.Coordinator.Refresh();
        Assert.That(session.Reading(bass).TargetLu, Is.EqualTo(kept));
    }

    [Test]
    public void Keep_OfAVoice_IsInPlaceAfterwards()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance left = session.Add("Gtr L", -14);
        session.Add("Gtr R", -14);
        session.Play(12);
        Assert.That(session.Reading(left).VoiceName, Is.Not.Null);
        left.FaderDb = -1;
        session.Mix.Keep(left.Id);
        session.Coordinator.Refresh();

        Assert.That(HintOf(session, left).DeviationLu, Is.Zero.Within(0.1));
    }

    [Test]
    public void Keep_OfADrumOfAKit_IsInPlaceAfterwards([Values] ApproachKind approach)
    {
        using Session session = new();
        session.Mix.Edit(settings => settings with { Approach = approach });
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance kick = session.Add("Kick", -14);
        session.Add("Snare", -16);
        session.Add("Overheads", -16);
        session.Play(12);
        Assert.That(HintOf(session, kick).MoveDb, Is.LessThan(-1));

        session.Mix.Keep(kick.Id);
        session.Coordinator.Refresh();

        Assert.That((HintOf(session, kick).Kind, HintOf(session, kick).MoveDb), Is.EqualTo((approach == ApproachKind.TopDown ? HintKind.InPlace : HintKind.Placed, 0.0)));
    }

    [Test]
    public void Undo_OfASwitch_LeavesBothPictures()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass");
        session.Mix.SwitchPicture();
        session.Mix.SetFader(bass.Id, -6);
        session.Mix.SwitchPicture();
        Assert.That((session.Mix.ActivePicture, bass.FaderDb), Is.EqualTo((FaderPictureSlot.A, 0.0)));

        session.Mix.Undo();
        Assert.That((session.Mix.ActivePicture, bass.FaderDb), Is.EqualTo((FaderPictureSlot.B, -6.0)));
        session.Mix.SwitchPicture();
        Assert.That((session.Mix.ActivePicture, bass.FaderDb), Is.EqualTo((FaderPictureSlot.A, 0.0)));
        session.Mix.SwitchPicture();

        Assert.That((session.Mix.ActivePicture, bass.FaderDb), Is.EqualTo((FaderPictureSlot.B, -6.0)));
    }

    [Test]
    public void Undo_OfASwitchAfterAHandMovedTheFader_KeepsThatInItsPicture()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass");
        TrackInstance keys = session.Add("Keys");
        session.Mix.SwitchPicture();
        bass.FaderDb = -6;
        session.Mix.SwitchPicture();
        keys.FaderDb = -2;

        session.Mix.Undo();
        Assert.That((bass.FaderDb, keys.FaderDb), Is.EqualTo((-6.0, 0.0)));
        session.Mix.SwitchPicture();

        Assert.That((bass.FaderDb, keys.FaderDb), Is.EqualTo((0.0, -2.0)));
    }

    [Test]
    public void Undo_OfFollowTheFocal_BringsTheHintBack()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -17);
        TrackInstance bass = session.Add("Bass", -20);
        vocal.IsFocal = true;
        session.Mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp });
        session.Play(12);
        (vocal.FaderDb, bass.FaderDb) = (-3, -3.5);
        vocal.FaderDb = -1;
        session.Coordinator.Refresh();
        session.Mix.ApplyAll();
        session.Coordinator.Refresh();
        Assert.That(session.Mix.State.Advice.FocalMoveDb, Is.Zero);

        session.Mix.Undo();
        session.Coordinator.Refresh();

        Assert.That(session.Mix.State.Advice.FocalMoveDb, Is.EqualTo(2).Within(1e-9));
        Assert.That((bass.FaderDb, HintOf(session, bass).Cause), Is.EqualTo((-3.5, Cause.FocalMoved)));
    }

    [TestCase(10.0, 6.0)]
    [TestCase(-40.0, -29.9)]
    [TestCase(-3.0, -3.0)]
    public void MoveAllFaders_BeyondAnEnd_GoesAsFarAsAllFit(double wantedDb, double movedDb)
    {
        using Session session = new();
        double[] start = [6, 0, -30];
        TrackInstance[] tracks = [.. start.Select((db, i) => session.Add($"Keys {i}"))];
        TrackInstance down = session.Add("Pad");
        down.FaderDb = double.NegativeInfinity;
        for (int i = 0; i < start.Length; i++)
        {
            tracks[i].FaderDb = start[i];
        }

        Assert.That(session.Mix.MoveAllFaders(wantedDb), Has.Length.EqualTo(3));

        Assert.That(tracks.Select(track => track.FaderDb), Is.EqualTo(start.Select(db => db + movedDb)).Within(1e-9));
        Assert.That(down.FaderDb, Is.EqualTo(double.NegativeInfinity), "what is down stays down");
    }

    [Test]
    public void MoveAllFaders_OneAtItsEnd_MovesNone()
    {
        using Session session = new();
        TrackInstance[] tracks = [session.Add("Bass"), session.Add("Keys")];
        tracks[0].FaderDb = 12;

        Assert.That(session.Mix.MoveAllFaders(3), Is.Empty);
        Assert.That(tracks.Select(track => track.FaderDb), Is.EqualTo(new[] { 12.0, 0.0 }));
    }

    [Test]
    public void LeadVocal_BesideTheFocalLead_StandsUnderIt()
    {
        using Session session = new();
        session.Add("Vocal", -20).IsFocal = true;
        TrackInstance second = session.Add("Anna", -20);
        second.Role = Role.LeadVocal;
        session.Play(12);

        Assert.That(session.Reading(second).TargetLu, Is.EqualTo(session.Snapshot.Profile.For(Role.BackingVocals).OffsetLu));
        Assert.That(HintOf(session, second).Kind, Is.EqualTo(HintKind.TooLoud));
    }

    [Test]
    public void LeadVocal_ThatTakesTurnsWithTheFocal_IsAsLoud()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal", -20);
        vocal.IsFocal = true;
        TrackInstance second = session.Add("Anna", -20);
        second.Role = Role.LeadVocal;
        session.Play(15, except: second);
        session.Play(15, except: vocal);
        session.Play(4);

        Assert.That(session.Reading(second).TargetLu, Is.Zero);
    }
}
