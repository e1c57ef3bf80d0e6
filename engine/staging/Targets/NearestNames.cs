namespace FaderStager.Staging.Targets;

/// <summary>Names near a mistyped one: what an error message offers.</summary>
/// <remarks>[any] Pure.</remarks>
public static class NearestNames
{
    /// <summary>The names nearest to a text by edit distance, nearest first; names too far off to be meant are left out.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="names">What exists.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>At most <paramref name="most"/> names.</returns>
    /// <remarks>[any] A name is near when it starts alike or when at most half of its letters differ.</remarks>
    public static IReadOnlyList<string> Find(string text, IEnumerable<string> names, int most = 3)
    {
        string typed = text.Trim().ToLowerInvariant();
        if (typed.Length is 0 or > 100)
        {
            return [];
        }

        return [.. names
            .Select(name => (name, distance: DistanceTo(typed, name.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(typed.Length, pair.name.Length) / 2)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.name, StringComparer.Ordinal)
            .Take(most)
            .Select(pair => pair.name)];
    }

    /// <summary>" Did you mean "x" or "y"?", or nothing when no name is near.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="names">What exists.</param>
    /// <returns>A sentence with a space before it, or an empty string.</returns>
    /// <remarks>[any]</remarks>
    public static string Question(string text, IEnumerable<string> names)
    {
        IReadOnlyList<string> near = Find(text, names);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(name => $"\"{name}\""))}?";
    }

    private static int DistanceTo(string typed, string name) =>
        typed.Length >= 3 && (name.StartsWith(typed, StringComparison.Ordinal) || typed.StartsWith(name, StringComparison.Ordinal))
            ? 1
            : Levenshtein(typed, name);

    private static int Levenshtein(string left, string right)
    {
        int[] previous = new int[right.Length + 1];
        int[] current = new int[right.Length + 1];
        for (int column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (int row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column <= right.Length; column++)
            {
                int changed = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(changed, Math.Min(previous[column], current[column - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
