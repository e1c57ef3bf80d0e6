using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host's IPlugFrame that writes down the size it was asked for.</summary>
internal sealed unsafe class HostFrame : NativeObject
{
    private static readonly PlugFrameTable* Table = NativeTable.Keep(new PlugFrameTable { Unknown = UnknownTable.Managed, ResizeView = &OnResize });

    public HostFrame()
        : base(new InterfaceEntry(PlugFrameTable.Id, Table))
    {
    }

    public void* Pointer => PointerTo(PlugFrameTable.Id);

    public (int Width, int Height) Asked { get; private set; }

    [UnmanagedCallersOnly]
    private static int OnResize(void* self, void* view, ViewRect* size)
    {
        Of<HostFrame>(self).Asked = (size->Right - size->Left, size->Bottom - size->Top);
        return Result.Ok;
    }
}
