using FaderStager.Mixing.States;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Presentation.Looks;

/// <summary>The size that an instance's editor was left with.</summary>
/// <remarks>[ui]</remarks>
public static class EditorSizes
{
    // Larger than any screen.
    private const int Most = 16_000;

    /// <summary>The size to open an editor with.</summary>
    /// <param name="track">The instance.</param>
    /// <param name="scale">The scale of the screen, 1 = 100 %.</param>
    /// <returns>Width and height in pixels: as it was left, else the usual.</returns>
    /// <remarks>[ui]</remarks>
    public static (int Width, int Height) Of(TrackInstance track, double scale = 1)
    {
        EditorLayout layout = track.EditorLayout;
        (int width, int height) = IsLegal(layout.Width, layout.Height) ? (layout.Width, layout.Height) : (EditorBounds.DefaultWidth, EditorBounds.DefaultHeight);
        return ((int)Math.Round(width * scale), (int)Math.Round(height * scale));
    }

    /// <summary>The host gave an editor a size: the next one that is opened has it.</summary>
    /// <param name="track">The instance.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="scale">The scale of the screen, 1 = 100 %.</param>
    /// <remarks>[ui] One smaller than the editor's smallest is not kept: some hosts pass through such.</remarks>
    public static void Remember(TrackInstance track, int width, int height, double scale = 1)
    {
        (int usualWidth, int usualHeight) = ((int)Math.Round(width / scale), (int)Math.Round(height / scale));
        if (IsLegal(usualWidth, usualHeight))
        {
            bool isUsual = (usualWidth, usualHeight) == (EditorBounds.DefaultWidth, EditorBounds.DefaultHeight);
            track.EditorLayout = track.EditorLayout with { Width = isUsual ? 0 : usualWidth, Height = isUsual ? 0 : usualHeight };
        }
    }

    private static bool IsLegal(int width, int height) => width is >= EditorBounds.LeastWidth and <= Most && height is >= EditorBounds.LeastHeight and <= Most;
}
