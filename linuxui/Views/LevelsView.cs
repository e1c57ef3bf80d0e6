using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Levels;
using FaderStager.Presentation.Texts;

namespace FaderStager.LinuxUi.Views;

/// <summary>The Levels view, step 0: a row an instance, the trims that FaderStager can make, and a list of the rest.</summary>
/// <remarks>[ui] In the place of the mix table while it is shown.</remarks>
internal static class LevelsView
{
    private const float RowHeight = 25;
    private const float NameWidth = 110;
    private const float NarrowNameWidth = 84;
    private const float RmsWidth = 82;
    private const float ClipWidth = 104;
    private const float NarrowClipWidth = 52;
    private const float TrimWidth = 84;
    private const float NarrowTrimWidth = 66;
    private const float WhereWidth = 124;
    private const float OwnTrimWidth = 74;
    private const float NarrowOwnTrimWidth = 62;
    private const float MostListHeight = 54;

    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    public static Element Of(EditorViewModel editor)
    {
        LevelsViewModel levels = editor.Levels;
        return new Below(
            new Beside(
                new Label(() => levels.Headline) { Along = Length.Rest, Wraps = true, Lines = 3, Lettering = Lettering.Text with { Weight = Weight.Medium }, Tip = () => levels.SourcesText },
                new Button("Undo", () => editor.UndoCommand.Execute(null)) { Name = "undo", Tip = () => Definitions.Undo, EnabledWhen = () => editor.Mix.UndoCommand.CanExecute(null), Height = 28, Across = Place.Start, Margin = new Edges(8, 0, 0, 0) },
                new Button(() => levels.TakeLabel, () => levels.TakeTrimsCommand.Execute(null))
                {
                    Name = "take the trims FaderStager can make", Tip = () => Definitions.TakeTrims, Height = 28, Across = Place.Start, Margin = new Edges(6, 0, 0, 0), ShownWhen = () => levels.TakeLabel.Length > 0,
                }),
            new Face(new Beside(
                Head("track", NameWidth, NarrowNameWidth, new Edges(8, 0, 4, 0)),
                new Label("VU") { Along = Length.Rest, Lettering = Lettering.Small, Colour = Palette.Faint, Margin = new Edges(LevelBar.Side, 0, 0, 0), Tip = () => Definitions.Vu },
                new Label("RMS") { Along = Length.Of(RmsWidth), Lettering = Lettering.Small, Colour = Palette.Faint, Margin = new Edges(8, 0, 0, 0), Tip = () => Definitions.Rms, ShownIn = room => !room.IsNarrow },
                Head("clipped", ClipWidth, NarrowClipWidth, new Edges(8, 0, 0, 0), Definitions.Clipped),
                Head("trim", TrimWidth, NarrowTrimWidth, new Edges(4, 0, 0, 0), Definitions.Trim),
                new Label("where") { Along = Length.Of(WhereWidth), Lettering = Lettering.Small, Colour = Palette.Faint, ShownIn = room => room.IsWide },
                Head("own trim", OwnTrimWidth, NarrowOwnTrimWidth, new Edges(4, 0, 4, 0), Definitions.Trim)))
            {
                BottomLine = Palette.Line, Padding = new Edges(0, 0, 0, 3), Margin = new Edges(0, 8, 0, 0),
            },
            new Scroll(new Repeated(() => levels.Rows.Count, place => Row(levels, place))) { Name = "levels of all tracks", Along = Length.Rest },
            new Scroll(new Label(() => levels.RestText) { Name = "trims to make in the DAW", Wraps = true, Lines = 100, Colour = Palette.Quiet })
            {
                MostHeight = MostListHeight, Margin = new Edges(8, 6, 0, 0), ShownWhen = () => levels.RestText.Length > 0, Tip = () => Definitions.RestOfTrims,
            },
            new Beside(
                Caption("0 VU is"),
                new EntryBox(() => levels.WorkingLevelText, text => levels.WorkingLevelText = text) { Name = "working level", Tip = () => Definitions.WorkingLevel, Width = 96, Height = 26, Margin = new Edges(0, 0, 12, 0) },
                Caption("on one track with"),
                new ChoiceOf<PairChoice>(() => levels.PairChoices, () => levels.Paired ?? PairChoice.None, choice => levels.Paired = choice, choice => choice.Text)
                {
                    Name = "FaderStager behind this one on the same track", Tip = () => Definitions.Pair, Width = 140, Height = 26,
                })
            {
                Margin = new Edges(8, 6, 0, 0),
            })
        {
            Along = Length.Rest, Margin = new Edges(0, 10, 12, 8), MarginLow = new Edges(0, 6, 12, 5), ShownWhen = () => levels.IsShown,
        };
    }

