namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>A file of any length that is silent between its head and its tail, and takes no room.</summary>
internal sealed class HugeStream(byte[] head, long silentBytes, byte[] tail) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => head.Length + silentBytes + tail.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Clamp(Length - Position, 0, count);
        buffer.AsSpan(offset, read).Clear();
        Overlay(buffer.AsSpan(offset, read), head, 0);
        Overlay(buffer.AsSpan(offset, read), tail, head.Length + silentBytes);
        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Overlay(Span<byte> buffer, byte[] piece, long at)
    {
        long from = Math.Max(at, Position);
        long to = Math.Min(at + piece.Length, Position + buffer.Length);
        if (from < to)
        {
            piece.AsSpan((int)(from - at), (int)(to - from)).CopyTo(buffer[(int)(from - Position)..]);
        }
    }
}
