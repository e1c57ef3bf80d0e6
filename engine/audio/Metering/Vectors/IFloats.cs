namespace FaderStager.Audio.Metering.Vectors;

/// <summary>A vector of floats, whatever its width: what the loops over samples are written in.</summary>
/// <typeparam name="TSelf">The vector itself.</typeparam>
/// <remarks>[audio] Every member is a few instructions and is inlined. Elements are called lanes; lane 0 is the first in memory.</remarks>
internal interface IFloats<TSelf>
    where TSelf : struct, IFloats<TSelf>
{
    /// <summary>Lanes of the vector: 4, 8 or 16.</summary>
    static abstract int Count { get; }

    /// <summary>Adds lane by lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Subtracts lane by lane.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The same number in all lanes.</summary>
    static abstract TSelf Create(float value);

    /// <summary>Reads a vector whose lane 0 stands so many floats after a place.</summary>
    static abstract TSelf Load(ref float from, int at);

    /// <summary>Adds left x right, fused where the machine can.</summary>
    void AddProduct(TSelf left, TSelf right);

    /// <summary>The absolute value of each lane.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The larger of each pair of lanes; which one, where one is NaN, is not said.</summary>
    static abstract TSelf Larger(TSelf left, TSelf right);

    /// <summary>The larger of each pair of lanes by their bits: NaN is larger than infinity. No lane is negative.</summary>
    static abstract TSelf LargerBits(TSelf left, TSelf right);

    /// <summary>Whether the bits of any lane exceed those of a limit. No lane is negative.</summary>
    static abstract bool AnyBitsAbove(TSelf value, float limit);

    /// <summary>Sets lanes that are no larger than a limit to 0; the sign does not count, and NaN stays.</summary>
    static abstract TSelf KeepAbove(TSelf value, float limit);

    /// <summary>Sets all lanes but the first few to 0.</summary>
    static abstract TSelf KeepFirst(TSelf value, int count);

    /// <summary>Writes left 0, right 0, left 1, right 1, ...: twice <see cref="Count"/> floats.</summary>
    static abstract void StoreInterleaved(TSelf left, TSelf right, ref float to);

    /// <summary>Writes the lanes so many floats after a place.</summary>
    void Store(ref float to, int at);

    /// <summary>The largest lane.</summary>
    float Largest();
}
