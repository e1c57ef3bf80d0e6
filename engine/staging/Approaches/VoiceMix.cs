using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>A mix as its voices: storage for a snapshot in which each voice is one track, used turn after turn.</summary>
/// <param name="voices">The voices; every track of the mix belongs to one.</param>
/// <remarks>[worker] Allocates nothing after it was made.</remarks>
public sealed class VoiceMix(ImmutableArray<Voice> voices)
{
    private readonly TrackReading[] _readings = new TrackReading[voices.Length];
    private readonly MixAdvice _advice = new();
    private readonly MixSnapshot _snapshot = new();

    /// <summary>A mix without voices.</summary>
    public static VoiceMix Empty { get; } = new([]);

    /// <summary>The voices.</summary>
    public ImmutableArray<Voice> Voices { get; } = voices;

    /// <summary>Lets an approach advise on the voices.</summary>
    /// <param name="approach">The approach.</param>
    /// <param name="mix">The mix, track by track.</param>
    /// <returns>The advice, voice by voice; filled anew by the next call.</returns>
    internal MixAdvice Advise(IApproach approach, MixSnapshot mix)
    {
        for (int index = 0; index < _readings.Length; index++)
        {
            _readings[index] = Voices[index].Reading;
        }

        _snapshot.TakeAllButTracks(mix);
        _snapshot.Tracks = ImmutableCollectionsMarshal.AsImmutableArray(_readings);
        approach.Advise(_snapshot, _advice);
        return _advice;
    }
}
