using System.Windows;
using System.Windows.Controls;
using System.Windows.Input;
using System.Windows.Media;
using System.Windows.Media.Imaging;
using FaderStager.Mixing.Tracks;
using FaderStager.WpfUi.Controls;
using FaderStager.WpfUi.Theme;

namespace FaderStager.Windows.Tests;

/// <summary>Real key presses and clicks, in a host of each kind of message loop.</summary>
[TestFixture(HostLoopKind.Wpf)]
[TestFixture(HostLoopKind.Plain)]
[TestFixture(HostLoopKind.Dialog)]
public sealed class KeyTests(HostLoopKind loop)
{
    private static readonly string[] EveryControl =
    [
        "focal", "fader", "role", "bottom-up", "top-down", "where the fader is", "target profile", "mix group", "keep the present reading as target",
        "switch between fader pictures A and B", "compare the pictures blind", "apply all", "do the next step", "sort by deviation", "sort by importance", "where top-down starts",
        "all faders to the start",
    ];

    private static readonly string[] EveryControlOfARow =
    [
        "role of the row's track", "the row's track counts in the mix", "earlier in the order", "later in the order", "give the target back to the profile",
        "keep the row's reading as target",
    ];

    private static readonly string[] EveryControlOfThePanel =
    [
        "this track counts in the mix", "bypass the plug-in fader", "profile of the mix", "uniform start", "own tolerance for every role", "kind of anchor",
        "weighting", "read the profiles again", "reset the order", "save this balance as a profile", "about FaderStager", "settings",
    ];

