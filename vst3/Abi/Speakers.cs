using System.Numerics;

namespace FaderStager.Vst3.Abi;

/// <summary>Speaker arrangements: one bit a speaker.</summary>
/// <remarks><b>Source:</b> VST 3 interfaces, <c>pluginterfaces/vst/vstspeaker.h</c>.</remarks>
internal static class Speakers
{
    /// <summary>One speaker.</summary>
    public const ulong Mono = 1UL << 19;

    /// <summary>Left and right.</summary>
    public const ulong Stereo = 0b11;

    /// <summary>Channels of an arrangement.</summary>
    /// <remarks>[any]</remarks>
    public static int Channels(ulong arrangement) => BitOperations.PopCount(arrangement);
}
