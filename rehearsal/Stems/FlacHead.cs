using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Reads the head of a FLAC file: rate, channels and length, without decoding.</summary>
/// <remarks><b>Source:</b> RFC 9639, sections 6 and 8.2 (STREAMINFO).</remarks>
internal static class FlacHead
{
    private const int Bytes = 8 + 18;

    /// <summary>Reads it.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="origin">Where the FLAC starts in it.</param>
    /// <returns>The head, or null when it is no FLAC.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static StemHead? Read(Stream stream, long origin)
    {
        Span<byte> head = stackalloc byte[Bytes];
        if (!new ChunkFile(stream, bigEndian: true).TryRead(origin, head) || !head.StartsWith("fLaC"u8) || (head[4] & 0x7F) != 0)
        {
            return null;
        }

        // 20 bits of rate, 3 of channels less one, 5 of sample size less one, 36 of frames; 0 frames = unknown.
        ulong packed = BinaryPrimitives.ReadUInt64BigEndian(head[18..]);
        long frames = (long)(packed & 0xF_FFFF_FFFF);
        return new StemHead(packed >> 44, (int)((packed >> 41) & 7) + 1, frames == 0 ? null : frames);
    }
}
