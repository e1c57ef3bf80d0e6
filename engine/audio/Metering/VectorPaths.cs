using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering;

/// <summary>What this machine can run.</summary>
internal static class VectorPaths
{
    /// <summary>The fastest path this machine can run.</summary>
    /// <remarks>[any]</remarks>
    public static VectorPath Best =>
        IsSupported(VectorPath.Vector512) ? VectorPath.Vector512
        : IsSupported(VectorPath.Vector256) ? VectorPath.Vector256
        : VectorPath.Scalar;

    /// <summary>Whether this machine can run a path.</summary>
    /// <param name="path">The path.</param>
    /// <returns>Whether it can.</returns>
    /// <remarks>[any] A machine on which 512-bit work slows the clock says no to the widest path.</remarks>
    public static bool IsSupported(VectorPath path) => path switch
    {
        VectorPath.Scalar => true,
        VectorPath.Vector256 => Avx2.IsSupported && Fma.IsSupported,
        VectorPath.Vector512 => Avx512F.IsSupported && Vector512.IsHardwareAccelerated && IsSupported(VectorPath.Vector256),
        _ => false,
    };
}
