using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Approaches;
using FaderStager.Presentation.States;
using FaderStager.Reports;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Tests;

public sealed class ApproachViewModelTests
{
    private static EditorRig Band(ApproachKind approach, out TrackInstance vocal)
    {
        EditorRig rig = new();
        vocal = rig.Session.Add("Vocal", -20);
        rig.Session.Add("Bass", -20);
        rig.Session.Add("Kick", -26);
        vocal.IsFocal = true;
        rig.Session.Coordinator.Refresh();
        rig.Open(vocal);
        rig.Editor.Header.IsBottomUp = approach == ApproachKind.BottomUp;
        return rig.Play(12);
    }

    private static string[] States(EditorRig rig) => [.. rig.Editor.BottomUp.Steps.Select(step => $"{step.Number} {step.Name} {step.StateWord}")];

    [Test]
    public void BottomUp_FollowingTheLargeAction_PlacesOneAfterAnother()
    {
        using EditorRig rig = Band(ApproachKind.BottomUp, out TrackInstance vocal);
        rig.Editor.BottomUp.AllDownCommand.Execute(null);
        rig.Pass(100);
        StepViewModel[] steps = [.. rig.Editor.BottomUp.Steps];

        Assert.That(States(rig), Is.EqualTo(new[] { "1 Vocal next", "2 Kick waiting", "3 Bass waiting" }));
        Assert.That(rig.Editor.Next, Is.SameAs(rig.Editor.BottomUp.Next));
        Assert.That((rig.Editor.Next.Title, rig.Editor.Next.Label, rig.Editor.Next.TrackId), Is.EqualTo(("Next: bring Vocal, the focal, up to 0.0 dB.", "Bring up", (Guid?)vocal.Id)));
        Assert.That(rig.Editor.BottomUp.ProgressText, Is.EqualTo("0 of 3 placed"));
        Assert.That(rig.Editor.Track.ReadingText, Is.EqualTo("fader down"), "it was heard, so \"not heard yet\" would be wrong");

        rig.Editor.Next.ActCommand.Execute(null);
        rig.Pass(100);
        Assert.That(States(rig), Is.EqualTo(new[] { "1 Vocal done", "2 Kick next", "3 Bass waiting" }));

        rig.Editor.Next.ActCommand.Execute(null);
        rig.Pass(100);
        rig.Editor.Next.ActCommand.Execute(null);
        rig.Pass(100);

        Assert.That(States(rig), Is.EqualTo(new[] { "1 Vocal done", "2 Kick done", "3 Bass done" }));
        Assert.That(rig.Editor.Next.IsVisible, Is.False);
        Assert.That(rig.Editor.BottomUp.ProgressText, Is.EqualTo("3 of 3 placed"));
        Assert.That(rig.Editor.BottomUp.Steps, Is.EqualTo(steps), "the same objects");
        Assert.That(rig.Editor.Mix.Headline, Does.StartWith("All tracks are placed."));
    }

    [Test]
    public void BottomUp_FocalMovedWhileAStepIsLeft_BothAreSaid()
    {
        using EditorRig rig = Band(ApproachKind.BottomUp, out TrackInstance vocal);
        rig.Editor.BottomUp.AllDownCommand.Execute(null);
        rig.Pass(100);
        rig.Editor.Next.ActCommand.Execute(null);
        rig.Pass(100);
        rig.Editor.Next.ActCommand.Execute(null);
        rig.Pass(100);
        Assert.That(rig.Editor.Mix.HasFocalMoved, Is.False);

        vocal.FaderDb -= 4;
        rig.Pass(500);
        Assert.That(rig.Editor.Next.Title, Does.StartWith("Bring Bass up to"));
        Assert.That(rig.Editor.Mix.HasFocalMoved, Is.True);
        Assert.That(rig.Editor.Mix.Headline, Does.StartWith("The focal moved down 4.0 dB"));
    }

    [Test]
    public void BottomUp_TrackMovedOffItsPlace_BecomesTheNextAction()
    {
        using EditorRig rig = Band(ApproachKind.BottomUp, out _);

        Assert.That(rig.Editor.BottomUp.Steps.Single(step => step.Name == "Bass").State, Is.EqualTo(StepState.Adjust));
        Assert.That((rig.Editor.Next.Title, rig.Editor.Next.Label), Is.EqualTo(("Adjust: bring Bass down 7.0 dB to −7.0 dB.", "Apply")));
    }

    [Test]
    public void TopDown_FadersAtTheStart_RanksWhatHurtsMost()
    {
        using EditorRig rig = Band(ApproachKind.TopDown, out _);

        Assert.That(rig.Editor.Next, Is.SameAs(rig.Editor.TopDown.Next));
        Assert.That(rig.Editor.TopDown.Ranked.Select(step => step.Name), Is.EqualTo(new[] { "Bass" }));
        Assert.That(rig.Editor.Next.Title, Is.EqualTo("First: bring Bass down 7.0 dB to −7.0 dB."));
        Assert.That(rig.Editor.BottomUp.Steps, Is.Empty);

        rig.Editor.Next.ActCommand.Execute(null);
        rig.Pass(100);

        Assert.That(rig.Editor.TopDown.Ranked, Is.Empty);
        Assert.That(rig.Editor.Next.IsVisible, Is.False);
    }

    [Test]
    public void TopDown_FadersAllDown_OffersTheUniformStart()
    {
        using EditorRig rig = Band(ApproachKind.TopDown, out TrackInstance vocal);
        rig.Editor.TopDown.Start = rig.Editor.TopDown.Starts.Single(start => start.Start == TopDownStart.Auto);
        rig.Mix.SetAllFaders(double.NegativeInfinity);
        rig.Pass(300);

        Assert.That(rig.Editor.TopDown.StartLabel, Is.EqualTo("All faders to −4.8 dB"));
        Assert.That((rig.Editor.Next.Title, rig.Editor.Next.Label), Is.EqualTo(("First: set every fader to −4.8 dB, the uniform start.", "Set all")));
        rig.Editor.Next.ActCommand.Execute(null);

        Assert.That(vocal.FaderDb, Is.EqualTo(-4.8));
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("3 faders moved"));
    }

    [Test]
    public void Starts_ByTrackCount_FollowTheTracks()
    {
        using EditorRig rig = Band(ApproachKind.TopDown, out _);

        Assert.That(rig.Editor.TopDown.Starts.Select(start => start.Name), Is.EqualTo(new[] { "0.0 dB", "−12.0 dB", "by track count, −4.8 dB" }));
    }

    [Test]
    public void Approach_Switched_KeepsTheFaders()
    {
        using EditorRig rig = Band(ApproachKind.TopDown, out TrackInstance vocal);
        vocal.FaderDb = -2;
        rig.Editor.Header.ChooseBottomUpCommand.Execute(null);
        rig.Pass(100);

        Assert.That((rig.Editor.Header.IsBottomUp, rig.Editor.Header.IsTopDown, rig.Editor.BottomUp.IsActive), Is.EqualTo((true, false, true)));
        Assert.That(vocal.FaderDb, Is.EqualTo(-2));
    }
}
