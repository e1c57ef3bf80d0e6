using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Songs;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Presentation.Tests;

/// <summary>The song lane as both editors draw it: its geometry, the choice of what counts, its words.</summary>
public sealed class SongLaneTests
{
    [Test]
    public void Lane_SelectedVoice_HasCurveZoneAndPosition()
    {
        using EditorRig rig = Playing(out _);
        SongLaneViewModel lane = rig.Editor.Lane;

        Assert.That(lane.Title, Is.EqualTo("Bass against Vocal"));
        Assert.That(lane.EmptyText, Is.Empty);
        Assert.That(lane.Curve.LowY.Length, Is.EqualTo(400));
        Assert.That(lane.Curve.LowY[200], Is.GreaterThan(SongLaneViewModel.BandHeight).And.LessThan(100));
        Assert.That(lane.Curve.ZoneTop, Is.LessThan(lane.Curve.TargetY).And.GreaterThan(SongLaneViewModel.BandHeight));
        Assert.That(lane.Curve.ZoneBottom, Is.GreaterThan(lane.Curve.TargetY).And.LessThan(100));
        Assert.That(lane.PositionX, Is.EqualTo(400).Within(3), "at the song's end");
        Assert.That(lane.Bands.Select(band => band.Label), Is.EqualTo(new[] { "A" }));
        Assert.That(lane.CountsText, Is.EqualTo("counts: whole song"));
        Assert.That(lane.RidesText, Is.EqualTo("no fader needs a ride"));
    }

    [Test]
    public void Lane_Drag_LetsThatPartCount()
    {
        using EditorRig rig = Playing(out _);
        SongLaneViewModel lane = rig.Editor.Lane;
        lane.BeginChoice(300);
        lane.DragChoice(150);
        Assert.That(lane.Selection, Is.EqualTo((150.0, 300.0)).Within(0.01));

        lane.EndChoice(100);
        Tick(rig);

        Assert.That(rig.Mix.Settings.Counts, Is.EqualTo(CountsKind.ChosenPart));
        Assert.That((rig.Mix.Settings.CountsFromSeconds, rig.Mix.Settings.CountsToSeconds), Is.EqualTo((5.0, 15.0)).Within(0.11));
        Assert.That(lane.CountsText, Does.StartWith("counts: chosen part 0:0"));
        Assert.That(lane.Selection.Left, Is.EqualTo(100).Within(3));
        lane.CountWholeSongCommand.Execute(null);
        Tick(rig);
        Assert.That(lane.Selection.Left, Is.NaN);
    }

    [Test]
    public void Lane_ClickOrEscape_ChoosesNothing()
    {
        using EditorRig rig = Playing(out _);
        SongLaneViewModel lane = rig.Editor.Lane;
        lane.BeginChoice(100);
        lane.EndChoice(101);
        lane.BeginChoice(100);
        lane.CancelChoice();
        lane.EndChoice(300);

        Assert.That(rig.Mix.Settings.Counts, Is.EqualTo(CountsKind.WholeSong));
    }

    [Test]
    public void Lane_Keyboard_MovesAndChooses()
    {
        using EditorRig rig = Playing(out _);
        SongLaneViewModel lane = rig.Editor.Lane;
        lane.MoveCursor(-15, extends: false);
        lane.MoveCursor(5, extends: true);
        lane.MoveCursor(1, extends: true);
        lane.TakeChoice();

        Assert.That((rig.Mix.Settings.CountsFromSeconds, rig.Mix.Settings.CountsToSeconds), Is.EqualTo((5.0, 11.0)).Within(0.11));
    }

    [Test]
    public void Lane_Tip_SaysTimeAndLu()
    {
        using EditorRig rig = Playing(out _);

        Assert.That(rig.Editor.Lane.TipAt(200), Does.Match("^0:10\\.[01] · −6\\.0 LU · .* LU (under|over) its place.* · A$"));
    }

    [Test]
    public void SectionName_Typed_NamesTheSectionWhereTheSongIs_NothingTakesItAway()
    {
        using EditorRig rig = Playing(out _);
        SongLaneViewModel lane = rig.Editor.Lane;
        Assert.That(lane.SectionName, Is.EqualTo("A"));

        lane.SectionName = "Verse";
        Tick(rig);
        Assert.That((lane.SectionName, lane.Bands[0].Label), Is.EqualTo(("Verse", "Verse")));
        Assert.That(rig.Mix.Settings.SectionNames, Has.Length.EqualTo(1));

        lane.SectionName = "";
        Tick(rig);
        Assert.That(lane.SectionName, Is.EqualTo("A"));
    }

    [Test]
    public void CopyTime_PutsTheStartOfTheRideIntoTheClipboard()
    {
        using EditorRig rig = Playing(out _);
        Ride ride = new(Guid.NewGuid(), "Gtr", "Guitars", 72, 94, 5, 2, 1, "B");
        rig.Editor.Lane.CopyTimeCommand.Execute(RideViewModel.Of(ride, SongState.Empty));
        Assert.That(rig.Copied, Is.EqualTo("1:12.0"));
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("Copied 1:12.0: paste it where your DAW takes a time"));
    }

    [Test]
    public void Lane_OfTheFocal_SaysWhatToDo()
    {
        using EditorRig rig = Playing(out TrackInstance vocal, showsVocal: true);

        Assert.That(rig.Editor.Lane.Title, Is.EqualTo("Vocal, the focal"));
        Assert.That(rig.Editor.Lane.EmptyText, Is.EqualTo("The focal: the other voices are drawn against it. Select one."));
        Assert.That(vocal.IsFocal, Is.True);
    }

    [Test]
    public void Lane_Folded_AsksForNothing()
    {
        using EditorRig rig = Playing(out _);
        rig.Editor.Lane.IsOpen = false;
        long drawing = rig.Editor.Lane.Drawing;
        Tick(rig);

        Assert.That(rig.Editor.Lane.Drawing, Is.EqualTo(drawing));
    }

    private static EditorRig Playing(out TrackInstance focal, bool showsVocal = false)
    {
        EditorRig rig = new();
        focal = rig.Session.Add("Vocal", -20);
        focal.IsFocal = true;
        TrackInstance bass = rig.Session.Add("Bass", -26);
        _ = rig.Open(showsVocal ? focal : bass);
        rig.Session.Play(20);
        rig.Editor.Lane.Fit(400, 100);
        for (int tick = 0; tick < 3; tick++)
        {
            Tick(rig);
        }

        return rig;
    }

    private static void Tick(EditorRig rig) => rig.Pass(3_000);
}
