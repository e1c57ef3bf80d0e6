namespace FaderStager.Mixing.Profiles;

/// <summary>Which names a person may give a profile: those that every system takes as a file's name, for folders are carried from one to another.</summary>
/// <remarks>[any] Pure.</remarks>
public static class ProfileFileName
{
    private const string Forbidden = "\\/:*?\"<>|";

    private static readonly string[] Reserved =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { FormattableString.Invariant($"COM{number}"), FormattableString.Invariant($"LPT{number}") })];

    /// <summary>The file of a profile.</summary>
    /// <param name="name">The profile's name.</param>
    /// <returns>The file's name.</returns>
    /// <remarks>[any]</remarks>
    public static string Of(string name) => name.Trim() + ".json";

    /// <summary>Why a name cannot be taken.</summary>
    /// <param name="name">The name; spaces around it do not matter.</param>
    /// <returns>One sentence for a person; null where it can.</returns>
    /// <remarks>[any]</remarks>
    public static string? Problem(string? name)
    {
        string wanted = name?.Trim() ?? "";
        return wanted.Length switch
        {
            0 => "Type a name for the profile first.",
            > 60 => "The name is longer than 60 characters.",
            _ when wanted.FirstOrDefault(Forbidden.Contains) is var sign && sign != default => $"\"{wanted}\" is no name for a file: leave out the {sign}.",
            _ when wanted.Any(char.IsControl) => "The name holds a sign that is no letter: type it anew.",
            _ when wanted[0] == '.' || wanted[^1] == '.' => $"\"{wanted}\" is no name for a file: it must not begin or end with a full stop.",
            _ when Reserved.Contains(wanted.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase) => $"\"{wanted}\" is a name that Windows keeps for itself: choose another one.",
            _ => null,
        };
    }
}
