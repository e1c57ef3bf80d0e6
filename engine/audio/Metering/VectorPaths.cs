using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering;

/// <summary>What this machine can run.</summary>
/// <remarks>
/// Built ahead of time, the answers are those of the level of x86-64 that the module is built for: every member is a constant, and
/// code for wider vectors is not even built. Levels: v2 has 128-bit vectors, v3 256-bit, v4 512-bit.
/// </remarks>
internal static class VectorPaths
{
    /// <summary>The fastest path this machine can run.</summary>
    /// <remarks>[any]</remarks>
    public static VectorPath Best =>
        IsSupported(VectorPath.Vector512) ? VectorPath.Vector512
        : IsSupported(VectorPath.Vector256) ? VectorPath.Vector256
        : IsSupported(VectorPath.Vector128) ? VectorPath.Vector128
        : VectorPath.Scalar;

    /// <summary>Whether this machine can run a path.</summary>
    /// <param name="path">The path.</param>
    /// <returns>Whether it can.</returns>
    /// <remarks>[any] A machine on which 512-bit work slows the clock says no to the widest path.</remarks>
    public static bool IsSupported(VectorPath path) => path switch
    {
        VectorPath.Scalar => true,
        VectorPath.Vector128 => Vector128.IsHardwareAccelerated,
        VectorPath.Vector256 => Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported,
        VectorPath.Vector512 => Vector512.IsHardwareAccelerated && Avx512DQ.IsSupported,
        _ => false,
    };
}
