using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Documents;
using System.Windows.Media;
using FaderStager.Reports;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>Words and figures that change while the song plays: glyphs set side by side, a hundredth of the cost of a text block.</summary>
/// <remarks>
/// [ui] Its height comes from its lines and its width from outside, so that a new text is drawn and nothing is laid out anew. It stands
/// in the middle of its height, breaks between words where it has lines left, and ends in "…" where it is too long. Letters that the
/// typeface lacks are left to WPF's own text.
/// </remarks>
internal sealed class FigureText : FrameworkElement
{
    public static readonly DependencyProperty TextProperty = Drawn(nameof(Text), "", (element, _) => ((FigureText)element).OnTextChanged());

    public static readonly DependencyProperty IsRightProperty = Drawn(nameof(IsRight), false);

    public static readonly DependencyProperty ShrinksProperty = Drawn(nameof(Shrinks), false);

    public static readonly DependencyProperty IsUnderlinedProperty = Drawn(nameof(IsUnderlined), false);

    public static readonly DependencyProperty LinesProperty = DependencyProperty.Register(
        nameof(Lines), typeof(int), typeof(FigureText), new FrameworkPropertyMetadata(1, FrameworkPropertyMetadataOptions.AffectsMeasure | FrameworkPropertyMetadataOptions.AffectsRender));

    public static readonly DependencyProperty HasOwnWidthProperty = DependencyProperty.Register(
        nameof(HasOwnWidth), typeof(bool), typeof(FigureText), new FrameworkPropertyMetadata(false, FrameworkPropertyMetadataOptions.AffectsMeasure));

    public static readonly DependencyProperty ForegroundProperty = TextElement.ForegroundProperty.AddOwner(typeof(FigureText));

    public static readonly DependencyProperty FontSizeProperty = TextElement.FontSizeProperty.AddOwner(typeof(FigureText));

    public static readonly DependencyProperty FontWeightProperty = TextElement.FontWeightProperty.AddOwner(typeof(FigureText));

    /// <summary>How small a text that shrinks may get.</summary>
    private const double LeastShrink = 0.65;

    private const double ShrinkStep = 0.5;

    private double _ownWidth;

    /// <summary>The words.</summary>
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

    /// <summary>Whether it is drawn smaller where it is too long, before it is cut.</summary>
    public bool Shrinks
    {
        get => (bool)GetValue(ShrinksProperty);
        set => SetValue(ShrinksProperty, value);
    }

    /// <summary>Whether it is underlined.</summary>
    public bool IsUnderlined
    {
        get => (bool)GetValue(IsUnderlinedProperty);
        set => SetValue(IsUnderlinedProperty, value);
    }

    /// <summary>How many lines it has room for.</summary>
    public int Lines
    {
        get => (int)GetValue(LinesProperty);
        set => SetValue(LinesProperty, value);
    }

    /// <summary>Whether it asks for the width of its text. Then a new text is laid out, where its width is another.</summary>
    public bool HasOwnWidth
    {
        get => (bool)GetValue(HasOwnWidthProperty);
        set => SetValue(HasOwnWidthProperty, value);
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

    /// <summary>Its weight: regular, medium or bold.</summary>
    public FontWeight FontWeight
    {
        get => (FontWeight)GetValue(FontWeightProperty);
        set => SetValue(FontWeightProperty, value);
    }

    /// <summary>Whether the last drawing had to leave out letters.</summary>
    internal bool IsCut { get; private set; }

    private double PixelsPerUnit => FitRoot.GetShownScale(this) * VisualTreeHelper.GetDpi(this).PixelsPerDip;

    /// <inheritdoc/>
    protected override AutomationPeer OnCreateAutomationPeer() => new FigureTextPeer(this);

    /// <inheritdoc/>
    protected override Size MeasureOverride(Size availableSize)
    {
        _ownWidth = HasOwnWidth ? OwnWidth() : 0;
        double height = Lettering.Face(FontWeight)?.Glyphs.Height * FontSize ?? FontSize * 1.25;
        return new Size(Math.Min(_ownWidth, availableSize.Width), Math.Ceiling(height) * Math.Max(1, Lines));
    }

    /// <inheritdoc/>
    protected override void OnRender(DrawingContext drawingContext)
    {
        drawingContext.DrawRectangle(Brushes.Transparent, null, new Rect(RenderSize));
        IsCut = false;
        if (string.IsNullOrEmpty(Text) || ActualWidth < 4)
        {
            return;
        }

        if (Lettering.Face(FontWeight) is not { } face || GlyphLine.Set(face, Text, FontSize, PixelsPerUnit) is not { } line)
        {
            DrawByFormatter(drawingContext);
            return;
        }

        double size = FontSize;
        GlyphLine[] lines = line.Broken(ActualWidth, Lines);
        while (Shrinks && lines[^1].IsCut && size > FontSize * LeastShrink)
        {
            size -= ShrinkStep;
            lines = GlyphLine.Set(face, Text, size, PixelsPerUnit)!.Broken(ActualWidth, Lines);
        }

        IsCut = lines[^1].IsCut;
        double step = Math.Ceiling(face.Glyphs.Height * size);
        double y = Math.Round(((ActualHeight - (step * lines.Length)) / 2) + (face.Glyphs.Baseline * size));
        foreach (GlyphLine each in lines)
        {
            double x = IsRight ? Math.Round(ActualWidth - each.Width) : 0;
            each.Draw(drawingContext, Foreground, new Point(x, y), (float)VisualTreeHelper.GetDpi(this).PixelsPerDip);
            if (IsUnderlined)
            {
                drawingContext.DrawRectangle(Foreground, null, new Rect(x, y + 2, each.Width, 1));
            }

            y += step;
        }
    }

    private void OnTextChanged()
    {
        if (HasOwnWidth && !OwnWidth().Equals(_ownWidth))
        {
            InvalidateMeasure();
        }
    }

    private double OwnWidth() => string.IsNullOrEmpty(Text) ? 0
        : Lettering.Face(FontWeight) is { } face && GlyphLine.Set(face, Text, FontSize, PixelsPerUnit) is { } line ? Math.Ceiling(line.Width)
        : Math.Ceiling(Lettering.Line(Text, FontSize, Foreground, this, FontWeight).Width);

    private void DrawByFormatter(DrawingContext drawing)
    {
        FormattedText text = Lettering.Line(Text, FontSize, Foreground, this, FontWeight);
        text.MaxTextWidth = ActualWidth;
        text.MaxLineCount = Math.Max(1, Lines);
        text.Trimming = TextTrimming.CharacterEllipsis;
        text.TextAlignment = IsRight ? TextAlignment.Right : TextAlignment.Left;
        drawing.DrawText(text, new Point(0, Math.Round((ActualHeight - text.Height) / 2)));
    }

    private static DependencyProperty Drawn<T>(string name, T value, PropertyChangedCallback? changed = null) => DependencyProperty.Register(
        name, typeof(T), typeof(FigureText), new FrameworkPropertyMetadata(value, FrameworkPropertyMetadataOptions.AffectsRender, changed));
}
