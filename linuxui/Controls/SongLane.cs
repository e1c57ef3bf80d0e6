using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Songs;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>Draws the song lane from the geometry that its view model holds, and hands mouse and keys to it.</summary>
/// <remarks>
/// [ui] Drawn anew where the view model says so. A drag chooses the part that counts. With the keyboard: arrows move along the song,
/// with Ctrl by 10 s, with Shift they choose, Enter takes, Esc leaves.
/// </remarks>
internal sealed class SongLane : Element
{
    private const double StepSeconds = 1;
    private const double WideStepSeconds = 10;

    private readonly SongLaneViewModel _lane;

    // Pairs of ends.
    private SKPoint[] _lines = [];
    private long _drawing;
    private string _empty = "";
    private float _mouseX;

    public SongLane(SongLaneViewModel lane)
    {
        _lane = lane;
        Tip = () => lane.TipAt(_mouseX);
    }

    /// <inheritdoc/>
    public override bool TakesKeyboard => true;

    /// <inheritdoc/>
    public override string ShownText => _empty;

    /// <inheritdoc/>
    public override bool OnPress(Pointer at)
    {
        _lane.BeginChoice(at.X - Bounds.Left);
        return true;
    }

    /// <inheritdoc/>
    public override void OnDrag(Pointer at) => _lane.DragChoice(at.X - Bounds.Left);

    /// <inheritdoc/>
    public override void OnRelease(Pointer at) => _lane.EndChoice(at.X - Bounds.Left);

    /// <inheritdoc/>
    public override void OnMove(Pointer at)
    {
        if (at.X - Bounds.Left is var x && x != _mouseX)
        {
            _mouseX = x;
            Scene?.Tooltip.Rest(this, at);
        }
    }

    /// <inheritdoc/>
    public override bool UsesKey(KeyPress key) => !key.IsAlt
        && (key.Key is Key.Left or Key.Right or Key.Enter || (key.Key == Key.Escape && double.IsFinite(_lane.CursorX)));

    /// <inheritdoc/>
    public override void OnKey(KeyPress key)
    {
        double step = key.IsControl ? WideStepSeconds : StepSeconds;
        switch (key.Key)
        {
            case Key.Left: _lane.MoveCursor(-step, key.IsShift); break;
            case Key.Right: _lane.MoveCursor(step, key.IsShift); break;
            case Key.Enter: _lane.TakeChoice(); break;
            default: _lane.CancelChoice(); break;
        }
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds) => _lane.Fit(bounds.Width, bounds.Height);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        Follow(ref _drawing, _lane.Drawing);
        Follow(ref _empty, _lane.EmptyText);
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        int count = painter.Canvas.Save();
        painter.Canvas.ClipRect(Bounds);
        DrawBands(painter);
        if (double.IsFinite(_lane.ZoneTop))
        {
            float target = Bounds.Top + (float)_lane.TargetY;
            painter.Fill(new SKRect(Bounds.Left, Bounds.Top + (float)_lane.ZoneTop, Bounds.Right, Bounds.Top + (float)Math.Max(_lane.ZoneTop + 1, _lane.ZoneBottom)), Palette.Zone);
            painter.Line(Bounds.Left, target, Bounds.Right, target, Palette.ZoneEdge, 1);
        }

        DrawRides(painter);
        DrawCurve(painter);
        if (_empty.Length > 0)
        {
            float width = Letters.Width(_empty, Lettering.Text);
            painter.Text(_empty, Bounds.MidX - (width / 2), MathF.Round(Bounds.MidY + 4.5f), Lettering.Text, Palette.Quiet);
        }

        if (double.IsFinite(_lane.Selection.Left))
        {
            float left = Bounds.Left + (float)_lane.Selection.Left;
            painter.Frame(new SKRect(left, Bounds.Top + 1, Math.Max(left + 1, Bounds.Left + (float)_lane.Selection.Right), Bounds.Bottom - 1), 0, Palette.Focal);
        }

        DrawUpright(painter, _lane.PositionX, Palette.Focal);
        DrawUpright(painter, _lane.CursorX, Palette.Text);
        painter.Canvas.RestoreToCount(count);
        DrawRing(painter, outwards: 0);
    }

    private void DrawBands(Painter painter)
    {
        foreach (LaneBand band in _lane.Bands)
        {
            float left = Bounds.Left + (float)band.Left;
            float right = Bounds.Left + (float)band.Right;
            painter.Line(left, Bounds.Top, left, Bounds.Bottom, Palette.Line, 1);
            if (right - left - 8 > Lettering.Small.Size)
            {
                int count = painter.Canvas.Save();
                painter.Canvas.ClipRect(new SKRect(left + 4, Bounds.Top, right - 4, Bounds.Bottom));
                painter.Text(band.Label, left + 4, MathF.Round(Bounds.Top + 1 + Lettering.Small.Baseline), Lettering.Small, Palette.Quiet);
                painter.Canvas.RestoreToCount(count);
            }
        }

        float under = Bounds.Top + (float)SongLaneViewModel.BandHeight;
        painter.Line(Bounds.Left, under, Bounds.Right, under, Palette.Line, 1);
    }

    private void DrawRides(Painter painter)
    {
        foreach (LaneRide ride in _lane.RideMarks)
        {
            SKColor colour = Palette.Of(ride.IsLoud ? StateTone.TooLoud : StateTone.Buried);
            float left = Bounds.Left + (float)ride.Left;
            float top = ride.IsLoud ? Bounds.Top + (float)SongLaneViewModel.BandHeight : Bounds.Bottom - 3;
            painter.Fill(new SKRect(left, top, Math.Max(left + 2, Bounds.Left + (float)ride.Right), top + 3), colour);
            painter.Text(ride.Text, left + 3, ride.IsLoud ? top + 4 + Lettering.Small.Baseline : top - 4, Lettering.Small, colour);
        }
    }

    private void DrawCurve(Painter painter)
    {
        // Of each column what it spans, and the way to it from the one before.
        int columns = _lane.LowY.Length;
        if (_lines.Length != 4 * columns)
        {
            _lines = new SKPoint[4 * columns];
        }

        SKPoint before = new(0, float.NaN);
        for (int column = 0; column < columns; column++)
        {
            SKPoint high = new(Bounds.Left + column + 0.5f, Bounds.Top + _lane.HighY[column]);
            SKPoint low = new(high.X, Bounds.Top + _lane.LowY[column] + 0.5f);
            Span<SKPoint> lines = _lines.AsSpan(4 * column, 4);
            (lines[0], lines[1], lines[2], lines[3]) = float.IsNaN(high.Y) ? default : (float.IsNaN(before.Y) ? high : before, high, high, low);
            before = low;
        }

        painter.Lines(_lines, Palette.Text, 1);
    }

    private void DrawUpright(Painter painter, double x, SKColor colour)
    {
        if (double.IsFinite(x))
        {
            painter.Line(Bounds.Left + (float)x, Bounds.Top, Bounds.Left + (float)x, Bounds.Bottom, colour, 1.5f);
        }
    }
}
