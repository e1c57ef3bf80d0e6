using System.Text.Json;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>Whole states from and to a host's stream.</summary>
/// <remarks>
/// A host may do a part of what it was asked and be asked again. Some hand out a stream that goes on after the state, with
/// a preset's next chunk: what follows the state's closing brace is cut off.
/// </remarks>
internal static unsafe class StateStream
{
    /// <summary>More than any state has, in bytes: where reading ends.</summary>
    public const int LongestState = 16 << 20;

    private const int Piece = 4096;

    /// <summary>Reads a state.</summary>
    /// <param name="stream">IBStream of the host.</param>
    /// <returns>The bytes up to the state's end; all there are when they are no state, none when there are none.</returns>
    /// <remarks>[ui]</remarks>
    public static ReadOnlySpan<byte> ReadState(void* stream)
    {
        ReadOnlySpan<byte> bytes = ReadAll(stream);
        try
        {
            Utf8JsonReader reader = new(bytes);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() ? bytes[..(int)reader.BytesConsumed] : bytes;
        }
        catch (JsonException)
        {
            return bytes;
        }
    }

    /// <summary>Writes all bytes.</summary>
    /// <param name="stream">IBStream of the host.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Whether the host took them all.</returns>
    /// <remarks>[ui]</remarks>
    public static bool WriteAll(void* stream, ReadOnlySpan<byte> bytes)
    {
        ByteStreamTable* table = ByteStreamTable.Of(stream);
        fixed (byte* start = bytes)
        {
            for (int written = 0; written < bytes.Length;)
            {
                int done = 0;
                if (table->Write(stream, start + written, bytes.Length - written, &done) != Result.Ok || done <= 0)
                {
                    return false;
                }

                written += done;
            }
        }

        return true;
    }

    private static byte[] ReadAll(void* stream)
    {
        ByteStreamTable* table = ByteStreamTable.Of(stream);
        using MemoryStream bytes = new();
        byte* piece = stackalloc byte[Piece];
        while (bytes.Length < LongestState)
        {
            int done = 0;
            int result = table->Read(stream, piece, Piece, &done);
            if (done <= 0 || done > Piece)
            {
                break;
            }

            bytes.Write(new ReadOnlySpan<byte>(piece, done));
            if (result != Result.Ok)
            {
                break;
            }
        }

        return bytes.ToArray();
    }
}
