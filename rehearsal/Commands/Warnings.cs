namespace FaderStager.Rehearsal.Commands;

/// <summary>What a person should know of what went on, a line each.</summary>
internal static class Warnings
{
    /// <summary>Writes them.</summary>
    /// <param name="error">Where they go.</param>
    /// <param name="warnings">The warnings.</param>
    public static void Write(TextWriter error, params IEnumerable<string> warnings)
    {
        foreach (string warning in warnings)
        {
            error.WriteLine($"Warning: {warning}");
        }
    }
}
