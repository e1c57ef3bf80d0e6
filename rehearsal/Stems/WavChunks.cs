using System.Buffers.Binary;
using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Stems;

/// <summary>What the chunks of a WAV say, whatever their order.</summary>
internal sealed class WavChunks
{
    private const int Ds64Bytes = 16;
    private const int TimeReferenceAt = 338;
    private const int LargestFormatBytes = 65_536;
    private const int LargestTextBytes = 1 << 20;

    /// <summary>The format, once it was found.</summary>
    public WavFormatChunk? Format { get; private set; }

    /// <summary>Length of a format chunk that cannot be one.</summary>
    public uint? FormatBytes { get; private set; }

    /// <summary>The first piece of audio that is not empty.</summary>
    public DataExtent? Data { get; private set; }

    /// <summary>Whether a piece of audio is empty.</summary>
    public bool HasEmptyData { get; private set; }

    /// <summary>Pieces of audio after the first.</summary>
    public int FurtherData { get; private set; }

    /// <summary>Frames from midnight, of a broadcast WAV.</summary>
    public long? TimeReferenceFrames { get; private set; }

    /// <summary>Names of the channels, from iXML.</summary>
    public ImmutableArray<string> ChannelNames { get; private set; } = [];

    /// <summary>Reads all chunks.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where the first chunk starts.</param>
    /// <param name="bigEndian">Whether numbers stand with their highest byte first.</param>
    /// <returns>What they say.</returns>
    public static WavChunks Read(ChunkFile file, long start, bool bigEndian)
    {
        WavChunks chunks = new();
        long? longDataBytes = null;
        long at = start;
        for (int count = 0; count < ChunkFile.MostChunks && file.At(at) is { } chunk; count++)
        {
            long end = chunk.End;
            switch (chunk.Name)
            {
                case "ds64":
                    longDataBytes = ReadLongDataBytes(file, chunk, bigEndian);
                    break;
                case "fmt " when chunks.Format is null:
                    chunks.ReadFormat(file, chunk, bigEndian);
                    break;
                case "data":
                    // The 64-bit length is the first piece's.
                    DataExtent extent = DataExtent.Find(file, chunk.BodyStart, chunk.Size, chunks.Data is null ? longDataBytes : null);
                    chunks.Add(extent);
                    end = extent.End;
                    break;
                case "bext":
                    chunks.TimeReferenceFrames = ReadTimeReference(file, chunk, bigEndian);
                    break;
                case "iXML" when chunk.Size <= LargestTextBytes:
                    chunks.ReadNames(file, chunk);
                    break;
                default:
                    break;
            }

            at = file.After(end, ((end - chunk.BodyStart) & 1) != 0);
        }

        return chunks;
    }

    private static long? ReadLongDataBytes(ChunkFile file, Chunk chunk, bool bigEndian)
    {
        Span<byte> sizes = stackalloc byte[Ds64Bytes];
        return chunk.Size >= Ds64Bytes && file.TryRead(chunk.BodyStart, sizes)
            ? bigEndian ? BinaryPrimitives.ReadInt64BigEndian(sizes[8..]) : BinaryPrimitives.ReadInt64LittleEndian(sizes[8..])
            : null;
    }

    private static long? ReadTimeReference(ChunkFile file, Chunk chunk, bool bigEndian)
    {
        // Two halves, the low one first, in either byte order.
        Span<byte> halves = stackalloc byte[8];
        if (chunk.Size < TimeReferenceAt + 8 || !file.TryRead(chunk.BodyStart + TimeReferenceAt, halves))
        {
            return null;
        }

        long frames = bigEndian
            ? ((long)BinaryPrimitives.ReadUInt32BigEndian(halves[4..]) << 32) | BinaryPrimitives.ReadUInt32BigEndian(halves)
            : BinaryPrimitives.ReadInt64LittleEndian(halves);
        return frames >= 0 ? frames : null;
    }

    private void ReadFormat(ChunkFile file, Chunk chunk, bool bigEndian)
    {
        byte[] body = new byte[Math.Min(chunk.Size, LargestFormatBytes)];
        if (chunk.Size is < WavFormatChunk.LeastBytes or > LargestFormatBytes || !file.TryRead(chunk.BodyStart, body))
        {
            FormatBytes = chunk.Size;
            return;
        }

        Format = WavFormatChunk.Of(body, bigEndian);
    }

    private void Add(DataExtent extent)
    {
        if (extent.Bytes == 0)
        {
            HasEmptyData = true;
        }
        else if (Data is null)
        {
            Data = extent;
        }
        else
        {
            FurtherData++;
        }
    }

    private void ReadNames(ChunkFile file, Chunk chunk)
    {
        byte[] text = new byte[chunk.Size];
        if (file.TryRead(chunk.BodyStart, text))
        {
            ChannelNames = IxmlTracks.NamesOf(text);
        }
    }
}
