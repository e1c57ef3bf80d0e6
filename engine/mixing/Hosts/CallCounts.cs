namespace FaderStager.Mixing.Hosts;

/// <summary>Counts what a host calls, and notes on which thread.</summary>
/// <param name="names">The calls that are told apart, by their number.</param>
/// <remarks>[any], [audio] included: no lock, no allocation, no exception.</remarks>
public sealed class CallCounts(IReadOnlyList<string> names)
{
    private readonly long[] _counts = new long[names.Count];
    private readonly int[] _threads = new int[names.Count];
    private readonly int[] _isOnSeveral = new int[names.Count];

    /// <summary>What was called so far, in the order of the names.</summary>
    /// <remarks>[any but audio] A list of its own.</remarks>
    public IReadOnlyList<CallCount> Seen =>
    [
        .. Enumerable.Range(0, names.Count)
            .Where(call => Interlocked.Read(ref _counts[call]) > 0)
            .Select(call => new CallCount(names[call], Interlocked.Read(ref _counts[call]), Volatile.Read(ref _threads[call]), Volatile.Read(ref _isOnSeveral[call]) != 0)),
    ];

    /// <summary>The host makes a call.</summary>
    /// <param name="call">Its number.</param>
    public void Note(int call)
    {
        if ((uint)call >= (uint)_counts.Length)
        {
            return;
        }

        Interlocked.Increment(ref _counts[call]);
        int thread = Environment.CurrentManagedThreadId;
        int first = Volatile.Read(ref _threads[call]);
        if (first == 0)
        {
            first = Interlocked.CompareExchange(ref _threads[call], thread, 0);
        }

        if (first != 0 && first != thread)
        {
            Volatile.Write(ref _isOnSeveral[call], 1);
        }
    }
}
