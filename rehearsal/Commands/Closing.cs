namespace FaderStager.Rehearsal.Commands;

/// <summary>The last line: what to type next.</summary>
internal static class Closing
{
    /// <summary>The program as a person types it.</summary>
    public static string Program { get; } = Path.GetFileName(Environment.ProcessPath) switch
    {
        null or "dotnet" or "dotnet.exe" => "FaderStager.Rehearsal",
        { } name => name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^".exe".Length] : name,
    };

    /// <summary>What to type after a run.</summary>
    /// <param name="options">What was asked for this time.</param>
    /// <param name="focal">Name of the focal track.</param>
    /// <returns>One or two sentences.</returns>
    public static string Next(RehearsalOptions options, string focal)
    {
        if (options.IsDemo)
        {
            return $"That was the built-in demo. Now your own stems: {Program} FOLDER --focal \"{focal}\"";
        }

        List<string> offers = [];
        if (!options.Applies)
        {
            offers.Add("--render FOLDER for the staged stems and the mix");
        }

        if (options.HtmlFile is null)
        {
            offers.Add("--html report.html for a page with the level plot");
        }

        if (options.Approaches.Length == 1)
        {
            offers.Add("--approach both to compare the approaches");
        }

        return offers.Count == 0 ? "" : $"Next: add {string.Join(", or ", offers)}.";
    }
}
