using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Levels;

namespace FaderStager.Presentation.Tests;

/// <summary>The Levels view: step 0 as a person sees it in the editor.</summary>
public sealed class LevelsTests
{
    [Test]
    public void Hidden_TheViewWorksNothingOut()
    {
        using EditorRig rig = EditorRig.Of(("Lead Vocal", -20), ("Keys", -10));
        rig.Open(rig.Session.Add("Bass")).Play(5);
        Assert.That(rig.Editor.Levels.Rows, Is.Empty);
        rig.Editor.Levels.ToggleCommand.Execute(null);
        rig.Pass(300);
        Assert.That(rig.Editor.Levels.Rows.Select(row => row.Name), Is.EqualTo(new[] { "Lead Vocal", "Keys", "Bass" }));
    }

    [Test]
    public void Row_ShowsNeedleMarkTrimAndWhere()
    {
        using EditorRig rig = Shown(out LevelsViewModel levels, ("Lead Vocal", -20), ("Keys", -10));

        // A sine of -10 dBFS has an RMS of -13: 5 over 0 VU.
        LevelRowViewModel keys = levels.Rows.Single(row => row.Name == "Keys");
        Assert.That(keys.NeedleDb, Is.EqualTo(5).Within(0.1));
        Assert.That(keys.MarkDb, Is.EqualTo(5).Within(0.3));
        Assert.That(keys.RmsText, Is.EqualTo("−13.0 dBFS"));
        Assert.That(keys.TrimText, Is.EqualTo("▼ −5.0 dB"));
        Assert.That(keys.WhereText, Is.EqualTo("item or take volume"), "in REAPER");
        Assert.That(keys.ReasonText, Does.Contain("5.0 dB over 0 VU"));
        Assert.That(keys.GhostDb, Is.EqualTo(0).Within(0.3));
        Assert.That(keys.ClipText, Is.Empty);
        Assert.That(levels.RestText, Does.Contain("Keys: −5.0 dB at its item or take volume"));
        Assert.That((levels.TakeLabel, levels.TakeTrimsCommand.CanExecute(null)), Is.EqualTo(("", false)));
    }

    [Test]
    public void WorkingLevel_Typed_MovesTheTrims()
    {
        using EditorRig rig = Shown(out LevelsViewModel levels, ("Lead Vocal", -20), ("Keys", -10));
        levels.WorkingLevelText = "-14";
        rig.Pass(300);
        Assert.That(levels.WorkingLevelText, Is.EqualTo("−14.0 dBFS"));
        Assert.That(levels.Rows.Single(row => row.Name == "Keys").TrimText, Is.EqualTo("▼ −1.0 dB").Or.EqualTo("at level"));
        levels.WorkingLevelText = "loud";
        Assert.That(rig.Editor.Notice.Text, Does.Contain("\"loud\" is no number of dBFS"));
        Assert.That(levels.WorkingLevelText, Is.EqualTo("−14.0 dBFS"));
        levels.WorkingLevelText = "3";
        Assert.That(levels.WorkingLevelText, Is.EqualTo("−6.0 dBFS"));
    }

    [Test]
    public void TakeTrims_OfAFirstInstance_OneUndoTakesItBack()
    {
        using EditorRig rig = EditorRig.Of(("Lead Vocal", -20));
        TrackInstance first = rig.Session.Add("Keys", -10);
        TrackInstance last = rig.Session.Add("Keys 2", -10);
        rig.Open(first);
        LevelsViewModel levels = rig.Editor.Levels;
        levels.ToggleCommand.Execute(null);
        rig.Play(10);
        Assert.That(levels.PairChoices.Select(choice => choice.Text), Is.EqualTo(new[] { "none", "Lead Vocal", "Keys 2" }));
        levels.Paired = levels.PairChoices.Single(choice => choice.Id == last.Id);
        rig.Pass(300);
        Assert.That(levels.Paired!.Id, Is.EqualTo(last.Id));
        Assert.That(levels.TakeLabel, Is.EqualTo("Take the trim FaderStager can make"));

        levels.TakeTrimsCommand.Execute(null);
        rig.Pass(300);
        Assert.That((first.TrimDb, last.FaderDb), Is.EqualTo((-5.0, 5.0)));
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("Keys trimmed; its fader moved the other way, so the balance stays"));
        Assert.That(levels.Rows.Single(row => row.Id == first.Id).OwnTrimText, Is.EqualTo("−5.0 dB"));

        rig.Editor.UndoCommand.Execute(null);
        rig.Pass(300);
        Assert.That((first.TrimDb, last.FaderDb), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void OwnTrim_TypedInItsRow_IsSetOrRefused()
    {
        using EditorRig rig = Shown(out LevelsViewModel levels, ("Lead Vocal", -20), ("Keys", -10));
        LevelRowViewModel keys = levels.Rows.Single(row => row.Name == "Keys");
        keys.OwnTrimText = "-3,5 dB";
        rig.Pass(300);
        Assert.That(keys.OwnTrimText, Is.EqualTo("−3.5 dB"));
        keys.OwnTrimText = "99";
        rig.Pass(300);
        Assert.That(keys.OwnTrimText, Is.EqualTo("+36.0 dB"));
        keys.OwnTrimText = "much";
        Assert.That(rig.Editor.Notice.Text, Does.Contain("is no number of dB"));
    }

    [Test]
    public void ClippedTrack_IsMarkedInEveryView()
    {
        using EditorRig rig = EditorRig.Of(("Lead Vocal", -20));
        TrackInstance keys = rig.Session.Add("Keys", 6);
        rig.Open(keys);
        rig.Editor.Levels.ToggleCommand.Execute(null);
        rig.Session.Coordinator.Refresh();
        rig.Play(5);
        Assert.That(rig.Editor.Levels.Rows.Single(row => row.Name == "Keys").ClipText, Is.EqualTo("■ over by 6.0 dB"));
        Assert.That(rig.Row("Keys").ClipText, Is.EqualTo("■ over by 6.0 dB"));
        Assert.That(rig.Row("Keys").HintCell, Does.StartWith("■ clipped · "));
        Assert.That(rig.Editor.Track.ReasonText, Does.StartWith("■ over by 6.0 dB before the plug-ins."));
        Assert.That(rig.Editor.Track.AccessibleText, Does.Contain("■ over by 6.0 dB"));
    }

    private static EditorRig Shown(out LevelsViewModel levels, params (string Name, double Lufs)[] tracks)
    {
        EditorRig rig = EditorRig.Of(tracks);
        rig.Open(rig.Session.Add("Pad", -32));
        levels = rig.Editor.Levels;
        levels.ToggleCommand.Execute(null);
        rig.Play(10);
        return rig;
    }
}
