using System.Collections.Specialized;
using FaderStager.Engine.Tests;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.States;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Tests;

public sealed class MixViewModelTests
{
    private static EditorRig Band(out TrackInstance vocal, FakeHost? bassHost = null)
    {
        EditorRig rig = new();
        vocal = rig.Session.Add("Vocal", -20);
        rig.Session.Add("Bass", -20, bassHost);
        rig.Session.Add("Keys", -24);
        rig.Session.Add("Kick", -48);
        vocal.IsFocal = true;
        rig.Session.Coordinator.Refresh();
        return rig.Open(vocal);
    }

    private static string[] Names(EditorRig rig) => [.. rig.Editor.Mix.Rows.Select(row => row.Name)];

    [Test]
    public void Rows_SortedByImportance_FollowTheOrderOfWork()
    {
        using EditorRig rig = Band(out _);

        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal", "Kick", "Bass", "Keys" }));
        Assert.That(rig.Editor.Mix.Rows.Select(row => row.Number), Is.EqualTo(new[] { 1, 2, 3, 4 }));
        Assert.That(rig.Row("Vocal").IsThisTrack, Is.True);
    }

    [Test]
    public void Row_Cells_HaveShortWordsForWhatIsNoFigure()
    {
        using EditorRig rig = Band(out TrackInstance vocal).Play(12);
        MixRowViewModel kick = rig.Row("Kick");
        (string Reading, string Hint, string Short) loud = (rig.Row("Bass").ReadingCell, rig.Row("Bass").HintCell, rig.Row("Bass").ShortHintCell);
        rig.Editor.Header.IsBottomUp = true;
        rig.Mix.SetAllFaders(double.NegativeInfinity);
        rig.Pass(500);

        Assert.Multiple(() =>
        {
            Assert.That(loud, Is.EqualTo(("0.0 LU", "down 7.0 dB to −7.0 dB", "down 7.0 dB")));
            Assert.That(kick.ReadingText, Is.EqualTo("fader down"));
            Assert.That(kick.ReadingCell, Is.EqualTo("–"), "the fader's own column says that it is down");
            Assert.That((kick.HintCell, kick.ShortHintCell), Is.EqualTo(("waiting", "waiting")));
        });
    }

    [Test]
    public void Rows_OfOneRoleOrOfNone_StandAsInTheHostsMixer()
    {
        using EditorRig rig = new();
        TrackInstance vocal = rig.Session.Add("Vocal");
        rig.Session.Add("Keys R", -10).HostTrack = new HostTrack(MixerIndex: 4);
        rig.Session.Add("Keys L", -20).HostTrack = new HostTrack(MixerIndex: 3);
        rig.Session.Add("Click").HostTrack = new HostTrack(MixerIndex: 2);
        rig.Session.Add("Talkback").HostTrack = new HostTrack(MixerIndex: 1);
        vocal.IsFocal = true;
        rig.Session.Coordinator.Refresh();
        rig.Open(vocal);
        rig.Row("Click").InMix = false;
        rig.Row("Talkback").InMix = false;
        rig.Play(2);

        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal", "Keys L", "Keys R", "Talkback", "Click" }));
    }

    [Test]
    public void HostColour_OfARow_IsTheHosts()
    {
        using EditorRig rig = Band(out TrackInstance vocal);
        Assert.That(rig.Row("Vocal").HostColourArgb, Is.Null, "the host has said nothing");

        vocal.HostTrack = new HostTrack(ColourArgb: 0xFF102030);
        rig.Pass(500);

        Assert.That((rig.Row("Vocal").HostColourArgb, rig.Row("Bass").HostColourArgb), Is.EqualTo(((uint?)0xFF102030, (uint?)null)));
        Assert.That(rig.Editor.Track.HostColourArgb, Is.EqualTo(0xFF102030));
    }

    [Test]
    public void Rows_SortedByDeviation_HaveTheWorstFirst()
    {
        using EditorRig rig = Band(out _).Play(12);
        rig.Editor.Mix.Sort = MixSort.Deviation;
        rig.Pass(50);

        Assert.That(Names(rig), Is.EqualTo(new[] { "Kick", "Bass", "Keys", "Vocal" }), "kick 18 LU under, bass 7 LU over, keys 5 LU over");
        Assert.That(rig.Editor.Mix.CanReorder, Is.False);
        Assert.That(rig.Editor.Mix.Rows.Select(row => row.Number), Is.EqualTo(new[] { 2, 3, 4, 1 }), "a row's number is its place in the order of work, however the rows are sorted");
    }

