using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Views;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Looks;
using SkiaSharp;

namespace FaderStager.LinuxUi.Tests;

/// <summary>The pictures, drawn without any X server; in each nothing may be cut that has room elsewhere, nor lie over something else.</summary>
public sealed class PictureTests
{
    [Test]
    public void TopDown_DemoMix_Draws()
    {
        using TestMix mix = TestMix.OfDemo();
        Show(mix, mix["Rhythm Guitar"], "top-down");
    }

    [Test]
    public void TopDown_Staged_Draws()
    {
        using TestMix mix = TestMix.OfDemo();
        mix.Tracks[0].Mix.ApplyAll();
        mix["Bass"].FaderDb += 4.5;
        Show(mix, mix["Bass"], "top-down-staged");
    }

    [Test]
    public void BottomUp_HalfWay_Draws()
    {
        using TestMix mix = TestMix.OfDemo();
        mix.BringUp(4);
        Show(mix, mix["Bass"], "bottom-up");
    }

    [Test]
    public void BottomUp_FocalOwnEditor_Draws()
    {
        using TestMix mix = TestMix.OfDemo();
        mix.BringUp(9);
        Show(mix, mix["Lead Vocal"], "focal");
    }

    [Test]
    public void Mix_OneTrackOnly_Teaches()
    {
        using TestMix mix = TestMix.OfSilence("Kick");
        Show(mix, mix.Tracks[0], "empty");
    }

    [Test]
    public void Mix_NoFocal_Teaches()
    {
        using TestMix mix = TestMix.OfDemo(hasFocal: false);
        Show(mix, mix["Lead Vocal"], "no-focal");
    }

    [Test]
    public void Mix_FortyTracks_Draws()
    {
        using TestMix mix = TestMix.OfNoise(40);
        Show(mix, mix.Tracks[3], "forty-tracks");
    }

    [TestCase(1.5)]
    [TestCase(2)]
    public void Editor_Scaled_Draws(double scale)
    {
        using TestMix mix = TestMix.OfDemo();
        Show(mix, mix["Rhythm Guitar"], FormattableString.Invariant($"scale-{scale * 100}"), (int)(EditorBounds.DefaultWidth * scale), (int)(EditorBounds.DefaultHeight * scale), scale);
    }

    [Test]
    public void Editor_Smallest_Draws()
    {
        using TestMix mix = TestMix.OfDemo();
        Show(mix, mix["Rhythm Guitar"], "smallest", EditorBounds.LeastWidth, EditorBounds.LeastHeight);
    }

    [Test]
    public void Editor_Wide_Draws()
    {
        using TestMix mix = TestMix.OfDemo();
        Show(mix, mix["Piano"], "wide", 1280, 720);
    }

    [Test]
    public void ApplyAll_PressedOnce_Previews()
    {
        using TestMix mix = TestMix.OfDemo();
        using DrawnEditor editor = new(mix, mix["Rhythm Guitar"]);
        editor.Click("apply all");
        Save(editor, "preview");
    }

    [TestCase(EditorBounds.DefaultWidth, EditorBounds.DefaultHeight, "compared")]
    [TestCase(EditorBounds.LeastWidth, EditorBounds.LeastHeight, "compared-smallest")]
    [TestCase(1280, 720, "compared-wide")]
    public void Pictures_Compared_SayTheGainThatPlays(int width, int height, string name)
    {
        using TestMix mix = TestMix.OfDemo();
        mix.Tracks[0].Mix.SetAllFaders(-12);
        using DrawnEditor editor = new(mix, mix["Rhythm Guitar"], width, height);
        editor.Click("switch between fader pictures A and B");
        mix.Tracks[0].Mix.SetFader(mix["Rhythm Guitar"].Id, -4);
        editor.Follow();
        editor.Click("switch between fader pictures A and B");
        Save(editor, name + "-notice");
        editor.Model.EscapeCommand.Execute(null);
        editor.Follow();
        Save(editor, name);
        Assert.That(editor.Words, Does.Contain(width < EditorBounds.NarrowWidth ? editor.Model.Mix.Pictures.ShortMatchLabel : editor.Model.Mix.Pictures.MatchLabel));
    }

    [Test]
    public void Row_Chosen_Draws()
    {
        using TestMix mix = TestMix.OfDemo();
        using DrawnEditor editor = new(mix, mix["Rhythm Guitar"]);
        editor.Model.Mix.SelectedRow = editor.Model.Mix.Rows[3];
        editor.Follow();
        Save(editor, "row");
    }

