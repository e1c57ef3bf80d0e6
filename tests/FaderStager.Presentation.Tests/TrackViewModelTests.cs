using FaderStager.Engine.Tests;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Tests;

/// <summary>This track, large. Bass belongs 7.0 ±3.0 LU under the vocal in the round profile.</summary>
public sealed class TrackViewModelTests
{
    private static EditorRig OnBass(out TrackInstance bass, double lufs = -20, FakeHost? host = null)
    {
        EditorRig rig = new();
        rig.Session.Add("Vocal", -20).IsFocal = true;
        bass = rig.Session.Add("Bass", lufs, host);
        rig.Session.Coordinator.Refresh();
        return rig.Open(bass);
    }

    [Test]
    public void Track_TooLoud_SaysStateMovePositionAndReason()
    {
        using EditorRig rig = OnBass(out _).Play(12);
        TrackViewModel track = rig.Editor.Track;

        Assert.That((track.StateWord, track.Shape, track.Tone), Is.EqualTo(("too loud", StateShape.ArrowDown, StateTone.TooLoud)));
        Assert.That(track.ReadingText, Is.EqualTo("0.0 LU"));
        Assert.That(track.ReadingCaption, Is.EqualTo("against the focal"));
        Assert.That(track.TargetCaption, Does.StartWith("target −7.0 ±3").And.EndsWith(" LU"));
        Assert.That((track.MoveText, track.PositionText), Is.EqualTo(("down 7.0 dB", "to −7.0 dB")));
        Assert.That((track.GhostFaderDb, track.GhostLu), Is.EqualTo((-7.0, -7.0)));
        Assert.That((track.ZoneLowLu + track.ZoneHighLu) / 2, Is.EqualTo(-7).Within(1e-9));
        Assert.That(track.ReasonText, Does.StartWith("7.0 LU louder than its place 7.0 LU under the focal"));
        Assert.That(track.ConfidenceText, Does.StartWith("steady, heard together 0:11"));
        Assert.That(track.AccessibleText, Is.EqualTo("Bass, too loud, 0.0 LU, down 7.0 dB to −7.0 dB"));
    }

