using FaderStager.Engine.Tests;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Checklists;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Mixes;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Tests;

/// <summary>What waits to be set in the DAW, where a fader may be, and what is said of commands that cannot be done whole. Bass belongs 7.0 LU under the vocal.</summary>
public sealed class DawChecklistTests
{
    private static EditorRig OnBass(out TrackInstance bass, FakeHost? host = null, FaderPlace place = FaderPlace.DawFader)
    {
        EditorRig rig = new();
        rig.Session.Add("Vocal", -20).IsFocal = true;
        bass = rig.Session.Add("Bass", -20, host);
        rig.Session.Add("Keys", -20).FaderPlace = place;
        bass.FaderPlace = place;
        return rig.Open(bass).Play(12);
    }

    [Test]
    public void ApplyAll_DawFaders_AreAListUntilEachIsConfirmed()
    {
        using EditorRig rig = OnBass(out TrackInstance bass);
        DawChecklistViewModel list = rig.Editor.Checklist;
        Assert.That((list.IsVisible, list.ConfirmAllCommand.CanExecute(null)), Is.EqualTo((false, false)));
        rig.Editor.Mix.ApplyAllCommand.Execute(null);
        rig.Editor.Mix.ApplyAllCommand.Execute(null);
        rig.Pass(300);

        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("2 faders to set in the DAW"));
        Assert.That((list.IsVisible, list.Title), Is.EqualTo((true, "Set these in the DAW: 2")));
        Assert.That(list.Lines.Select(line => line.Text), Is.EqualTo(new[] { "Bass: 0.0 dB to −7.0 dB", "Keys: 0.0 dB to −9.0 dB" }));
        Assert.That(rig.Editor.Mix.Headline, Does.EndWith("2 faders are to be set in the DAW and confirmed."));
        Assert.That((rig.Editor.Track.ReadingText, rig.Editor.Track.StateWord), Is.EqualTo(("0.0 LU", "too loud")), "nothing counts that was not set");
        Assert.That((rig.Row("Bass").HintCell, rig.Row("Bass").ApplyLabel), Is.EqualTo(("set −7.0 dB in the DAW", "I have set it")));
        Assert.That(rig.Editor.Track.ReasonText, Does.StartWith("Set the DAW's fader from 0.0 dB to −7.0 dB and confirm it; until then 0.0 dB counts."));

