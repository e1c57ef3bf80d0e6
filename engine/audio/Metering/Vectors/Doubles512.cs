using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering.Vectors;

/// <summary>8 doubles in 512 bits (AVX-512).</summary>
/// <remarks>[audio]</remarks>
internal readonly struct Doubles512(Vector512<double> lanes) : IDoubles<Doubles512>
{
    private readonly Vector512<double> _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => Vector512<double>.Count;

    /// <inheritdoc/>
    public static Doubles512 Zero => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 operator +(Doubles512 left, Doubles512 right) => new(left._lanes + right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 operator *(Doubles512 left, Doubles512 right) => new(left._lanes * right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Load(ref double from, int at) => new(Vector512.LoadUnsafe(ref Unsafe.Add(ref from, at)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 LoadFloats(ref float from, int at) =>
        new(Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref Unsafe.Add(ref from, at))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 MultiplyAdd(Doubles512 left, Doubles512 right, Doubles512 addend) =>
        new(Vector512.MultiplyAddEstimate(left._lanes, right._lanes, addend._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 MultiplyAddUpper(Doubles512 left, Doubles512 right, Doubles512 addend) => MultiplyAdd(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Doubles512 Repeat(double* frame, int channels) =>
        new(channels == 1 ? Vector512.Create(*frame) : Avx512DQ.BroadcastVector128ToVector512(frame));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Exchange(Doubles512 value, int distance) => new(distance switch
    {
        1 => Avx512F.Permute2x64(value._lanes, 0b01_01_01_01),
        2 => Avx512F.Permute4x64(value._lanes, 0b01_00_11_10),
        _ => Avx512F.Shuffle4x128(value._lanes, value._lanes, 0b01_00_11_10),
    });

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, int at) => _lanes.StoreUnsafe(ref Unsafe.Add(ref to, at));
}
