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
    private const float HalfLine = 0.6f;

    private readonly SongLaneViewModel _lane;

    private long _drawing;
    private long _layouts;
    private float[] _highs = [];
    private float[] _lows = [];
    private double _positionX = double.NaN;
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
        Follow(ref _empty, _lane.EmptyText);
        Follow(ref _layouts, _lane.Layouts);
        if (_drawing != _lane.Drawing)
        {
            _drawing = _lane.Drawing;
            DamageCurve();
            DamageUpright(_positionX);
            _positionX = _lane.PositionX;
            DamageUpright(_positionX);
        }
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        int count = painter.Canvas.Save();
        painter.Canvas.ClipRect(Bounds);
        DrawBands(painter);
        if (double.IsFinite(_lane.Curve.ZoneTop))
        {
            float target = Bounds.Top + (float)_lane.Curve.TargetY;
            painter.Fill(new SKRect(Bounds.Left, Bounds.Top + (float)_lane.Curve.ZoneTop, Bounds.Right, Bounds.Top + (float)Math.Max(_lane.Curve.ZoneTop + 1, _lane.Curve.ZoneBottom)), Palette.Zone);
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

    // A playing song changes the curve about its place alone: only there it is drawn anew.
    private void DamageCurve()
    {
        ReadOnlySpan<float> highs = _lane.Curve.HighY;
        if (highs.Length != _highs.Length)
        {
            (_highs, _lows) = (new float[highs.Length], new float[highs.Length]);
            Damage();
        }

        int first = Math.Min(highs.CommonPrefixLength(_highs), _lane.Curve.LowY.CommonPrefixLength(_lows));
        int end = highs.Length;
        while (end > first && highs[end - 1].Equals(_highs[end - 1]) && _lane.Curve.LowY[end - 1].Equals(_lows[end - 1]))
        {
            end--;
        }

        if (end > first)
        {
            highs.CopyTo(_highs);
            _lane.Curve.LowY.CopyTo(_lows);
            Scene?.Damage(new SKRect(Bounds.Left + first, Bounds.Top, Bounds.Left + end + 1, Bounds.Bottom));
        }
    }

    private void DamageUpright(double x)
    {
        if (double.IsFinite(x))
        {
            Scene?.Damage(new SKRect(Bounds.Left + (float)x - 1, Bounds.Top, Bounds.Left + (float)x + 1, Bounds.Bottom));
        }
    }

    // A box for each column, as high as what it spans and the way to it from the one before. Lines cost ten times as much.
    private void DrawCurve(Painter painter)
    {
        SKRect part = painter.Canvas.LocalClipBounds;
        int first = Math.Clamp((int)(part.Left - Bounds.Left) - 1, 0, _highs.Length);
        int end = Math.Clamp((int)(part.Right - Bounds.Left) + 2, first, _highs.Length);
        float before = float.NaN;
        for (int column = first; column < end; column++)
        {
            (float high, float low) = (_highs[column], _lows[column]);
            if (!float.IsNaN(high))
            {
                float top = before < high ? before : high;
                float bottom = before > low ? before : low;
                float left = Bounds.Left + column;
                painter.Fill(new SKRect(left, Bounds.Top + top - HalfLine, left + 1, Bounds.Top + bottom + HalfLine), Palette.Text);
            }

            before = (high + low) / 2;
        }
    }

    private void DrawUpright(Painter painter, double x, SKColor colour)
    {
        if (double.IsFinite(x))
        {
            painter.Line(Bounds.Left + (float)x, Bounds.Top, Bounds.Left + (float)x, Bounds.Bottom, colour, 1.5f);
        }
    }
}
