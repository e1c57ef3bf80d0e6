using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>What the worker publishes of a mix: the snapshot and what the mix's approach finds in it.</summary>
/// <param name="Snapshot">The mix as measured.</param>
/// <param name="Advice">The advice on it.</param>
/// <remarks>[any] Read-only outside the engine; one reference swap publishes both, so they always belong together.</remarks>
public sealed record MixState(MixSnapshot Snapshot, MixAdvice Advice)
{
    /// <summary>The place of a track in <see cref="MixSnapshot.Tracks"/> and <see cref="MixAdvice.Hints"/>, or -1.</summary>
    /// <param name="trackId">The track's identity.</param>
    /// <returns>The index.</returns>
    /// <remarks>[any]</remarks>
    public int IndexOf(Guid trackId)
    {
        for (int index = 0; index < Snapshot.Tracks.Length; index++)
        {
            if (Snapshot.Tracks[index].Id == trackId)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>A copy that nothing changes any more.</summary>
    /// <returns>The copy.</returns>
    internal MixState Copy()
    {
        MixSnapshot snapshot = Snapshot.Copy();
        return new MixState(snapshot, Advice.Copy(snapshot));
    }
}
