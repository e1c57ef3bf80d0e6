using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>What a host has said of the channel that the plug-in sits in; null = not said.</summary>
/// <param name="Name">The channel's name.</param>
/// <param name="ColorArgb">Its colour, alpha in the highest byte.</param>
/// <param name="Index">Its place in the mixer, as the host counts.</param>
/// <param name="IsPostFader">Whether the plug-in sits behind the channel's fader.</param>
/// <remarks>[ui]</remarks>
public sealed record HostTrack(string? Name = null, uint? ColorArgb = null, long? Index = null, bool? IsPostFader = null)
{
    /// <summary>Longest name taken, in characters.</summary>
    private const int NameCapacity = 128;

    /// <summary>What is known after the host sent a list; what the list leaves out stays.</summary>
    /// <param name="attributes">IAttributeList of the host.</param>
    /// <remarks>[ui]</remarks>
    internal unsafe HostTrack With(void* attributes)
    {
        AttributeListTable* table = AttributeListTable.Of(attributes);

        // At least one host takes the size for a number of characters: the room is twice what is said.
        char* name = stackalloc char[NameCapacity * 2];
        bool hasName = Call(table->GetString, attributes, "channel name"u8, name, NameCapacity * sizeof(char));
        return this with
        {
            Name = hasName ? NativeText.Read(name, NameCapacity) : Name,
            ColorArgb = Number(table, attributes, "channel color"u8) is { } color ? unchecked((uint)color) : ColorArgb,
            Index = Number(table, attributes, "channel index"u8) ?? Index,
            IsPostFader = Number(table, attributes, "channel plugin location"u8) is { } place ? place == 1 : IsPostFader,
        };
    }

    private static unsafe bool Call(delegate* unmanaged<void*, byte*, char*, uint, int> get, void* attributes, ReadOnlySpan<byte> key, char* text, uint bytes)
    {
        fixed (byte* id = key)
        {
            return get(attributes, id, text, bytes) == Result.Ok;
        }
    }

    private static unsafe long? Number(AttributeListTable* table, void* attributes, ReadOnlySpan<byte> key)
    {
        long value = 0;
        fixed (byte* id = key)
        {
            return table->GetInt(attributes, id, &value) == Result.Ok ? value : null;
        }
    }
}
