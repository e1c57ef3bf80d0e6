using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host's IBStream in memory. It can be told to hand over only a few bytes a call, or to refuse.</summary>
internal sealed unsafe class HostStream : NativeObject
{
    private static readonly ByteStreamTable* Table = NativeTable.Keep(new ByteStreamTable
    {
        Unknown = UnknownTable.Managed,
        Read = &OnRead,
        Write = &OnWrite,
        Seek = &OnSeek,
        Tell = &OnTell,
    });

    private readonly List<byte> _bytes;
    private int _position;

    public HostStream(params byte[] bytes)
        : base(new InterfaceEntry(ByteStreamTable.Id, Table))
    {
        _bytes = [.. bytes];
    }

    public void* Pointer => PointerTo(ByteStreamTable.Id);

    public byte[] Bytes => [.. _bytes];

    /// <summary>What happens inside the host while it takes bytes, as in hosts that pump messages there.</summary>
    public Action? Inside { get; set; }

    public int MostBytesACall { get; init; } = int.MaxValue;

    public bool Refuses { get; init; }

    public void Rewind() => _position = 0;

    [UnmanagedCallersOnly]
    private static int OnRead(void* self, void* buffer, int count, int* done)
    {
        HostStream stream = Of<HostStream>(self);
        int read = Math.Min(Math.Min(count, stream.MostBytesACall), stream._bytes.Count - stream._position);
        CollectionsMarshal.AsSpan(stream._bytes).Slice(stream._position, read).CopyTo(new Span<byte>(buffer, count));
        stream._position += read;
        if (done != null)
        {
            *done = read;
        }

        return stream.Refuses ? Result.InternalError : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnWrite(void* self, void* buffer, int count, int* done)
    {
        HostStream stream = Of<HostStream>(self);
        stream.Inside?.Invoke();
        int written = stream.Refuses ? 0 : Math.Min(count, stream.MostBytesACall);
        stream._bytes.AddRange(new ReadOnlySpan<byte>(buffer, written));
        stream._position += written;
        if (done != null)
        {
            *done = written;
        }

        return stream.Refuses ? Result.InternalError : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnSeek(void* self, long position, int mode, long* result) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int OnTell(void* self, long* position) => Result.NotImplemented;
}
