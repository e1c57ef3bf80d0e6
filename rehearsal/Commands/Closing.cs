using FaderStager.Rehearsal.Tables;

namespace FaderStager.Rehearsal.Commands;

/// <summary>The last line: what to type next.</summary>
internal static class Closing
{
    private const string Project = "rehearsal/FaderStager.Rehearsal.csproj";
    private const string BuiltName = "FaderStager.Rehearsal";

    /// <summary>The program as a person types it: by its own name, or from a checkout's top folder.</summary>
    public static string Program { get; } = NameOf(Path.GetFileName(Environment.ProcessPath) ?? BuiltName);

    /// <summary>Says what to type next.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="options">What was asked for this time.</param>
    /// <param name="focal">Name of the focal track.</param>
    public static void Show(ConsolePage page, RehearsalOptions options, string focal)
    {
        if (options.IsDemo)
        {
            page.Say("That was the built-in demo. Now your own stems:");
            page.Command($"{Program} FOLDER --focal {Typed.Quoted(focal)}");
            return;
        }

        List<string> offers = [];
        if (!options.Applies)
        {
            offers.Add("--render FOLDER for the staged stems and the mix");
        }

        if (options.WriteFile is null && options.Paths.Any(Projects.ProjectFiles.IsSession))
        {
            offers.Add("--write COPY for a copy of the session with these faders");
        }

        if (options.HtmlFile is null)
        {
            offers.Add("--html report.html for a page with the level plot");
        }

        if (options.Approaches.Length == 1)
        {
            offers.Add("--approach both to compare the approaches");
        }

        if (offers.Count > 0)
        {
            page.Say($"Next: add {string.Join(", or ", offers)}.");
        }
    }

    private static string NameOf(string process)
    {
        process = process.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? process[..^4] : process;
        bool isPacked = !process.StartsWith(BuiltName, StringComparison.Ordinal) && process != "dotnet";
        return isPacked ? process : File.Exists(Project) ? "dotnet run -c Release --project rehearsal --" : BuiltName;
    }
}
