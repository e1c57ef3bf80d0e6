namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>Tells whether an envelope does anything.</summary>
internal static class ReaperEnvelope
{
    /// <summary>Whether an envelope is on and takes its gain anywhere but to unity.</summary>
    /// <param name="envelope">The envelope.</param>
    /// <returns>Whether it does.</returns>
    public static bool Moves(RppBlock envelope) =>
        envelope.Whole("ACT", 0, 1) != 0
        && (envelope.Line("POOLEDENVINST") is not null || envelope.Lines.Any(line => line.Key == "PT" && line.Figure(1, 1) != 1));
}
