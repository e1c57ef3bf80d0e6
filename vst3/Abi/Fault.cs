namespace FaderStager.Vst3.Abi;

/// <summary>Exceptions that would have crossed into the host: a mistake of ours, which costs an answer and not the host.</summary>
internal static class Fault
{
    private static long _count;
    private static Exception? _last;

    /// <summary>How many there were since the module was loaded.</summary>
    /// <remarks>[any]</remarks>
    public static long Count => Interlocked.Read(ref _count);

    /// <summary>The last one, or null.</summary>
    /// <remarks>[any]</remarks>
    public static Exception? Last => Volatile.Read(ref _last);

    /// <summary>Notes an exception.</summary>
    /// <param name="exception">What was caught.</param>
    /// <returns>What the host is told.</returns>
    /// <remarks>[any], [audio] included: nothing is written or waited for.</remarks>
    public static int Report(Exception exception)
    {
        Volatile.Write(ref _last, exception);
        Interlocked.Increment(ref _count);
        return Result.InternalError;
    }
}
