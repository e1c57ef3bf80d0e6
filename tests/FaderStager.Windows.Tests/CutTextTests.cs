using System.Windows;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using System.Windows.Media;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.FirstRun;
using FaderStager.Staging.Settings;
using FaderStager.WpfUi;
using FaderStager.WpfUi.Controls;

namespace FaderStager.Windows.Tests;

/// <summary>No word that the editor says of itself is cut, at any size. A track's own name may be: its tooltip has it whole.</summary>
public sealed class CutTextTests
{
    private static readonly (int Width, int Height)[] Sizes =
    [
        (EditorHost.LeastWidth, EditorHost.LeastHeight), (EditorHost.DefaultWidth, EditorHost.DefaultHeight), (1280, 720),
    ];

    [Test]
    public void TopDown_EveryFaderPlaceAndPreview_IsWhole() => UiThread.Run(() =>
    {
        List<string> cut = [];
        using TestMix mix = TestMix.OfDemo();
        TrackInstance guitar = mix["Rhythm Guitar"];
        foreach (FaderPlace place in Enum.GetValues<FaderPlace>())
        {
            guitar.Parameters.Set(ParameterId.FaderPlace, (double)place);
            AtEverySize(cut, mix, guitar, $"{place}", _ => { });
        }

        guitar.Parameters.Set(ParameterId.FaderPlace, (double)FaderPlace.PluginFader);
        AtEverySize(cut, mix, guitar, "preview", editor => editor.Press("apply all"));
        AtEverySize(cut, mix, guitar, "row", editor => editor.Model.Mix.SelectedRow = editor.Model.Mix.Rows[3]);
        AtEverySize(cut, mix, guitar, "settings", editor => editor.Press("settings and export"));
        AtEverySize(cut, mix, guitar, "applied", editor => editor.Press("apply the suggestion"));
        AtEverySize(cut, mix, guitar, "undone", editor => editor.Press("undo"));
        AtEverySize(cut, mix, guitar, "refused", editor => editor.Model.Track.TypeFader("as loud as it will go, please"));
        Assert.That(cut, Is.Empty);
    });

    [Test]
    public void Checklist_StagingHandedOver_IsWhole() => UiThread.Run(() =>
    {
        List<string> cut = [];
        using TestMix mix = TestMix.OfDemo();
        mix["Piano"].Mix.ApplyAll();
        mix["Piano"].Mix.HandOver();
        mix["Bass"].FaderPlace = FaderPlace.HostFader;
        AtEverySize(cut, mix, mix["Rhythm Guitar"], "checklist", _ => { });
        Assert.That(cut, Is.Empty);
    });

    [Test]
    public void Trim_BothApproaches_IsWhole() => UiThread.Run(() =>
    {
        List<string> cut = [];
        using TestMix mix = TestMix.OfDemo(quiet: "Piano");
        AtEverySize(cut, mix, mix["Piano"], "trim", _ => { });
        AtEverySize(cut, mix, mix["Piano"], "trim, bottom-up", editor => editor.Press("bottom-up"));
        Assert.That(cut, Is.Empty);
    });

    [Test]
    public void BottomUp_FocalMovedAndStepsLeft_IsWhole() => UiThread.Run(() =>
    {
        List<string> cut = [];
        using TestMix mix = TestMix.OfDemo();
        mix.BringUp(4);
        mix.Tracks[0].FaderDb -= 4;
        AtEverySize(cut, mix, mix["Bass"], "focal-moved", _ => { });
        AtEverySize(cut, mix, mix.Tracks[0], "focal", _ => { });
        Assert.That(cut, Is.Empty);
    });

    [Test]
    public void EmptyStates_All_AreWhole() => UiThread.Run(() =>
    {
        List<string> cut = [];
        using TestMix one = TestMix.OfSilence("Kick");
        AtEverySize(cut, one, one.Tracks[0], "one track", _ => { });
        using TestMix none = TestMix.OfDemo(hasFocal: false);
        AtEverySize(cut, none, none["Lead Vocal"], "no focal", _ => { }, new PersonSettings(""));
        using TestMix alone = TestMix.OfDemo();
        alone["Kick"].Parameters.Set(ParameterId.MixGroup, (double)MixGroup.B);
        AtEverySize(cut, alone, alone["Kick"], "alone", _ => { });
        Assert.That(cut, Is.Empty);
    });

    private static void AtEverySize(List<string> cut, TestMix mix, TrackInstance track, string state, Action<OpenEditor> act, PersonSettings? person = null)
    {
        using OpenEditor editor = new(mix, track, person: person);
        act(editor);
        editor.Follow();
        foreach ((int width, int height) in Sizes)
        {
            editor.Host.Resize(width, height);
            UiThread.Drain();
            string[] found =
            [
                .. editor.All<FigureText>().Where(text => text.IsCut && !IsName(text)).Select(text => text.Text),
                .. editor.All<TextBlock>().Where(IsCut).Select(block => block.Text),
            ];
            Screens.Save(editor.Root, $"whole-{state.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}-{width}");
            if (found.Length > 0)
            {
                cut.Add($"{state}, {width} x {height}: {string.Join(" | ", found)}");
            }
        }
    }

    private static bool IsName(FigureText text) => text.GetBindingExpression(FigureText.TextProperty)?.ParentBinding.Path.Path == "Name";

    private static bool IsCut(TextBlock block)
    {
        if (block.TextWrapping != TextWrapping.NoWrap || block.Text.Length == 0)
        {
            return block.DesiredSize.Height > block.RenderSize.Height + block.Margin.Top + block.Margin.Bottom + 1;
        }

        TextBlock free = new() { Text = block.Text, FontFamily = block.FontFamily, FontSize = block.FontSize, FontWeight = block.FontWeight };
        TextOptions.SetTextFormattingMode(free, TextOptions.GetTextFormattingMode(block));
        free.Measure(new Size(double.PositiveInfinity, double.PositiveInfinity));
        double room = LayoutInformation.GetLayoutSlot(block).Width - block.Margin.Left - block.Margin.Right;
        return free.DesiredSize.Width > room + 1;
    }
}
