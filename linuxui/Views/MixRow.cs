using System.Globalization;
using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using SkiaSharp;

namespace FaderStager.LinuxUi.Views;

/// <summary>One line of the table. Lines are few, as many as are in view, and show whichever row comes to stand there.</summary>
/// <remarks>[ui]</remarks>
internal sealed class MixRow : Element
{
    private const float SelectionBar = 2;

    private static readonly string[] Numbers = [.. Enumerable.Range(0, 1000).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private readonly MixRows _rows;
    private readonly Element _cells;
    private bool _isSelected;
    private bool _isThisTrack;
    private uint? _hostColour;

    public MixRow(MixRows rows, EditorViewModel editor)
    {
        _rows = rows;
        MixViewModel mix = editor.Mix;
        _cells = new Beside(
            new Label(() => Numbers[Math.Clamp(Row.Number, 0, Numbers.Length - 1)]) { Along = Length.Of(21), Margin = new Edges(0, 0, 3, 0), End = TextEnd.Right, Lettering = Lettering.Small, Colour = Palette.Faint },
            new Mark(() => Row.Shape, () => Palette.Of(Row.Tone)) { Along = Length.Of(15), Margin = new Edges(2, 0, 7, 0) },
            new Label(() => Row.Title) { Along = Length.Of(MixTable.NameWidth), AlongNarrow = Length.Of(MixTable.NarrowNameWidth), Margin = new Edges(0, 0, 4, 0), Shrinks = true, LetteringNow = () => Lettering.Text with { Weight = Row.IsThisTrack ? Weight.Bold : Weight.Regular }, UnderlinedWhen = () => Row.IsThisTrack, Tip = () => Row.Name },
            new Label(() => Row.RoleText) { Along = Length.Of(MixTable.RoleWidth), Shrinks = true, Colour = Palette.Quiet, ShownIn = room => room.IsWide, Tip = () => Definitions.Role },
            new LevelBar(() => LuFigures.Of(Row, mix.ScaleLowLu, mix.ScaleHighLu), () => mix.IsPreviewing) { Along = Length.Rest, Tip = () => Definitions.Reading },
            new Label(() => Row.ReadingCell) { Along = Length.Of(MixTable.ReadingWidth), End = TextEnd.Right, Tip = () => Definitions.Reading },
            new Label(() => Row.FaderText) { Along = Length.Of(MixTable.FaderWidth), End = TextEnd.Right, Colour = Palette.Quiet, ShownIn = room => !room.IsNarrow, Tip = () => Definitions.Position },
            new Label(HintText) { Along = Length.Of(MixTable.HintWidth), AlongNarrow = Length.Of(MixTable.NarrowHintWidth), Margin = new Edges(8, 0, 0, 0), Shrinks = true, ColourNow = () => Row.PreviewText.Length > 0 ? Palette.Next : Palette.Of(Row.Tone), Tip = () => Row.ReasonText });
        Adopt(_cells);
    }

    /// <summary>The row that stands here.</summary>
    public MixRowViewModel Row { get; set; } = null!;

    /// <summary>Whether one does.</summary>
    public bool HasRow => Row is not null;

    /// <inheritdoc/>
    public override bool ReactsToMouse => true;

    /// <inheritdoc/>
    public override bool OnPress(Pointer at)
    {
        _rows.PressRow(Row, at);
        return true;
    }

    /// <inheritdoc/>
    public override void OnDrag(Pointer at) => _rows.DragRow(at);

    /// <inheritdoc/>
    public override void OnRelease(Pointer at) => _rows.DropRow();

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds) => _cells.Arrange(new SKRect(bounds.Left + SelectionBar, bounds.Top, bounds.Right, bounds.Bottom));

    /// <inheritdoc/>
    protected override void Refresh()
    {
        Follow(ref _isSelected, _rows.IsSelected(Row));
        Follow(ref _isThisTrack, Row.IsThisTrack);
        Follow(ref _hostColour, Row.HostColourArgb);
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        if (_isSelected)
        {
            painter.Fill(Bounds, Palette.Chosen);
            painter.Fill(new SKRect(Bounds.Left, Bounds.Top, Bounds.Left + SelectionBar, Bounds.Bottom), _rows.HasRing ? Palette.Next : Palette.Quiet);
        }
        else if (IsHovered)
        {
            painter.Fill(Bounds, Palette.Surface);
        }

        if (_hostColour is { } colour)
        {
            // Opaque: it stands on a ground of our own.
            painter.Fill(new SKRect(Bounds.Left + SelectionBar, Bounds.Top + 4, Bounds.Left + SelectionBar + 3, Bounds.Bottom - 4), new SKColor(colour | 0xFF000000));
        }
    }

    private string HintText() => Row.PreviewText.Length > 0
        ? (Room.IsNarrow ? Row.ShortPreviewText : Row.PreviewText)
        : Room.IsNarrow ? Row.ShortHintCell : Row.HintCell;
}
