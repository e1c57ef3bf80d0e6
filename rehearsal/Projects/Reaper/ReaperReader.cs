using System.Collections.Immutable;
using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>Reads a REAPER project.</summary>
/// <remarks>
/// <b>Source:</b> project files as REAPER 5.50 to 7.40 wrote them, and ReaTeam's "State Chunk Definitions". Fades follow the curves
/// that SWS' authors measured. Nothing here was checked by rendering in REAPER itself.
/// </remarks>
internal static class ReaperReader
{
    /// <summary>Most tracks that a session may have.</summary>
    public const int MostTracks = 2_000;

    /// <summary>Top of REAPER's faders in dB unless a person changed it in the preferences, which the project does not tell.</summary>
    private const double FaderTopDb = 12;

    private const double SamePlayRate = 1e-9;

    /// <summary>Reads it.</summary>
    /// <param name="stream">The file at its start.</param>
    /// <param name="file">Its path.</param>
    /// <returns>The session, and the blocks of its tracks in the same order.</returns>
    /// <exception cref="InputException">It is no project, or it is cut short.</exception>
    public static (ProjectSession Session, ImmutableArray<RppBlock> Tracks) Read(Stream stream, string file)
    {
        string label = Path.GetFileName(file);
        RppBlock project;
        try
        {
            project = RppTree.Read(stream, label);
        }
        catch (IOException failure)
        {
            throw new InputException($"{label} cannot be read: {failure.Message}", failure);
        }

        ImmutableArray<RppBlock> tracks = [.. project.Blocks.Where(block => block.Name == "TRACK")];
        if (tracks.Length is 0 or > MostTracks)
        {
            throw new InputException(tracks.IsEmpty ? $"{label} has no tracks." : $"{label} has {tracks.Length} tracks; up to {MostTracks} are read.");
        }

        double panLaw = project.Number("PANLAW", 0, 1);
        double master = project.Number("MASTER_VOLUME", 0, 1);
        bool isWindows = project.Head.Text(1).Contains("win", StringComparison.OrdinalIgnoreCase);
        ProjectSession session = new()
        {
            File = file,
            Application = $"REAPER {project.Head.Text(1).Split('/')[0]}".TrimEnd(),
            FaderTopDb = FaderTopDb,
            Tracks = new ReaperTracks(tracks, panLaw > 0 ? panLaw : 1, isWindows).Read(),
            Markers = [.. Markers(project)],
            MasterFaderDb = double.IsNaN(master) ? 0 : Decibels.FromAmplitude(master),
            MasterPlugIns = project.Whole("MASTER_FX", 0, 1) == 0 ? [] : ReaperPlugIns.Of(project.Blocks.FirstOrDefault(block => block.Name == "MASTERFXLIST")),
            Notes = [.. Notes(project)],
        };
        return (session, tracks);
    }

    private static IEnumerable<string> Notes(RppBlock project)
    {
        if (Math.Abs(project.Number("PLAYRATE", 0, 1) - 1) > SamePlayRate)
        {
            yield return "The session's play rate is not 1; it is read at 1.";
        }

        if (project.Blocks.Any(block => block.Name.StartsWith("MASTERVOLENV", StringComparison.Ordinal) && ReaperEnvelope.Moves(block)))
        {
            yield return "The master's volume is automated, which is not followed.";
        }
    }

    /// <summary>A region is two lines of one number, one behind the other, that have the first flag; the second is its end.</summary>
    private static IEnumerable<ProjectMarker> Markers(RppBlock project)
    {
        (int Number, string Name, double Start)? open = null;
        foreach (RppLine line in project.Lines.Where(line => line.Key == "MARKER"))
        {
            double seconds = line.Figure(1, 0);
            if (double.IsNaN(seconds))
            {
                continue;
            }

            if ((line.Whole(3) & 1) == 0)
            {
                yield return new ProjectMarker(line.Text(2), seconds);
            }
            else if (open is { } start && start.Number == line.Whole(0))
            {
                yield return new ProjectMarker(start.Name, start.Start, Math.Max(seconds, start.Start));
                open = null;
            }
            else
            {
                open = (line.Whole(0), line.Text(2), seconds);
            }
        }
    }
}
