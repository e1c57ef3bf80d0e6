using FaderStager.Staging.Readings;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>Reads the list of attributes that a host sends of the channel.</summary>
internal static unsafe class ChannelAttributes
{
    /// <summary>Longest name taken, in characters.</summary>
    private const int NameCapacity = 128;

    /// <summary>What is known after the host sent a list; what the list leaves out stays.</summary>
    /// <param name="attributes">IAttributeList of the host.</param>
    /// <param name="known">What was known.</param>
    /// <remarks>[ui]</remarks>
    public static HostTrack Read(void* attributes, HostTrack known)
    {
        AttributeListTable* table = AttributeListTable.Of(attributes);

        // At least one host takes the size for a number of characters: the room is twice what is said.
        char* name = stackalloc char[NameCapacity * 2];
        bool hasName = Call(table->GetString, attributes, "channel name"u8, name, NameCapacity * sizeof(char));
        return known with
        {
            Name = hasName ? NativeText.Read(name, NameCapacity) : known.Name,
            ColourArgb = Number(table, attributes, "channel color"u8) is { } colour ? ChannelColour.FromArgb(unchecked((uint)colour)) : known.ColourArgb,
            MixerIndex = Number(table, attributes, "channel index"u8) is { } index
                ? MixerIndex(Number(table, attributes, "channel index namespace order"u8) ?? 0, index)
                : known.MixerIndex,
            IsPostFader = Number(table, attributes, "channel plugin location"u8) is { } place ? place == 1 : known.IsPostFader,
        };
    }

    /// <summary>The host's own identity of the channel, or null where the list has none.</summary>
    /// <param name="attributes">IAttributeList of the host.</param>
    /// <remarks>[ui]</remarks>
    public static string? IdentityOf(void* attributes)
    {
        char* id = stackalloc char[NameCapacity * 2];
        return Call(AttributeListTable.Of(attributes)->GetString, attributes, "channel uid"u8, id, NameCapacity * sizeof(char))
            && NativeText.Read(id, NameCapacity) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Hosts count tracks, groups and outputs apart, and number these kinds by where they stand.</summary>
    private static long MixerIndex(long kind, long index) => (Math.Clamp(kind, 0, short.MaxValue) << 32) + Math.Clamp(index, 0, int.MaxValue);

    private static bool Call(delegate* unmanaged<void*, byte*, char*, uint, int> get, void* attributes, ReadOnlySpan<byte> key, char* text, uint bytes)
    {
        fixed (byte* id = key)
        {
            return get(attributes, id, text, bytes) == Result.Ok;
        }
    }

    private static long? Number(AttributeListTable* table, void* attributes, ReadOnlySpan<byte> key)
    {
        long value = 0;
        fixed (byte* id = key)
        {
            return table->GetInt(attributes, id, &value) == Result.Ok ? value : null;
        }
    }
}
