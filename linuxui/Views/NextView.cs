using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Approaches;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;

namespace FaderStager.LinuxUi.Views;

/// <summary>The one thing to do next, or what is missing.</summary>
/// <remarks>[ui]</remarks>
internal static class NextView
{
    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    public static Element Of(EditorViewModel editor) => new Layers(Step(editor), Missing(editor.EmptyState))
    {
        Margin = new Edges(0, 8, 0, 6), MarginLow = new Edges(0, 4, 0, 3),
    };

    private static Face Step(EditorViewModel editor)
    {
        MixViewModel mix = editor.Mix;
        NextActionViewModel Next() => editor.Next;
        return new Face(new Beside(
            new Mark(() => Next().IsVisible ? StateShape.Triangle : StateShape.Tick, () => Next().IsVisible ? Palette.Next : Palette.InPlace) { Along = Length.Of(20), Height = 20, Across = Place.Middle, Margin = new Edges(0, 0, 12, 0) },
            new Layers(
                new Below(
                    new Label(() => Next().Title) { Shrinks = true, Lettering = Lettering.Move, LetteringNarrow = new Lettering(16, Weight.Medium), LinesNarrow = 2, Tip = () => Next().Reason },

                    // Where the focal was moved that is said in place of the reason, however little room there is.
                    new Label(() => mix.HasFocalMoved ? mix.Headline : Next().Reason)
                    {
                        Shrinks = true, Lines = 2, ColourNow = () => mix.HasFocalMoved ? Palette.Text : Palette.Quiet, ShownIn = room => !room.IsNarrow || mix.HasFocalMoved, Tip = () => mix.HasFocalMoved ? mix.Headline : Next().Reason,
                    })
                {
                    Across = Place.Middle, ShownWhen = () => Next().IsVisible,
                },
                new Label(() => mix.Headline) { Lettering = Lettering.Line, Lines = 2, Shrinks = true, Across = Place.Middle, Tip = () => mix.Headline, ShownWhen = () => !Next().IsVisible })
            {
                Along = Length.Rest,
            },
            Primary(() => Next().Label, () => Next().ActCommand.Execute(null), "do the next step", () => Next().Title, () => Next().Label.Length > 0, () => Next().ActCommand.CanExecute(null))))
        {
            Colour = Palette.Surface, Radius = 4, Padding = new Edges(14, 7), PaddingLow = new Edges(14, 4), ShownWhen = () => !editor.EmptyState.IsVisible,
        };
    }

    private static Face Missing(EmptyStateViewModel empty) => new(new Beside(
        new Mark(() => ShapeOf(empty.Kind), () => ColourOf(empty.Kind)) { Along = Length.Of(24), Height = 24, Across = Place.Middle, Margin = new Edges(0, 0, 14, 0) },
        new Below(
            new Label(() => empty.Title) { Lettering = Lettering.Move },
            new Label(() => empty.Text) { Wraps = true, Colour = Palette.Quiet, Margin = new Edges(0, 3, 0, 0) })
        {
            Along = Length.Rest, Across = Place.Middle,
        },
        Primary(() => "Flag this track", () => empty.FlagThisTrackCommand.Execute(null), "flag this track as the focal", () => Definitions.Focal, () => empty.ShowsFlagThisTrack, () => true),
        Primary(() => empty.FlagOffer, () => empty.FlagOfferedCommand.Execute(null), "flag the one lead vocal as the focal", () => Definitions.Focal, () => empty.FlagOffer.Length > 0, () => true)))
    {
        Colour = Palette.Surface, Radius = 4, Padding = new Edges(16, 9), LeastHeight = 62, ShownWhen = () => empty.IsVisible,
    };

    private static Button Primary(Func<string> text, Action act, string name, Func<string> tip, Func<bool> isShown, Func<bool> canAct) => new(text, act)
    {
        Name = name, Tip = tip, Look = ButtonLook.Primary, TextSize = 15, Height = 38, LeastWidth = 96, Across = Place.Middle, Margin = new Edges(14, 0, 0, 0), ShownWhen = isShown, EnabledWhen = canAct,
    };

    private static StateShape ShapeOf(EmptyStateKind kind) => kind switch
    {
        EmptyStateKind.NoFocal => StateShape.Star,
        EmptyStateKind.OnlyOneTrack => StateShape.Exclamation,
        EmptyStateKind.Stopped => StateShape.Triangle,
        _ => StateShape.HollowDot,
    };

    private static SkiaSharp.SKColor ColourOf(EmptyStateKind kind) => kind switch
    {
        EmptyStateKind.NoFocal => Palette.Focal,
        EmptyStateKind.OnlyOneTrack or EmptyStateKind.Stopped => Palette.Next,
        _ => Palette.Unknown,
    };
}
