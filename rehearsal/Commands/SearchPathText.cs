namespace FaderStager.Rehearsal.Commands;

/// <summary>The text of Windows' search path: folders with semicolons between.</summary>
internal static class SearchPathText
{
    /// <summary>The path with a folder at its end, once, and all else as it was.</summary>
    /// <param name="path">The text; null = there is none.</param>
    /// <param name="folder">The folder.</param>
    /// <returns>The text.</returns>
    public static string With(string? path, string folder)
    {
        string without = Without(path, folder);
        return without.Length == 0 ? folder : $"{without.TrimEnd(';')};{folder}";
    }

    /// <summary>The path without a folder, and all else as it was.</summary>
    /// <param name="path">The text; null = there is none.</param>
    /// <param name="folder">The folder.</param>
    /// <returns>The text.</returns>
    public static string Without(string? path, string folder) => string.Join(';', (path ?? "").Split(';').Where(known => !IsSame(known, folder)));

    private static bool IsSame(string one, string other) =>
        string.Equals(one.Trim().Trim('"').TrimEnd('\\'), other.TrimEnd('\\'), StringComparison.OrdinalIgnoreCase);
}