    [Test]
    public void Apply_PluginFader_MovesItAndShowsWhatMovedForTwoSeconds()
    {
        using EditorRig rig = OnBass(out TrackInstance bass).Play(12);
        rig.Editor.Track.ApplyCommand.Execute(null);
        rig.Pass(100);

        Assert.That(bass.FaderDb, Is.EqualTo(-7));
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.CanUndo), Is.EqualTo(("Bass 0.0 dB to −7.0 dB", true)));
        Assert.That((rig.Editor.Track.StateWord, rig.Editor.Track.Shape), Is.EqualTo(("in place", StateShape.Tick)), "an edit is shown at once");
        Assert.That((rig.Editor.Track.MoveText, rig.Editor.Track.PositionText), Is.EqualTo(("leave it", "stays at −7.0 dB")));
        Assert.That(rig.Editor.Track.GhostFaderDb, Is.NaN);
        Assert.That(rig.Editor.Track.ApplyCommand.CanExecute(null), Is.False);

        rig.Pass(1800);
        Assert.That(rig.Editor.Notice.IsVisible, Is.True);
        rig.Pass(100);
        Assert.That(rig.Editor.Notice.IsVisible, Is.False);
    }

    [Test]
    public void Undo_AfterApply_PutsTheFaderBack()
    {
        using EditorRig rig = OnBass(out TrackInstance bass).Play(12);
        rig.Editor.Track.ApplyCommand.Execute(null);
        rig.Editor.UndoCommand.Execute(null);

        Assert.That(bass.FaderDb, Is.Zero);
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.CanUndo), Is.EqualTo(("Taken back: Bass −7.0 dB to 0.0 dB", false)));
    }

    [Test]
    public void Keep_PresentReading_BecomesTheTarget()
    {
        using EditorRig rig = OnBass(out _).Play(12);
        rig.Editor.Track.KeepCommand.Execute(null);
        rig.Pass(100);

        Assert.That(rig.Editor.Track.StateWord, Is.EqualTo("in place"));
        Assert.That(rig.Editor.Track.TargetText, Does.StartWith("0.0 ±"));
    }

    [Test]
    public void Apply_DawFader_IsAConfirmation()
    {
        using EditorRig rig = OnBass(out TrackInstance bass);
        bass.FaderPlace = FaderPlace.DawFader;
        rig.Play(12);

        Assert.That(rig.Editor.Track.ApplyLabel, Is.EqualTo("I have set it"));
        rig.Editor.Track.ApplyCommand.Execute(null);
        Assert.That(bass.FaderDb, Is.EqualTo(-7));
    }

    [Test]
    public void Track_PostFader_HasMovesOnly()
    {
        using EditorRig rig = OnBass(out TrackInstance bass);
        bass.FaderPlace = FaderPlace.PostFader;
        rig.Play(12);
        TrackViewModel track = rig.Editor.Track;

        Assert.That((track.MoveText, track.PositionText), Is.EqualTo(("down 7.0 dB", "from where it stands")));
        Assert.That(track.CanMoveFader, Is.False);
        Assert.That(track.TypeFader("-3"), Is.False);
        Assert.That(track.GhostLu, Is.EqualTo(-7).Within(0.1));
    }

    /// <summary>Issue 10: the person moves the DAW's fader as asked and says so; nothing has to be heard again.</summary>
    [Test]
    public void Apply_PostFader_IsIHaveMovedIt()
    {
        using EditorRig rig = OnBass(out TrackInstance bass);
        bass.FaderPlace = FaderPlace.PostFader;
        rig.Play(12);
        TrackViewModel track = rig.Editor.Track;
        Assert.That((track.ApplyLabel, track.ReadingText), Is.EqualTo(("I have moved it", "0.0 LU")));

        track.ApplyCommand.Execute(null);
        track.ApplyCommand.Execute(null);
        rig.Pass(700);

        Assert.That((track.ReadingText, track.StateWord), Is.EqualTo(("−7.0 LU", "in place")), "once, however often it is pressed before it is read");
        Assert.That(track.ApplyCommand.CanExecute(null), Is.False);
    }

    [Test]
    public void Track_Focal_IsReadAgainstTheRest()
    {
        using EditorRig rig = new();
        TrackInstance vocal = rig.Session.Add("Vocal", -20);
        rig.Session.Add("Bass", -24);
        vocal.IsFocal = true;
        rig.Open(vocal).Play(12);
        TrackViewModel track = rig.Editor.Track;

        Assert.That((track.Shape, track.StateWord, track.IsFocal), Is.EqualTo((StateShape.Star, "focal", true)));
        Assert.That((track.ReadingText, track.ReadingCaption), Is.EqualTo(("+4.0 LU", "focal against the rest, estimated")));
        Assert.That(track.TargetText, Does.EndWith(" LU"));
        Assert.That(track.SongMarkLu, Is.Zero);
        Assert.That(track.TargetLu, Is.NaN);
        Assert.That(track.KeepCommand.CanExecute(null), Is.False);
    }

    [Test]
    public void Track_NoFocal_TellsItsOwnLoudness()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -24));
        TrackInstance keys = rig.Session.Add("Keys", -18);
        rig.Open(keys).Play(12);

        Assert.That((rig.Editor.Track.ReadingText, rig.Editor.Track.ReadingCaption), Is.EqualTo(("−18.0 LUFS", "loudness at the insert")));
        Assert.That((rig.Editor.Track.StateWord, rig.Editor.Track.Shape), Is.EqualTo(("no focal", StateShape.QuestionMark)));
        Assert.That(rig.Editor.Track.SongMarkLu, Is.NaN);
    }

    [Test]
    public void Fader_Dragged_IsOneGestureOneUndoAndFollowsTheHandAtOnce()
    {
        FakeHost host = new();
        using EditorRig rig = OnBass(out TrackInstance bass, host: host).Play(12);
        TrackViewModel track = rig.Editor.Track;
        track.BeginFaderDrag();
        track.DragFader(-3.33);
        Assert.That((track.FaderDb, track.FaderText), Is.EqualTo((-3.3, "−3.3 dB")));
        rig.Pass(50);
        track.DragFader(-5);
        track.EndFaderDrag();
        rig.Pass(50);

        Assert.That((bass.FaderDb, track.FaderDb), Is.EqualTo((-5.0, -5.0)));
        Assert.That(host.Gestures(ParameterId.Fader), Is.EqualTo(1));
        rig.Editor.UndoCommand.Execute(null);
        Assert.That(bass.FaderDb, Is.Zero);
    }

    [Test]
    public void Fader_TypedAndNudged_MovesInSteps()
    {
        using EditorRig rig = OnBass(out TrackInstance bass);
        TrackViewModel track = rig.Editor.Track;

        Assert.That(track.TypeFader("down"), Is.True);
        rig.Pass(50);
        Assert.That((bass.FaderDb, track.FaderText), Is.EqualTo((double.NegativeInfinity, "down")));
        track.NudgeFader(1);
        Assert.That(bass.FaderDb, Is.EqualTo(-59));
        Assert.That(track.TypeFader("loud"), Is.False);
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo($"\"loud\" is no fader position in dB: {track.FaderText} stays"));
        Assert.That(track.TypeFader("40"), Is.True);
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("From −60.0 to +12.0 dB: taken as +12.0 dB"));
        Assert.That(bass.FaderDb, Is.EqualTo(12), "no higher than the fader goes");
    }

    [Test]
    public void Fader_MovedByTheHost_IsShownWithTheNextTick()
    {
        using EditorRig rig = OnBass(out TrackInstance bass);
        bass.SetFromHost(ParameterId.Fader, ParameterInfo.Of(ParameterId.Fader).ToNormalized(-12));
        rig.Pass(50);

        Assert.That(rig.Editor.Track.FaderDb, Is.EqualTo(-12).Within(1e-9));
    }

    [Test]
    public void Numbers_WhileReadingsMove_ChangeFourTimesASecondAndTheMarkWithEveryTick()
    {
        using EditorRig rig = OnBass(out TrackInstance bass).Play(12);
        HashSet<string> texts = [];
        HashSet<double> marks = [];
        for (int i = 0; i < 20; i++)
        {
            // Automation, which is no edit of a person here.
            bass.SetFromHost(ParameterId.Fader, ParameterInfo.Of(ParameterId.Fader).ToNormalized(-i));
            rig.Pass(50);
            texts.Add(rig.Editor.Track.ReadingText);
            marks.Add(rig.Editor.Track.SongMarkLu);
        }

        Assert.That(texts, Has.Count.InRange(4, 5));
        Assert.That(marks, Has.Count.GreaterThanOrEqualTo(19));
    }

    [Test]
    public void Needle_SongPlaysAndStops_IsThereOnlyWhileItPlays()
    {
        using EditorRig rig = OnBass(out _).Play(12);
        Assert.That(rig.Editor.Track.NeedleLu, Is.Zero.Within(0.1));
        Assert.That(rig.Editor.Track.LiveText, Is.EqualTo("now 0.0 LU"));

        rig.Pass(1500);

        Assert.That(rig.Editor.Track.NeedleLu, Is.NaN);
        Assert.That(rig.Editor.Track.LiveText, Is.Empty);
        Assert.That(rig.Editor.Track.ReadingText, Is.EqualTo("0.0 LU"), "the song mark stays");
    }

    [Test]
    public void Track_TargetOutOfTheFadersReach_AsksForATrim()
    {
        using EditorRig rig = OnBass(out _, lufs: -60).Play(12);

        Assert.That((rig.Editor.Track.StateWord, rig.Editor.Track.Shape), Is.EqualTo(("trim first", StateShape.Exclamation)));
        Assert.That(rig.Editor.Track.MoveText, Does.Match("^trim the clip up [0-9.]+ dB$"));
        Assert.That(rig.Editor.Track.PositionText, Is.EqualTo("then set the fader to +6.0 dB"));
        Assert.That(rig.Editor.Track.HintLine, Does.Match("^trim the clip up [0-9.]+ dB, then set the fader to \\+6.0 dB$"), "never two moves in one breath");
    }

    [Test]
    public void Track_CopiedAndRenamed_KeepsFollowingItself()
    {
        using EditorRig rig = OnBass(out TrackInstance bass);
        byte[] state = bass.SaveState();
        TrackInstance copy = new(rig.Session.Coordinator);
        Session.Prepare(copy);
        using EditorRig second = new();
        copy.LoadState(state);
        rig.Open(copy).Pass(300);
        copy.Name = "Bass copy";
        rig.Pass(300);

        Assert.That(rig.Editor.Track.Id, Is.EqualTo(copy.Id).And.Not.EqualTo(bass.Id));
        Assert.That(rig.Editor.Track.Name, Is.EqualTo("Bass copy"));
        Assert.That(rig.Editor.Header.Role.Role, Is.EqualTo(Role.Bass));
    }
}
