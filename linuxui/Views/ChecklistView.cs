using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Checklists;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;

namespace FaderStager.LinuxUi.Views;

/// <summary>What waits to be set in the DAW: there only while something does.</summary>
/// <remarks>[ui]</remarks>
internal static class ChecklistView
{
    private const float MostListHeight = 96;
    private const float LowListHeight = 48;

    /// <summary>Makes it.</summary>
    /// <param name="list">The list.</param>
    public static Element Of(DawChecklistViewModel list) => new Face(new Below(
        new Beside(
            new Mark(() => StateShape.Triangle, () => Palette.Next) { Along = Length.Of(16), Margin = new Edges(0, 0, 10, 0) },
            new Below(
                new Label(() => list.Title) { Lettering = Lettering.Text with { Weight = Weight.Medium }, Shrinks = true, Tip = () => Definitions.DawChecklist, ShownWhen = () => list.Title.Length > 0 },
                new Label(() => list.AccessText) { Colour = Palette.Quiet, Shrinks = true, Tip = () => Definitions.HostFaderMissing, ShownWhen = () => list.AccessText.Length > 0 })
            {
                Along = Length.Rest, Across = Place.Middle,
            },
            new Button("Copy", () => list.CopyCommand.Execute(null)) { Name = "copy the list", Tip = () => Definitions.CopyChecklist, Margin = new Edges(8, 0, 0, 0), ShownWhen = () => list.HasLines },
            new Button("All set", () => list.ConfirmAllCommand.Execute(null)) { Name = "all are set in the DAW", Tip = () => Definitions.ConfirmAll, Margin = new Edges(6, 0, 0, 0), ShownWhen = () => list.HasLines }),
        new Scroll(new Repeated(() => list.Lines.Count, place => Line(list, place))) { MostHeight = MostListHeight, MostHeightLow = LowListHeight, Margin = new Edges(0, 3, 0, 0), ShownWhen = () => list.HasLines }))
    {
        Colour = Palette.Surface, Edge = Palette.Line, Radius = 4, Padding = new Edges(12, 5, 12, 5), Margin = new Edges(0, 0, 12, 6), ShownWhen = () => list.IsVisible,
    };

    private static Beside Line(DawChecklistViewModel list, int place) => new(
        new Label(() => list.Lines[place].Text) { Along = Length.Rest, Shrinks = true, Across = Place.Middle, Tip = () => list.Lines[place].Text },
        new Button("Set", () => list.Lines[place].ConfirmCommand.Execute(null)) { Name = $"set line {place + 1} in the DAW", Tip = () => Definitions.ConfirmLine, Height = 22, Padding = 10, TextSize = Lettering.Small.Size })
    {
        Margin = new Edges(26, 1, 0, 1), ShownWhen = () => place < list.Lines.Count,
    };
}
