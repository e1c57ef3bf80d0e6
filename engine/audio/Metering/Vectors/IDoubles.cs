namespace FaderStager.Audio.Metering.Vectors;

/// <summary>A vector of doubles, whatever its width: what the loops over energies and filter states are written in.</summary>
/// <typeparam name="TSelf">The vector itself.</typeparam>
/// <remarks>[audio] Every member is a few instructions and is inlined. Elements are called lanes; lane 0 is the first in memory.</remarks>
internal interface IDoubles<TSelf>
    where TSelf : struct, IDoubles<TSelf>
{
    /// <summary>Lanes of the vector: 2, 4 or 8.</summary>
    static abstract int Count { get; }

    /// <summary>0 in all lanes.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>Adds lane by lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Multiplies lane by lane.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Reads a vector whose lane 0 stands so many doubles after a place.</summary>
    static abstract TSelf Load(ref double from, int at);

    /// <summary>Reads as many floats and widens them.</summary>
    static abstract TSelf LoadFloats(ref float from, int at);

    /// <summary>left x right + addend, fused where the machine can.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The same where the lower half of left is 0: a vector made of two leaves that half out.</summary>
    static abstract TSelf MultiplyAddUpper(TSelf left, TSelf right, TSelf addend);

    /// <summary>A frame over and over: one number in all lanes for a mono track; left, right, left, right, ... for a stereo one.</summary>
    static abstract unsafe TSelf Repeat(double* frame, int channels);

    /// <summary>Lane i gets what lane (i xor distance) holds. The distance is 1, 2 or 4 and less than <see cref="Count"/>.</summary>
    static abstract TSelf Exchange(TSelf value, int distance);

    /// <summary>Writes the lanes so many doubles after a place.</summary>
    void Store(ref double to, int at);
}
