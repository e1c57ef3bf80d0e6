using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering.Vectors;

/// <summary>16 floats in 512 bits (AVX-512).</summary>
/// <remarks>[audio]</remarks>
internal struct Floats512(Vector512<float> lanes) : IFloats<Floats512>
{
    private Vector512<float> _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => Vector512<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 operator +(Floats512 left, Floats512 right) => new(left._lanes + right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 operator -(Floats512 left, Floats512 right) => new(left._lanes - right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Create(float value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Load(ref float from, int at) => new(Vector512.LoadUnsafe(ref Unsafe.Add(ref from, at)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats512 left, Floats512 right) => _lanes = Vector512.MultiplyAddEstimate(left._lanes, right._lanes, _lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Abs(Floats512 value) => new(Vector512.Abs(value._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Larger(Floats512 left, Floats512 right) => new(Vector512.MaxNative(left._lanes, right._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 LargerBits(Floats512 left, Floats512 right) =>
        new(Vector512.Max(left._lanes.AsInt32(), right._lanes.AsInt32()).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBitsAbove(Floats512 value, float limit) =>
        Vector512.GreaterThanAny(value._lanes.AsInt32(), Vector512.Create(limit).AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 KeepAbove(Floats512 value, float limit) =>
        new(value._lanes & Vector512.GreaterThan(Vector512.Abs(value._lanes).AsInt32(), Vector512.Create(limit).AsInt32()).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 KeepFirst(Floats512 value, int count) =>
        new(value._lanes & Vector512.LessThan(Vector512.CreateSequence(0f, 1f), Vector512.Create((float)count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved(Floats512 left, Floats512 right, ref float to)
    {
        // Lanes from 16 on are those of the right channel.
        Vector512<int> lower = Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
        Avx512F.PermuteVar16x32x2(left._lanes, lower, right._lanes).StoreUnsafe(ref to);
        Avx512F.PermuteVar16x32x2(left._lanes, lower + Vector512.Create(8), right._lanes).StoreUnsafe(ref to, (nuint)Vector512<float>.Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float to, int at) => _lanes.StoreUnsafe(ref Unsafe.Add(ref to, at));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float Largest()
    {
        return new Floats256(Vector256.MaxNative(_lanes.GetLower(), _lanes.GetUpper())).Largest();
    }
}
