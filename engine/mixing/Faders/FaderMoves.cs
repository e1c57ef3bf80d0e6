using System.Collections.Immutable;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Faders;

/// <summary>Moves faders in batches and takes whole batches back; holds the A and B pictures.</summary>
/// <remarks>[ui] under the coordinator's lock.</remarks>
internal sealed class FaderMoves
{
    /// <summary>Batches that can be taken back.</summary>
    private const int MaximumUndo = 100;

    private readonly List<ImmutableArray<FaderMove>> _done = [];
    private readonly List<HashSet<Guid>> _handSetBefore = [];
    private readonly FaderPicture?[] _pictures = new FaderPicture?[2];

    /// <summary>Batches that can be taken back.</summary>
    public int Count => _done.Count;

    /// <summary>Whether there is a batch to take back.</summary>
    public bool CanUndo => _done.Count > 0;

    /// <summary>Whether there is a batch or a picture to forget.</summary>
    public bool HasAnything => CanUndo || Active != FaderPictureSlot.A || _pictures[0] is not null || _pictures[1] is not null;

    /// <summary>Which picture the faders belong to now.</summary>
    public FaderPictureSlot Active { get; private set; }

    /// <summary>Moves faders as one batch.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="positions">Where each named track's fader goes, in dB.</param>
    /// <param name="hand">Whether a person chose the positions (true), a hint or a start did (false), or each fader keeps what it was (null).</param>
    /// <returns>What moved; empty when every fader was there already.</returns>
    public ImmutableArray<FaderMove> Do(IReadOnlyList<TrackMember> tracks, IReadOnlyDictionary<Guid, double> positions, bool? hand)
    {
        HashSet<Guid> handSet = [.. tracks.Where(track => track.Edits.FaderIsHandSet).Select(track => track.Id)];
        ImmutableArray<FaderMove> batch = Move(tracks, positions);
        foreach (TrackMember track in tracks)
        {
            if (hand is { } isHand && batch.Any(move => move.TrackId == track.Id))
            {
                track.Edits.FaderIsHandSet = isHand;
            }
        }

        Note(batch, handSet);
        return batch;
    }

    /// <summary>Sets trims as one batch.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="trims">The trim of each named track, in dB.</param>
    /// <returns>What moved.</returns>
    public ImmutableArray<FaderMove> Trim(IReadOnlyList<TrackMember> tracks, IReadOnlyDictionary<Guid, double> trims)
    {
        HashSet<Guid> handSet = [.. tracks.Where(track => track.Edits.FaderIsHandSet).Select(track => track.Id)];
        ImmutableArray<FaderMove> batch = SetTrims(tracks, trims);
        Note(batch, handSet);
        return batch;
    }

    /// <summary>A fader was moved against a trim, which changes no balance: positions that are kept of it move along.</summary>
    /// <param name="trackId">The track.</param>
    /// <param name="db">The move in dB.</param>
    public void Rebase(Guid trackId, double db)
    {
        for (int i = 0; i < _done.Count; i++)
        {
            if (_done[i].Any(move => move.TrackId == trackId && !move.IsTrim))
            {
                _done[i] = [.. _done[i].Select(move => move.TrackId == trackId && !move.IsTrim ? move with { FromDb = move.FromDb + db, ToDb = move.ToDb + db } : move)];
            }
        }

        for (int i = 0; i < _pictures.Length; i++)
        {
            if (_pictures[i] is { } picture && picture.FadersDb.TryGetValue(trackId, out double kept))
            {
                _pictures[i] = new FaderPicture(picture.FadersDb.SetItem(trackId, kept + db));
            }
        }
    }

