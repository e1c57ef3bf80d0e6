using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Documents;
using System.Windows.Media;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>A short line of words and figures in a row of the table: glyphs set side by side, several times cheaper than a text block.</summary>
/// <remarks>[ui] It takes the room it is given, stands in the middle of its height and ends in "…" where it is too long. Letters that the typeface lacks are left to WPF's own text.</remarks>
internal sealed class FigureText : FrameworkElement
{
    public static readonly DependencyProperty TextProperty = DependencyProperty.Register(
        nameof(Text), typeof(string), typeof(FigureText), new FrameworkPropertyMetadata("", FrameworkPropertyMetadataOptions.AffectsRender));

    public static readonly DependencyProperty IsRightProperty = DependencyProperty.Register(
        nameof(IsRight), typeof(bool), typeof(FigureText), new FrameworkPropertyMetadata(false, FrameworkPropertyMetadataOptions.AffectsRender));

    public static readonly DependencyProperty ForegroundProperty = TextElement.ForegroundProperty.AddOwner(typeof(FigureText));

    public static readonly DependencyProperty FontSizeProperty = TextElement.FontSizeProperty.AddOwner(typeof(FigureText));

    private const char Ellipsis = '\u2026';

    /// <summary>The line.</summary>
    public string Text
    {
        get => (string)GetValue(TextProperty);
        set => SetValue(TextProperty, value);
    }

    /// <summary>Whether it ends at the right edge instead of beginning at the left one.</summary>
    public bool IsRight
    {
        get => (bool)GetValue(IsRightProperty);
        set => SetValue(IsRightProperty, value);
    }

    /// <summary>Its colour.</summary>
    public Brush Foreground
    {
        get => (Brush)GetValue(ForegroundProperty);
        set => SetValue(ForegroundProperty, value);
    }

    /// <summary>Its size.</summary>
    public double FontSize
    {
        get => (double)GetValue(FontSizeProperty);
        set => SetValue(FontSizeProperty, value);
    }

    /// <inheritdoc/>
    protected override AutomationPeer OnCreateAutomationPeer() => new FrameworkElementAutomationPeer(this);

    /// <inheritdoc/>
    protected override void OnRender(DrawingContext drawingContext)
    {
        drawingContext.DrawRectangle(Brushes.Transparent, null, new Rect(RenderSize));
        if (string.IsNullOrEmpty(Text) || ActualWidth < 4)
        {
            return;
        }

        if (Lettering.Glyphs is not { } face || !TrySet(face, out List<ushort> glyphs, out List<double> advances))
        {
            FormattedText line = Lettering.Line(Text, FontSize, Foreground, this);
            line.MaxTextWidth = ActualWidth;
            line.MaxLineCount = 1;
            line.Trimming = TextTrimming.CharacterEllipsis;
            line.TextAlignment = IsRight ? TextAlignment.Right : TextAlignment.Left;
            drawingContext.DrawText(line, new Point(0, Math.Round((ActualHeight - line.Height) / 2)));
            return;
        }

        double x = IsRight ? Math.Round(ActualWidth - advances.Sum()) : 0;
        double y = Math.Round(((ActualHeight - (face.Height * FontSize)) / 2) + (face.Baseline * FontSize));
        drawingContext.DrawGlyphRun(Foreground, new GlyphRun(
            face, 0, false, FontSize, (float)VisualTreeHelper.GetDpi(this).PixelsPerDip, glyphs, new Point(x, y), advances, null, null, null, null, null, null));
    }

    private bool TrySet(GlyphTypeface face, out List<ushort> glyphs, out List<double> advances)
    {
        glyphs = new List<ushort>(Text.Length + 1);
        advances = new List<double>(Text.Length + 1);
        bool isSnapped = TextOptions.GetTextFormattingMode(this) == TextFormattingMode.Display;
        double width = 0;
        foreach (char letter in Text)
        {
            if (!face.CharacterToGlyphMap.TryGetValue(letter, out ushort glyph))
            {
                return false;
            }

            double advance = Advance(face, glyph, isSnapped);
            glyphs.Add(glyph);
            advances.Add(advance);
            width += advance;
        }

        return width <= ActualWidth || TryShorten(face, glyphs, advances, width, isSnapped);
    }

    private bool TryShorten(GlyphTypeface face, List<ushort> glyphs, List<double> advances, double width, bool isSnapped)
    {
        if (!face.CharacterToGlyphMap.TryGetValue(Ellipsis, out ushort dots))
        {
            return false;
        }

        double room = ActualWidth - Advance(face, dots, isSnapped);
        while (glyphs.Count > 0 && width > room)
        {
            width -= advances[^1];
            glyphs.RemoveAt(glyphs.Count - 1);
            advances.RemoveAt(advances.Count - 1);
        }

        glyphs.Add(dots);
        advances.Add(Advance(face, dots, isSnapped));
        return true;
    }

    private double Advance(GlyphTypeface face, ushort glyph, bool isSnapped)
    {
        double advance = face.AdvanceWidths[glyph] * FontSize;
        return isSnapped ? Math.Round(advance) : advance;
    }
}
