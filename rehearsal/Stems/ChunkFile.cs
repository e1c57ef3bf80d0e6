using System.Buffers.Binary;
using System.Collections.Frozen;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Walks the chunks of a RIFF or IFF file as people have them: pad bytes that are missing, tags before and behind.</summary>
/// <remarks>Every look moves the stream. No look reads more than a few bytes, but for <see cref="TailStart"/>.</remarks>
internal sealed class ChunkFile
{
    /// <summary>The most chunks that a file is searched for.</summary>
    public const int MostChunks = 10_000;

    /// <summary>How far before the end of a file the chunks behind audio of unknown length are looked for.</summary>
    public const int TailBytes = 64 << 20;

    private const int HeadBytes = 8;
    private const int ScanBytes = 65_536;
    private const int MostGuesses = 4096;
    private const int LongestGuess = 64;
    private const int Id3Bytes = 10;
    private const int Id3OldBytes = 128;

    // Chunks that stand behind audio, and those that every file has. What is called so is a chunk, whatever its length.
    private static readonly FrozenSet<uint> Known = new[]
    {
        "fmt ", "data", "fact", "LIST", "JUNK", "junk", "FLLR", "PAD ", "bext", "iXML", "axml", "chna", "cue ", "smpl", "inst", "plst",
        "id3 ", "ID3 ", "PEAK", "cart", "_PMX", "aXML", "ds64", "levl", "link", "umid", "acid", "strc", "afsp", "minf", "elm1", "regn", "DGDA",
        "LGWV", "ResU", "MD5 ", "SNDM", "DISP", "bwfx", "COMM", "SSND", "MARK", "COMT", "INST", "MIDI", "AESD", "APPL", "NAME", "AUTH",
        "(c) ", "ANNO", "FVER", "CHAN", "BEXT", "basc", "trns", "cate", "ovwf",
    }.Select(Chunk.CodeOf).ToFrozenSet();

    private static readonly bool[] StartsKnown = FirstLetters();

    private readonly Stream _stream;
    private readonly bool _bigEndian;

    /// <summary>Chunks of a stream that can seek.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="bigEndian">Whether lengths stand with their highest byte first.</param>
    public ChunkFile(Stream stream, bool bigEndian)
    {
        _stream = stream;
        _bigEndian = bigEndian;
        Length = stream.Length;
    }

    /// <summary>Bytes of the file as it was opened.</summary>
    public long Length { get; }

    /// <summary>Where a file starts behind the ID3v2 tags that some programs put before it.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <returns>The first byte that is no tag.</returns>
    public static long SkipTags(Stream stream)
    {
        ChunkFile file = new(stream, bigEndian: false);
        long at = 0;
        for (int tags = 0; tags < LongestGuess && file.TagBytes(at) is > 0 and { } bytes && at + bytes < file.Length; tags++)
        {
            at += bytes;
        }

        return at;
    }

    /// <summary>Fills a buffer from a place in the file.</summary>
    /// <param name="position">The place.</param>
    /// <param name="buffer">Takes the bytes.</param>
    /// <returns>Whether all of it was filled.</returns>
    public bool TryRead(long position, Span<byte> buffer)
    {
        if (position < 0 || position > Length - buffer.Length)
        {
            return false;
        }

        _stream.Position = position;
        return _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
    }

    /// <summary>The chunk at a place, or null where the file has no room for one.</summary>
    /// <param name="position">The place.</param>
    /// <returns>The chunk; its name and length can be anything.</returns>
    public Chunk? At(long position)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        if (!TryRead(position, head))
        {
            return null;
        }

