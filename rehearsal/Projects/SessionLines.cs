using FaderStager.Rehearsal.Projects.Playing;
using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects;

/// <summary>What is to be said of a session as a whole, and of the folders and buses in it.</summary>
/// <param name="session">The session.</param>
/// <param name="names">The names of its tracks.</param>
/// <param name="paths">Its signal paths.</param>
internal sealed class SessionLines(ProjectSession session, string[] names, SignalPaths paths)
{
    /// <summary>What is not heard as in the DAW, whatever the track.</summary>
    /// <returns>Sentences.</returns>
    public IEnumerable<string> OfAll()
    {
        foreach (string note in session.Notes)
        {
            yield return note;
        }

        string[] soloed = [.. names.Where((_, index) => session.Tracks[index].IsSoloed)];
        if (soloed.Length > 0)
        {
            yield return $"Solo is on for {TrackWords.Listed(soloed)}; all tracks that are not muted are played.";
        }

        if (!session.MasterPlugIns.IsEmpty)
        {
            yield return $"Master: {TrackWords.PlugIns(session.MasterPlugIns)}.";
        }
    }

    /// <summary>What is played by a curve that the format does not tell, and on which tracks.</summary>
    /// <param name="played">The tracks that are played.</param>
    /// <returns>A sentence for each kind.</returns>
    public IEnumerable<string> OfApproximations(IEnumerable<int> played)
    {
        int[] tracks = [.. played];
        string[] faded = NamesWhere(track => track.Clips.Any(clip => clip.Fades.Any(fade => !session.TellsFadeCurves || fade.Shape != FadeShape.Linear || fade.Bend != 0)));
        string[] panned = NamesWhere(track => track.PanGain.Left != track.PanGain.Right);
        if (faded.Length > 0)
        {
            yield return SafeText.Of($"{string.Join(", ", faded)}: {(session.TellsFadeCurves ? "curved fades are approximations" : "fades are played straight, for the format tells no curve")}.");
        }

        if (panned.Length > 0)
        {
            yield return SafeText.Of($"{string.Join(", ", panned)}: between middle and side the pan is an approximation.");
        }

        string[] NamesWhere(Func<ProjectTrack, bool> holds) => [.. tracks.Where(index => holds(session.Tracks[index])).Select(index => names[index])];
    }

    /// <summary>The folders, groups and buses that tracks are heard through.</summary>
    /// <param name="played">The tracks that are played.</param>
    /// <returns>Phrases: its name, where its fader stands, its plug-ins.</returns>
    public IEnumerable<string> OfGroups(IEnumerable<int> played)
    {
        HashSet<int> used = [];
        Stack<int> ways = new(played);
        while (ways.TryPop(out int index))
        {
            ProjectTrack track = session.Tracks[index];
            foreach (int next in track.Sends.Where(send => paths.IsFollowed(track, send)).Select(send => send.To).Append(track.Output).Where(next => next >= 0 && used.Add(next)))
            {
                ways.Push(next);
            }
        }

        foreach (int index in used.Order())
        {
            ProjectTrack group = session.Tracks[index];
            string plugIns = group.PlugIns.IsEmpty ? "" : $"; {TrackWords.PlugIns(group.PlugIns)}";
            yield return $"{names[index]} {TrackWords.Standing(group.FaderDb)}{plugIns}";
        }
    }
}
