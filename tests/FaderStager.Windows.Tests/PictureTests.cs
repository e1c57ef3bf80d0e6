using System.Windows.Controls;
using System.Windows.Media.Imaging;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Looks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.WpfUi;

namespace FaderStager.Windows.Tests;

/// <summary>The pictures of the documentation, each from a real editor in a host's window.</summary>
public sealed class PictureTests
{
    [Test]
    public void TopDown_DemoMix_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        Show(mix, mix["Rhythm Guitar"], "top-down");
    });

    [Test]
    public void TopDown_Staged_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        mix.Tracks[0].Mix.ApplyAll();
        mix["Bass"].FaderDb += 4.5;
        Show(mix, mix["Bass"], "top-down-staged");
    });

    [Test]
    public void BottomUp_HalfWay_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        mix.BringUp(4);
        Show(mix, mix["Bass"], "bottom-up");
    });

    [Test]
    public void BottomUp_FocalOwnEditor_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        mix.BringUp(9);
        Show(mix, mix["Lead Vocal"], "focal");
    });

    [Test]
    public void Mix_OneTrackOnly_Teaches() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfSilence("Kick");
        Show(mix, mix.Tracks[0], "empty");
    });

    [Test]
    public void Mix_NoFocal_Teaches() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo(hasFocal: false);
        Show(mix, mix["Lead Vocal"], "no-focal");
    });

    [Test]
    public void Mix_FortyTracks_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(40);
        Show(mix, mix.Tracks[3], "forty-tracks");
    });

    [Test]
    public void Editor_At150Percent_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        Show(mix, mix["Rhythm Guitar"], "scale-150", EditorHost.DefaultWidth * 3 / 2, EditorHost.DefaultHeight * 3 / 2, 1.5);
    });

    [Test]
    public void Editor_Smallest_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        Show(mix, mix["Rhythm Guitar"], "smallest", EditorHost.LeastWidth, EditorHost.LeastHeight);
    });

    [Test]
    public void Editor_Wide_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        Show(mix, mix["Piano"], "wide", 1280, 720);
    });

    [Test]
    public void ApplyAll_PressedOnce_Previews() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"]);
        editor.Press("apply all");
        Save(editor, "preview");
    });

    [TestCase(EditorHost.DefaultWidth, EditorHost.DefaultHeight, "compared")]
    [TestCase(EditorHost.LeastWidth, EditorHost.LeastHeight, "compared-smallest")]
    public void Pictures_Compared_SayTheGainThatPlays(int width, int height, string name) => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        mix.Tracks[0].Mix.SetAllFaders(-12);
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"], width, height);
        editor.Press("switch between fader pictures A and B");
        mix.Tracks[0].Mix.SetFader(mix["Rhythm Guitar"].Id, -4);
        editor.Follow();
        editor.Press("switch between fader pictures A and B");
        Save(editor, name);
    });

    [Test]
    public void Row_Chosen_Draws() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"]);
        editor.Model.Mix.SelectedRow = editor.Model.Mix.Rows[3];
        editor.Follow();
        Save(editor, "row");
    });

    [Test]
    public void FirstRun_FirstInstance_Teaches() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfSilence("Lead Vocal");
        using OpenEditor editor = new(mix, mix.Tracks[0], person: new PersonSettings(""));
        Save(editor, "first-run");
    });

    [Test]
    public void FirstRun_Smallest_LeavesRoomForRows() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo(hasFocal: false);
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"], EditorHost.LeastWidth, EditorHost.LeastHeight, person: new PersonSettings(""));
        Save(editor, "first-run-smallest");
        Assert.That(editor.All<System.Windows.Controls.ListBoxItem>().Count(), Is.GreaterThan(3));
    });

    [Test]
    public void Editor_OnTheScreen_IsNotBlank() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"]);
        Screens.TakeFromScreen(editor, "screen");
    });

    [Test]
    public void Settings_Open_Draw() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        editor.Press("settings and export");
        Screens.TakeFromScreen(editor, "settings");
        editor.Press("about FaderStager");
        Screens.TakeFromScreen(editor, "about");
    });

    [TestCase("levels", EditorHost.DefaultWidth, EditorHost.DefaultHeight)]
    [TestCase("levels-smallest", EditorBounds.LeastWidth, EditorBounds.LeastHeight)]
    [TestCase("levels-wide", 1280, 720)]
    public void Levels_Draw(string name, int width, int height) => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Bass"], width, height);
        editor.Press("levels");
        Save(editor, name);
        Assert.That(editor.All<WpfUi.Controls.VuBar>().Count(), Is.GreaterThan(3));
    });

    [TestCase("song", 1280, 760)]
    [TestCase("song-narrow", EditorBounds.LeastWidth, 700)]
    public void SongAndRides_Draw(string name, int width, int height) => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"], width, height);
        editor.Follow();
        editor.Press("the ride list");
        Save(editor, name);
        Assert.That(editor.All<Button>().Count(button => OpenEditor.NameOf(button) == "copy the ride's time"), Is.GreaterThan(1));
    });

    private static void Show(TestMix mix, TrackInstance track, string name, int width = EditorHost.DefaultWidth, int height = EditorHost.DefaultHeight, double scale = 1)
    {
        using OpenEditor editor = new(mix, track, width, height, scale);
        Save(editor, name);
    }

    private static void Save(OpenEditor editor, string name)
    {
        BitmapSource picture = Screens.Save(editor.Root, name);
        Assert.That(Screens.Colours(picture), Is.GreaterThan(100), "The editor is blank.");
    }
}
