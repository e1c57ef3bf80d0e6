namespace FaderStager.Rehearsal.Stems;

/// <summary>Where the audio of a chunked file starts and ends, found from a length that may be wrong.</summary>
/// <param name="StartByte">Its first byte.</param>
/// <param name="Bytes">Bytes that are there; 0 = the chunk is empty.</param>
/// <param name="PromisedBytes">Bytes that the head promises, where that is more; else null.</param>
/// <param name="Remark">What a person should know, to be said after the file's name; or null.</param>
internal readonly record struct DataExtent(long StartByte, long Bytes, long? PromisedBytes = null, string? Remark = null)
{
    private const string NeverFinished = "has a header that was never finished, so it is read to its end";
    private const string Wrapped = "is longer than a 32-bit length can say, so it is read beyond it";

    // Programs that write to a pipe cannot go back to the length. They leave the largest one, or one a little under it.
    private const uint LargestSigned = 0x8000_0000;
    private const uint Slack = 0x1_0000;
    private const long LeastJunk = 65_536;
    private const long LongestLong = 1L << 56;
    private const int CountedTail = 1 << 20;

    /// <summary>The first byte after it.</summary>
    public long End => StartByte + Bytes;

    /// <summary>Finds where audio ends.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Its first byte.</param>
    /// <param name="size">The chunk's 32-bit length.</param>
    /// <param name="longSize">The 64-bit length that an RF64 gives elsewhere, or null.</param>
    /// <returns>The extent.</returns>
    public static DataExtent Find(ChunkFile file, long start, uint size, long? longSize = null)
    {
        long there = Math.Max(0, file.Length - start);
        if (longSize is > 0 and < long.MaxValue)
        {
            return longSize <= there ? new DataExtent(start, longSize.Value) : new DataExtent(start, there, longSize);
        }

        if (size == 0)
        {
            return there == 0 || file.HasChunkAt(start)
                ? new DataExtent(start, 0)
                : new DataExtent(start, file.TailStart(start) - start, Remark: NeverFinished);
        }

        if (size > there || size == uint.MaxValue)
        {
            long tail = file.TailStart(start);
            return new DataExtent(start, tail - start, IsPlaceholder(size) ? null : size);
        }

        if (size == there)
        {
            // Some programs count the chunks behind the audio too. Most files have none, so the look is a short one.
            return new DataExtent(start, file.TailStart(start, CountedTail) - start);
        }

        bool isOdd = (size & 1) != 0;
        return EndsAt(file, start + size, isOdd) ? new DataExtent(start, size) : Misfit(file, start, size, isOdd);
    }

    /// <summary>Finds where audio ends that has a 64-bit length.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Its first byte.</param>
    /// <param name="size">The length; below 0, or beyond what any disk holds: the file was written to a pipe or never finished.</param>
    /// <returns>The extent.</returns>
    public static DataExtent OfLong(ChunkFile file, long start, long size)
    {
        long there = Math.Max(0, file.Length - start);
        return size is < 0 or >= LongestLong ? new DataExtent(start, there, Remark: NeverFinished)
            : size > there ? new DataExtent(start, there, size)
            : size == 0 && there > 0 && !file.HasChunkAt(start) ? new DataExtent(start, there, Remark: NeverFinished)
            : new DataExtent(start, size);
    }

    private static bool IsPlaceholder(uint size) => size is >= LargestSigned - Slack and <= LargestSigned or >= uint.MaxValue - Slack;

    private static bool EndsAt(ChunkFile file, long end, bool isOdd) => file.CanEndAt(file.After(end, isOdd));

    /// <summary>The length ends in the middle of something: it has wrapped, it counts chunks behind the audio, or it is too short.</summary>
    private static DataExtent Misfit(ChunkFile file, long start, uint size, bool isOdd)
    {
        for (long end = start + size + (1L << 32); end <= file.Length; end += 1L << 32)
        {
            if (EndsAt(file, end, isOdd))
            {
                return new DataExtent(start, end - start, Remark: Wrapped);
            }
        }

        long tail = file.TailStart(start);
        if (IsPlaceholder(size) || tail < start + size)
        {
            return new DataExtent(start, tail - start);
        }

        long junk = file.Length - start - size;
        return new DataExtent(start, size, Remark: junk < LeastJunk ? null : $"goes on for {junk / 1024:0} KiB behind its audio with what is no chunk; that is left out");
    }
}
