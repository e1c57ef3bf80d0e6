using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Mixes;

namespace FaderStager.Presentation.Tests;

public sealed class VoiceRowTests
{
    [Test]
    public void Rows_VoiceOfTwoTracks_IsOneRowThatCloses()
    {
        using EditorRig rig = Guitars();

        MixRowViewModel voice = rig.Editor.Mix.Rows.Single(row => row.IsVoice);
        int at = rig.Editor.Mix.Rows.IndexOf(voice);
        Assert.That((voice.Title, rig.Editor.Mix.Rows[at + 1].Title), Is.EqualTo(("▼ Gtr (2)", "   Gtr R")));
        Assert.That(rig.Editor.Mix.Rows[at + 1].Number, Is.EqualTo(voice.Number));
        voice.ToggleOpenCommand.Execute(null);

        Assert.That(rig.Editor.Mix.Rows.Select(row => row.Title), Has.One.EqualTo("► Gtr (2)").And.None.Contain("Gtr R"));
        Assert.That(rig.Editor.Mix.CountText, Is.EqualTo("3 tracks, 2 voices"));
    }

    [Test]
    public void Split_OfAVoice_MakesItsTracksRowsAndUndoJoinsThem()
    {
        using EditorRig rig = Guitars();

        rig.Editor.Mix.Rows.Single(row => row.IsVoice).SplitCommand.Execute(null);
        _ = rig.Play(1);
        Assert.That(rig.Editor.Mix.Rows.Select(row => row.Title), Is.SupersetOf((string[])["Gtr L", "Gtr R"]));

        rig.Editor.Mix.UndoCommand.Execute(null);
        _ = rig.Play(1);
        Assert.That(rig.Editor.Mix.Rows.Count(row => row.IsVoice), Is.EqualTo(1));
    }

    [Test]
    public void Join_OfTwoRows_IsOneVoiceThatCanBeNamed()
    {
        using EditorRig rig = Guitars();
        _ = rig.Session.Add("Keys");
        _ = rig.Play(12);
        MixRowViewModel keys = rig.Editor.Mix.Rows.Single(row => row.Name == "Keys");

        rig.Editor.Mix.JoinRows(keys, rig.Editor.Mix.Rows.Single(row => row.IsVoice));
        _ = rig.Play(1);
        rig.Editor.Mix.Rows.Single(row => row.IsVoice).VoiceNameText = "Bed";
        _ = rig.Play(1);

        Assert.That(rig.Editor.Mix.Rows.Select(row => row.Title), Has.One.EqualTo("▼ Bed (3)"));
    }

    [Test]
    public void Drop_OnTheMiddleOfARow_IsOneVoiceWithIt()
    {
        using EditorRig rig = Guitars();
        _ = rig.Session.Add("Keys");
        _ = rig.Play(12);
        MixViewModel mix = rig.Editor.Mix;
        MixRowViewModel keys = rig.Row("Keys");
        int voice = mix.Rows.IndexOf(mix.Rows.Single(row => row.IsVoice));
        RowDrop drop = mix.DropOf(keys, voice, 0.5);
        Assert.That(drop, Is.EqualTo(new RowDrop(RowDropKind.Join, voice)));
        mix.Drop(keys, drop);
        _ = rig.Play(1);
        Assert.That(mix.Rows.Select(row => row.Title), Has.One.EqualTo("▼ Gtr (3)"));
        mix.UndoCommand.Execute(null);
        _ = rig.Play(1);
        Assert.That(mix.Rows.Select(row => row.Title), Has.One.EqualTo("▼ Gtr (2)").And.One.EqualTo("Keys"));
    }

