using System.Windows;
using System.Windows.Media;
using System.Windows.Media.Imaging;

namespace FaderStager.Windows.Tests;

/// <summary>Writes what a person would see as PNG files into the folder named by FADERSTAGER_SCREENS, or beside the program.</summary>
internal static class Screens
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("FADERSTAGER_SCREENS") is { Length: > 0 } named
        ? named
        : Path.Combine(AppContext.BaseDirectory, "screens");

    /// <summary>Draws a view into a picture.</summary>
    public static BitmapSource Draw(FrameworkElement view)
    {
        RenderTargetBitmap bitmap = new((int)Math.Ceiling(view.ActualWidth), (int)Math.Ceiling(view.ActualHeight), 96, 96, PixelFormats.Pbgra32);
        bitmap.Render(view);
        return bitmap;
    }

    /// <summary>Draws a view into a file.</summary>
    public static BitmapSource Save(FrameworkElement view, string name)
    {
        BitmapSource picture = Draw(view);
        PngBitmapEncoder encoder = new();
        encoder.Frames.Add(BitmapFrame.Create(picture));
        Directory.CreateDirectory(Folder);
        using FileStream file = File.Create(Path.Combine(Folder, $"{name}.png"));
        encoder.Save(file);
        return picture;
    }

    /// <summary>Asks whoever started the tests for a picture of the editor's place on the real screen, with what pops up over it. On Windows nobody is asked.</summary>
    /// <remarks>The window stays until the picture is taken: a loaded machine takes its time, and a screen without the window is black.</remarks>
    public static void TakeFromScreen(OpenEditor editor, string name)
    {
        if (Environment.GetEnvironmentVariable("FADERSTAGER_SCREENS") is not { Length: > 0 })
        {
            return;
        }

        Point at = editor.View.PointToScreen(default);
        string request = Path.Combine(Folder, $"{name}.request");
        string begun = request + ".begun";
        File.WriteAllText(begun, FormattableString.Invariant($"{editor.View.ActualWidth:0}x{editor.View.ActualHeight:0}+{at.X:0}+{at.Y:0}"));
        File.Move(begun, request, overwrite: true);
        Assert.That(UiThread.PumpUntil(() => !File.Exists(request), 60_000), Is.True, "Nobody took the picture.");
        Assert.That(Colours(Load($"{name}.png")), Is.GreaterThan(100), "The screen is blank.");
    }

    /// <summary>Writes a figure that was measured.</summary>
    public static void Note(string name, string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name), text);
    }

    private static BitmapFrame Load(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, name));
        return BitmapFrame.Create(file, BitmapCreateOptions.None, BitmapCacheOption.OnLoad);
    }

    /// <summary>How many colours a picture has: a black window has one.</summary>
    public static int Colours(BitmapSource picture)
    {
        picture = new FormatConvertedBitmap(picture, PixelFormats.Bgra32, null, 0);
        int[] pixels = new int[picture.PixelWidth * picture.PixelHeight];
        picture.CopyPixels(pixels, picture.PixelWidth * 4, 0);
        return pixels.Distinct().Count();
    }
}
