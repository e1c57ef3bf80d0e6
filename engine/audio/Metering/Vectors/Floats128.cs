using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering.Vectors;

/// <summary>4 floats in 128 bits: any machine with vectors.</summary>
/// <remarks>[audio]</remarks>
internal struct Floats128(Vector128<float> lanes) : IFloats<Floats128>
{
    private Vector128<float> _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => Vector128<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 operator +(Floats128 left, Floats128 right) => new(left._lanes + right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 operator -(Floats128 left, Floats128 right) => new(left._lanes - right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Create(float value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Load(ref float from, int at) => new(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, at)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats128 left, Floats128 right) => _lanes = Vector128.MultiplyAddEstimate(left._lanes, right._lanes, _lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Abs(Floats128 value) => new(Vector128.Abs(value._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Larger(Floats128 left, Floats128 right) => new(Vector128.MaxNative(left._lanes, right._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 LargerBits(Floats128 left, Floats128 right) =>
        new(Vector128.Max(left._lanes.AsInt32(), right._lanes.AsInt32()).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyBitsAbove(Floats128 value, float limit) =>
        Vector128.GreaterThanAny(value._lanes.AsInt32(), Vector128.Create(limit).AsInt32());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 KeepAbove(Floats128 value, float limit) =>
        new(value._lanes & Vector128.GreaterThan(Vector128.Abs(value._lanes).AsInt32(), Vector128.Create(limit).AsInt32()).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 KeepFirst(Floats128 value, int count) =>
        new(value._lanes & Vector128.LessThan(Vector128.CreateSequence(0f, 1f), Vector128.Create((float)count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleaved(Floats128 left, Floats128 right, ref float to)
    {
        Vector128<float> lower;
        Vector128<float> upper;
        if (Sse.IsSupported)
        {
            lower = Sse.UnpackLow(left._lanes, right._lanes);
            upper = Sse.UnpackHigh(left._lanes, right._lanes);
        }
        else if (AdvSimd.Arm64.IsSupported)
        {
            lower = AdvSimd.Arm64.ZipLow(left._lanes, right._lanes);
            upper = AdvSimd.Arm64.ZipHigh(left._lanes, right._lanes);
        }
        else
        {
            Vector128<float> l = left._lanes;
            Vector128<float> r = right._lanes;
            lower = Vector128.Create(l[0], r[0], l[1], r[1]);
            upper = Vector128.Create(l[2], r[2], l[3], r[3]);
        }

        lower.StoreUnsafe(ref to);
        upper.StoreUnsafe(ref to, (nuint)Vector128<float>.Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float to, int at) => _lanes.StoreUnsafe(ref Unsafe.Add(ref to, at));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float Largest()
    {
        Vector128<float> pairs = Vector128.MaxNative(_lanes, Vector128.Shuffle(_lanes, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
