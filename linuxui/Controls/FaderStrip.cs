using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.Tracks;
using FaderStager.Staging.Settings;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>An upright fader with the suggestion as a ghost.</summary>
/// <remarks>
/// [ui] Drag it, from wherever it is taken hold of: it moves as far as the hand, and a click alone moves nothing. With Shift it moves finely. The wheel and
/// the arrow keys 0.5 dB, with Shift 0.1 dB; Page Up and Down 3 dB; Home = top, End = down; a double click goes to the ghost, or to 0 dB where there is none.
/// </remarks>
internal sealed class FaderStrip(TrackFiguresViewModel figures, Func<double> topDb) : Element
{
    private const float CapHeight = 30;
    private const float CapWidth = 24;
    private const float LabelWidth = 26;
    private const double FineShare = 0.15;

    private static readonly (double Db, string Text)[] Marks = [(12, "+12"), (6, "+6"), (0, "0"), (-6, "−6"), (-12, "−12"), (-24, "−24"), (-40, "−40")];

    private double _faderDb = double.NaN;
    private double _ghostDb = double.NaN;
    private double _topDb = 6;
    private float _grabY;
    private double _grabShare;
    private bool _isDragging;

    /// <inheritdoc/>
    public override bool TakesKeyboard => true;

    /// <inheritdoc/>
    public override bool ReactsToMouse => true;

    protected override bool IsEnabledNow => figures.CanMoveFader;

    private FaderTaper Taper => new(_topDb);

    private float TravelTop => Bounds.Top + (CapHeight / 2);

    private float TravelHeight => Math.Max(1, Bounds.Height - CapHeight);

    private float CentreX => Bounds.Left + LabelWidth + 6 + (CapWidth / 2);

    /// <summary>Pixel of a position.</summary>
    internal float PixelOf(double db) => TravelTop + (float)((1 - Taper.Share(db)) * TravelHeight);

    /// <summary>The middle of the cap.</summary>
    internal SKPoint CapCentre => new(CentreX, PixelOf(_faderDb));

    /// <inheritdoc/>
    public override bool OnPress(Pointer at)
    {
        if (at.Clicks == 2)
        {
            EndDrag();
            figures.SetFader(double.IsNaN(figures.GhostFaderDb) ? 0 : figures.GhostFaderDb);
            return true;
        }

        figures.BeginFaderDrag();
        _isDragging = true;
        (_grabY, _grabShare) = (at.Y, Taper.Share(figures.FaderDb));
        return true;
    }

    /// <inheritdoc/>
    public override void OnDrag(Pointer at)
    {
        if (_isDragging)
        {
            double moved = (_grabY - at.Y) / TravelHeight;
            figures.DragFader(Taper.Db(Math.Clamp(_grabShare + (at.IsShift ? moved * FineShare : moved), 0, 1)));
        }
    }

    /// <inheritdoc/>
    public override void OnRelease(Pointer at) => EndDrag();

    /// <inheritdoc/>
    public override bool OnWheel(int notches, Pointer at)
    {
        figures.NudgeFader(notches * Step(at.IsShift));
        return true;
    }

    /// <inheritdoc/>
    public override bool UsesKey(KeyPress key) => key.IsPlain
        && key.Key is Key.Up or Key.Right or Key.Down or Key.Left or Key.PageUp or Key.PageDown or Key.Home or Key.End;

    /// <inheritdoc/>
    public override void OnKey(KeyPress key)
    {
        switch (key.Key)
        {
            case Key.Up or Key.Right: figures.NudgeFader(Step(key.IsShift)); break;
            case Key.Down or Key.Left: figures.NudgeFader(-Step(key.IsShift)); break;
            case Key.PageUp: figures.NudgeFader(3); break;
            case Key.PageDown: figures.NudgeFader(-3); break;
            case Key.Home: figures.SetFader(_topDb); break;
            case Key.End: figures.SetFader(double.NegativeInfinity); break;
            default: break;
        }
    }

    /// <inheritdoc/>
    protected override void Refresh()
    {
        Follow(ref _faderDb, figures.FaderDb);
        Follow(ref _ghostDb, figures.GhostFaderDb);
        Follow(ref _topDb, topDb());
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        float x = CentreX;
        DrawMarks(painter, x);
        SKRect groove = new(x - 2.5f, TravelTop, x + 2.5f, TravelTop + TravelHeight);
        painter.FillRound(groove, 2.5f, Palette.Groove);
        painter.Frame(groove, 2.5f, Palette.Edge);
        if (IsEnabled)
        {
            float y = PixelOf(_faderDb);
            painter.FillRound(Cap(_faderDb), 3, IsHovered || _isDragging ? Palette.Hovered : Palette.Raised);
            painter.Frame(Cap(_faderDb), 3, HasKeyboard ? Palette.Next : Palette.Faint, HasKeyboard ? 2 : 1);
            painter.Fill(new SKRect(x - (CapWidth / 2) + 2, y - 1, x + (CapWidth / 2) - 2, y + 1), Palette.Text);
        }

        if (!double.IsNaN(_ghostDb))
        {
            float y = PixelOf(_ghostDb);
            painter.Frame(Cap(_ghostDb), 3, Palette.Next, 1.5f, isDashed: true);
            painter.Line(x - (CapWidth / 2) - 3, y, x + (CapWidth / 2) + 3, y, Palette.Next, 1.5f);
        }

        DrawRing(painter, outwards: 0);
    }

    private void DrawMarks(Painter painter, float x)
    {
        foreach ((double db, string text) in Marks)
        {
            if (db <= _topDb)
            {
                float y = MathF.Floor(PixelOf(db)) + 0.5f;
                painter.Line(x - 9, y, x + 9, y, db == 0 ? Palette.Quiet : Palette.Edge, db == 0 ? 1.5f : 1);
                painter.Text(text, Bounds.Left + LabelWidth - Letters.Width(text, Lettering.Text), MathF.Round(y + 4.5f), Lettering.Text, db == 0 ? Palette.Quiet : Palette.Faint);
            }
        }
    }

    private static double Step(bool isFine) => isFine ? FaderRange.StepDb : 0.5;

    private SKRect Cap(double db)
    {
        float y = PixelOf(db);
        return new SKRect(CentreX - (CapWidth / 2), y - (CapHeight / 2) + 0.5f, CentreX + (CapWidth / 2), y + (CapHeight / 2) - 0.5f);
    }

    private void EndDrag()
    {
        if (_isDragging)
        {
            _isDragging = false;
            figures.EndFaderDrag();
        }
    }
}