    [Test]
    public void FirstRun_FirstInstance_Teaches()
    {
        using TestMix mix = TestMix.OfSilence("Lead Vocal");
        using DrawnEditor editor = new(mix, mix.Tracks[0], person: new PersonSettings(""));
        Save(editor, "first-run");
    }

    [Test]
    public void FirstRun_Smallest_LeavesRoomForRows()
    {
        using TestMix mix = TestMix.OfDemo(hasFocal: false);
        using DrawnEditor editor = new(mix, mix["Rhythm Guitar"], EditorBounds.LeastWidth, EditorBounds.LeastHeight, person: new PersonSettings(""));
        Save(editor, "first-run-smallest");
        Assert.That(editor.All.OfType<MixRow>().Count(), Is.AtLeast(3));
    }

    [Test]
    public void Settings_Open_Draw()
    {
        using TestMix mix = TestMix.OfDemo();
        using DrawnEditor editor = new(mix, mix["Kick"]);
        editor.Click("settings and export");
        Save(editor, "settings");
        editor.Click("about FaderStager");
        Save(editor, "about");
    }

    [Test]
    public void List_Open_DrawsInsideTheEditor()
    {
        using TestMix mix = TestMix.OfDemo();
        using DrawnEditor editor = new(mix, mix["Kick"]);
        editor.Click("role");
        Save(editor, "list");
        Assert.That(editor.Scene.Bounds.Contains(editor.Scene.List.Bounds), Is.True);
    }

    [TestCase("checklist", EditorBounds.DefaultWidth, EditorBounds.DefaultHeight)]
    [TestCase("checklist-smallest", EditorBounds.LeastWidth, EditorBounds.LeastHeight)]
    [TestCase("checklist-wide", 1280, 720)]
    public void Checklist_Draws(string name, int width, int height)
    {
        using TestMix mix = TestMix.OfDemo();
        mix.Tracks[0].Mix.HandOver();
        mix.Refresh();
        using DrawnEditor editor = new(mix, mix["Rhythm Guitar"], width, height);
        mix.Tracks[0].Mix.ApplyAll();
        editor.Follow();
        Assert.That(editor.Model.Checklist.HasLines, Is.True);
        Save(editor, name);
        Assert.That(editor.All.OfType<MixRow>().Count(), Is.AtLeast(2), "rows are to be seen beside it");
    }

    [TestCase("levels", EditorBounds.DefaultWidth, EditorBounds.DefaultHeight)]
    [TestCase("levels-smallest", EditorBounds.LeastWidth, EditorBounds.LeastHeight)]
    [TestCase("levels-wide", 1280, 720)]
    public void Levels_Draw(string name, int width, int height)
    {
        using TestMix mix = TestMix.OfDemo();
        using DrawnEditor editor = new(mix, mix["Bass"], width, height);
        editor.Click("levels");
        Save(editor, name);
        Assert.That(editor.All.OfType<VuBar>().Count(), Is.GreaterThan(3));
        Assert.That(editor.Find("undo").IsEnabled, Is.False, "nothing was done yet");
    }

    private static void Show(TestMix mix, TrackInstance track, string name, int width = EditorBounds.DefaultWidth, int height = EditorBounds.DefaultHeight, double scale = 1)
    {
        using DrawnEditor editor = new(mix, track, width, height, scale);

        // The song lane asks for its curve, and has it with the worker's next turn.
        editor.Follow();
        Save(editor, name);
    }

    private static void Save(DrawnEditor editor, string name)
    {
        editor.Save(name);
        string[] cut = [.. editor.All.OfType<Label>().Where(label => label.IsCut && label.Tip is null).Select(label => label.ShownText)];
        Assert.That(cut, Is.Empty, "cut, and nothing else says it");
        Assert.That(Outside(editor.Scene), Is.Empty, "outside of its place, and so over something else");
    }

    // What scrolls is longer than its place by nature; all else lies inside the element that it is a part of.
    private static IEnumerable<string> Outside(Element element)
    {
        // A notice reaches so far beyond its line, over bare ground.
        const float Overhang = 4;
        if (element is Scroll or MixRows)
        {
            yield break;
        }

        SKRect place = SKRect.Inflate(element.Bounds, Overhang, Overhang);
        foreach (Element child in element.Children.ToArray().Where(child => child.IsShown && child.Bounds is { Width: > 0, Height: > 0 }))
        {
            if (!place.Contains(child.Bounds))
            {
                yield return $"{child.GetType().Name} \"{child.Name}{child.ShownText}\" {child.Bounds} in {element.GetType().Name} {element.Bounds}";
            }

            foreach (string deeper in Outside(child))
            {
                yield return deeper;
            }
        }
    }
}
