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

    /// <summary>Asks whoever started the tests for a picture of the whole screen, and waits for it a moment. On Windows nobody answers.</summary>
    public static void AskForScreen(string name)
    {
        if (Environment.GetEnvironmentVariable("FADERSTAGER_SCREENS") is not { Length: > 0 })
        {
            return;
        }

        string request = Path.Combine(Folder, $"{name}.request");
        File.WriteAllText(request, name);
        UiThread.PumpUntil(() => !File.Exists(request), 5000);
    }

    /// <summary>Writes a figure that was measured.</summary>
    public static void Note(string name, string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name), text);
    }

    /// <summary>How many colours a picture has: a black window has one.</summary>
    public static int Colours(BitmapSource picture)
    {
        int[] pixels = new int[picture.PixelWidth * picture.PixelHeight];
        picture.CopyPixels(pixels, picture.PixelWidth * 4, 0);
        return pixels.Distinct().Count();
    }
}
