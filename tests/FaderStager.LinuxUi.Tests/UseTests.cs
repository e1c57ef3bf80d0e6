using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Views;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.Mixes;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using SkiaSharp;

namespace FaderStager.LinuxUi.Tests;

/// <summary>The editor used as a person does: by the mouse, the wheel and the keyboard.</summary>
public sealed class UseTests
{
    private TestMix _mix = null!;
    private DrawnEditor _editor = null!;

    private TrackInstance Track { get; set; } = null!;

    [SetUp]
    public void Open()
    {
        _mix = TestMix.OfDemo();
        Track = _mix["Rhythm Guitar"];
        _editor = new DrawnEditor(_mix, Track);
    }

    [TearDown]
    public void Close()
    {
        _editor.Dispose();
        _mix.Dispose();
    }

    [Test]
    public void ApplyThenUndo_MovesTheFaderAndTakesItBack()
    {
        double suggested = _editor.Model.Track.GhostFaderDb;
        _editor.Click("apply the suggestion");
        Assert.That(Track.FaderDb, Is.EqualTo(suggested).Within(0.01));
        _editor.Click("undo");
        Assert.That(Track.FaderDb, Is.Zero);
    }

    [Test]
    public void ApplyAll_PressedTwice_Applies_EscapeLeavesThePreview()
    {
        _editor.Click("apply all");
        Assert.That(_editor.Has("leave the preview"), Is.True);
        _editor.Click("track name");
        _editor.Press(Key.Escape);
        _editor.Press(Key.Tab);
        _editor.Press(Key.Escape);
        Assert.That((_editor.Model.Mix.IsPreviewing, Track.FaderDb), Is.EqualTo((false, 0.0)));
        _editor.Click("apply all");
        _editor.Click("apply all");
        Assert.That(Track.FaderDb, Is.Not.Zero);
    }

    [Test]
    public void SongLane_FoldsInAShortWindow_ChoosesAPartByDragAndByKeys_SaysWhatIsUnderTheMouse()
    {
        Assert.That(_editor.Has("song lane"), Is.False, "a short window has no room");
        _editor.Canvas.Resize(1000, 760, 1);
        _editor.Follow();

        // The worker draws the song only once somebody looks.
        _editor.Follow();
        SKRect lane = _editor.Find("song lane").Bounds;
        _editor.Save("song-lane");

        _editor.Scene.Move(new Pointer(lane.Left + 200, lane.MidY));
        _editor.Scene.Tooltip.Pass(Tooltip.RestMs);
        Assert.That(_editor.Scene.Tooltip.ShownText, Does.Contain(" LU"));

        _editor.Scene.Press(new Pointer(lane.Left + 100, lane.MidY));
        _editor.Scene.Move(new Pointer(lane.Left + 300, lane.MidY));
        _editor.Scene.Release(new Pointer(lane.Left + 300, lane.MidY));
        _editor.Follow();
        Assert.That(_editor.Words.Single(text => text.StartsWith("counts: ", StringComparison.Ordinal)), Does.Not.Contain("whole"));
        _editor.Click("let the whole song count");
        Assert.That(_editor.Words, Has.Some.EqualTo("counts: whole song"));

        _editor.Scene.TakeKeyboard(_editor.Find("song lane"));
        Assert.That(_editor.Press(Key.Left, isShift: true) && _editor.Press(Key.Left, isShift: true) && _editor.Press(Key.Enter), Is.True);
        Assert.That(_editor.Words, Has.None.EqualTo("counts: whole song"));
        Assert.That(_editor.Scene.WantsKey(new KeyPress(Key.None, ' ')), Is.False, "the space bar is the host's");

        Assert.That(_editor.Has("rides"), Is.False);
        _editor.Click("the ride list");
        Assert.That(_editor.Model.Lane.Rides, Is.Not.Empty);
        Assert.That(_editor.Words, Has.Some.EqualTo(_editor.Model.Lane.Rides[0].Text));
        _editor.Save("song-rides");

        _editor.Click("name of the section");
        _editor.Type("Chorus");
        _editor.Press(Key.Enter);
        _editor.Follow();
        Assert.That(_editor.Model.Lane.Bands.Select(band => band.Label), Has.Some.EqualTo("Chorus"));

        _editor.Click("show the song lane");
        Assert.That((_editor.Has("song lane"), _editor.Has("rides")), Is.EqualTo((false, false)));
        _editor.Canvas.Resize(720, 420, 1);
        _editor.Follow();
        Assert.That(_editor.Has("show the song lane"), Is.False);
    }

