using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering.Vectors;

/// <summary>8 floats in 256 bits (AVX2).</summary>
/// <remarks>[audio]</remarks>
internal struct Floats256(Vector256<float> lanes) : IFloats<Floats256>
{
    private Vector256<float> _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => Vector256<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 operator +(Floats256 left, Floats256 right) => new(left._lanes + right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 operator -(Floats256 left, Floats256 right) => new(left._lanes - right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Create(float value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Load(ref float from, int at) => new(Vector256.LoadUnsafe(ref Unsafe.Add(ref from, at)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats256 left, Floats256 right) => _lanes = Vector256.MultiplyAddEstimate(left._lanes, right._lanes, _lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Abs(Floats256 value) => new(Vector256.Abs(value._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Larger(Floats256 left, Floats256 right) => new(Vector256.MaxNative(left._lanes, right._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 LargerBits(Floats256 left, Floats256 right) =>
        new(Vector256.Max(left._lanes.AsInt32(), right._lanes.AsInt32()).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBitsAbove(Floats256 value, float limit) =>
        Vector256.GreaterThanAny(value._lanes.AsInt32(), Vector256.Create(limit).AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 KeepAbove(Floats256 value, float limit) =>
        new(value._lanes & Vector256.GreaterThan(Vector256.Abs(value._lanes).AsInt32(), Vector256.Create(limit).AsInt32()).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 KeepFirst(Floats256 value, int count) =>
        new(value._lanes & Vector256.LessThan(Vector256.CreateSequence(0f, 1f), Vector256.Create((float)count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved(Floats256 left, Floats256 right, ref float to)
    {
        // Each half of these holds four neighbours: l0 r0 l1 r1 | l4 r4 l5 r5 and l2 r2 l3 r3 | l6 r6 l7 r7.
        Vector256<float> even = Avx.UnpackLow(left._lanes, right._lanes);
        Vector256<float> odd = Avx.UnpackHigh(left._lanes, right._lanes);
        Avx.Permute2x128(even, odd, 0x20).StoreUnsafe(ref to);
        Avx.Permute2x128(even, odd, 0x31).StoreUnsafe(ref to, (nuint)Vector256<float>.Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float to, int at) => _lanes.StoreUnsafe(ref Unsafe.Add(ref to, at));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float Largest()
    {
        return new Floats128(Vector128.MaxNative(_lanes.GetLower(), _lanes.GetUpper())).Largest();
    }
}
