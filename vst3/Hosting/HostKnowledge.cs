using System.Diagnostics;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Vst3.Hosting;

/// <summary>What a host knows of the parameters, so that a value it merely writes back is told from one that somebody chose.</summary>
/// <remarks>
/// [any], [audio] included. Hosts write back what they hold: Ardour all values of a session, others those of a track they just copied. A
/// value that the mix has changed since, and that the host was not told yet, must not come back that way.
/// </remarks>
internal sealed class HostKnowledge
{
    /// <summary>For so long after a state was loaded a host may write the state's own values back. Rule of thumb.</summary>
    private const double EchoSeconds = 2;

    private const double SameNormalized = 1e-6;

    private readonly double[] _known = [.. ParameterInfo.All.Select(info => info.ToNormalized(info.Default))];
    private long _focalLostAt;

    /// <summary>The host was told a value, asked for it or set it.</summary>
    public void Note(ParameterId id, double normalized) => Volatile.Write(ref _known[(int)id], normalized);

    /// <summary>A state said that the track is focal, and it is not: it is a copy's.</summary>
    public void NoteFocalLost()
    {
        Note(ParameterId.Focal, 1);
        Volatile.Write(ref _focalLostAt, Stopwatch.GetTimestamp());
    }

    /// <summary>Whether a value from the host is only what it held.</summary>
    /// <param name="id">Which parameter.</param>
    /// <param name="normalized">What the host wrote.</param>
    /// <param name="isWaiting">Whether another value waits to be told.</param>
    public bool IsEcho(ParameterId id, double normalized, bool isWaiting) =>
        (isWaiting && Math.Abs(normalized - Volatile.Read(ref _known[(int)id])) < SameNormalized)
        || (id == ParameterId.Focal && normalized >= 0.5 && IsSoonAfterFocalLost);

    private bool IsSoonAfterFocalLost => Volatile.Read(ref _focalLostAt) is > 0 and long at && Stopwatch.GetElapsedTime(at).TotalSeconds < EchoSeconds;
}
