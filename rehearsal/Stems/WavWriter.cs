using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Writes 32-bit float WAV as it comes, with a time stamp where there is one; past 4 GB the file becomes RF64.</summary>
/// <remarks>
/// <see cref="Dispose"/> completes the head. <b>Source:</b> EBU Tech 3306: a JUNK chunk keeps the place of ds64. EBU Tech 3285: bext.
/// </remarks>
public sealed class WavWriter : IDisposable
{
    private const int HeadBytes = 12 + 8 + ReservedBytes + 8 + 18 + 8 + 4 + 8;
    private const int ReservedBytes = 28;
    private const int BroadcastBytes = 602;
    private const int TimeReferenceAt = 338;
    private const int VersionAt = 346;
    private const int BufferFrames = 4096;
    private const ushort TagFloat = 3;

    private readonly Stream _stream;
    private readonly int _channels;
    private readonly uint _rateHz;
    private readonly byte[] _buffer;
    private readonly byte[] _broadcast;
    private long _frames;

    /// <summary>Starts a file on a stream that can seek; the writer disposes it.</summary>
    /// <param name="stream">The stream at its start.</param>
    /// <param name="sampleRateHz">Frames a second; WAV stores whole ones.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="timeReferenceFrames">Frames from midnight to the first one, or null for no stamp.</param>
    public WavWriter(Stream stream, double sampleRateHz, int channels, long? timeReferenceFrames = null)
    {
        _stream = stream;
        _channels = channels;
        _rateHz = (uint)Math.Round(sampleRateHz);
        _buffer = new byte[BufferFrames * channels * sizeof(float)];
        _broadcast = timeReferenceFrames is { } frames ? Broadcast(frames) : [];
        WriteHead();
    }

    /// <summary>Appends frames.</summary>
    /// <param name="left">The left or only channel.</param>
    /// <param name="right">The right channel, as long; ignored by a mono file.</param>
    /// <exception cref="IOException">The stream cannot take them.</exception>
    public void Write(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        for (int from = 0; from < left.Length; from += BufferFrames)
        {
            int frames = Math.Min(BufferFrames, left.Length - from);
            int step = _channels * sizeof(float);
            for (int i = 0; i < frames; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(_buffer.AsSpan(i * step), left[from + i]);
                if (_channels == 2)
                {
                    BinaryPrimitives.WriteSingleLittleEndian(_buffer.AsSpan((i * step) + sizeof(float)), right[from + i]);
                }
            }

            _stream.Write(_buffer, 0, frames * step);
        }

        _frames += left.Length;
    }

    /// <summary>Completes the head and closes the stream.</summary>
    /// <exception cref="IOException">The stream cannot take the head.</exception>
    public void Dispose()
    {
        try
        {
            _stream.Position = 0;
            WriteHead();
        }
        finally
        {
            _stream.Dispose();
        }
    }

    private static byte[] Broadcast(long timeReferenceFrames)
    {
        byte[] chunk = new byte[8 + BroadcastBytes];
        "bext"u8.CopyTo(chunk);
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), BroadcastBytes);
        BinaryPrimitives.WriteInt64LittleEndian(chunk.AsSpan(8 + TimeReferenceAt), timeReferenceFrames);
        chunk[8 + VersionAt] = 1;
        return chunk;
    }

    private void WriteHead()
    {
        long dataBytes = _frames * _channels * sizeof(float);
        long riffBytes = HeadBytes + _broadcast.Length - 8 + dataBytes;
        bool large = riffBytes > uint.MaxValue;
        Span<byte> head = new byte[HeadBytes + _broadcast.Length];
        (large ? "RF64"u8 : "RIFF"u8).CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], large ? uint.MaxValue : (uint)riffBytes);
        "WAVE"u8.CopyTo(head[8..]);

        Span<byte> reserved = head[12..];
        (large ? "ds64"u8 : "JUNK"u8).CopyTo(reserved);
        BinaryPrimitives.WriteUInt32LittleEndian(reserved[4..], ReservedBytes);
        if (large)
        {
            BinaryPrimitives.WriteInt64LittleEndian(reserved[8..], riffBytes);
            BinaryPrimitives.WriteInt64LittleEndian(reserved[16..], dataBytes);
            BinaryPrimitives.WriteInt64LittleEndian(reserved[24..], _frames);
        }

        _broadcast.CopyTo(reserved[(8 + ReservedBytes)..]);
        Span<byte> format = reserved[(8 + ReservedBytes + _broadcast.Length)..];
        "fmt "u8.CopyTo(format);
        BinaryPrimitives.WriteUInt32LittleEndian(format[4..], 18);
        BinaryPrimitives.WriteUInt16LittleEndian(format[8..], TagFloat);
        BinaryPrimitives.WriteUInt16LittleEndian(format[10..], (ushort)_channels);
        BinaryPrimitives.WriteUInt32LittleEndian(format[12..], _rateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(format[16..], _rateHz * (uint)(_channels * sizeof(float)));
        BinaryPrimitives.WriteUInt16LittleEndian(format[20..], (ushort)(_channels * sizeof(float)));
        BinaryPrimitives.WriteUInt16LittleEndian(format[22..], 32);

        Span<byte> fact = format[(8 + 18)..];
        "fact"u8.CopyTo(fact);
        BinaryPrimitives.WriteUInt32LittleEndian(fact[4..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(fact[8..], (uint)Math.Min(_frames, uint.MaxValue));

        Span<byte> data = fact[12..];
        "data"u8.CopyTo(data);
        BinaryPrimitives.WriteUInt32LittleEndian(data[4..], large ? uint.MaxValue : (uint)dataBytes);
        _stream.Write(head);
    }
}
