namespace FaderStager.Mixing.Faults;

/// <summary>Faults of ours that were caught before they reached the host: counted, and each kind written once where a person can read it.</summary>
/// <remarks>
/// <para>
/// [any] <see cref="Note"/> is fit for every thread, [audio] included: it takes no lock, allocates nothing, writes nothing and throws
/// nothing. The writing is left to <see cref="WriteNew"/>, which a thread that may wait calls now and then.
/// </para>
/// <para>Holds 32 kinds. Faults of further kinds are counted and not written.</para>
/// </remarks>
public sealed class FaultLog
{
    /// <summary>How many kinds are told apart.</summary>
    public const int MostKinds = 32;

    private readonly Lock _writing = new();
    private readonly Entry[] _entries = [.. Enumerable.Range(0, MostKinds).Select(_ => new Entry())];
    private readonly Action<string> _write;
    private long _count;
    private int _unwritten;

    /// <summary>Makes a log.</summary>
    /// <param name="write">Writes one sentence. What it throws is caught and forgotten.</param>
    public FaultLog(Action<string> write) => _write = write;

    /// <summary>The log of this process, which writes to <see cref="LogFile"/>.</summary>
    public static FaultLog Shared { get; } = new(LogFile.Write);

    /// <summary>How many faults there were.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The kinds seen so far, in the order in which they came.</summary>
    public IReadOnlyList<FaultKind> Kinds =>
        [.. _entries.Where(entry => entry.First is not null).Select(entry => new FaultKind(entry.Place!, entry.First!, Interlocked.Read(ref entry.Count)))];

    /// <summary>Notes a fault that was caught.</summary>
    /// <param name="place">Where, as a constant text.</param>
    /// <param name="exception">What was caught.</param>
    public void Note(string place, Exception exception)
    {
        Interlocked.Increment(ref _count);
        Type type = exception.GetType();
        foreach (Entry entry in _entries)
        {
            // An entry belongs to the place that claims it first, then to the first type that comes there.
            string owner = Interlocked.CompareExchange(ref entry.Place, place, null) ?? place;
            if (!string.Equals(owner, place, StringComparison.Ordinal) || (Interlocked.CompareExchange(ref entry.Type, type, null) ?? type) != type)
            {
                continue;
            }

            Interlocked.Increment(ref entry.Count);
            if (Interlocked.CompareExchange(ref entry.First, exception, null) is null)
            {
                Interlocked.Increment(ref _unwritten);
            }

            return;
        }
    }

    /// <summary>Writes each kind that was not written yet.</summary>
    /// <remarks>[any but audio] Costs one read where there is nothing new. Never throws.</remarks>
    public void WriteNew()
    {
        if (Volatile.Read(ref _unwritten) == 0)
        {
            return;
        }

        lock (_writing)
        {
            Interlocked.Exchange(ref _unwritten, 0);
            foreach (Entry entry in _entries)
            {
                if (entry is { IsWritten: false, First: { } first, Place: { } place })
                {
                    entry.IsWritten = true;
                    Write(new FaultKind(place, first, Interlocked.Read(ref entry.Count)));
                }
            }
        }
    }

    private void Write(FaultKind kind)
    {
        try
        {
            _write(kind.Sentence);
        }
#pragma warning disable CA1031 // A log that cannot be written must not make a second fault out of the first.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The count still says that something happened.
        }
    }

    private sealed class Entry
    {
        public string? Place;
        public Type? Type;
        public Exception? First;
        public long Count;
        public bool IsWritten;
    }
}
