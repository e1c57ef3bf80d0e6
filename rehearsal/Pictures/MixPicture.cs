using System.Collections.Immutable;
using System.Globalization;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using SkiaSharp;

namespace FaderStager.Rehearsal.Pictures;

/// <summary>One or more mixes as a picture: headline, level plot around the focal, table.</summary>
public static class MixPicture
{
    private const int Scale = 2;
    private const float Width = 1120;
    private const float Margin = 24;
    private const float RowHeight = 24;
    private const float Room = Width - (2 * Margin);
    private const float HeadHeight = 104;
    private const float HeadlineSize = 17;
    private const float HeadlineStep = 23;
    private const float TitleHeight = 60;
    private const float Gap = 26;

    private static readonly (string Head, float Right, bool IsFigure)[] Columns =
    [
        ("Step", 60, true), ("Track", 74, false), ("Role", 290, false), ("Loudness LUFS", 545, true), ("Peak dBTP", 625, true),
        ("Reading LU", 705, true), ("Target LU", 780, true), ("Fader dB", 850, true), ("To dB", 910, true), ("Move dB", 980, true), ("Hint", 1000, false),
    ];

    /// <summary>Draws the picture.</summary>
    /// <param name="states">The mixes, one under another.</param>
    /// <param name="title">What the session is called.</param>
    /// <returns>A PNG file, 2,240 pixels wide.</returns>
    public static byte[] Draw(ImmutableArray<MixState> states, string title)
    {
        using Brushes brushes = new();
        string[][] headlines = [.. states.Select(state => brushes.Lines(state.Advice.Headline, HeadlineSize, Room))];
        float height = TitleHeight + states.Select((state, at) => SectionHeight(state, headlines[at])).Sum() + Margin;
        using SKSurface surface = SKSurface.Create(new SKImageInfo((int)Width * Scale, (int)Math.Ceiling(height) * Scale));
        SKCanvas canvas = surface.Canvas;
        canvas.Scale(Scale);
        canvas.Clear(Brushes.Ground);
        brushes.Write(canvas, title, new SKPoint(Margin, 44), 24, Brushes.Text, Room, isMedium: true);
        float top = TitleHeight;
        foreach ((MixState state, string[] headline) in states.Zip(headlines))
        {
            DrawSection(canvas, brushes, state, headline, top);
            top += SectionHeight(state, headline);
        }

        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static float SectionHeight(MixState state, string[] headline)
    {
        int rows = state.Advice.Hints.Length;
        return HeadHeight + ((headline.Length - 1) * HeadlineStep) + PlotDrawing.HeightOf(rows) + Gap + ((rows + 1) * RowHeight) + Gap;
    }

    private static void DrawSection(SKCanvas canvas, Brushes brushes, MixState state, string[] headline, float top)
    {
        MixSnapshot mix = state.Snapshot;
        ImmutableArray<ReportRow> rows = ReportRow.InOrder(state);
        brushes.Write(canvas, ReportNames.Name(mix.Settings.Approach).ToUpperInvariant(), new SKPoint(Margin, top + 22), 13, Brushes.Dim, Room, isMedium: true);
        for (int line = 0; line < headline.Length; line++)
        {
            brushes.Write(canvas, headline[line], new SKPoint(Margin, top + 50 + (line * HeadlineStep)), HeadlineSize, Brushes.Text, Room);
        }

        top += (headline.Length - 1) * HeadlineStep;
        string facts = $"Focal {mix.Focal?.Name ?? "none"} · profile {mix.Profile.Name} · focal against the rest {BalanceWords.Figure(mix)} · predicted peak {FigureText.Level(mix.PredictedPeakDbfs)} dBFS {BalanceWords.PeakSource(mix)}".TrimEnd();
        brushes.Write(canvas, facts, new SKPoint(Margin, top + 76), 14, Brushes.Dim, Room);
        PlotDrawing.Draw(canvas, brushes, rows, new SKPoint(Margin, top + HeadHeight - 14), Room);
        DrawTable(canvas, brushes, rows, top + HeadHeight + PlotDrawing.HeightOf(rows.Length) + Gap);
    }

    private static void DrawTable(SKCanvas canvas, Brushes brushes, ImmutableArray<ReportRow> rows, float top)
    {
        foreach ((string head, float at, bool isFigure) in Columns)
        {
            brushes.Write(canvas, head, new SKPoint(at, top), 11, Brushes.Dim, 160, isFigure ? SKTextAlign.Right : SKTextAlign.Left, isMedium: true);
        }

        for (int index = 0; index < rows.Length; index++)
        {
            ReportRow row = rows[index];
            float baseLine = top + ((index + 1) * RowHeight);
            canvas.DrawLine(Margin, baseLine - 17, Width - Margin, baseLine - 17, brushes.Stroke(Brushes.Line, 1));
            string[] cells =
            [
                row.Hint.Step > 0 ? row.Hint.Step.ToString(CultureInfo.InvariantCulture) : "",
                row.Reading.Name,
                Roles.DisplayName(row.Reading.Role),
                FigureText.Level(row.Reading.IntegratedLufs),
                FigureText.Level(row.Reading.TruePeakDbtp),
                FigureText.Relative(row.Hint.RelativeLu),
                FigureText.Relative(row.Hint.TargetLu),
                FigureText.Fader(row.Reading.FaderDb),
                FigureText.Fader(row.Hint.SuggestedFaderDb),
                FigureText.Relative(row.Hint.MoveDb),
                HintWords.Of(row.Hint),
            ];
            for (int column = 0; column < cells.Length; column++)
            {
                (_, float at, bool isFigure) = Columns[column];
                bool isHint = column == cells.Length - 1;
                float room = isFigure ? 90 : isHint ? Width - Margin - at : column == 1 ? 206 : 150;
                SKColor colour = isHint ? Brushes.Tone(row.Hint.Kind) : Brushes.Text;
                brushes.Write(canvas, cells[column], new SKPoint(at, baseLine), 13, colour, room, isFigure ? SKTextAlign.Right : SKTextAlign.Left, isHint || column == 1);
            }
        }
    }
}
