namespace FaderStager.Staging.Approaches;

/// <summary>What a track is sorted by, the first figure that differs first; identities decide in the end, so no two are equal.</summary>
/// <param name="First">Sorted before all else.</param>
/// <param name="Second">Then this.</param>
/// <param name="Third">Then this.</param>
/// <param name="Fourth">Then this.</param>
/// <param name="Fifth">Then this.</param>
/// <param name="Id">The track's identity.</param>
/// <param name="Index">Where the track stands in the snapshot.</param>
/// <remarks>[any] NaN counts as the lowest number.</remarks>
internal readonly record struct OrderKey(double First, double Second, double Third, double Fourth, double Fifth, Guid Id, int Index)
{
    // Gaps of Ciura (2001), lengthened by 2.25: a plain loop allocates nothing, which the library's sort does not promise everywhere.
    private static readonly int[] Gaps = [1577, 701, 301, 132, 57, 23, 10, 4, 1];

    /// <summary>Sorts keys in place.</summary>
    /// <param name="keys">The keys.</param>
    public static void Sort(Span<OrderKey> keys)
    {
        foreach (int gap in Gaps)
        {
            for (int i = gap; i < keys.Length; i++)
            {
                OrderKey key = keys[i];
                int at = i;
                for (; at >= gap && Compare(keys[at - gap], key) > 0; at -= gap)
                {
                    keys[at] = keys[at - gap];
                }

                keys[at] = key;
            }
        }
    }

    private static int Compare(in OrderKey left, in OrderKey right) =>
        left.First.CompareTo(right.First) is not 0 and int first ? first
        : left.Second.CompareTo(right.Second) is not 0 and int second ? second
        : left.Third.CompareTo(right.Third) is not 0 and int third ? third
        : left.Fourth.CompareTo(right.Fourth) is not 0 and int fourth ? fourth
        : left.Fifth.CompareTo(right.Fifth) is not 0 and int fifth ? fifth
        : left.Id.CompareTo(right.Id);
}