    [Test]
    public void BottomUp_FollowedByTheNextAction_PlacesAllThatSound()
    {
        _editor.Click("bottom-up");
        _editor.Click("all faders down");
        Assert.That(_mix.Tracks.All(track => double.IsNegativeInfinity(track.FaderDb)), Is.True);
        for (int step = 0; step < 40 && _editor.Has("do the next step") && _editor.Find("do the next step").IsEnabled; step++)
        {
            _editor.Click("do the next step");
        }

        Assert.That(_mix.Tracks.Count(track => double.IsNegativeInfinity(track.FaderDb)), Is.LessThan(3));
        Assert.That(_editor.Model.BottomUp.ProgressText, Does.EndWith($"of {_mix.Tracks.Count} placed"));
    }

    [Test]
    public void Picture_Switched_ShowsTheOtherFaders()
    {
        _editor.Click("apply the suggestion");
        _editor.Click("switch between fader pictures A and B");
        Assert.That(_editor.Model.Mix.Picture, Is.EqualTo("B"));
        _editor.Click("switch between fader pictures A and B");
        Assert.That(_editor.Model.Mix.Picture, Is.EqualTo("A"));
    }

    [Test]
    public void Pictures_ThatDiffer_AreEquallyLoudUntilThePersonEndsIt()
    {
        TellPicturesApart();
        Assert.That(_editor.Words, Has.Some.EqualTo(_editor.Model.Mix.Pictures.MatchLabel).And.Some.Contains(" plays "));
        _editor.Click("play the pictures as loud as their faders stand");
        Assert.That((_editor.Has("play the pictures as loud as their faders stand"), _mix.Tracks[0].Mix.Pictures.GainDb), Is.EqualTo((false, 0.0)));

        _editor.Click("settings and export");
        _editor.Click("fader pictures equally loud");
        Assert.That(_editor.Model.Mix.Pictures.IsMatching, Is.True);
    }

    [Test]
    public void Pictures_ComparedBlind_HideTheLetterUntilAsked()
    {
        TellPicturesApart();
        _editor.Click("compare the pictures blind");
        Assert.That(_editor.Words, Does.Contain("1 | 2").And.Contain("Show which").And.None.EqualTo("A | B"));
        Assert.That(_editor.Has("play the pictures as loud as their faders stand"), Is.False, "its words would tell");
        _editor.Click("switch between fader pictures A and B");
        Assert.That(_editor.Model.Mix.Picture, Is.EqualTo("2"));
        _editor.Click("compare the pictures blind");
        Assert.That(_editor.Words, Does.Contain("A | B").And.Contain("Blind"));
    }

    [Test]
    public void Pictures_InASmallWindow_AreComparedBlindFromTheSettings()
    {
        _editor.Canvas.Resize(EditorBounds.LeastWidth, EditorBounds.LeastHeight, 1);
        _editor.Follow();
        Assert.That(_editor.Has("compare the pictures blind"), Is.False);
        _editor.Click("settings and export");
        _editor.Scene.TakeKeyboard(_editor.Find("compare the fader pictures blind"));
        _editor.Press(Key.Enter);
        _editor.Follow();
        Assert.That(_editor.Words, Does.Contain("1 | 2"));
    }

