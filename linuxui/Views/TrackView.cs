using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using FaderStager.Presentation.Tracks;

namespace FaderStager.LinuxUi.Views;

/// <summary>This track, large: the scale, the fader with its ghost, the reading and the move.</summary>
/// <remarks>[ui]</remarks>
internal static class TrackView
{
    private const float DetailNameWidth = 58;

    /// <summary>Makes it.</summary>
    /// <param name="editor">The editor.</param>
    public static Element Of(EditorViewModel editor)
    {
        TrackViewModel track = editor.Track;
        return new Beside(
            new LuScale(() => LuFigures.Of(track, editor.Mix.ScaleLowLu, editor.Mix.ScaleHighLu))
            {
                Name = "scale in LU around the focal", Along = Length.Of(106), AlongNarrow = Length.Of(92), Tip = () => Definitions.Reading,
            },
            new Below(
                new FaderStrip(track, () => track.FaderTopDb) { Name = "fader", Along = Length.Rest, Tip = () => Definitions.Fader },
                new EntryBox(() => track.FaderText, typed => track.TypeFader(typed))
                {
                    Name = "fader position", Height = 22, Margin = new Edges(0, 2, 0, 0), Padding = 4, IsCentred = true, Lettering = Lettering.Small, Nudge = track.NudgeFader,
                    EnabledWhen = () => track.CanMoveFader, Tip = () => Definitions.Fader,
                })
            {
                Along = Length.Of(64),
            },
            new Below([.. Words(track), new Space { Along = Length.Rest }, Details(track)]) { Along = Length.Rest, Margin = new Edges(14, 4, 0, 0) })
        {
            Along = Length.Of(314), AlongNarrow = Length.Of(294), Margin = new Edges(10, 10, 12, 8),
        };
    }

    private static IEnumerable<Element> Words(TrackViewModel track)
    {
        yield return new Beside(
            new Mark(() => track.Shape, () => Palette.Of(track.Tone)) { Along = Length.Of(20), Height = 20, Across = Place.Middle },
            new Label(() => track.StateWord) { Along = Length.Rest, Margin = new Edges(8, 0, 0, 0), Shrinks = true, Lettering = Lettering.Move, ColourNow = () => Palette.Of(track.Tone) });
        yield return new Label(() => track.ReadingText) { Shrinks = true, Lettering = Lettering.Large, Margin = new Edges(0, 6, 0, 0), Tip = () => Definitions.Reading };
        yield return new Label(() => track.ReadingCaption) { Shrinks = true, Colour = Palette.Quiet };
        yield return new Label(() => track.TargetCaption) { Shrinks = true, Colour = Palette.Quiet, Margin = new Edges(0, 6, 0, 0), Tip = () => Definitions.Target };
        yield return new Label(() => track.LiveText) { Shrinks = true, Colour = Palette.Quiet, Tip = () => Definitions.Live, ShownWhen = () => track.LiveText.Length > 0 };

        // A trim is two moves, one a line each, and longer than one line is wide.
        yield return Move(track, () => track.MoveText, new Edges(0, 12, 0, 0), Palette.Text, Definitions.Move);
        yield return Move(track, () => track.PositionText, default, Palette.Next, Definitions.Position);
        yield return new Button(() => track.ApplyLabel, () => track.ApplyCommand.Execute(null))
        {
            Name = "apply the suggestion", Look = ButtonLook.Primary, TextSize = 15, Height = 34, Margin = new Edges(0, 12, 0, 0), Tip = () => Definitions.Apply, EnabledWhen = () => track.ApplyCommand.CanExecute(null),
        };
        yield return new Button("Keep", () => track.KeepCommand.Execute(null))
        {
            Name = "keep the present reading as target", Height = 28, Margin = new Edges(0, 6, 0, 0), Tip = () => Definitions.Keep, EnabledWhen = () => track.KeepCommand.CanExecute(null),
        };
    }

    private static Layers Move(TrackViewModel track, Func<string> text, Edges margin, SkiaSharp.SKColor colour, string tip)
    {
        bool IsTrim() => track.Shape == StateShape.Exclamation;
        return new Layers(
            new Label(text) { Shrinks = true, Lettering = Lettering.Move, Colour = colour, Tip = () => tip, ShownWhen = () => !IsTrim() },
            new Label(text) { Shrinks = true, Lettering = Lettering.Line with { Weight = Weight.Medium }, Lines = 2, Colour = colour, Tip = () => tip, ShownWhen = IsTrim })
        {
            Margin = margin, ShownWhen = () => text().Length > 0,
        };
    }

    private static Below Details(TrackViewModel track) => new(
        Detail("loudness", () => track.IntegratedText, Definitions.Integrated),
        Detail("range", () => track.LoudnessRangeText, Definitions.LoudnessRange),
        Detail("true peak", () => track.TruePeakText, Definitions.TruePeak),
        Detail("heard", () => track.HeardText, Definitions.Heard))
    {
        ShownIn = room => !room.IsLow,
    };

    private static Beside Detail(string name, Func<string> text, string tip) => new(
        new Label(name) { Along = Length.Of(DetailNameWidth), Lettering = Lettering.Small, Colour = Palette.Faint },
        new Label(text) { Along = Length.Rest, Lettering = Lettering.Small, Colour = Palette.Quiet })
    {
        Margin = new Edges(0, 1), Tip = () => tip,
    };
}
