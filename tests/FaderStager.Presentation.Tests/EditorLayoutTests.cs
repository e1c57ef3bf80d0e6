using FaderStager.Mixing.States;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Looks;

namespace FaderStager.Presentation.Tests;

/// <summary>An editor that is opened again is as the person left it, in the same session and from a saved project.</summary>
public sealed class EditorLayoutTests
{
    private const double TallHeight = 900;
    private const double ShortHeight = 560;

    [Test]
    public void Panels_AsTheyWereLeft_AreThereAgain()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -12));
        TrackInstance bass = rig.Session.Tracks[1];
        rig.Open(bass);
        rig.Editor.Lane.FitWindow(ShortHeight);
        Assert.That((rig.Editor.Lane.IsOpen, rig.Editor.Levels.IsShown), Is.EqualTo((false, false)), "a short window folds the lane");
        rig.Editor.Lane.IsOpen = true;
        rig.Editor.Levels.IsShown = true;
        rig.Editor.Dispose();

        rig.Open(bass);
        rig.Editor.Lane.FitWindow(ShortHeight);
        Assert.That((rig.Editor.Lane.IsOpen, rig.Editor.Levels.IsShown), Is.EqualTo((true, true)));
        rig.Editor.Dispose();

        rig.Open(rig.Session.Tracks[0]);
        rig.Editor.Lane.FitWindow(ShortHeight);
        Assert.That((rig.Editor.Lane.IsOpen, rig.Editor.Levels.IsShown), Is.EqualTo((false, false)), "each instance has its own");
    }

    [Test]
    public void Lane_WindowMadeAnother_FoldsByItselfAgain()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -12));
        rig.Open(rig.Session.Tracks[1]);
        rig.Editor.Lane.FitWindow(TallHeight);
        rig.Editor.Lane.IsOpen = false;
        rig.Editor.Lane.FitWindow(ShortHeight);
        rig.Editor.Lane.FitWindow(TallHeight);
        Assert.That(rig.Editor.Lane.IsOpen, Is.True);
        Assert.That(rig.Session.Tracks[1].EditorLayout, Is.EqualTo(EditorLayout.Default), "what the height decides is not kept");
    }

    [Test]
    public void Layout_OfASavedProject_IsThereAgain()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -12));
        TrackInstance bass = rig.Session.Tracks[1];
        byte[] untouched = bass.SaveState();
        EditorSizes.Remember(bass, 1800, 1050, scale: 1.5);
        rig.Open(bass);
        rig.Editor.Levels.IsShown = true;
        byte[] saved = bass.SaveState();
        rig.Session.Tracks[0].LoadState(saved);
        rig.Open(rig.Session.Tracks[0]);
        Assert.That(EditorSizes.Of(rig.Session.Tracks[0]), Is.EqualTo((1200, 700)));
        Assert.That(EditorSizes.Of(rig.Session.Tracks[0], scale: 2), Is.EqualTo((2400, 1400)));
        Assert.That(rig.Editor.Levels.IsShown, Is.True);

        bass.LoadState(untouched);
        Assert.That(bass.SaveState(), Is.EqualTo(untouched), "an editor that nobody touched leaves no trace in a project");
    }

    [TestCase(719, 560)]
    [TestCase(960, 10)]
    [TestCase(-5, -5)]
    [TestCase(20_000, 560)]
    public void Size_OutsideTheEditorsBounds_IsNotKept(int width, int height)
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20));
        EditorSizes.Remember(rig.Session.Tracks[0], width, height);
        Assert.That(EditorSizes.Of(rig.Session.Tracks[0]), Is.EqualTo((EditorBounds.DefaultWidth, EditorBounds.DefaultHeight)));
    }

    [TestCase("""{"format":1,"editor":{"width":1e300,"height":"tall","lane":7,"levels":null,"panels":[1]}}""")]
    [TestCase("""{"format":1,"editor":17}""")]
    public void Layout_ThatIsDamaged_CostsItselfAlone(string json)
    {
        TrackState state = TrackState.Read(System.Text.Encoding.UTF8.GetBytes(json), out string? warning);
        Assert.That(state.IsRead, Is.True);
        Assert.That(warning, Does.Contain("editor"));
        using EditorRig rig = EditorRig.Of(("Vocal", -20));
        rig.Session.Tracks[0].LoadState(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.That(EditorSizes.Of(rig.Session.Tracks[0]), Is.EqualTo((EditorBounds.DefaultWidth, EditorBounds.DefaultHeight)));
    }
}
