using System.Globalization;
using System.Windows;
using System.Windows.Media;

namespace FaderStager.WpfUi.Theme;

/// <summary>The embedded typeface, and its three sizes. Roboto's figures are tabular, so numbers stand still while they change.</summary>
/// <remarks>[any]</remarks>
internal static class Lettering
{
    public const double LargeSize = 28;
    public const double MoveSize = 20;
    public const double TextSize = 13;
    public const double SmallSize = 12;

    /// <summary>The embedded typeface; one of the system's wherever a track's name has letters that it lacks, and last the system's own chain of them for all scripts.</summary>
    public static FontFamily Family { get; } = MakeFamily();

    /// <summary>The face of a weight, to be set letter by letter: regular, medium from 500 on, bold from 600 on. Null where the typeface could not be loaded.</summary>
    public static LetterFace? Face(FontWeight weight) => Faces.Value[weight.ToOpenTypeWeight() switch { >= 600 => 2, >= 500 => 1, _ => 0 }];

    private static readonly Lazy<LetterFace?[]> Faces = new(() => [LetterFace.Load(Family, FontWeights.Normal), LetterFace.Load(Family, FontWeights.Medium), LetterFace.Load(Family, FontWeights.Bold)]);

    /// <summary>A line of text to draw by hand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Its size.</param>
    /// <param name="brush">Its colour.</param>
    /// <param name="visual">What it is drawn on, for the pixel grid.</param>
    /// <param name="weight">Its weight; regular when not said.</param>
    /// <returns>The text, laid out.</returns>
    public static FormattedText Line(string text, double size, Brush brush, Visual visual, FontWeight? weight = null) =>
        new(
            text,
            CultureInfo.InvariantCulture,
            FlowDirection.LeftToRight,
            new Typeface(Family, FontStyles.Normal, weight ?? FontWeights.Normal, FontStretches.Normal),
            size,
            brush,
            VisualTreeHelper.GetDpi(visual).PixelsPerDip);

    private static FontFamily MakeFamily()
    {
        // There may be no Application object: naming the scheme registers it, and the class makes our resources known to it.
        string scheme = System.IO.Packaging.PackUriHelper.UriSchemePack;
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Application).TypeHandle);
        return new FontFamily(new Uri($"{scheme}://application:,,,/FaderStager.WpfUi;component/"), "./Fonts/#Roboto, Segoe UI, Arial, Global User Interface");
    }
}
