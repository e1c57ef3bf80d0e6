using System.Globalization;

namespace FaderStager.Rehearsal.Hosting;

/// <summary>How many stems are read at once: as many as are quick, and no more than the system allows files.</summary>
/// <remarks>
/// A stem may cost a running ffmpeg with three pipes and, while it is rendered, a second file. More than some dozens at once are
/// no quicker. Rule of thumb.
/// </remarks>
internal static class OpenLimit
{
    private const int Most = 32;
    private const int FilesOfOne = 6;
    private const int FilesOfOurs = 80;

    /// <summary>Stems at once, 1 to 32.</summary>
    public static int Stems { get; } = Math.Clamp((AllowedFiles() / FilesOfOne) - (FilesOfOurs / FilesOfOne), 1, Most);

    private static int AllowedFiles()
    {
        const string Limits = "/proc/self/limits";
        const string Name = "Max open files";
        try
        {
            string? line = File.Exists(Limits) ? File.ReadLines(Limits).FirstOrDefault(text => text.StartsWith(Name, StringComparison.Ordinal)) : null;
            string soft = line?[Name.Length..].Trim().Split(' ')[0] ?? "";
            return int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out int files) ? files : int.MaxValue;
        }
        catch (IOException)
        {
            return int.MaxValue;
        }
    }
}
