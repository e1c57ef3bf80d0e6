using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>The 16 bytes that name an interface or a class, as they lie in memory.</summary>
/// <remarks>
/// [any] Published as four 32-bit words. On Windows they lie as in a COM GUID, elsewhere big-endian: the same words, other bytes.
/// Packed: it is an array of bytes, which asks for no alignment where it stands in a structure.
/// <b>Source:</b> VST 3 interfaces, <c>pluginterfaces/base/funknown.h</c>.
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct InterfaceId
{
    private readonly ulong _low;
    private readonly ulong _high;

    /// <summary>An id from its four published words, in the byte order of this system.</summary>
    public InterfaceId(uint word1, uint word2, uint word3, uint word4)
        : this(word1, word2, word3, word4, OperatingSystem.IsWindows())
    {
    }

    /// <summary>An id from its four published words.</summary>
    public InterfaceId(uint word1, uint word2, uint word3, uint word4, bool isComCompatible)
    {
        _low = isComCompatible
            ? Join(word1, BitOperations.RotateLeft(word2, 16))
            : Join(BinaryPrimitives.ReverseEndianness(word1), BinaryPrimitives.ReverseEndianness(word2));
        _high = Join(BinaryPrimitives.ReverseEndianness(word3), BinaryPrimitives.ReverseEndianness(word4));
    }

    private static ulong Join(uint first, uint second) => first | ((ulong)second << 32);
}
