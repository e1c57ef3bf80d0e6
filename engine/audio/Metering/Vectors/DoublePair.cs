using System.Runtime.CompilerServices;

namespace FaderStager.Audio.Metering.Vectors;

/// <summary>A vector made of two narrower ones, side by side: four or eight doubles on a machine whose registers hold fewer.</summary>
/// <typeparam name="THalf">The narrower vector.</typeparam>
/// <remarks>[audio] To exchange the halves costs nothing: they only change names.</remarks>
internal readonly struct DoublePair<THalf>(THalf lower, THalf upper) : IDoubles<DoublePair<THalf>>
    where THalf : struct, IDoubles<THalf>
{
    private readonly THalf _lower = lower;
    private readonly THalf _upper = upper;

    /// <inheritdoc/>
    public static int Count => 2 * THalf.Count;

    /// <inheritdoc/>
    public static DoublePair<THalf> Zero => new(THalf.Zero, THalf.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePair<THalf> operator +(DoublePair<THalf> left, DoublePair<THalf> right) =>
        new(left._lower + right._lower, left._upper + right._upper);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePair<THalf> operator *(DoublePair<THalf> left, DoublePair<THalf> right) =>
        new(left._lower * right._lower, left._upper * right._upper);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePair<THalf> Load(ref double from, int at) => new(THalf.Load(ref from, at), THalf.Load(ref from, at + THalf.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePair<THalf> LoadFloats(ref float from, int at) =>
        new(THalf.LoadFloats(ref from, at), THalf.LoadFloats(ref from, at + THalf.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePair<THalf> MultiplyAdd(DoublePair<THalf> left, DoublePair<THalf> right, DoublePair<THalf> addend) =>
        new(THalf.MultiplyAdd(left._lower, right._lower, addend._lower), THalf.MultiplyAdd(left._upper, right._upper, addend._upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePair<THalf> MultiplyAddUpper(DoublePair<THalf> left, DoublePair<THalf> right, DoublePair<THalf> addend) =>
        new(addend._lower, THalf.MultiplyAdd(left._upper, right._upper, addend._upper));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe DoublePair<THalf> Repeat(double* frame, int channels)
    {
        THalf half = THalf.Repeat(frame, channels);
        return new(half, half);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePair<THalf> Exchange(DoublePair<THalf> value, int distance) => distance == THalf.Count
        ? new(value._upper, value._lower)
        : new(THalf.Exchange(value._lower, distance), THalf.Exchange(value._upper, distance));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double to, int at)
    {
        _lower.Store(ref to, at);
        _upper.Store(ref to, at + THalf.Count);
    }
}