        list.Lines[0].ConfirmCommand.Execute(null);
        rig.Pass(300);

        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("Bass counts with its fader at −7.0 dB"));
        Assert.That((bass.FaderDb, rig.Editor.Track.StateWord), Is.EqualTo((-7.0, "in place")));
        Assert.That(list.Lines.Select(line => line.Text), Is.EqualTo(new[] { "Keys: 0.0 dB to −9.0 dB" }));

        list.ConfirmAllCommand.Execute(null);
        rig.Pass(300);

        Assert.That((rig.Editor.Notice.Text, list.IsVisible), Is.EqualTo(("1 fader confirmed", false)));
    }

    [Test]
    public void ISetIt_PositionThatWaits_ConfirmsThatOneAndNotTheSuggestion()
    {
        using EditorRig rig = OnBass(out TrackInstance bass);
        rig.Mix.SetAllFaders(-4);
        rig.Pass(300);
        Assert.That((rig.Editor.Track.MoveText, rig.Editor.Track.PositionText, rig.Editor.Track.GhostFaderDb), Is.EqualTo(("set in the DAW", "to −4.0 dB", -4.0)));

        rig.Editor.Track.ApplyCommand.Execute(null);

        Assert.That(bass.FaderDb, Is.EqualTo(-4));
    }

    [Test]
    public void Copy_TheList_IsText()
    {
        string? copied = null;
        using EditorRig rig = new();
        rig.Session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = rig.Session.Add("Bass", -20);
        bass.FaderPlace = FaderPlace.DawFader;
        using EditorViewModel editor = new(bass, new EditorContext { Clock = rig.Clock, Time = rig.Session.Time, Person = rig.Person, CopyText = text => copied = text });
        editor.Start();
        rig.Mix.SetAllFaders(double.NegativeInfinity);
        rig.Open(bass).Pass(500);
        editor.Checklist.CopyCommand.Execute(null);

        Assert.That(copied, Is.EqualTo($"Set these in the DAW{Environment.NewLine}Bass: 0.0 dB to down{Environment.NewLine}"));
    }

    [Test]
    public void HandOver_HostWithoutAccess_IsAListAndOneUndo()
    {
        using EditorRig rig = OnBass(out TrackInstance bass, place: FaderPlace.PluginFader);
        rig.Mix.ApplyAll();
        rig.Pass(300);
        DawChecklistViewModel list = rig.Editor.Checklist;
        Assert.That(list.HandOverCommand.CanExecute(null), Is.True);
        list.HandOverCommand.Execute(null);
        rig.Pass(300);

        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("2 faders to set in the DAW: until then the mix sounds without them"));
        Assert.That(list.Lines.Select(line => line.Text), Is.EqualTo(new[] { "Bass: 0.0 dB to −7.0 dB", "Keys: 0.0 dB to −9.0 dB" }), "the vocal stands at 0 dB already");
        Assert.That(rig.Editor.Track.ReadingText, Is.EqualTo("0.0 LU"));

        rig.Editor.UndoCommand.Execute(null);
        rig.Pass(300);

        Assert.That((rig.Editor.Notice.Text, list.IsVisible, bass.FaderDb), Is.EqualTo(("Taken back: the plug-in faders stage again", false, -7.0)));
    }

    [Test]
    public void FaderPlaces_HostWithoutAccess_OfferNoHostFaderAndSayWhereOneWasAskedFor()
    {
        FakeHost host = new();
        using EditorRig rig = OnBass(out TrackInstance bass, host, FaderPlace.PluginFader);
        HeaderViewModel header = rig.Editor.Header;
        Assert.That(header.FaderPlaces.Select(choice => choice.Place), Has.None.EqualTo(FaderPlace.HostFader));

        host.ChannelFaderDb = 0;
        rig.Pass(300);
        Assert.That(header.FaderPlaces.Select(choice => choice.Name), Has.Member("host fader"));
        header.FaderPlace = header.FaderPlaces.Single(choice => choice.Place == FaderPlace.HostFader);
        rig.Pass(300);
        Assert.That(rig.Editor.Checklist.IsVisible, Is.False);

        host.ChannelFaderDb = double.NaN;
        rig.Pass(300);
        Assert.That(header.FaderPlace.Name, Is.EqualTo("no host fader"));
        Assert.That(header.FaderPlaces, Has.Member(header.FaderPlace));
        Assert.That((rig.Editor.Checklist.IsVisible, rig.Editor.Checklist.AccessText), Is.EqualTo((true, "This host gives no access to its faders: Bass is set by hand")));
        Assert.That(rig.Editor.FooterText, Does.Contain("no access to the host's faders"));
        Assert.That((bass.FaderPlaceInForce, rig.Editor.Track.ApplyLabel), Is.EqualTo((FaderPlace.DawFader, "I have set it")));
    }

    [Test]
    public void HostFader_LoadedWhereThereIsNone_HasNoFigureUntilItIsSaid()
    {
        using EditorRig rig = new();
        rig.Session.Add("Vocal", -20).IsFocal = true;
        TrackInstance bass = rig.Session.Add("x", -20);
        bass.LoadState("""{"format":1,"name":"Bass","role":"Bass","faderPlace":"HostFader","faderDb":-7}"""u8);
        rig.Open(bass).Play(12);

        Assert.That((rig.Editor.Track.FaderText, rig.Editor.Track.ReadingText), Is.EqualTo(("unknown", "fader unknown")));
        Assert.That(rig.Editor.Track.StateWord, Is.EqualTo("fader unknown"));
        Assert.That(rig.Editor.Checklist.Lines.Single().Text, Is.EqualTo("Bass: to −7.0 dB"));

        rig.Editor.Track.ApplyCommand.Execute(null);
        rig.Pass(300);

        Assert.That((rig.Editor.Track.FaderText, rig.Editor.Track.StateWord), Is.EqualTo(("−7.0 dB", "in place")));
    }

    [Test]
    public void Focal_LoadedWhereItsHostFaderIsNone_IsAskedForFirst()
    {
        using EditorRig rig = new();
        TrackInstance vocal = rig.Session.Add("x", -20);
        vocal.LoadState("""{"format":1,"name":"Vocal","role":"LeadVocal","focal":true,"faderPlace":"HostFader","faderDb":-2}"""u8);
        TrackInstance bass = rig.Session.Add("Bass", -20);
        rig.Open(bass).Play(12);
        Assert.That(rig.Editor.Mix.Headline, Does.StartWith("Set the focal's fader in the DAW and confirm it"));
        Assert.That((rig.Editor.Track.StateWord, rig.Editor.Track.ReasonText), Is.EqualTo(("fader unknown", "Nobody has said where the focal's fader stands in the DAW, so nothing can be read against it.")));

        rig.Editor.Checklist.Lines.Single().ConfirmCommand.Execute(null);
        rig.Pass(300);

        Assert.That(rig.Editor.Track.ReadingText, Is.EqualTo("+2.0 LU"));
    }

    [Test]
    public void MakeRoom_FaderAtItsEnd_SaysThatItWentLessFar()
    {
        using EditorRig rig = OnBass(out TrackInstance bass, place: FaderPlace.PluginFader);
        rig.Session.Add("Loud", 6);
        bass.FaderDb = -58;
        rig.Play(3);
        rig.Editor.Mix.MakeRoomCommand.Execute(null);

        Assert.That(rig.Editor.Notice.Text, Does.StartWith("All faders down 1.9 dB in place of down ").And.EndsWith("the lowest fader has no more room, and the balance stays"));
        Assert.That(bass.FaderDb, Is.EqualTo(-59.9).Within(1e-9));
    }

    [Test]
    public void Keep_TooFarOff_IsRefusedInWords()
    {
        using EditorRig rig = new();
        rig.Session.Add("Vocal", -50).IsFocal = true;
        TrackInstance bass = rig.Session.Add("Bass", -20);
        rig.Open(bass).Play(12);
        rig.Editor.Track.KeepCommand.Execute(null);

        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.IsRefusal), Is.EqualTo(("Bass stands more than 24.0 LU from where the profile has its role: its target stays", true)));
        Assert.That(bass.TargetOffsetLu, Is.Zero);
        rig.Row("Bass").TypeTarget("-60");
        Assert.That((rig.Editor.Notice.IsRefusal, bass.TargetOffsetLu), Is.EqualTo((true, 0.0)));
    }

    [Test]
    public void Keep_ThenUndo_SaysAgainstWhomAndTakesItBack()
    {
        using EditorRig rig = OnBass(out TrackInstance bass, place: FaderPlace.PluginFader);
        rig.Editor.Track.KeepCommand.Execute(null);
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.CanUndo), Is.EqualTo(("Bass: its present reading is its target now, against Vocal", true)));
        rig.Editor.UndoCommand.Execute(null);

        Assert.That((rig.Editor.Notice.Text, bass.TargetOffsetLu), Is.EqualTo(("Taken back: the target is as it was", 0.0)));
    }

    [Test]
    public void TypedTarget_LeadForward_IsWhatWasTyped()
    {
        using EditorRig rig = OnBass(out _, place: FaderPlace.PluginFader);
        rig.Mix.SetForward(2);
        rig.Pass(300);
        MixRowViewModel row = rig.Row("Bass");
        row.TypeTarget("-5");
        rig.Pass(300);

        Assert.That(row.TargetText, Does.StartWith("−5.0 ±"));
    }
}