    private static Beside Row(LevelsViewModel levels, int place)
    {
        LevelRowViewModel? At() => place < levels.Rows.Count ? levels.Rows[place] : null;
        string Reason() => At()?.ReasonText ?? "";
        return new Beside(
            new Label(() => At()?.Name ?? "") { Along = Length.Of(NameWidth), AlongNarrow = Length.Of(NarrowNameWidth), Shrinks = true, Across = Place.Middle, Margin = new Edges(8, 0, 4, 0), Tip = Reason },
            new VuBar(() => At() is { } row ? VuFigures.Of(row) : default) { Along = Length.Rest, Height = RowHeight, Tip = () => Definitions.Vu },
            new Label(() => At()?.RmsText ?? "") { Along = Length.Of(RmsWidth), Across = Place.Middle, Margin = new Edges(8, 0, 0, 0), Tip = () => Definitions.Rms, ShownIn = room => !room.IsNarrow },
            new Label(() => At()?.ClipText ?? "") { Along = Length.Of(ClipWidth), AlongNarrow = Length.Of(NarrowClipWidth), Shrinks = true, Colour = Palette.TooLoud, Across = Place.Middle, Margin = new Edges(8, 0, 0, 0), Tip = () => Definitions.Clipped },
            new Label(() => At()?.TrimText ?? "") { Along = Length.Of(TrimWidth), AlongNarrow = Length.Of(NarrowTrimWidth), Shrinks = true, Across = Place.Middle, Margin = new Edges(4, 0, 0, 0), Tip = Reason },
            new Label(() => At()?.WhereText ?? "") { Along = Length.Of(WhereWidth), Shrinks = true, Colour = Palette.Quiet, Across = Place.Middle, Tip = Reason, ShownIn = room => room.IsWide },
            new Button("Take", () => At()?.TakeCommand.Execute(null)) { Name = "take the row's trim", Tip = () => Definitions.Trim, Height = 23, Padding = 8, Across = Place.Middle, ShownWhen = () => At()?.CanTake == true },
            new EntryBox(() => At()?.OwnTrimText ?? "", text => Type(At(), text)) { Name = "FaderStager's trim of the row's track", Tip = () => Definitions.Trim, Along = Length.Of(OwnTrimWidth), AlongNarrow = Length.Of(NarrowOwnTrimWidth), Height = 23, Across = Place.Middle, Margin = new Edges(4, 0, 4, 0) })
        {
            ShownWhen = () => At() is not null,
        };
    }

    private static void Type(LevelRowViewModel? row, string text)
    {
        if (row is not null)
        {
            row.OwnTrimText = text;
        }
    }

    private static Label Head(string text, float width, float narrow, Edges margin, string? tip = null) => new(text)
    {
        Along = Length.Of(width), AlongNarrow = Length.Of(narrow), Lettering = Lettering.Small, Colour = Palette.Faint, Margin = margin, Tip = tip is null ? null : () => tip,
    };

    private static Label Caption(string text) => new(text) { Lettering = Lettering.Small, Colour = Palette.Faint, Across = Place.Middle, Margin = new Edges(0, 0, 5, 0) };
}