    [Test]
    public void Scale_OneOutlier_StandsAtTheEndAndDoesNotSqueezeTheRest()
    {
        using EditorRig rig = new();
        TrackInstance vocal = rig.Session.Add("Vocal", -20);
        rig.Session.Add("Bass", -22);
        rig.Session.Add("Keys", -24);
        rig.Session.Add("Guitar", -25);
        rig.Session.Add("Kick", -27);
        rig.Session.Add("Whisper", -58);
        vocal.IsFocal = true;
        rig.Session.Coordinator.Refresh();
        rig.Open(vocal).Play(12);

        Assert.That(rig.Row("Whisper").SongMarkLu, Is.LessThan(-30));
        Assert.That(rig.Editor.Mix.ScaleLowLu, Is.GreaterThanOrEqualTo(-24));
        Assert.That(rig.Editor.Mix.Rows.Where(row => row.Name != "Whisper").Select(row => row.SongMarkLu), Is.All.GreaterThan(rig.Editor.Mix.ScaleLowLu));
    }

    [Test]
    public void Preview_EveryRowThatMoves_SaysFromWhereToWhere()
    {
        using EditorRig rig = Band(out _).Play(12);
        rig.Editor.Mix.ApplyAllCommand.Execute(null);

        MixRowViewModel bass = rig.Row("Bass");
        Assert.That(bass.PreviewText, Does.Match("^0\\.0 dB to −\\d+\\.\\d dB$"));
        Assert.That(bass.ShortPreviewText, Does.Match("^to −\\d+\\.\\d dB$"));

        rig.Editor.Mix.CancelPreviewCommand.Execute(null);
        Assert.That((bass.PreviewText, bass.ShortPreviewText), Is.EqualTo(("", "")));
    }

    [Test]
    public void Target_TypedWrongOrOfTheFocal_IsRefusedWithAWord()
    {
        using EditorRig rig = Band(out _).Play(12);
        Assert.That(rig.Row("Bass").TypeTarget("as loud as it goes, please"), Is.False);
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo($"\"as loud as it goes, plea…\" is no number of LU: {rig.Row("Bass").TargetText} stays"));

