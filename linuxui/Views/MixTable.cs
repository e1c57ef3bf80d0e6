using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.Texts;

namespace FaderStager.LinuxUi.Views;

/// <summary>The table of all tracks on one scale, with its heads.</summary>
/// <remarks>[ui]</remarks>
internal static class MixTable
{
    public const float NameWidth = 108;
    public const float NarrowNameWidth = 96;
    public const float RoleWidth = 112;
    public const float ReadingWidth = 62;
    public const float FaderWidth = 60;
    public const float HintWidth = 154;
    public const float NarrowHintWidth = 84;

    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    public static Element Of(EditorViewModel editor)
    {
        MixViewModel mix = editor.Mix;
        return new Below(
            new Face(new Beside(
                new Label("track") { Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.End, Along = Length.Of(NameWidth), AlongNarrow = Length.Of(NarrowNameWidth), Margin = new Edges(48, 0, 4, 0) },
                new Label("role") { Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.End, Along = Length.Of(RoleWidth), ShownIn = room => room.IsWide },
                new ScaleRuler(() => mix.ScaleLowLu, () => mix.ScaleHighLu) { Along = Length.Rest, Tip = () => Definitions.Reading },
                new Label("reading") { Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.End, Along = Length.Of(ReadingWidth), End = TextEnd.Right, Tip = () => Definitions.Reading },
                new Label("fader") { Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.End, Along = Length.Of(FaderWidth), End = TextEnd.Right, ShownIn = room => !room.IsNarrow, Tip = () => Definitions.Position },
                new Label("hint") { Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.End, Along = Length.Of(HintWidth), AlongNarrow = Length.Of(NarrowHintWidth), Margin = new Edges(8, 0, 0, 0), Tip = () => Definitions.Move }))
            {
                BottomLine = Palette.Line, Padding = new Edges(2, 0, ScrollBar.Thickness, 3),
            },
            new MixRows(editor) { Name = "tracks of the mix", Along = Length.Rest })
        {
            Along = Length.Rest,
        };
    }
}
