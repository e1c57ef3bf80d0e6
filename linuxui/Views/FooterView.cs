using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;

namespace FaderStager.LinuxUi.Views;

/// <summary>Why, in one sentence; over it the preview, and what just happened.</summary>
/// <remarks>[ui]</remarks>
internal static class FooterView
{
    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    public static Element Of(EditorViewModel editor) => new Face(new Layers(
        new Below(
            // A small window has two lines for it and leaves out what stands below.
            new Label(() => editor.Track.ReasonText) { Shrinks = true, LinesNarrow = 2, Tip = () => editor.Track.ReasonText, ShownWhen = () => editor.Track.ReasonText.Length > 0 },
            new Beside(
                new Label(() => editor.FooterText) { Along = Length.Rest, Lettering = Lettering.Small, Colour = Palette.Faint, Tip = () => editor.FooterText },
                new Label(() => editor.Track.ConfidenceText) { Lettering = Lettering.Small, Colour = Palette.Quiet, Margin = new Edges(16, 0, 0, 0), Tip = () => Definitions.Confidence })
            {
                Margin = new Edges(0, 4, 0, 0), ShownIn = room => !(room.IsLow && room.IsNarrow),
            })
        {
            Across = Place.Middle,
        },
        Banner(
            () => StateShape.Triangle, () => StateTone.Next, () => editor.Mix.PreviewText, () => editor.Mix.IsPreviewing,
            new Button("Leave", () => editor.Mix.CancelPreviewCommand.Execute(null)) { Name = "leave the preview", Tip = () => "Leaves the preview; no fader moves.", Height = 28, Across = Place.Middle }),
        Banner(
            () => editor.Notice.IsRefusal ? StateShape.Exclamation : StateShape.Tick, () => editor.Notice.IsRefusal ? StateTone.TooLoud : StateTone.InPlace, () => editor.Notice.Text, () => editor.Notice.IsVisible,
            new Button("Undo", () => editor.UndoCommand.Execute(null)) { Name = "undo what was just moved", Tip = () => Definitions.Undo, Height = 28, Across = Place.Middle, ShownWhen = () => editor.Notice.CanUndo })))
    {
        Colour = Palette.Surface, TopLine = Palette.Line, Padding = new Edges(12, 7, 12, 7), PaddingLow = new Edges(12, 4, 12, 3), LeastHeight = 54, LeastHeightLow = 40,
    };

    private static Face Banner(Func<StateShape> shape, Func<StateTone> tone, Func<string> text, Func<bool> isShown, Button button) => new(new Beside(
        new Mark(shape, () => Palette.Of(tone())) { Along = Length.Of(16), Margin = new Edges(0, 0, 10, 0) },
        new Label(text) { Along = Length.Rest, Lettering = Lettering.Line, Across = Place.Middle, Tip = text },
        button))
    {
        Colour = Palette.Raised, Radius = 4, Padding = new Edges(12, 0), Margin = new Edges(-4, -1), ShownWhen = isShown,
    };
}
