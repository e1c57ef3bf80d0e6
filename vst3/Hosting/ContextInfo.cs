using FaderStager.Staging.Readings;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>Asks a host that has PreSonus' extension of the channel.</summary>
internal static unsafe class ContextInfo
{
    private const int NameCapacity = 128;

    /// <summary>What is known after the host was asked; what it does not answer stays.</summary>
    /// <param name="provider">IContextInfoProvider of the host.</param>
    /// <param name="known">What was known.</param>
    /// <remarks>[ui]</remarks>
    public static HostTrack Read(void* provider, HostTrack known)
    {
        char* name = stackalloc char[NameCapacity];
        bool hasName;
        fixed (byte* id = "name"u8)
        {
            hasName = ContextInfoProviderTable.Of(provider)->GetString(provider, name, NameCapacity, id) == Result.Ok;
        }

        return known with
        {
            Name = hasName ? NativeText.Read(name, NameCapacity) : known.Name,
            ColourArgb = Number(provider, "color"u8) is { } colour ? ChannelColour.FromAbgr(unchecked((uint)colour)) : known.ColourArgb,
            MixerIndex = Number(provider, "index"u8) ?? known.MixerIndex,
        };
    }

    private static int? Number(void* provider, ReadOnlySpan<byte> key)
    {
        int value = 0;
        fixed (byte* id = key)
        {
            return ContextInfoProviderTable.Of(provider)->GetValue(provider, &value, id) == Result.Ok ? value : null;
        }
    }
}
