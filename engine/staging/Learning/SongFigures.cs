using System.Collections.Immutable;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Learning;

/// <summary>Medians and spreads over songs: every song has one say, however many tracks it has.</summary>
/// <remarks>[any] Pure.</remarks>
internal static class SongFigures
{
    /// <summary>The figure of a role, or of one voice of it, that at least one song has.</summary>
    public static LearnedFigure Of(Role role, string? voice, ImmutableArray<SongBalance> songs) => Of(
        role,
        voice,
        [
            .. songs
                .Select(song => song.Voices.Where(heard => heard.Role == role && (voice is null || IsCalled(heard, voice))).Select(heard => heard.RelativeLu).ToArray())
                .Where(readings => readings.Length > 0)
                .Select(readings => At(readings, 0.5)),
        ]);

    /// <summary>The figure of what songs read, one number a song.</summary>
    public static LearnedFigure Of(Role role, string? voice, double[] readingsLu)
    {
        double median = At(readingsLu, 0.5);
        double spread = readingsLu.Length switch
        {
            1 => double.NaN,
            < LearnedFigure.FewSongs => readingsLu.Max(reading => Math.Abs(reading - median)),
            _ => (At(readingsLu, 0.75) - At(readingsLu, 0.25)) / 2,
        };
        return new LearnedFigure(role, voice, median, spread, readingsLu.Length);
    }

    /// <summary>The voices that several songs have by the same name, where their role has more than one.</summary>
    public static ImmutableArray<LearnedFigure> OfVoices(ImmutableArray<SongBalance> songs) =>
    [
        .. songs.SelectMany(song => song.Voices)
            .GroupBy(voice => voice.Role)
            .OrderBy(voices => Roles.Importance(voices.Key))
            .Select(voices => voices.Select(voice => voice.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Select(name => Of(voices.Key, name, songs)).ToArray())
            .Where(figures => figures.Length > 1)
            .SelectMany(figures => figures)
            .Where(figure => figure.Songs > 1),
    ];

    private static bool IsCalled(VoiceBalance voice, string name) => string.Equals(voice.Name, name, StringComparison.OrdinalIgnoreCase);

    // Between two numbers it is as far along as the share is.
    private static double At(double[] values, double share)
    {
        double[] sorted = [.. values.Order()];
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