    [Test]
    public void Space_AfterAClickOnAnyControl_GoesToTheHost() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        Hand hand = new(editor, loop);
        List<string> wrong = [];
        Array.ForEach(Some(EveryControl), name => TryControl(editor, hand, name, wrong));
        hand.Click("bottom-up");
        editor.Follow();
        TryControl(editor, hand, "all faders down", wrong);
        hand.Click(Row(editor, 4), 0.3, 0.5);
        Try(editor, hand, "a row", wrong);
        Array.ForEach(Some(EveryControlOfARow), name => TryControl(editor, hand, name, wrong));
        TryControl(editor, hand, "settings and export", wrong);
        Array.ForEach(Some(EveryControlOfThePanel), name => TryControl(editor, hand, name, wrong));
        Assert.That(wrong, Is.Empty);
    });

    [Test]
    public void Row_DraggedOntoTheOneAbove_IsOneVoiceWithIt() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        Hand hand = new(editor, loop);
        string? held = null;
        hand.Drag(Row(editor, 4), () => Row(editor, 3), 0.5, () =>
        {
            held = editor.Model.Mix.SelectedRow?.Name;
            Screens.Save(editor.Root, "drop");
        });
        Assert.That(held, Is.EqualTo("Hi-Hat"), "what the hand comes over is not chosen");
        Presentation.Mixes.MixRowViewModel voice = editor.Model.Mix.Rows.Single(row => row.IsVoice);
        Assert.That(voice.Title, Does.EndWith("(2)"));
    });

    [Test]
    public void Keys_OfTheHost_GoThereAfterAnyClick() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        Hand hand = new(editor, loop);
        hand.Click("focal");
        // Enter and the arrows a dialog takes for its own, where the editor does not ask for them.
        int[] theirs = loop == HostLoopKind.Dialog
            ? [Hand.Space, Hand.Home, 'R', Hand.F5, Hand.Delete]
            : [Hand.Space, Hand.Enter, Hand.Home, Hand.Left, 'R', Hand.F5, Hand.Delete];
        int[] afterStar = hand.Press(theirs);
        int[] save = hand.Chord('S', Hand.Control);
        hand.Click("track name");
        int[] saveFromName = hand.Chord('S', Hand.Control);
        int[] functionKeyFromName = hand.Press(Hand.F5);
        Assert.Multiple(() =>
        {
            Assert.That(afterStar, Is.EqualTo(theirs));
            Assert.That(save, Is.EqualTo((int[])['S']));
            Assert.That(saveFromName, Is.EqualTo((int[])['S']));
            Assert.That(functionKeyFromName, Is.EqualTo((int[])[Hand.F5]));
        });
    });

    [Test]
    public void Name_TypedThenEnterSpaceAndClick_IsKept() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance kick = mix["Kick"];
        using OpenEditor editor = new(mix, kick);
        Hand hand = new(editor, loop);
        hand.Click("track name");
        int[] whileTyping = hand.Type("Kick in 2");
        int[] atEnter = hand.Press(Hand.Enter);
        int[] atSpace = hand.Press(Hand.Space);
        hand.Click(editor.View, 0.2, 0.99);
        Assert.Multiple(() =>
        {
            Assert.That(whileTyping, Is.Empty, "A box gave its keys away.");
            Assert.That(atEnter, Is.Empty, "The box's Enter started something in the host.");
            Assert.That(editor.Window.Commands, Is.Empty);
            Assert.That(atSpace, Is.EqualTo((int[])[Hand.Space]));
            Assert.That(kick.Name, Is.EqualTo("kick in 2").IgnoreCase);
        });
    });

    [Test]
    public void Number_ClickedOnceAndTyped_ReplacesTheOldOne() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance kick = mix["Kick"];
        using OpenEditor editor = new(mix, kick);
        Hand hand = new(editor, loop);
        hand.Click("fader position");
        hand.Type("-4.5");
        hand.Press(Hand.Enter);
        double typed = kick.FaderDb;
        int[] afterwards = hand.Press(Hand.Space, Hand.Home);
        double untouched = kick.FaderDb;
        hand.Click("settings and export");
        hand.Click("top of the faders in dB");
        hand.Type("9");
        hand.Press(Hand.Enter);
        Assert.Multiple(() =>
        {
            Assert.That(typed, Is.EqualTo(-4.5));
            Assert.That(afterwards, Is.EqualTo((int[])[Hand.Space, Hand.Home]));
            Assert.That(untouched, Is.EqualTo(-4.5));
            Assert.That(kick.Mix.Settings.FaderTopDb, Is.EqualTo(9));
        });
    });

    [TestCase("fader position", "loud")]
    [TestCase("fader of the row's track", "--")]
    [TestCase("target of the row's track", "pop")]
    [TestCase("top of the faders in dB", "high")]
    [TestCase("anchor level", "loud")]
    public void Number_Refused_SaysSoAndStaysAsItWas(string name, string typed) => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        Hand hand = new(editor, loop);
        editor.Model.Mix.SelectedRow = editor.Model.Mix.Rows[4];
        UiThread.Drain();
        if (name.StartsWith("top", StringComparison.Ordinal) || name.StartsWith("anchor", StringComparison.Ordinal))
        {
            hand.Click("settings and export");
        }

        TextBox box = (TextBox)editor.Find(name);
        string before = box.Text;
        hand.Click(name);
        hand.Type(typed);
        hand.Press(Hand.Enter);
        Assert.Multiple(() =>
        {
            Assert.That(box.Text, Is.EqualTo(before));
            Assert.That(editor.Model.Notice.IsVisible, Is.True, "Nothing was said.");
            Assert.That(editor.Model.Notice.Text, Does.Contain(typed).And.Contain(before));
            Assert.That(hand.Press(Hand.Space), Is.EqualTo((int[])[Hand.Space]));
        });
    });

    [Test]
    public void CtrlZ_InABox_TakesBackOnlyWhatWasTypedThere() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance kick = mix["Kick"];
        using OpenEditor editor = new(mix, kick);
        Hand hand = new(editor, loop);
        hand.Click("track name");
        hand.Type("one");
        hand.Press(Hand.Enter);
        hand.Click("track name");
        hand.Chord('Z', Hand.Control);
        hand.Click(editor.View, 0.2, 0.99);
        string afterUndo = kick.Name;
        hand.Click("track name");
        hand.Type("two");
        hand.Chord('Z', Hand.Control);
        hand.Chord('Z', Hand.Control);
        hand.Click(editor.View, 0.2, 0.99);
        Assert.Multiple(() =>
        {
            Assert.That(afterUndo, Is.EqualTo("one").IgnoreCase);
            Assert.That(kick.Name, Is.EqualTo("one").IgnoreCase);
        });
    });

    [Test]
    public void CtrlZ_Anywhere_UndoesTheLastMove_AndIsTheHostsWhenThereIsNone() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance guitar = mix["Rhythm Guitar"];
        using OpenEditor editor = new(mix, guitar);
        Hand hand = new(editor, loop);
        hand.Click("focal");
        hand.Click("focal");
        int[] nothing = hand.Chord('Z', Hand.Control);
        hand.Click("apply the suggestion");
        double moved = guitar.FaderDb;
        int[] undo = hand.Chord('Z', Hand.Control);
        Assert.Multiple(() =>
        {
            Assert.That(nothing, Is.EqualTo((int[])['Z']));
            Assert.That(moved, Is.Negative);
            Assert.That(undo, Is.Empty);
            Assert.That(guitar.FaderDb, Is.Zero);
        });
    });

    [Test]
    public void Tab_GoesRoundThereAndBack_AndTheRingIsSeen() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"]);
        editor.Model.Mix.SelectedRow = editor.Model.Mix.Rows[4];
        editor.Follow();
        Hand hand = new(editor, loop);
        hand.Click(editor.View, 0.2, 0.99);
        List<string> there = [];
        List<string> unseen = [];
        int[] given = [];
        do
        {
            given = [.. given, .. hand.Press(Hand.Tab)];
            there.Add(Hand.Focused);
            if (!HasRing(editor, (FrameworkElement)Keyboard.FocusedElement))
            {
                unseen.Add(Hand.Focused);
            }
        }
        while (there.Count < 80 && (there.Count == 1 || there[^1] != there[0]));
        Screens.Save(editor.Root, "focus-ring");
        List<string> back = [];
        for (int i = 1; i < there.Count; i++)
        {
            given = [.. given, .. hand.Chord(Hand.Tab, Hand.Shift)];
            back.Add(Hand.Focused);
        }

        Assert.Multiple(() =>
        {
            Assert.That(given, Is.Empty, "Tab went to the host.");
            Assert.That(there, Is.SupersetOf((string[])[
                "focal", "track name", "role", "where the fader is", "top-down", "bottom-up", "target profile", "mix group", "settings and export", "fader",
                "fader position", "apply the suggestion", "keep the present reading as target", "apply all", "do the next step", "fader of the row's track",
                "target of the row's track", "the row's track counts in the mix", "sort by deviation", "all faders to the start"]));
            Assert.That(there.SkipLast(1), Is.Unique, "It went round before it had been everywhere.");
            Assert.That(back, Is.EqualTo(there.AsEnumerable().Reverse().Skip(1)), "There and back are different ways.");
            Assert.That(unseen, Is.Empty, "No ring");
        });
    });

    [Test]
    public void Enter_OnWhatTabReached_PressesIt() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance kick = mix["Kick"];
        using OpenEditor editor = new(mix, kick);
        Hand hand = new(editor, loop);
        hand.Click(editor.View, 0.2, 0.99);
        hand.Press(Hand.Tab);
        string first = Hand.Focused;
        int[] space = hand.Press(Hand.Space);
        bool bySpace = kick.IsFocal;
        int[] enter = hand.Press(Hand.Enter);
        Assert.Multiple(() =>
        {
            Assert.That(first, Is.EqualTo("focal"));
            Assert.That(space, Is.EqualTo((int[])[Hand.Space]));
            Assert.That(bySpace, Is.False);
            Assert.That(enter, Is.Empty);
            Assert.That(kick.IsFocal, Is.True);
            Assert.That(Hand.Focused, Is.EqualTo("focal"), "Who comes by Tab stays.");
        });
    });

    [Test]
    public void Panel_OpenedByKey_HoldsTheKeyboardUntilEscape() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        Hand hand = new(editor, loop);
        hand.Click(editor.View, 0.2, 0.99);
        for (int i = 0; i < 30 && Hand.Focused != "settings and export"; i++)
        {
            hand.Press(Hand.Tab);
        }

        hand.Press(Hand.Enter);
        string first = Hand.Focused;
        HashSet<string> reached = [];
        for (int i = 0; i < 30; i++)
        {
            hand.Press(Hand.Tab);
            reached.Add(Hand.Focused);
        }

        bool isOpen = IsPanelOpen(editor);
        int[] escape = hand.Press(Hand.Escape);
        Assert.Multiple(() =>
        {
            Assert.That(isOpen, Is.True);
            Assert.That(first, Is.EqualTo("settings"));
            Assert.That(reached, Is.SupersetOf((string[])["settings", "about FaderStager", "this track counts in the mix", "anchor level", "weighting", "reset the measurements"]));
            Assert.That(reached, Does.Not.Contain("focal"), "Tab left the panel.");
            Assert.That(escape, Is.Empty);
            Assert.That(IsPanelOpen(editor), Is.False);
            Assert.That(Hand.Focused, Is.EqualTo("settings and export"));
        });
    });

    [Test]
    public void Escape_ClosesWhatIsOpenOneByOne_ThenIsTheHosts() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        Hand hand = new(editor, loop);
        hand.Click("apply all");
        hand.Click("settings and export");
        hand.Click("weighting");
        bool isListOpen = ((ComboBox)editor.Find("weighting")).IsDropDownOpen;
        int[] list = hand.Press(Hand.Escape);
        bool isListClosed = IsPanelOpen(editor) && !((ComboBox)editor.Find("weighting")).IsDropDownOpen;
        hand.Click("anchor level");
        hand.Type("-7");
        int[] box = hand.Press(Hand.Escape);
        bool isPanelStillOpen = IsPanelOpen(editor);
        int[] panel = hand.Press(Hand.Escape);
        bool isPanelClosed = !IsPanelOpen(editor);
        bool previews = editor.Model.Mix.IsPreviewing;
        int[] preview = hand.Press(Hand.Escape);
        bool isOver = !editor.Model.Mix.IsPreviewing;
        int[] left = hand.Press(Hand.Escape);
        Assert.Multiple(() =>
        {
            Assert.That(isListOpen, Is.True);
            Assert.That(isListClosed, Is.True);
            Assert.That(isPanelStillOpen, Is.True);
            Assert.That(mix.Tracks[0].Mix.Settings.AnchorLevel, Is.EqualTo(-20), "Escape gives up what was typed.");
            Assert.That(isPanelClosed, Is.True);
            Assert.That(previews, Is.True);
            Assert.That(isOver, Is.True);
            Assert.That((int[])[.. list, .. box, .. panel, .. preview], Is.Empty);
            Assert.That(left, loop == HostLoopKind.Dialog ? Is.Empty : Is.EqualTo((int[])[Hand.Escape]));
            Assert.That(editor.Window.Commands, loop == HostLoopKind.Dialog ? Is.EqualTo((int[])[2]) : Is.Empty, "A dialog takes Escape as its own.");
        });
    });

    [Test]
    public void Arrows_OnARowAndOnTheFader_AreTheEditors() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance kick = mix["Kick"];
        using OpenEditor editor = new(mix, kick);
        Hand hand = new(editor, loop);
        hand.Click(Row(editor, 3), 0.3, 0.5);
        int[] inRows = hand.Press(Hand.Down);
        int chosen = editor.Model.Mix.Rows.IndexOf(editor.Model.Mix.SelectedRow!);
        int[] moved = hand.Chord(Hand.Up, Hand.Alt);
        int movedTo = editor.Model.Mix.Rows.IndexOf(editor.Model.Mix.SelectedRow!);
        hand.Click("fader");
        double untouched = kick.FaderDb;
        int[] onFader = hand.Press(Hand.Down);
        Assert.Multiple(() =>
        {
            Assert.That((int[])[.. inRows, .. moved, .. onFader], Is.Empty);
            Assert.That(chosen, Is.EqualTo(4));
            Assert.That(movedTo, Is.EqualTo(3));
            Assert.That(untouched, Is.Zero);
            Assert.That(kick.FaderDb, Is.EqualTo(-0.5));
        });
    });

    [Test]
    public void Fader_ClickedBesideItsCap_DoesNotJump() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance kick = mix["Kick"];
        using OpenEditor editor = new(mix, kick);
        Hand hand = new(editor, loop);
        FrameworkElement fader = editor.Find("fader");
        hand.Click(fader, 0.65, 0.9);
        hand.Click(fader, 0.65, 0.03);
        Assert.That(kick.FaderDb, Is.Zero);
    });

    [Test]
    public void Host_AsksBeforeItTakesAKey_HearsWhatTheEditorUses() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        using OpenEditor editor = new(mix, mix["Kick"]);
        Hand hand = new(editor, loop);
        hand.Click("focal");
        Key[] afterAClick = [.. Used(editor)];
        hand.Click("track name");
        Key[] inABox = [.. Used(editor)];
        bool takesSave = editor.Host.UsesKey(Key.S, ModifierKeys.Control);
        bool takesCopy = editor.Host.UsesKey(Key.C, ModifierKeys.Control);
        bool takesAltGr = editor.Host.UsesKey(Key.Q, ModifierKeys.Control | ModifierKeys.Alt);
        hand.Press(Hand.Enter);
        Assert.Multiple(() =>
        {
            Assert.That(afterAClick, Is.EqualTo((Key[])[Key.Tab]));
            Assert.That(inABox, Is.EqualTo((Key[])[Key.Space, Key.Enter, Key.Escape, Key.Tab, Key.A, Key.Home, Key.OemComma]));
            Assert.That((takesSave, takesCopy, takesAltGr), Is.EqualTo((false, true, true)));
            Assert.That(Used(editor), Is.EqualTo((Key[])[Key.Tab]));
        });

        static IEnumerable<Key> Used(OpenEditor editor) => ((Key[])[Key.Space, Key.Enter, Key.Escape, Key.Tab, Key.A, Key.Home, Key.OemComma, Key.F5, Key.Up, Key.None])
            .Where(key => key != Key.None && editor.Host.UsesKey(key, ModifierKeys.None));
    });

    // Every control in the loop that most hosts have; the first few in the others, whose way to a control is the same.
    private string[] Some(string[] controls) => loop == HostLoopKind.Plain ? controls : controls[..Math.Min(3, controls.Length)];

    private static bool IsPanelOpen(OpenEditor editor) => editor.All<RadioButton>().Any(choice => OpenEditor.NameOf(choice) == "settings");

    private static ListBoxItem Row(OpenEditor editor, int index) => editor.All<ListBoxItem>().First(row => ReferenceEquals(row.DataContext, editor.Model.Mix.Rows[index]));

    private static void TryControl(OpenEditor editor, Hand hand, string name, List<string> wrong)
    {
        if (editor.All<FrameworkElement>().FirstOrDefault(element => OpenEditor.NameOf(element) == name && element is Control or FaderStrip) is not { } element)
        {
            wrong.Add($"{name} is not shown");
        }
        else if (element.IsEnabled)
        {
            hand.Click(element);
            Try(editor, hand, name, wrong);
            if (element is ComboBox { IsDropDownOpen: true } list)
            {
                int[] escape = hand.Press(Hand.Escape);
                wrong.AddRange(escape.Length > 0 || list.IsDropDownOpen ? [$"{name}: Escape"] : []);
            }
        }
    }

    private static void Try(OpenEditor editor, Hand hand, string name, List<string> wrong)
    {
        string before = StateOf(editor);
        int[] keys = hand.Press(Hand.Space);
        string after = StateOf(editor);
        if (!keys.SequenceEqual([Hand.Space]))
        {
            wrong.Add($"{name}: the host got {keys.Length} keys");
        }

        if (before != after)
        {
            wrong.Add($"{name}: {before} became {after}");
        }
    }

    // All that the space bar could have changed.
    private static string StateOf(OpenEditor editor)
    {
        WpfUi.EditorHost host = editor.Host;
        return string.Join(' ', [
            host.Model!.Header.IsFocal, host.Model.Header.InMix, host.Model.Header.IsBypassed, host.Model.Header.Role, host.Model.Header.Group, host.Model.Header.IsTopDown,
            host.Model.Mix.IsPreviewing, host.Model.Mix.Picture, host.Model.Mix.Sort, host.Model.Mix.SelectedRow?.Name, host.Model.Settings.HasOwnTolerance,
            host.Model.About.IsShown, IsPanelOpen(editor), host.Model.TopDown.Start, .. host.Model.Mix.Rows.Select(row => $"{row.FaderDb}/{row.InMix}/{row.TargetLu:0.0}")]);
    }

    // The ring is two pixels of its own colour about the control, or the control's own edge.
    private static bool HasRing(OpenEditor editor, FrameworkElement element)
    {
        Rect at = element.TransformToVisual(editor.Root).TransformBounds(new Rect(element.RenderSize));
        at.Inflate(4, 4);
        at.Intersect(new Rect(editor.Root.RenderSize));
        BitmapSource picture = new FormatConvertedBitmap(Screens.Draw(editor.Root), PixelFormats.Bgra32, null, 0);
        Int32Rect part = new((int)at.X, (int)at.Y, Math.Min((int)at.Width, picture.PixelWidth - (int)at.X), Math.Min((int)at.Height, picture.PixelHeight - (int)at.Y));
        int[] pixels = new int[part.Width * part.Height];
        picture.CopyPixels(part, pixels, part.Width * 4, 0);
        Color ring = ((SolidColorBrush)Palette.Next).Color;
        int wanted = (0xFF << 24) | (ring.R << 16) | (ring.G << 8) | ring.B;

        // A line along the whole of two sides at least.
        bool IsLine(Func<int, int> at, int count) => Enumerable.Range(0, count).Count(i => pixels[at(i)] == wanted) > count * 0.6;
        int upright = Enumerable.Range(0, part.Width).Count(x => IsLine(y => (y * part.Width) + x, part.Height));
        int level = Enumerable.Range(0, part.Height).Count(y => IsLine(x => (y * part.Width) + x, part.Width));
        return upright >= 2 && level >= 2;
    }
}