    /// <summary>Keeps a batch that was moved already, so that it can be taken back.</summary>
    /// <param name="batch">What moved; an empty batch is not kept.</param>
    /// <param name="handSetBefore">The tracks whose faders a person had set before; null = all that moved.</param>
    public void Note(ImmutableArray<FaderMove> batch, HashSet<Guid>? handSetBefore = null)
    {
        if (batch.IsEmpty)
        {
            return;
        }

        _done.Add(batch);
        _handSetBefore.Add(handSetBefore ?? [.. batch.Select(move => move.TrackId)]);
        if (_done.Count > MaximumUndo)
        {
            _done.RemoveAt(0);
            _handSetBefore.RemoveAt(0);
        }
    }

    /// <summary>Takes the last batch back; tracks that left in between are passed over.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <returns>What moved.</returns>
    public ImmutableArray<FaderMove> Undo(IReadOnlyList<TrackMember> tracks)
    {
        if (!CanUndo)
        {
            return [];
        }

        ImmutableArray<FaderMove> last = _done[^1];
        HashSet<Guid> handSet = _handSetBefore[^1];
        _done.RemoveAt(_done.Count - 1);
        _handSetBefore.RemoveAt(_handSetBefore.Count - 1);
        if (last[0].IsTrim)
        {
            return SetTrims(tracks, last.ToDictionary(move => move.TrackId, move => move.FromDb));
        }

        Dictionary<Guid, double> positions = last.ToDictionary(move => move.TrackId, move => move.FromDb);
        foreach (TrackMember track in tracks.Where(track => positions.ContainsKey(track.Id)))
        {
            track.Edits.FaderIsHandSet = handSet.Contains(track.Id);
        }

        return Move(tracks, positions);
    }

    /// <summary>Keeps the faders as the active picture, makes the other one active and moves the faders there. A picture never stored starts as this one.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <returns>What moved.</returns>
    public ImmutableArray<FaderMove> SwitchPicture(IReadOnlyList<TrackMember> tracks)
    {
        FaderPicture present = new(tracks.ToImmutableDictionary(track => track.Id, track => track.FaderDb));
        _pictures[(int)Active] = present;
        Active = 1 - Active;
        return Do(tracks, (_pictures[(int)Active] ?? present).FadersDb, hand: null);
    }

    /// <summary>Takes the batches and pictures of a mix over whose tracks have all come here. What was done here stays the newest.</summary>
    /// <param name="left">The mix's moves; emptied.</param>
    public void TakeAlong(FaderMoves left)
    {
        if (!HasAnything)
        {
            (_pictures[0], _pictures[1], Active) = (left._pictures[0], left._pictures[1], left.Active);
        }

        _done.InsertRange(0, left._done);
        _handSetBefore.InsertRange(0, left._handSetBefore);
        int tooMany = Math.Max(0, _done.Count - MaximumUndo);
        _done.RemoveRange(0, tooMany);
        _handSetBefore.RemoveRange(0, tooMany);
        left.Clear();
    }

    /// <summary>Forgets batches and pictures.</summary>
    public void Clear()
    {
        _done.Clear();
        _handSetBefore.Clear();
        Array.Clear(_pictures);
        Active = FaderPictureSlot.A;
    }

    private static ImmutableArray<FaderMove> SetTrims(IReadOnlyList<TrackMember> tracks, IReadOnlyDictionary<Guid, double> trims)
    {
        ImmutableArray<FaderMove>.Builder moves = ImmutableArray.CreateBuilder<FaderMove>();
        foreach (TrackMember track in tracks)
        {
            double from = track.Parameters[ParameterId.Trim];
            if (trims.TryGetValue(track.Id, out double to) && track.Parameters.Set(ParameterId.Trim, to))
            {
                moves.Add(new FaderMove(track.Id, from, track.Parameters[ParameterId.Trim]) { IsTrim = true });
            }
        }

        return moves.ToImmutable();
    }

    private static ImmutableArray<FaderMove> Move(IReadOnlyList<TrackMember> tracks, IReadOnlyDictionary<Guid, double> positions)
    {
        ImmutableArray<FaderMove>.Builder moves = ImmutableArray.CreateBuilder<FaderMove>();
        foreach (TrackMember track in tracks)
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
