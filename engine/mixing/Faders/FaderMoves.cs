using System.Collections.Immutable;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Faders;

/// <summary>Moves faders in batches and takes whole batches back; holds the A and B pictures.</summary>
/// <remarks>[ui] under the coordinator's lock.</remarks>
internal sealed class FaderMoves
{
    /// <summary>Batches that can be taken back.</summary>
    private const int MaximumUndo = 100;

    private readonly List<ImmutableArray<FaderMove>> _done = [];
    private readonly FaderPicture?[] _pictures = new FaderPicture?[2];

    /// <summary>Whether there is a batch to take back.</summary>
    public bool CanUndo => _done.Count > 0;

    /// <summary>Which picture the faders belong to now.</summary>
    public FaderPictureSlot Active { get; private set; }

    /// <summary>Moves faders as one batch.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="positions">Where each named track's fader goes, in dB.</param>
    /// <returns>What moved; empty when every fader was there already.</returns>
    public ImmutableArray<FaderMove> Do(IReadOnlyList<TrackInstance> tracks, IReadOnlyDictionary<Guid, double> positions)
    {
        ImmutableArray<FaderMove> batch = Move(tracks, positions);
        Note(batch);
        return batch;
    }

    /// <summary>Keeps a batch that was moved already, so that it can be taken back.</summary>
    /// <param name="batch">What moved; an empty batch is not kept.</param>
    public void Note(ImmutableArray<FaderMove> batch)
    {
        if (batch.IsEmpty)
        {
            return;
        }

        _done.Add(batch);
        if (_done.Count > MaximumUndo)
        {
            _done.RemoveAt(0);
        }
    }

    /// <summary>Takes the last batch back; tracks that left in between are passed over.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <returns>What moved.</returns>
    public ImmutableArray<FaderMove> Undo(IReadOnlyList<TrackInstance> tracks)
    {
        if (!CanUndo)
        {
            return [];
        }

        ImmutableArray<FaderMove> last = _done[^1];
        _done.RemoveAt(_done.Count - 1);
        return Move(tracks, last.ToDictionary(move => move.TrackId, move => move.FromDb));
    }

    /// <summary>Keeps the faders as the active picture, makes the other one active and moves the faders there. A picture never stored starts as this one.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <returns>What moved.</returns>
    public ImmutableArray<FaderMove> SwitchPicture(IReadOnlyList<TrackInstance> tracks)
    {
        FaderPicture present = new(tracks.ToImmutableDictionary(track => track.Id, track => track.FaderDb));
        _pictures[(int)Active] = present;
        Active = 1 - Active;
        return Do(tracks, (_pictures[(int)Active] ?? present).FadersDb);
    }

    /// <summary>Forgets batches and pictures.</summary>
    public void Clear()
    {
        _done.Clear();
        Array.Clear(_pictures);
        Active = FaderPictureSlot.A;
    }

    private static ImmutableArray<FaderMove> Move(IReadOnlyList<TrackInstance> tracks, IReadOnlyDictionary<Guid, double> positions)
    {
        ImmutableArray<FaderMove>.Builder moves = ImmutableArray.CreateBuilder<FaderMove>();
        foreach (TrackInstance track in tracks)
        {
            double from = track.FaderDb;
            if (track.FaderPlace != FaderPlace.PostFader
                && positions.TryGetValue(track.Id, out double to)
                && track.Parameters.Set(ParameterId.Fader, to))
            {
                moves.Add(new FaderMove(track.Id, from, track.FaderDb));
            }
        }

        return moves.ToImmutable();
    }
}
