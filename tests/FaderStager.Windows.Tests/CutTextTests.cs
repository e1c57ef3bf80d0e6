using System.Windows;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.FirstRun;
using FaderStager.Staging.Settings;
using FaderStager.WpfUi;
using FaderStager.WpfUi.Controls;

namespace FaderStager.Windows.Tests;

/// <summary>No word that the editor says of itself is cut, at any size. A track's own name may be: its tooltip has it whole.</summary>
public sealed class CutTextTests
{
    private static readonly (int Width, int Height, double Scale)[] Sizes =
    [
        (EditorHost.LeastWidth, EditorHost.LeastHeight, 1), (EditorHost.DefaultWidth, EditorHost.DefaultHeight, 1), (1280, 720, 1), (1440, 840, 1.5),
    ];

    [Test]
    public void TopDown_EveryFaderPlaceAndPreview_IsWhole() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        TrackInstance guitar = mix["Rhythm Guitar"];
        foreach (FaderPlace place in Enum.GetValues<FaderPlace>())
        {
            guitar.Parameters.Set(ParameterId.FaderPlace, (double)place);
            AtEverySize(mix, guitar, $"{place}", _ => { });
        }

        guitar.Parameters.Set(ParameterId.FaderPlace, (double)FaderPlace.PluginFader);
        AtEverySize(mix, guitar, "preview", editor => editor.Press("apply all"));
        AtEverySize(mix, guitar, "row", editor => editor.Model.Mix.SelectedRow = editor.Model.Mix.Rows[3]);
        AtEverySize(mix, guitar, "settings", editor => editor.Press("settings and export"));
        AtEverySize(mix, guitar, "applied", editor => editor.Press("apply the suggestion"));
        AtEverySize(mix, guitar, "undone", editor => editor.Press("undo"));
        AtEverySize(mix, guitar, "refused", editor => editor.Model.Track.TypeFader("as loud as it will go, please"));
    });

    [Test]
    public void Trim_BothApproaches_IsWhole() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo(quiet: "Piano");
        AtEverySize(mix, mix["Piano"], "trim", _ => { });
        AtEverySize(mix, mix["Piano"], "trim, bottom-up", editor => editor.Press("bottom-up"));
    });

    [Test]
    public void BottomUp_FocalMovedAndStepsLeft_IsWhole() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        PictureTests.BringUp(mix, 4);
        mix.Tracks[0].FaderDb -= 4;
        AtEverySize(mix, mix["Bass"], "focal-moved", _ => { });
        AtEverySize(mix, mix.Tracks[0], "focal", _ => { });
    });

    [Test]
    public void EmptyStates_All_AreWhole() => UiThread.Run(() =>
    {
        using TestMix one = TestMix.OfSilence("Kick");
        AtEverySize(one, one.Tracks[0], "one track", _ => { });
        using TestMix none = TestMix.OfDemo(hasFocal: false);
        AtEverySize(none, none["Lead Vocal"], "no focal", _ => { }, new PersonSettings(""));
        using TestMix alone = TestMix.OfDemo();
        alone["Kick"].Parameters.Set(ParameterId.MixGroup, (double)MixGroup.B);
        AtEverySize(alone, alone["Kick"], "alone", _ => { });
    });

    private static void AtEverySize(TestMix mix, TrackInstance track, string state, Action<OpenEditor> act, PersonSettings? person = null)
    {
        foreach ((int width, int height, double scale) in Sizes)
        {
            using OpenEditor editor = new(mix, track, width, height, scale, person: person);
            act(editor);
            editor.Follow();
            string[] cut =
            [
                .. editor.All<FigureText>().Where(text => text.IsCut && !IsName(text)).Select(text => text.Text),
                .. editor.All<TextBlock>().Where(IsCut).Select(block => block.Text),
            ];
            Screens.Save(editor.Root, $"{state.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}-{width}x{height}");
            Assert.That(cut, Is.Empty, $"{state}, {width} x {height}");
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
        free.Measure(new Size(double.PositiveInfinity, double.PositiveInfinity));
        double room = LayoutInformation.GetLayoutSlot(block).Width - block.Margin.Left - block.Margin.Right;
        return free.DesiredSize.Width > room + 1;
    }
}
