using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Presentation.Tests;

/// <summary>What an open editor says when the host's own controls press.</summary>
public sealed class PressTests
{
    [Test]
    public void Apply_ByTheHost_IsSaidWithUndoBesideIt()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -12));
        TrackInstance bass = rig.Session.Tracks[1];
        rig.Session.Tracks[0].IsFocal = true;
        rig.Session.Play(12);
        rig.Open(bass);

        bass.SetControl(ParameterId.Apply, 1);
        rig.Session.Coordinator.Refresh();
        rig.Pass(1000);
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.CanUndo), Is.EqualTo(("The host's control: Bass went to its place", true)));
    }

    [Test]
    public void Apply_ByTheHostWithNothingMeasured_SaysThatNothingWasDone()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -12));
        TrackInstance bass = rig.Session.Tracks[1];
        rig.Session.Tracks[0].IsFocal = true;
        rig.Open(bass);

        bass.SetControl(ParameterId.Apply, 1);
        rig.Session.Coordinator.Refresh();
        rig.Pass(1000);
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.CanUndo), Is.EqualTo(("The host's control: Bass has no position to go to (not heard yet)", false)));
    }
}
