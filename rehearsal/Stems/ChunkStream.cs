using System.Text;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Reads the head of a chunked file (RIFF, IFF) from a stream that may be a pipe.</summary>
internal static class ChunkStream
{
    /// <summary>Fills a buffer as far as the stream goes.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="buffer">Takes the bytes.</param>
    /// <returns>Whether all of it was filled.</returns>
    public static bool TryFill(Stream stream, Span<byte> buffer) =>
        stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    /// <summary>Goes on by a number of bytes, or to the end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="bytes">How many.</param>
    public static void Skip(Stream stream, long bytes)
    {
        if (stream.CanSeek)
        {
            stream.Seek(Math.Min(bytes, stream.Length - stream.Position), SeekOrigin.Current);
            return;
        }

        byte[] scratch = new byte[4096];
        while (bytes > 0)
        {
            int read = stream.Read(scratch, 0, (int)Math.Min(bytes, scratch.Length));
            if (read == 0)
            {
                return;
            }

            bytes -= read;
        }
    }

    /// <summary>Four bytes as the text that chunk names are.</summary>
    /// <param name="bytes">At least four bytes.</param>
    /// <returns>The name.</returns>
    public static string Name(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..4]);
}