        Assert.That(rig.Row("Vocal").TypeTarget("-3"), Is.False);
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("The focal has no target: all others are read against it"));
    }

    [Test]
    public void Rows_WhileTheSongPlays_StayTheSameObjects()
    {
        using EditorRig rig = Band(out _).Play(3);
        MixRowViewModel[] before = [.. rig.Editor.Mix.Rows];
        List<NotifyCollectionChangedAction> changes = [];
        rig.Editor.Mix.Rows.CollectionChanged += (_, change) => changes.Add(change.Action);
        rig.Play(10);

        Assert.That(rig.Editor.Mix.Rows, Is.EqualTo(before));
        Assert.That(changes, Is.Empty);
    }

    [Test]
    public void Rows_FortyTracks_RefreshWithoutChurn()
    {
        using EditorRig rig = new();
        TrackInstance[] tracks = [.. Enumerable.Range(0, 40).Select(i => rig.Session.Add($"Keys {i}", -20 - (0.3 * i)))];
        tracks[7].IsFocal = true;
        rig.Session.Coordinator.Refresh();
        rig.Open(tracks[0]).Play(4);
        int changes = 0;
        rig.Editor.Mix.Rows.CollectionChanged += (_, _) => changes++;
        int raised = 0;
        foreach (MixRowViewModel row in rig.Editor.Mix.Rows)
        {
            row.PropertyChanged += (_, _) => raised++;
        }

        rig.Pass(2000);

        Assert.That(rig.Editor.Mix.Rows, Has.Count.EqualTo(40));
        Assert.That(changes, Is.Zero);
        Assert.That(raised, Is.LessThan(40 * 3), "what stands still is not told again; only the needles go when the song stops");
    }

    [Test]
    public void Rows_TrackLeavesAndJoins_OnlyItsRowGoesAndComes()
    {
        using EditorRig rig = Band(out _);
        MixRowViewModel keys = rig.Row("Keys");
        rig.Editor.Mix.SelectedRow = keys;
        TrackInstance pads = rig.Session.Add("Pads");
        rig.Pass(300);
        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal", "Kick", "Bass", "Keys", "Pads" }));

        pads.Dispose();
        rig.Pass(300);

        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal", "Kick", "Bass", "Keys" }));
        Assert.That(rig.Row("Keys"), Is.SameAs(keys));
        Assert.That(rig.Editor.Mix.SelectedRow, Is.SameAs(keys));
        Assert.That(rig.Editor.Mix.CountText, Is.EqualTo("4 tracks"));
    }

    [Test]
    public void DropRow_Dragged_WritesTheOrderOfTheMixAndStays()
    {
        using EditorRig rig = Band(out _);
        rig.Editor.Mix.DropRow(rig.Row("Keys"), 1);
        rig.Clock.TickOnce();
        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal", "Keys", "Kick", "Bass" }), "before the worker's next turn");
        rig.Pass(1500);

        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal", "Keys", "Kick", "Bass" }));
        Assert.That(rig.Mix.Settings.Order, Is.EqualTo(rig.Editor.Mix.Rows.Select(row => row.Id)));

        rig.Editor.Mix.ResetOrderCommand.Execute(null);
        rig.Pass(100);
        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal", "Kick", "Bass", "Keys" }));
    }

    [Test]
    public void DropRow_FocalOrAboveIt_TheFocalStaysFirst()
    {
        using EditorRig rig = Band(out _);
        rig.Editor.Mix.DropRow(rig.Row("Vocal"), 3);
        Assert.That(rig.Mix.Settings.Order, Is.Empty);

        rig.Editor.Mix.DropRow(rig.Row("Keys"), -5);
        rig.Row("Kick").MoveDownCommand.Execute(null);
        rig.Row("Kick").MoveDownCommand.Execute(null);

        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal", "Keys", "Bass", "Kick" }));
    }

    [Test]
    public void Row_EditedFromHere_ReachesTheTracksOwnHost()
    {
        FakeHost host = new();
        using EditorRig rig = Band(out TrackInstance vocal, host).Play(12);
        MixRowViewModel bass = rig.Row("Bass");
        bass.Role = Tracks.RoleChoice.Of(Role.Pads);
        bass.InMix = false;
        bass.InMix = true;
        rig.Pass(100);
        Assert.That(bass.TypeTarget("−6.5 LU"), Is.True);
        bass.SetFader(-4);
        rig.Pass(300);

        Assert.That((bass.RoleText, bass.Role.Role), Is.EqualTo(("pads", Role.Pads)));
        Assert.That(bass.TargetText, Does.StartWith("−6.5 ±"));
        Assert.That((bass.FaderDb, bass.FaderText), Is.EqualTo((-4.0, "−4.0 dB")));
        Assert.That(host.Calls, Has.Exactly(1).EqualTo("perform Role pads").And.Exactly(1).EqualTo("perform Fader -4.0 dB"));
        Assert.That(host.Calls.Count(call => call.StartsWith("begin", StringComparison.Ordinal)), Is.EqualTo(host.Calls.Count(call => call.StartsWith("end", StringComparison.Ordinal))));

        bass.ToggleFocalCommand.Execute(null);
        rig.Pass(300);
        Assert.That((bass.IsFocal, vocal.IsFocal, rig.Editor.Header.IsFocal), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void ApplyAll_TwelveTracks_PreviewsFirstThenIsTwelveGesturesAndOneUndo()
    {
        using EditorRig rig = new();
        TrackInstance vocal = rig.Session.Add("Vocal", -30);
        vocal.IsFocal = true;
        FakeHost[] hosts = [.. Enumerable.Range(0, 12).Select(_ => new FakeHost())];
        TrackInstance[] tracks = [.. hosts.Select((host, i) => rig.Session.Add($"Keys {i}", -20 - (i % 3), host))];
        rig.Open(vocal).Play(12);
        MixViewModel mix = rig.Editor.Mix;

        mix.ApplyAllCommand.Execute(null);
        Assert.That(mix.IsPreviewing, Is.True);
        Assert.That(mix.PreviewText, Is.EqualTo("12 faders would move: press again to apply, Esc to leave"));
        Assert.That(mix.ApplyAllLabel, Is.EqualTo("Apply 12 moves"));
        Assert.That(mix.Rows.Count(row => !double.IsNaN(row.PreviewFaderDb)), Is.EqualTo(12));
        Assert.That(hosts.SelectMany(host => host.Calls), Is.Empty, "nothing moves by itself");

        double[] shown = [.. tracks.Select(track => mix.Rows.Single(row => row.Id == track.Id).PreviewFaderDb)];
        mix.ApplyAllCommand.Execute(null);
        rig.Pass(100);

        Assert.That(tracks.Select(track => track.FaderDb), Is.EqualTo(shown));
        Assert.That(hosts.Select(host => host.Gestures(ParameterId.Fader)), Is.All.EqualTo(1));
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.CanUndo), Is.EqualTo(("12 faders moved", true)));
        Assert.That(mix.Rows.Select(row => row.PreviewFaderDb), Is.All.NaN);
        Assert.That((mix.IsPreviewing, mix.ApplyAllLabel), Is.EqualTo((false, "Apply all")));

        mix.UndoCommand.Execute(null);

        Assert.That(tracks.Select(track => track.FaderDb), Is.All.Zero);
        Assert.That(rig.Mix.CanUndo, Is.False);
    }

    [Test]
    public void Preview_EscapeOrTenSeconds_MovesNothing()
    {
        using EditorRig rig = Band(out _).Play(12);
        rig.Editor.Mix.ApplyAllCommand.Execute(null);
        rig.Editor.EscapeCommand.Execute(null);
        Assert.That(rig.Editor.Mix.IsPreviewing, Is.False);

        rig.Editor.Mix.ApplyAllCommand.Execute(null);
        rig.Pass(9950);
        Assert.That(rig.Editor.Mix.IsPreviewing, Is.True);
        rig.Pass(50);

        Assert.That(rig.Editor.Mix.IsPreviewing, Is.False);
        Assert.That(rig.Mix.CanUndo, Is.False);
        Assert.That(rig.Editor.Mix.Rows.Select(row => row.PreviewText), Is.All.Empty);
    }

    [Test]
    public void Balance_FocalUnderTheRest_SaysSoInWords()
    {
        using EditorRig rig = Band(out TrackInstance vocal);
        vocal.FaderDb = -12;
        rig.Play(12);

        Assert.That(rig.Editor.Mix.Balance.Text, Does.StartWith("focal vs rest −13."));
        Assert.That((rig.Editor.Mix.Balance.StateWord, rig.Editor.Mix.Balance.Shape), Is.EqualTo(("buried", StateShape.ArrowUp)));
        Assert.That(rig.Editor.Mix.Balance.WantedText, Does.StartWith("round wants "));
    }

    [Test]
    public void Headroom_OverFullScale_OffersTheCommonMove()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -1), ("Bass", -1));
        rig.Open(rig.Session.Add("Keys", -1)).Play(4);
        MixViewModel mix = rig.Editor.Mix;

        Assert.That(mix.HeadroomText, Does.StartWith("over by 3."));
        Assert.That(mix.RoomLabel, Does.StartWith("lower all by 9."));
        Assert.That(mix.ShortRoomLabel, Does.StartWith("all −9."));
        mix.MakeRoomCommand.Execute(null);
        rig.Pass(300);

        Assert.That(mix.HeadroomText, Does.StartWith("headroom "));
        Assert.That((mix.IsHeadroomShort, mix.RoomLabel), Is.EqualTo((false, "")));
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("3 faders moved"));
    }

    [Test]
    public void SwitchPicture_ThereAndBack_ShowsWhichOne()
    {
        using EditorRig rig = Band(out TrackInstance vocal).Play(4);
        rig.Editor.Mix.SwitchPictureCommand.Execute(null);
        vocal.FaderDb = -3;
        rig.Pass(300);
        Assert.That(rig.Editor.Mix.Picture, Is.EqualTo("B"));

        rig.Editor.Mix.SwitchPictureCommand.Execute(null);
        rig.Pass(300);

        Assert.That((rig.Editor.Mix.Picture, vocal.FaderDb), Is.EqualTo(("A", 0.0)));
    }

    [Test]
    public void ResetMeasurements_ForgetsReadings()
    {
        using EditorRig rig = Band(out _).Play(12);
        rig.Editor.Mix.ResetMeasurementsCommand.Execute(null);
        rig.Pass(300);

        Assert.That(rig.Row("Bass").ReadingText, Is.EqualTo("not heard yet"));
        Assert.That(rig.Editor.Mix.HeardText, Is.EqualTo("heard 0:00"));
    }

    [Test]
    public void Scale_AllRows_ShareOneThatHoldsThemAll()
    {
        using EditorRig rig = Band(out _).Play(12);

        Assert.That(rig.Editor.Mix.ScaleLowLu, Is.EqualTo(-30), "the kick reads -28");
        Assert.That(rig.Editor.Mix.ScaleHighLu, Is.EqualTo(6));
    }

    [Test]
    public void Group_Changed_ShowsTheOtherMix()
    {
        using EditorRig rig = Band(out _);
        rig.Editor.Header.Group = MixGroup.C;
        rig.Pass(300);

        Assert.That(Names(rig), Is.EqualTo(new[] { "Vocal" }));
        Assert.That(rig.Editor.EmptyState.Kind, Is.EqualTo(EmptyStateKind.OnlyOneTrack));
    }
}
