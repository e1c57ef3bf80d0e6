using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Automation.Provider;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using System.Windows.Input;
using System.Windows.Media;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Mixes;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.WpfUi.Controls;

namespace FaderStager.Windows.Tests;

/// <summary>Every control driven as a person does it, with the mix behind it watched.</summary>
public sealed class ControlTests
{
    private const int SpaceKey = 0x20;
    private const int DownKey = 0x28;

    [Test]
    public void EveryControl_HasANameAndADefinition() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"]);
        editor.Model.Mix.SelectedRow = editor.Model.Mix.Rows[4];
        UiThread.Pump(100);
        string[] nameless =
        [
            .. editor.All<FrameworkElement>()
                .Where(element => element.Focusable && element is ButtonBase or TextBox or ComboBox or FaderStrip && element.TemplatedParent is not ComboBox)
                .Where(element => OpenEditor.NameOf(element).Length == 0 || element.ToolTip is null)
                .Select(element => $"{element.GetType().Name} \"{OpenEditor.NameOf(element)}\""),
        ];
        Assert.That(nameless, Is.Empty);
    });

    [Test]
    public void Tab_FromTheStart_ReachesEveryControlOfHeaderAndTrack() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"]);
        editor.Host.TakeFocus();
        HashSet<string> reached = [];
        FrameworkElement at = editor.View;
        for (int i = 0; i < 60; i++)
        {
            at.MoveFocus(new TraversalRequest(FocusNavigationDirection.Next));
            UiThread.Pump(5);
            at = Keyboard.FocusedElement as FrameworkElement ?? editor.View;
            reached.Add(OpenEditor.NameOf(at));
        }

        Assert.That(reached, Is.SupersetOf((string[])[
            "focal", "track name", "role", "where the fader is", "target profile", "mix group", "settings and export",
            "fader", "fader position", "apply the suggestion", "keep the present reading as target", "apply all", "do the next step"]));
    });

    [Test]
    public void Apply_ThenUndo_MovesTheFaderThereAndBack() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance guitar = mix["Rhythm Guitar"];
        using OpenEditor editor = new(mix, guitar);
        editor.Press("apply the suggestion");
        double applied = guitar.FaderDb;
        bool noticed = editor.Model.Notice.IsVisible;
        editor.Press("undo");
        Assert.Multiple(() =>
        {
            Assert.That(applied, Is.LessThan(-4));
            Assert.That(noticed, Is.True);
            Assert.That(guitar.FaderDb, Is.Zero);
        });
    });

    [Test]
    public void ApplyAll_PressedTwice_PreviewsThenMovesAll() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        editor.Press("apply all");
        bool previews = editor.Model.Mix.IsPreviewing;
        int movedByPreview = mix.Tracks.Count(track => track.FaderDb != 0);
        editor.Press("apply all");
        int moved = mix.Tracks.Count(track => track.FaderDb != 0);
        editor.Press("switch between fader pictures A and B");
        Assert.Multiple(() =>
        {
            Assert.That(previews, Is.True);
            Assert.That(movedByPreview, Is.Zero);
            Assert.That(moved, Is.GreaterThan(5));
            Assert.That(editor.Model.Mix.Picture, Is.EqualTo("B"));
        });
    });

    [Test]
    public void Pictures_Compared_EquallyLoudAndBlind() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        Mix shared = mix.Tracks[0].Mix;
        shared.SetAllFaders(-12);
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"], person: new PersonSettings(Directory.CreateTempSubdirectory("faderstager").FullName));
        editor.Press("switch between fader pictures A and B");
        shared.SetFader(mix["Rhythm Guitar"].Id, -4);
        editor.Follow();
        editor.Press("switch between fader pictures A and B");
        (double gain, string said) = (shared.Pictures.GainDb, editor.Model.Mix.Pictures.MatchLabel);
        editor.Press("play the pictures as loud as their faders stand");
        double ended = shared.Pictures.GainDb;
        editor.Press("compare the pictures blind");
        (bool isHidden, string sign) = (shared.Pictures.IsHidden, editor.Model.Mix.Pictures.FirstSign);
        editor.Press("compare the pictures blind");
        Assert.Multiple(() =>
        {
            Assert.That((gain > 1, ended), Is.EqualTo((true, 0.0)));
            Assert.That(said, Does.StartWith("A plays "));
            Assert.That((isHidden, sign, shared.Pictures.IsHidden), Is.EqualTo((true, "1", false)));
        });
    });

    [Test]
    public void Balance_SavedAsAProfile_IsThereToChooseAtOnce() => UiThread.Run(() =>
    {
        string folder = Directory.CreateTempSubdirectory("faderstager").FullName;
        try
        {
            using TestMix mix = TestMix.OfDemo(profiles: new ProfileLibrary(folder));
            using OpenEditor editor = new(mix, mix["Bass"]);
            editor.Press("settings and export");
            editor.Model.Profile.Saving.NameText = "my mix";
            editor.Press("save this balance as a profile");
            editor.Follow();
            Screens.TakeFromScreen(editor, "settings-saved");
            Assert.Multiple(() =>
            {
                Assert.That(File.Exists(Path.Combine(folder, "my mix.json")), Is.True);
                Assert.That(((ComboBox)editor.Find("target profile")).Items.Cast<TargetProfile>().Select(profile => profile.Name), Does.Contain("my mix"));
                Assert.That(editor.All<TextBlock>().Select(text => text.Text), Has.Some.StartsWith("my mix: one song alone"));
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    });

    [Test]
    public void Header_EveryChoice_ReachesTheTrack() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance kick = mix["Kick"];
        using OpenEditor editor = new(mix, kick);
        ((ComboBox)editor.Find("role")).SelectedItem = Presentation.Tracks.RoleChoice.Of(Role.Snare);
        ((ComboBox)editor.Find("where the fader is")).SelectedIndex = 1;
        editor.Press("focal");
        editor.Press("bottom-up");
        bool isBottomUp = editor.Model.BottomUp.IsActive;
        editor.Press("top-down");
        TextBox name = (TextBox)editor.Find("track name");
        editor.Host.TakeFocus();
        name.Focus();
        UiThread.Pump(50);
        name.Text = "My kick";
        editor.View.Focus();
        UiThread.Pump(50);
        Assert.Multiple(() =>
        {
            Assert.That(kick.Role, Is.EqualTo(Role.Snare));
            Assert.That(kick.FaderPlace, Is.EqualTo(FaderPlace.DawFader));
            Assert.That(kick.IsFocal, Is.True);
            Assert.That(mix.Tracks[0].IsFocal, Is.False);
            Assert.That(isBottomUp, Is.True);
            Assert.That(kick.Mix.Settings.Approach, Is.EqualTo(ApproachKind.TopDown));
            Assert.That(kick.Name, Is.EqualTo("My kick"));
        });
    });

    [Test]
    public void Fader_ByPeerAndByKeys_Moves() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance kick = mix["Kick"];
        using OpenEditor editor = new(mix, kick);
        FrameworkElement fader = editor.Find("fader");
        IRangeValueProvider range = (IRangeValueProvider)UIElementAutomationPeer.CreatePeerForElement(fader);
        range.SetValue(-6);
        editor.Follow();
        double byPeer = kick.FaderDb;
        editor.Host.TakeFocus();
        fader.Focus();
        UiThread.Pump(50);
        HostWindow.PressKey(editor.Host.Handle, DownKey);
        UiThread.Pump(100);
        Assert.That(byPeer, Is.EqualTo(-6));
        Assert.That(kick.FaderDb, Is.EqualTo(-6.5).Within(0.01));
    });

    [Test]
    public void Keys_TheEditorDoesNotUse_GoToTheHost() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        editor.Host.TakeFocus();
        UiThread.Pump(50);
        HostWindow.PressKey(editor.Host.Handle, SpaceKey);
        UiThread.Pump(100);
        int[] fromRoot = [.. editor.Window.Keys];
        editor.Window.Keys.Clear();
        editor.Find("track name").Focus();
        UiThread.Pump(50);
        HostWindow.PressKey(editor.Host.Handle, SpaceKey);
        UiThread.Pump(100);
        Assert.Multiple(() =>
        {
            Assert.That(fromRoot, Is.EqualTo((int[])[SpaceKey]), "The space bar did not reach the host.");
            Assert.That(editor.Window.Keys, Is.Empty, "A text box gave its keys away.");
        });
    });

    [Test]
    public void Row_Chosen_EditsThatTrack() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance bass = mix["Bass"];
        using OpenEditor editor = new(mix, mix["Kick"]);
        MixRowViewModel row = editor.Model.Mix.Rows.First(each => each.Name == "Bass");
        editor.Model.Mix.SelectedRow = row;
        UiThread.Pump(100);
        editor.Press("keep the row's reading as target");
        double kept = bass.TargetOffsetLu;
        editor.Press("give the target back to the profile");
        double back = bass.TargetOffsetLu;
        Type(editor, "fader of the row's track", "-4.5");
        Type(editor, "target of the row's track", "-9");
        int before = row.Number;
        editor.Press("earlier in the order");
        Assert.Multiple(() =>
        {
            Assert.That(kept, Is.Not.Zero);
            Assert.That(back, Is.Zero);
            Assert.That(bass.FaderDb, Is.EqualTo(-4.5));
            Assert.That(row.TargetLu, Is.EqualTo(-9).Within(0.01));
            Assert.That(row.Number, Is.EqualTo(before - 1));
        });
    });

    [Test]
    public void Row_OfATrackThatHasAColourInTheHost_ShowsIt() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo(tracks: 4);
        mix["Kick"].HostTrack = mix["Kick"].HostTrack with { ColourArgb = 0xFF102030 };
        mix["Snare"].HostTrack = mix["Snare"].HostTrack with { ColourArgb = null };
        using OpenEditor editor = new(mix, mix["Kick"]);
        Dictionary<string, Brush?> shown = editor.All<System.Windows.Shapes.Rectangle>()
            .Where(bar => bar.DataContext is MixRowViewModel).ToDictionary(bar => ((MixRowViewModel)bar.DataContext).Name, bar => (Brush?)bar.Fill);
        Assert.That((shown["Kick"] as SolidColorBrush)?.Color, Is.EqualTo(Color.FromRgb(0x10, 0x20, 0x30)));
        Assert.That(shown["Snare"], Is.Null);
    });

    [Test]
    public void Profiles_OneThatCannotBeRead_IsNamedUntilItIsReadAgain() => UiThread.Run(() =>
    {
        string folder = Directory.CreateTempSubdirectory("faderstager").FullName;
        string file = Path.Combine(folder, "broken.json");
        File.WriteAllText(file, "{");
        using TestMix mix = TestMix.OfDemo(tracks: 2, profiles: new ProfileLibrary(folder));
        using OpenEditor editor = new(mix, mix["Kick"]);
        editor.Press("settings and export");
        Assert.That(Texts("where the target comes from"), Has.One.Contains("kick").And.One.Contains("Source:"));
        Assert.That(Texts("profiles that could not be read"), Has.One.Contains("broken.json"));
        File.Delete(file);
        editor.Press("read the profiles again");
        Assert.That(Texts("profiles that could not be read"), Is.Empty);

        string[] Texts(string name) => [.. editor.All<TextBlock>().Where(text => OpenEditor.NameOf(text) == name).Select(text => text.Text)];
    });

    [Test]
    public void Sort_ByDeviation_WorstFirst() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        editor.Press("sort by deviation");
        double[] deviations = [.. editor.Model.Mix.Rows.Where(row => double.IsFinite(row.DeviationLu) && !row.IsFocal).Select(row => Math.Abs(row.DeviationLu))];
        Assert.That(deviations[0], Is.GreaterThan(6));
        Assert.That(deviations[^1], Is.LessThan(3));
    });

    [Test]
    public void BottomUp_NextAction_BringsUpOneTrackAfterAnother() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Lead Vocal"]);
        editor.Press("bottom-up");
        editor.Press("all faders down");
        int up = mix.Tracks.Count(track => track.FaderDb > -60);
        editor.Press("do the next step");
        editor.Press("do the next step");
        editor.Press("do the next step");
        Assert.That(up, Is.Zero);
        Assert.That(mix.Tracks.Count(track => track.FaderDb > -60), Is.EqualTo(6), "the lead, the four tracks of the kit in one step, and one more");
        Assert.That(mix.Tracks[0].FaderDb, Is.GreaterThan(-60));
    });

    [Test]
    public void Settings_Typed_AreTakenInAnyCountrysWriting() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        editor.Press("settings and export");
        Type(editor, "top of the faders in dB", "10,5");
        string shown = ((TextBox)editor.Find("top of the faders in dB")).Text;
        Type(editor, "anchor level", "loud");
        Assert.Multiple(() =>
        {
            Assert.That(mix.Tracks[0].Mix.Settings.FaderTopDb, Is.EqualTo(10.5));
            Assert.That(shown, Is.EqualTo("+10.5 dB"));
            Assert.That(((TextBox)editor.Find("anchor level")).Text, Is.EqualTo("−20.0 LUFS"), "what is no number is given up");
        });
    });

    [Test]
    public void About_Copied_IsOnTheClipboard() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfSilence("Kick");
        using HostWindow window = new(960, 560);
        using WpfUi.EditorHost host = new(mix["Kick"], mix.HandDriven with { CopyText = Clipboard.SetText });
        host.Attach(window.Handle, 960, 560);
        host.Model!.About.CopyCommand.Execute(null);
        string said = host.Model.Notice.Text;
        Assert.That(said, Does.StartWith("Copied").Or.StartWith("Not copied: "));
        Assert.That(said.StartsWith("Copied", StringComparison.Ordinal) ? Clipboard.GetText() : host.Model.About.Text, Is.EqualTo(host.Model.About.Text));
    });

    [Test]
    public void FirstRun_GotIt_PutsTheLinesAway() => UiThread.Run(() =>
    {
        PersonSettings person = new(Directory.CreateTempSubdirectory("faderstager").FullName);
        using TestMix mix = TestMix.OfSilence("Kick");
        using OpenEditor editor = new(mix, mix["Kick"], person: person);
        editor.Press("got it");
        Assert.That(editor.All<Button>().Select(OpenEditor.NameOf), Has.None.EqualTo("got it"));
        Assert.That(person.IsFirstRunDone, Is.True);
    });

    [Test]
    public void Export_Csv_WritesTheTable() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using HostWindow window = new(960, 560);
        MemoryStream written = new();
        using WpfUi.EditorHost host = new(mix["Kick"], mix.HandDriven with { OpenForWriting = _ => written });
        host.Attach(window.Handle, 960, 560);
        host.Model!.Export.ExportCsvCommand.Execute(null);
        Assert.That(System.Text.Encoding.UTF8.GetString(written.ToArray()), Does.Contain("Rhythm Guitar"));
    });

    [Test]
    public void Pointer_RestingOnAControl_ShowsItsDefinition() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        FrameworkElement keep = editor.Find("keep the present reading as target");
        Point at = keep.PointToScreen(new Point(keep.ActualWidth / 2, keep.ActualHeight / 2));
        HostWindow.MovePointer(at.X, at.Y - 3);
        UiThread.Pump(50);
        HostWindow.MovePointer(at.X, at.Y);
        string? shown = null;
        keep.ToolTipOpening += (_, _) => shown = keep.ToolTip as string;
        bool isShown = UiThread.PumpUntil(() => shown is not null, 5000);
        UiThread.Pump(300);
        Screens.TakeFromScreen(editor, "tooltip");
        HostWindow.MovePointer(1915, 1395);
        UiThread.Pump(300);
        Assert.Multiple(() =>
        {
            Assert.That(isShown, Is.True);
            Assert.That(shown, Is.EqualTo(Presentation.Texts.Definitions.Keep));
        });
    });

    private static void Type(OpenEditor editor, string name, string text)
    {
        TextBox box = (TextBox)editor.Find(name);
        editor.Host.TakeFocus();
        box.Focus();
        UiThread.Pump(50);
        box.Text = text;
        editor.View.Focus();
        UiThread.Pump(50);
        editor.Follow();
    }
}
