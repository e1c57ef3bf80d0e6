namespace FaderStager.Mixing.Tracks;

/// <summary>The values of one track's parameters. Any thread may read and write them; nobody waits.</summary>
/// <remarks>
/// [any] Writers: the host's automation ([audio]), its controls and the editor ([ui]), the mix ([worker]). Each value is one
/// 64-bit word; the last write wins. Every write carries a stamp from one counter of the process, so that the
/// coordinator can tell which of two claims came last.
/// </remarks>
public sealed class TrackParameters
{
    private static long _lastStamp;

    private readonly double[] _values = [.. ParameterInfo.All.Select(info => info.Default)];
    private readonly long[] _stamps = new long[ParameterInfo.All.Count];

    /// <summary>Plain value of a parameter, in its unit.</summary>
    /// <param name="id">Which.</param>
    public double this[ParameterId id] => Volatile.Read(ref _values[(int)id]);

    /// <summary>Sets a plain value; it is made legal first. Writing the value that is there changes nothing.</summary>
    /// <param name="id">Which.</param>
    /// <param name="plain">Plain value in the parameter's unit.</param>
    /// <returns>Whether the value changed.</returns>
    public bool Set(ParameterId id, double plain)
    {
        double legal = ParameterInfo.Of(id).Legal(plain);
        if (this[id].Equals(legal))
        {
            return false;
        }

        Volatile.Write(ref _values[(int)id], legal);
        Volatile.Write(ref _stamps[(int)id], Interlocked.Increment(ref _lastStamp));
        return true;
    }

    /// <summary>Sets a value from a host's 0..1.</summary>
    /// <param name="id">Which.</param>
    /// <param name="normalized">0 to 1.</param>
    /// <returns>Whether the value changed.</returns>
    public bool SetNormalized(ParameterId id, double normalized) => Set(id, ParameterInfo.Of(id).FromNormalized(normalized));

    /// <summary>When a parameter was last changed: higher is later; 0 = never.</summary>
    /// <param name="id">Which.</param>
    /// <returns>The stamp.</returns>
    internal long Stamp(ParameterId id) => Volatile.Read(ref _stamps[(int)id]);
}
