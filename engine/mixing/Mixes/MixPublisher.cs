using System.Runtime.InteropServices;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Publishes the states of one mix from a ring of buffers that are used again and again.</summary>
/// <remarks>
/// [worker] fills and publishes; anybody reads. A published state stays as it is for <see cref="Buffers"/> - 1 further turns, 700 ms at
/// ten turns a second. Whoever needs it longer takes a copy. The buffers of one ring have one number of tracks for life, so a
/// reader that is late sees newer figures of the same tracks and never a list that is cut.
/// </remarks>
internal sealed class MixPublisher
{
    /// <summary>States in the ring.</summary>
    public const int Buffers = 8;

    private readonly MixState[] _ring = new MixState[Buffers];
    private int _next;
    private MixState _published;
    private MixState _copy;
    private long _filling;

    /// <summary>Starts with a state of a mix without tracks.</summary>
    /// <param name="first">The state; nothing changes it.</param>
    public MixPublisher(MixState first)
    {
        (_published, _copy) = (first, first);
        MakeRing(0);
    }

    /// <summary>What was published last; see the remarks on how long it stays. [any]</summary>
    public MixState Published => Volatile.Read(ref _published);

    /// <summary>What was published last, as a copy that nothing changes; the same object until something newer is published. [any]</summary>
    public MixState Copy
    {
        get
        {
            while (true)
            {
                MixState published = Published;
                MixState copy = Volatile.Read(ref _copy);
                if (copy.Snapshot.Sequence == published.Snapshot.Sequence)
                {
                    return copy;
                }

                long before = Interlocked.Read(ref _filling);
                MixState made = published.Copy();
                if (Interlocked.Read(ref _filling) - before < Buffers - 1)
                {
                    Volatile.Write(ref _copy, made);
                    return made;
                }
            }
        }
    }

    /// <summary>The buffer to fill next. [worker]</summary>
    /// <param name="trackCount">Tracks it must hold. Another number than before makes a new ring.</param>
    /// <returns>The buffer, with the figures of some turns ago.</returns>
    public MixState Begin(int trackCount)
    {
        if (_ring[0].Snapshot.Tracks.Length != trackCount)
        {
            MakeRing(trackCount);
        }

        Interlocked.Increment(ref _filling);
        return _ring[_next];
    }

    /// <summary>Publishes the buffer that was begun. [worker]</summary>
    public void Publish()
    {
        Volatile.Write(ref _published, _ring[_next]);
        _next = (_next + 1) % Buffers;
    }

    /// <summary>Publishes a state from elsewhere, which nothing changes. [worker], or whoever empties the mix under the lock.</summary>
    /// <param name="state">The state.</param>
    public void Publish(MixState state) => Volatile.Write(ref _published, state);

    private void MakeRing(int trackCount)
    {
        for (int i = 0; i < Buffers; i++)
        {
            TrackReading[] tracks = new TrackReading[trackCount];
            for (int j = 0; j < trackCount; j++)
            {
                tracks[j] = new TrackReading();
            }

            MixSnapshot snapshot = new() { Tracks = ImmutableCollectionsMarshal.AsImmutableArray(tracks) };
            _ring[i] = new MixState(snapshot, new MixAdvice());
        }
    }
}
