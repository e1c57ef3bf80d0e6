using System.Globalization;

namespace FaderStager.Rehearsal.Stems;

/// <summary>A place in the song as people read it.</summary>
internal static class SongClock
{
    /// <summary>The place: "0:42.0", "1:02:03.5".</summary>
    /// <param name="seconds">Seconds from the start, not below 0.</param>
    /// <returns>The text.</returns>
    public static string Text(double seconds)
    {
        TimeSpan time = TimeSpan.FromSeconds(Math.Round(seconds, 1));
        string minutes = time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time.Minutes:00}" : time.Minutes.ToString(CultureInfo.InvariantCulture);
        return $"{minutes}:{(time.Seconds + (time.Milliseconds / 1000.0)).ToString("00.0", CultureInfo.InvariantCulture)}";
    }
}