    [Test]
    public void Drop_OutsideOfItsVoice_TakesTheTrackOut()
    {
        using EditorRig rig = Guitars();
        MixViewModel mix = rig.Editor.Mix;
        MixRowViewModel right = mix.Rows.Single(row => row.IsMember);
        int at = mix.Rows.IndexOf(right);
        Assert.That(mix.DropOf(right, at, 0.9).Kind, Is.EqualTo(RowDropKind.Move), "at home");
        RowDrop drop = mix.DropOf(right, 0, 0.9);
        Assert.That(drop, Is.EqualTo(new RowDrop(RowDropKind.Split, 1)));
        mix.Drop(right, drop);
        _ = rig.Play(1);
        Assert.That(mix.Rows.Select(row => row.Title), Has.One.EqualTo("Gtr L").And.One.EqualTo("Gtr R"));
    }

    [Test]
    public void DropOf_ByPlaceAndOrder_SaysWhatItDoes()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -24), ("Keys", -24));
        rig.Session.Tracks[0].IsFocal = true;
        _ = rig.Open(rig.Session.Tracks[0]).Play(12);
        MixViewModel mix = rig.Editor.Mix;
        MixRowViewModel vocal = rig.Row("Vocal");
        MixRowViewModel keys = rig.Row("Keys");
        Assert.Multiple(() =>
        {
            Assert.That(mix.DropOf(keys, 1, 0.1), Is.EqualTo(new RowDrop(RowDropKind.Move, 1)));
            Assert.That(mix.DropOf(keys, 1, 0.9), Is.EqualTo(new RowDrop(RowDropKind.Move, 2)));
            Assert.That(mix.DropOf(keys, 2, 0.5).Kind, Is.EqualTo(RowDropKind.Move), "on itself");
            Assert.That(mix.DropOf(keys, 9, 0.5), Is.EqualTo(new RowDrop(RowDropKind.Move, 3)), "below all");
            Assert.That(mix.DropOf(keys, 0, 0.5), Is.EqualTo(new RowDrop(RowDropKind.Join, 0)), "a double joins the lead");
            Assert.That(mix.DropOf(vocal, 1, 0.5).Kind, Is.EqualTo(RowDropKind.Move), "the focal joins nothing");
        });
        mix.Sort = MixSort.Deviation;
        Assert.Multiple(() =>
        {
            Assert.That(mix.DropOf(keys, 1, 0.1).Kind, Is.EqualTo(RowDropKind.None));
            Assert.That(mix.DropOf(keys, 0, 0.5).Kind, Is.EqualTo(RowDropKind.Join));
        });
    }

    [Test]
    public void ApplyAll_ClosedVoice_MovesAllOfItsTracks()
    {
        using EditorRig rig = Guitars();

        rig.Editor.Mix.Rows.Single(row => row.IsVoice).ToggleOpenCommand.Execute(null);
        rig.Editor.Mix.ApplyAllCommand.Execute(null);
        rig.Editor.Mix.ApplyAllCommand.Execute(null);

        var faders = rig.Editor.Mix.Rows.Where(row => row.IsVoice).Select(row => row.FaderDb);
        Assert.That(rig.Mix.Undo(), Has.Length.EqualTo(2), string.Join(' ', faders));
    }

    [Test]
    public void ForwardOffer_Pressed_IsTaken()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -24), ("Keys", -24), ("Pad", -24));
        rig.Session.Tracks[0].IsFocal = true;
        _ = rig.Open(rig.Session.Tracks[0]).Play(12);
        foreach (TrackInstance track in rig.Session.Tracks.Skip(1))
        {
            _ = rig.Mix.SetFader(track.Id, 3);
        }

        _ = rig.Play(1);
        Assert.That(rig.Editor.Mix.ForwardOfferLabel, Does.Match(@"^lead \d+\.\d LU back: take it$"));
        rig.Editor.Mix.TakeForwardCommand.Execute(null);
        _ = rig.Play(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rig.Mix.Settings.ForwardLu, Is.LessThan(0));
            Assert.That(rig.Editor.Mix.ForwardOfferLabel, Is.Empty);
        }
    }

    private static EditorRig Guitars()
    {
        EditorRig rig = EditorRig.Of(("Vocal", -20), ("Gtr L", -16), ("Gtr R", -16));
        rig.Session.Tracks[0].IsFocal = true;
        return rig.Open(rig.Session.Tracks[0]).Play(12);
    }
}
