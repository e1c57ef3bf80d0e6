using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Rehearsal.Projects.Playing;
using FaderStager.Reports;

namespace FaderStager.Rehearsal.Projects;

/// <summary>What is to be said of returns: who feeds them, at what level, and what becomes of them here.</summary>
/// <param name="session">The session.</param>
/// <param name="names">The names of its tracks.</param>
/// <param name="paths">Its signal paths.</param>
internal sealed class ReturnLines(ProjectSession session, string[] names, SignalPaths paths)
{
    /// <summary>What is said of a return, or null where it is none or is silent in the DAW too.</summary>
    /// <param name="index">The track.</param>
    /// <returns>A phrase that follows the track's name.</returns>
    public string? Of(int index)
    {
        ProjectTrack track = session.Tracks[index];
        IReadOnlyList<(int From, ProjectSend Send)> feeds = paths.FeedsOfReturn(index);
        if (feeds.Count == 0 || track.IsMuted)
        {
            return null;
        }

        string fed = $"is a return, fed by {TrackWords.Listed([.. feeds.Select(Feed)])}";
        return !track.PlugIns.IsEmpty ? $"{fed}; {PlugIns(track.PlugIns)}, so its fader stays {TrackWords.Standing(track.FaderDb)}"
            : paths.IsPlayedReturn(index) ? fed
            : feeds.All(feed => paths.IsFollowed(session.Tracks[feed.From], feed.Send)) ? null
            : $"{fed}; sends before and after the fader meet in it, so what comes before is not heard here and its fader stays {TrackWords.Standing(track.FaderDb)}";
    }

    private static string PlugIns(ImmutableArray<string> names) => names.Length == 1
        ? $"{names[0]} makes its sound and is not run here"
        : $"{TrackWords.Listed([.. names])} make its sound and are not run here";

    private string Feed((int From, ProjectSend Send) feed)
    {
        double db = Decibels.FromAmplitude(Math.Max(Math.Abs(feed.Send.Gain.Left), Math.Abs(feed.Send.Gain.Right)));
        return $"{names[feed.From]} at {FigureText.Relative(db)} dB{(feed.Send.IsPreFader ? " before its fader" : "")}";
    }
}
