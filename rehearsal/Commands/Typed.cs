namespace FaderStager.Rehearsal.Commands;

/// <summary>Writes names so that they can be typed into a shell as they stand.</summary>
internal static class Typed
{
    private static readonly string[] Commands = ["learn", "demo", "completion", "path"];

    /// <summary>A path, so that it is taken for one: never for a command or an option.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The path, quoted, with "./" before it where it needs that.</returns>
    public static string Path(string path) =>
        Quoted(path.StartsWith('-') || Commands.Contains(path, StringComparer.OrdinalIgnoreCase) ? $".{System.IO.Path.DirectorySeparatorChar}{path}" : path);

    /// <summary>A text in quotes.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text in double quotes, or in single ones where a shell would change it.</returns>
    public static string Quoted(string text) => !OperatingSystem.IsWindows() && text.AsSpan().IndexOfAny("$`\\\"!") >= 0
        ? $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'"
        : $"\"{text}\"";
}
