using System.Windows;
using System.Windows.Media;
using FaderStager.Mixing.Tracks;
using FaderStager.WpfUi.Controls;
using FaderStager.WpfUi.Theme;

namespace FaderStager.Windows.Tests;

/// <summary>Letters of any kind, with the fonts that happen to be there.</summary>
public sealed class LetteringTests
{
    private static readonly string[] OddNames =
    [
        "ドラム 太鼓", "שיר ראשי", "مسار الصوت", "กลอง", "🥁 kick 🎸", "e\u0301a\u0308", "\u200Fx\u202E", "\uE000\uFFFF", "\uD800", "\uDC00 tail", "two\nlines\ttab", "\u0001\u0007", "𝄞", new string('W', 400),
    ];

    [Test]
    public void Family_BeginsWithTheEmbeddedFaceAndEndsWithTheSystemsChain()
    {
        Assert.That(Lettering.Family.Source, Does.StartWith("./Fonts/#Roboto").And.EndsWith("Global User Interface"));
        Assert.That(new[] { FontWeights.Normal, FontWeights.Medium, FontWeights.Bold }.Select(weight => Lettering.Face(weight)?.Glyphs.FamilyNames.Values.First()), Is.All.StartsWith("Roboto"));
    }

    [Test]
    public void Load_FamilyThatIsNotInstalled_FallsBackOrSaysNo() => UiThread.Run(() =>
        Assert.That(() => LetterFace.Load(new FontFamily("No Such Family"), FontWeights.Normal), Throws.Nothing));

    [Test]
    public void Names_OfAnyLetters_AreDrawn() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfSilence(OddNames);
        using OpenEditor editor = new(mix, mix.Tracks[0]);
        foreach (TrackInstance track in mix.Tracks)
        {
            mix.Tracks[0].Name = track.Name;
            editor.Follow();
            Assert.That(Screens.Colours(Screens.Draw(editor.Root)), Is.GreaterThan(100), track.Name);
        }

        Assert.That(editor.Host.Problem, Is.Null);
    });

    [Test]
    public void FigureText_AnyLettersAndRoom_NeverThrows() => UiThread.Run(() =>
    {
        foreach (string text in OddNames.Append("").Append("down 11.9 dB to −11.9 dB"))
        {
            foreach (double width in (double[])[0, 3, 40, 2000])
            {
                FigureText drawn = new() { Text = text, FontSize = 13, Foreground = Palette.Text, Lines = 2, Shrinks = true, HasOwnWidth = width > 100, IsRight = width > 10, IsUnderlined = true, Width = width };
                drawn.Measure(new Size(width, 40));
                drawn.Arrange(new Rect(0, 0, width, 40));
                drawn.UpdateLayout();
                RenderTargetBitmapOf(drawn);
            }
        }
    });

    private static void RenderTargetBitmapOf(FigureText drawn)
    {
        System.Windows.Media.Imaging.RenderTargetBitmap bitmap = new(64, 40, 96, 96, PixelFormats.Pbgra32);
        bitmap.Render(drawn);
    }
}