    [Test]
    public void Balance_SavedAsAProfile_IsChosenAndPutsEverythingInItsPlace()
    {
        string folder = Directory.CreateTempSubdirectory("faderstager").FullName;
        try
        {
            using TestMix mix = TestMix.OfDemo(profiles: new ProfileLibrary(folder));
            using DrawnEditor editor = new(mix, mix["Bass"]);
            editor.Click("settings and export");
            editor.Click("name of the profile to save");
            editor.Type("my mix");
            editor.Click("save this balance as a profile");
            Assert.That(editor.Words, Has.Some.StartsWith("my mix: one song alone"));
            Assert.That(File.Exists(Path.Combine(folder, "my mix.json")), Is.True);
            editor.Click("save this balance as a profile");
            Assert.That(editor.Words, Does.Contain("Replace"));

            editor.Model.Profile.Selected = editor.Model.Profile.Profiles.Single(profile => profile.Name == "my mix");
            editor.Follow();
            Assert.That(mix.Tracks[0].Mix.State.Advice.Hints.Count(hint => hint.Kind is HintKind.TooLoud or HintKind.Buried), Is.Zero, "the mix is what it was learned from");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void LeadForward_Typed_MovesAllPlaces()
    {
        double Target() => _mix.Tracks[0].Mix.State.Snapshot.Tracks.Single(track => track.Name == "Bass").TargetLu;
        double target = Target();
        _editor.Click("settings and export");
        _editor.Click("lead forward in LU");
        _editor.Type("2");
        _editor.Press(Key.Enter);
        _editor.Follow();
        Assert.That(Target(), Is.EqualTo(target - 2).Within(0.05));
        Assert.That(_editor.Words, Does.Contain("+2.0 LU"));
    }

    [Test]
    public void Keep_MakesTheReadingTheTarget()
    {
        _editor.Click("keep the present reading as target");
        Assert.That(_editor.Model.Track.StateWord, Is.EqualTo("in place"));
    }

    [Test]
    public void Choices_TakeWhatIsChosen_InsideTheEditor()
    {
        _editor.Choose("role", "lead guitar");
        Assert.That(Track.Role, Is.EqualTo(Role.LeadGuitar));
        _editor.Choose("target profile", "rock");
        Assert.That(_editor.Model.Profile.Name, Is.EqualTo("rock"));
        _editor.Choose("where the fader is", "DAW fader");
        Assert.That(Track.FaderPlace, Is.EqualTo(FaderPlace.DawFader));
        _editor.Click("role");
        _editor.ClickAt(500, 300);
        Assert.That(_editor.Scene.List.Owner, Is.Null, "a press elsewhere closes it");
    }

    [Test]
    public void Name_Typed_IsTaken_EscapeGivesItUp()
    {
        _editor.Click("track name");
        _editor.Type("Gtr 1");
        _editor.Press(Key.Enter);
        Assert.That(Track.Name, Is.EqualTo("Gtr 1"));
        Assert.That(_editor.Scene.Keyboard, Is.Null, "the keyboard is the host's again");
        _editor.Click("track name");
        _editor.Type("x");
        _editor.Press(Key.Escape);
        Assert.That(Track.Name, Is.EqualTo("Gtr 1"));
    }

    [Test]
    public void FaderBox_WrongEntry_IsRefusedAndSaid()
    {
        _editor.Click("fader position");
        _editor.Type("loud");
        _editor.Press(Key.Enter);
        Assert.That(Track.FaderDb, Is.Zero);
        Assert.That(_editor.Words, Has.Some.Contains("is no fader position in dB"));
        _editor.Click("fader position");
        _editor.Type("-7.5");
        _editor.Press(Key.Enter);
        Assert.That(Track.FaderDb, Is.EqualTo(-7.5).Within(0.01));
    }

    [Test]
    public void Box_Edited_MovesTheCaret_SelectsAndDeletes()
    {
        _editor.Click("track name");
        _editor.Type("Guitar");
        _editor.Press(Key.Home);
        _editor.Type("My ");
        _editor.Press(Key.Delete);
        _editor.Press(Key.End);
        _editor.Press(Key.Backspace);
        Assert.That(((EntryBox)_editor.Find("track name")).ShownText, Is.EqualTo("My uita"));
        _editor.Press(Key.Left, isControl: true);
        _editor.Press(Key.End, isShift: true);
        _editor.Type("Bass");
        _editor.Press(Key.Enter);
        Assert.That(Track.Name, Is.EqualTo("My Bass"));
    }

    [Test]
    public void Fader_DraggedFromAnywhere_MovesAsFarAsTheHand_AClickMovesNothing()
    {
        FaderStrip fader = (FaderStrip)_editor.Find("fader");
        SKPoint cap = fader.CapCentre;
        _editor.ClickAt(cap.X, cap.Y + 100);
        Assert.That(Track.FaderDb, Is.Zero);
        _editor.Scene.Press(new Pointer(cap.X, cap.Y));
        _editor.Scene.Move(new Pointer(cap.X, fader.PixelOf(-12)));
        _editor.Scene.Release(new Pointer(cap.X, fader.PixelOf(-12)));
        _editor.Follow();
        Assert.That(Track.FaderDb, Is.EqualTo(-12).Within(0.3));
        _editor.Click("undo");
        Assert.That(Track.FaderDb, Is.Zero, "one undo takes the drag back");
        _editor.ClickAt(cap.X, cap.Y, clicks: 2);
        Assert.That(Track.FaderDb, Is.Not.Zero, "a double click goes to the ghost");
    }

    [Test]
    public void Row_ChosenEditedAndDragged_ChangesItsTrack()
    {
        MixRowViewModel snare = _editor.Model.Mix.Rows.Single(row => row.Name == "Snare");
        SKRect row = _editor.All.OfType<MixRow>().Single(each => each.Row == snare).Bounds;
        _editor.ClickAt(row.MidX, row.MidY);
        Assert.That(_editor.Model.Mix.SelectedRow, Is.SameAs(snare));
        _editor.Click("fader of the row's track");
        _editor.Type("-3");
        _editor.Press(Key.Enter);
        Assert.That(_mix["Snare"].FaderDb, Is.EqualTo(-3).Within(0.01));
        int from = _editor.Model.Mix.Rows.IndexOf(snare);
        _editor.Click("later in the order");
        Assert.That(_editor.Model.Mix.Rows.IndexOf(snare), Is.EqualTo(from + 1));
        MixRow[] rows = [.. _editor.All.OfType<MixRow>()];
        SKRect at = rows.Single(each => each.Row == snare).Bounds;
        SKRect first = rows.Single(each => each.Row.Name == "Kick").Bounds;
        _editor.Scene.Press(new Pointer(at.MidX, at.MidY));
        _editor.Scene.Move(new Pointer(at.MidX, first.Top + 2));
        _editor.Canvas.Draw();
        _editor.Scene.Release(new Pointer(at.MidX, first.Top + 2));
        _editor.Follow();
        Assert.That(_editor.Model.Mix.Rows.IndexOf(snare), Is.EqualTo(1));
    }

    [Test]
    public void Row_DraggedOntoAnother_IsOneVoiceWithIt_AndDraggedOutIsNot()
    {
        Drag("Piano", "Lead Synth", 0.5f, "drop");
        Assert.That(_editor.Words, Has.Some.EqualTo("▼ Piano (2)").Or.Some.EqualTo("▼ Lead Synth (2)"));
        MixRowViewModel member = _editor.Model.Mix.Rows.Single(row => row.IsMember);
        _editor.Model.Mix.SelectedRow = member;
        _editor.Follow();
        int head = _editor.Model.Mix.Rows.IndexOf(_editor.Model.Mix.Rows.Single(row => row.IsVoice));
        Drag(member.Name, _editor.Model.Mix.Rows[head - 1].Name, 0.05f, "drop-out");
        Assert.That(_editor.Model.Mix.Rows.Count(row => row.IsVoice), Is.Zero);
    }

    [Test]
    public void Rows_Wheeled_ScrollToTheLast()
    {
        SKRect table = _editor.Find("tracks of the mix").Bounds;
        _editor.Scene.Wheel(-20, new Pointer(table.MidX, table.MidY));
        _editor.Follow();
        Assert.That(_editor.All.OfType<MixRow>().Select(row => row.Row.Name), Has.Member(_editor.Model.Mix.Rows[^1].Name));
    }

    [Test]
    public void Tab_GoesRound_AndEnterPresses_SpaceIsTheHosts()
    {
        Assert.That(_editor.Scene.Type(new KeyPress(Key.None, ' ')), Is.False, "no key is used while the keyboard is the host's");
        _editor.Click("track name");
        List<string> stops = [];
        for (int i = 0; i < 60 && (stops.Count == 0 || _editor.Scene.Keyboard!.Name != "track name"); i++)
        {
            stops.Add(_editor.Scene.Keyboard!.Name);
            Assert.That(_editor.Press(Key.Tab), Is.True);
        }

        Assert.That(_editor.Scene.Keyboard!.Name, Is.EqualTo("track name"), "it goes round");
        string[] all = [.. _editor.All.Where(element => element.TakesKeyboard && element.IsEnabled).Select(element => element.Name)];
        Assert.That(stops, Is.EquivalentTo(all), "everything that can be used is reached");
        Assert.That(stops, Has.None.EqualTo(""), "and has a name");
        while (_editor.Scene.Keyboard!.Name != "apply all")
        {
            _editor.Press(Key.Tab);
        }

        Assert.That(_editor.Scene.Type(new KeyPress(Key.None, ' ')), Is.False, "the space bar plays the song");
        Assert.That(_editor.Press(Key.Enter), Is.True);
        Assert.That(_editor.Model.Mix.IsPreviewing, Is.True);
        Assert.That(_editor.Press(Key.Tab, isShift: true), Is.True);
        Assert.That(_editor.Scene.Keyboard!.Name, Is.EqualTo("undo").Or.EqualTo("switch between fader pictures A and B"));
    }

    [Test]
    public void Table_ByKeys_ChoosesAndReorders()
    {
        _editor.Click("track name");
        while (_editor.Scene.Keyboard!.Name != "tracks of the mix")
        {
            _editor.Press(Key.Tab);
        }

        Assert.That(_editor.Model.Mix.SelectedRow!.IsThisTrack, Is.True);
        int at = _editor.Model.Mix.Rows.IndexOf(_editor.Model.Mix.SelectedRow);
        _editor.Press(Key.Up);
        Assert.That(_editor.Model.Mix.Rows.IndexOf(_editor.Model.Mix.SelectedRow!), Is.EqualTo(at - 1));
        MixRowViewModel row = _editor.Model.Mix.SelectedRow!;
        _editor.Press(Key.Down, isAlt: true);
        Assert.That(_editor.Model.Mix.Rows.IndexOf(row), Is.EqualTo(at));
    }

    [Test]
    public void Settings_Typed_AreTaken_AndClosedByAPressElsewhere()
    {
        _editor.Click("settings and export");
        _editor.Click("own tolerance for every role");
        _editor.Click("tolerance in LU");
        _editor.Type("2");
        _editor.Press(Key.Enter);
        Assert.That(_mix.Tracks[0].Mix.Settings.ToleranceLu, Is.EqualTo(2));
        _editor.Choose("weighting", "Pestana (+10 dB shelf)");
        Assert.That(_mix.Tracks[0].Mix.Settings.Weighting, Is.EqualTo(RelativeWeighting.Pestana));
        _editor.ClickAt(200, 300);
        Assert.That(_editor.Has("weighting"), Is.False);
    }

    [Test]
    public void Tooltip_ComesWhenTheMouseRests_InsideTheEditor()
    {
        SKRect at = _editor.Find("apply all").Bounds;
        _editor.Scene.Move(new Pointer(at.MidX, at.MidY));
        _editor.Scene.Tooltip.Pass(Tooltip.RestMs);
        Assert.That(_editor.Scene.Tooltip.ShownText, Does.StartWith("First shows on every row"));
        Assert.That(_editor.Scene.Bounds.Contains(_editor.Scene.Tooltip.Bounds), Is.True);
        _editor.Scene.Press(new Pointer(at.MidX, at.MidY));
        Assert.That(_editor.Scene.Tooltip.ShownText, Is.Empty);
    }

    [Test]
    public void Checklist_OfTheDawsFaders_IsSetLineByLine()
    {
        _editor.Click("settings and export");
        _editor.Click("hand the staging over to the DAW's faders");
        _editor.ClickAt(200, 300);
        _editor.Click("apply all");
        _editor.Click("apply all");
        int waiting = _editor.Model.Checklist.Lines.Count;
        Assert.That(waiting, Is.GreaterThan(1));
        Assert.That(_editor.Words, Has.Member(_editor.Model.Checklist.Title));
        _editor.Save("checklist");
        _editor.Click("set line 1 in the DAW");
        Assert.That(_editor.Model.Checklist.Lines, Has.Count.EqualTo(waiting - 1));
        _editor.Click("all are set in the DAW");
        Assert.That(_editor.Has("all are set in the DAW"), Is.False);
    }

    [Test]
    public void Export_SaysWhereItWent()
    {
        using MemoryStream written = new();
        using DrawnEditor editor = new(_mix, Track, with: context => context with { OpenForWriting = _ => written, ReportFolder = "reports" });
        editor.Click("settings and export");
        editor.Click("export as CSV");
        Assert.That(editor.Words, Has.Some.StartWith("Written: reports"));
        Assert.That(written.ToArray(), Is.Not.Empty);
    }

    [Test]
    public void Keyboard_OfWhatIsGone_GoesBackToTheHost()
    {
        _editor.Click("settings and export");
        _editor.Click("anchor level");
        Assert.That(_editor.Scene.Keyboard, Is.Not.Null);
        _editor.Click("settings and export");
        Assert.That(_editor.Scene.Keyboard, Is.Null);
    }

    private void Drag(string name, string onto, float share, string? picture = null)
    {
        SKRect RowOf(string track) => _editor.All.OfType<MixRow>().Single(row => row.Row.Name == track).Bounds;
        SKRect from = RowOf(name);
        _editor.Scene.Press(new Pointer(from.MidX, from.MidY));
        _editor.Canvas.Draw();
        SKRect to = RowOf(onto);
        _editor.Scene.Move(new Pointer(from.MidX, to.Top + (share * to.Height)));
        _editor.Canvas.Draw();
        if (picture is not null)
        {
            _editor.Save(picture);
        }

        _editor.Scene.Release(new Pointer(from.MidX, to.Top + (share * to.Height)));
        _editor.Follow();
    }

    // B is louder than A, and A is active.
    private void TellPicturesApart()
    {
        _mix.Tracks[0].Mix.SetAllFaders(-12);
        _editor.Click("switch between fader pictures A and B");
        _mix.Tracks[0].Mix.SetFader(Track.Id, -4);
        _editor.Follow();
        _editor.Click("switch between fader pictures A and B");
        _editor.Follow();
    }
}
