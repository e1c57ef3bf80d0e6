using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaderStager.Audio.Metering.Vectors;

/// <summary>2 doubles in 128 bits: any machine with vectors.</summary>
/// <remarks>[audio]</remarks>
internal readonly struct Doubles128(Vector128<double> lanes) : IDoubles<Doubles128>
{
    private readonly Vector128<double> _lanes = lanes;

    /// <inheritdoc/>
    public static int Count => Vector128<double>.Count;

    /// <inheritdoc/>
    public static Doubles128 Zero => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 operator +(Doubles128 left, Doubles128 right) => new(left._lanes + right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 operator *(Doubles128 left, Doubles128 right) => new(left._lanes * right._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Load(ref double from, int at) => new(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, at)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 LoadFloats(ref float from, int at) =>
        new(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.As<float, double>(ref Unsafe.Add(ref from, at))).AsSingle()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 MultiplyAdd(Doubles128 left, Doubles128 right, Doubles128 addend) =>
        new(Vector128.MultiplyAddEstimate(left._lanes, right._lanes, addend._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 MultiplyAddUpper(Doubles128 left, Doubles128 right, Doubles128 addend) => MultiplyAdd(left, right, addend);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Doubles128 Repeat(double* frame, int channels) =>
        new(channels == 1 ? Vector128.Create(*frame) : Vector128.Load(frame));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Exchange(Doubles128 value, int distance) => new(Vector128.Shuffle(value._lanes, Vector128.Create(1L, 0)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, int at) => _lanes.StoreUnsafe(ref Unsafe.Add(ref to, at));
}
