using System.Collections.Immutable;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using SkiaSharp;

namespace FaderStager.Rehearsal.Pictures;

/// <summary>The level plot of the picture: one row a track on a scale of LU around the focal.</summary>
/// <remarks>As on the web page: zone = target and tolerance, diamond = reading, arrow and ring = where the suggestion leads.</remarks>
internal static class PlotDrawing
{
    private const float RowHeight = 28;
    private const float Head = 40;
    private const float Foot = 36;
    private const float NameRoom = 150;
    private const float WordRoom = 140;
    private const double TickLu = 6;
    private const double WidestLu = 48;
    private const double LowLu = -18;
    private const double HighLu = 6;

    /// <summary>Height of the plot.</summary>
    /// <param name="rows">How many rows.</param>
    /// <returns>Its height.</returns>
    public static float HeightOf(int rows) => Head + (rows * RowHeight) + Foot;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="brushes">Colours and letters.</param>
    /// <param name="rows">The rows from top to bottom.</param>
    /// <param name="corner">Its upper left corner.</param>
    /// <param name="width">Its width.</param>
    public static void Draw(SKCanvas canvas, Brushes brushes, ImmutableArray<ReportRow> rows, SKPoint corner, float width)
    {
        float height = HeightOf(rows.Length);
        (double low, double high) = Range(rows);
        float left = corner.X + NameRoom;
        float right = corner.X + width - WordRoom;
        float X(double lu) => (float)(left + ((Math.Clamp(lu, low, high) - low) / (high - low) * (right - left)));

        canvas.DrawRoundRect(corner.X, corner.Y, width, height, 8, 8, brushes.Fill(Brushes.Raised));
        for (double lu = low; lu <= high; lu += TickLu)
        {
            string label = lu == 0 ? "focal 0 LU" : FigureText.Relative(lu)[..^2];
            canvas.DrawLine(X(lu), corner.Y + Head - 8, X(lu), corner.Y + height - Foot + 4, brushes.Stroke(lu == 0 ? Brushes.Focal : Brushes.Line, lu == 0 ? 2 : 1));
            brushes.Write(canvas, label, new SKPoint(X(lu), corner.Y + Head - 16), 11, Brushes.Dim, 90, SKTextAlign.Center);
        }

        for (int index = 0; index < rows.Length; index++)
        {
            float y = corner.Y + Head + ((index + 0.5f) * RowHeight);
            DrawRow(canvas, brushes, rows[index], y, X);
            brushes.Write(canvas, rows[index].Reading.Name, new SKPoint(left - 14, y + 4.5f), 13, Brushes.Text, NameRoom - 22, SKTextAlign.Right);
            brushes.Write(canvas, Word(rows[index]), new SKPoint(right + 14, y + 4.5f), 12, Brushes.Tone(rows[index].Hint.Kind), WordRoom - 20);
        }

        DrawLegend(canvas, brushes, left, corner.Y + height - 14);
    }

    private static void DrawRow(SKCanvas canvas, Brushes brushes, ReportRow row, float y, Func<double, float> x)
    {
        if (!row.Reading.IsFocal && double.IsFinite(row.Hint.TargetLu))
        {
            float from = x(row.Hint.TargetLu - row.Hint.ToleranceLu);
            float to = x(row.Hint.TargetLu + row.Hint.ToleranceLu);
            DrawZone(canvas, brushes, from, to, x(row.Hint.TargetLu), y);
        }

        SKColor tone = Brushes.Tone(row.Hint.Kind);
        double readingLu = row.Reading.IsFocal ? row.Reading.IsDown ? double.NaN : 0 : row.Hint.RelativeLu;
        if (double.IsFinite(row.LandsAtLu) && !(Math.Abs(row.LandsAtLu - readingLu) < 0.05))
        {
            float end = x(row.LandsAtLu);
            canvas.DrawLine(x(double.IsFinite(readingLu) ? readingLu : double.NegativeInfinity), y, end, y, brushes.Stroke(tone, 2));
            DrawRing(canvas, brushes, end, y, tone);
        }

        if (double.IsFinite(readingLu))
        {
            DrawDiamond(canvas, brushes, x(readingLu), y, tone);
        }
    }

    private static void DrawZone(SKCanvas canvas, Brushes brushes, float from, float to, float target, float y)
    {
        canvas.DrawRoundRect(from, y - 9, to - from, 18, 4, 4, brushes.Fill(Brushes.Zone));
        canvas.DrawLine(target, y - 9, target, y + 9, brushes.Stroke(Brushes.Target, 2));
    }

    private static void DrawRing(SKCanvas canvas, Brushes brushes, float x, float y, SKColor tone)
    {
        canvas.DrawCircle(x, y, 6, brushes.Fill(Brushes.Raised));
        canvas.DrawCircle(x, y, 6, brushes.Stroke(tone, 2));
    }

    private static void DrawDiamond(SKCanvas canvas, Brushes brushes, float x, float y, SKColor tone)
    {
        using SKPathBuilder path = new();
        path.MoveTo(x, y - 7.5f);
        path.LineTo(x + 7.5f, y);
        path.LineTo(x, y + 7.5f);
        path.LineTo(x - 7.5f, y);
        path.Close();
        using SKPath diamond = path.Detach();
        canvas.DrawPath(diamond, brushes.Fill(tone));
    }

    private static void DrawLegend(SKCanvas canvas, Brushes brushes, float left, float y)
    {
        SKColor tone = Brushes.Tone(HintKind.InPlace);
        DrawDiamond(canvas, brushes, left + 8, y - 4, tone);
        brushes.Write(canvas, "reading, faders as they are", new SKPoint(left + 22, y), 11, Brushes.Dim, 200);
        DrawRing(canvas, brushes, left + 222, y - 4, tone);
        brushes.Write(canvas, "where the suggestion leads", new SKPoint(left + 236, y), 11, Brushes.Dim, 200);
        DrawZone(canvas, brushes, left + 420, left + 454, left + 437, y - 4);
        brushes.Write(canvas, "target and tolerance", new SKPoint(left + 462, y), 11, Brushes.Dim, 200);
    }

    /// <summary>What the end of a row says: the move where there is one, else the hint's word.</summary>
    private static string Word(ReportRow row) =>
        double.IsFinite(row.Hint.MoveDb) && row.Hint.MoveDb != 0 ? $"{(row.Hint.MoveDb < 0 ? "down" : "up")} {FigureText.Level(Math.Abs(row.Hint.MoveDb))} dB"
        : row.Reading.IsDown && double.IsFinite(row.Hint.SuggestedFaderDb) ? $"up to {FigureText.Fader(row.Hint.SuggestedFaderDb)} dB"
        : HintWords.Of(row.Hint);

    private static (double LowLu, double HighLu) Range(ImmutableArray<ReportRow> rows)
    {
        double[] figures =
        [
            .. rows.SelectMany(row => new[] { row.Hint.RelativeLu, row.LandsAtLu, row.Hint.TargetLu - row.Hint.ToleranceLu, row.Hint.TargetLu + row.Hint.ToleranceLu }).Where(double.IsFinite),
            LowLu,
            HighLu,
        ];
        return (Math.Floor(Math.Max(figures.Min(), -WidestLu) / TickLu) * TickLu, Math.Ceiling(Math.Min(figures.Max(), WidestLu) / TickLu) * TickLu);
    }
}