        uint size = _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(head[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        return new Chunk(BinaryPrimitives.ReadUInt32BigEndian(head), size, position + HeadBytes);
    }

    /// <summary>Where the chunk after another starts. Chunks start at even bytes, but not every program knows.</summary>
    /// <param name="end">The first byte after the other's body.</param>
    /// <param name="isOdd">Whether the body's length is odd.</param>
    /// <returns>The place.</returns>
    public long After(long end, bool isOdd)
    {
        Span<byte> pad = stackalloc byte[1];
        if (!isOdd || !TryRead(end, pad) || pad[0] == 0)
        {
            return isOdd ? end + 1 : end;
        }

        Chunk? padded = At(end + 1);
        Chunk? unpadded = At(end);
        bool isUnpadded = IsKnown(unpadded) ? !IsKnown(padded) : unpadded is { IsNamed: true } && padded is not { IsNamed: true };
        return isUnpadded ? end : end + 1;
    }

    /// <summary>Whether audio can end at a place: the file ends there, or a chunk or a tag starts.</summary>
    /// <param name="position">The place.</param>
    /// <returns>Whether it can.</returns>
    public bool CanEndAt(long position) => position >= Length || IsKnown(At(position)) || ReachesEnd(position);

    /// <summary>Whether a chunk starts at a place: one that is known by name, or a row of named ones to the end of the file.</summary>
    /// <param name="position">The place.</param>
    /// <returns>Whether one does.</returns>
    public bool HasChunkAt(long position) => IsKnown(At(position)) || (position < Length - HeadBytes && ReachesEnd(position));

    /// <summary>Where audio of unknown length ends: before the chunks and tags that stand at the end of the file.</summary>
    /// <param name="start">The audio's first byte.</param>
    /// <param name="within">How many bytes before the end of the file are looked through.</param>
    /// <returns>The first byte that is not audio.</returns>
    public long TailStart(long start, int within = TailBytes)
    {
        byte[] buffer = new byte[(int)Math.Clamp(Length - start, 0, ScanBytes)];
        int guesses = 0;
        for (long at = Math.Max(start, Length - within); at < Length - HeadBytes; at += ScanBytes - HeadBytes)
        {
            int read = (int)Math.Min(ScanBytes, Length - at);
            if (!TryRead(at, buffer.AsSpan(0, read)))
            {
                break;
            }

            for (int i = 0; i < read - HeadBytes; i++)
            {
                if (StartsKnown[buffer[i]] && StartsTail(buffer.AsSpan(i)) && guesses++ < MostGuesses && ReachesEnd(at + i))
                {
                    return at + i;
                }
            }
        }

        long old = Length - Id3OldBytes;
        return old >= start && TagBytes(old) == Id3OldBytes ? old : Length;
    }

    private static bool StartsTail(ReadOnlySpan<byte> bytes) =>
        Known.Contains(BinaryPrimitives.ReadUInt32BigEndian(bytes)) || (bytes.StartsWith("ID3"u8) && bytes[3] is >= 2 and <= 4);

    private static bool IsKnown(Chunk? chunk) => chunk is { } found && Known.Contains(found.Code);

    private static bool[] FirstLetters()
    {
        bool[] letters = new bool[256];
        foreach (uint code in Known)
        {
            letters[code >> 24] = true;
        }

        return letters;
    }

    private bool ReachesEnd(long position)
    {
        for (int chunks = 0; chunks < LongestGuess; chunks++)
        {
            if (position >= Length)
            {
                return position <= Length + 1;
            }

            if (TagBytes(position) is > 0 and { } tag)
            {
                position += tag;
            }
            else if (At(position) is { IsNamed: true } chunk)
            {
                position = After(chunk.End, (chunk.Size & 1) != 0);
            }
            else
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Bytes of the ID3 tag at a place; 0 when there is none.</summary>
    private long TagBytes(long position)
    {
        Span<byte> head = stackalloc byte[Id3Bytes];
        if (!TryRead(position, head))
        {
            return 0;
        }

        if (head.StartsWith("TAG"u8) && position == Length - Id3OldBytes)
        {
            return Id3OldBytes;
        }

        if (!head.StartsWith("ID3"u8) || head[3] is < 2 or > 4 || ((head[6] | head[7] | head[8] | head[9]) & 0x80) != 0)
        {
            return 0;
        }

        const int FooterFlag = 0x10;
        int body = (head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9];
        return Id3Bytes + body + ((head[5] & FooterFlag) != 0 ? Id3Bytes : 0);
    }
}
