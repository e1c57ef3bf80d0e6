using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering.Vectors;

/// <summary>4 doubles in 256 bits (AVX2).</summary>
/// <remarks>[audio]</remarks>
internal readonly struct Doubles256(Vector256<double> lanes) : IDoubles<Doubles256>
{
    private readonly Vector256<double> _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => Vector256<double>.Count;

    /// <inheritdoc/>
    public static Doubles256 Zero => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 operator +(Doubles256 left, Doubles256 right) => new(left._lanes + right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 operator *(Doubles256 left, Doubles256 right) => new(left._lanes * right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Load(ref double from, int at) => new(Vector256.LoadUnsafe(ref Unsafe.Add(ref from, at)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 LoadFloats(ref float from, int at) =>
        new(Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, at))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 MultiplyAdd(Doubles256 left, Doubles256 right, Doubles256 addend) =>
        new(Vector256.MultiplyAddEstimate(left._lanes, right._lanes, addend._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 MultiplyAddUpper(Doubles256 left, Doubles256 right, Doubles256 addend) => MultiplyAdd(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Doubles256 Repeat(double* frame, int channels) =>
        new(channels == 1 ? Vector256.Create(*frame) : Avx.BroadcastVector128ToVector256(frame));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Exchange(Doubles256 value, int distance) =>
        new(distance == 1 ? Avx.Permute(value._lanes, 0b0101) : Avx2.Permute4x64(value._lanes, 0b01_00_11_10));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, int at) => _lanes.StoreUnsafe(ref Unsafe.Add(ref to, at));
}
