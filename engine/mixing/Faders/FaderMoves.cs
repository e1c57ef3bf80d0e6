using System.Collections.Immutable;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Faders;

/// <summary>Moves faders in batches and takes whole commands back; holds the A and B pictures.</summary>
/// <remarks>[ui] under the coordinator's lock. Where the fader is the DAW's own a batch makes positions wait and confirms none.</remarks>
internal sealed class FaderMoves
{
    /// <summary>Commands that can be taken back.</summary>
    private const int MaximumUndo = 100;

    private readonly List<UndoStep> _done = [];
    private readonly FaderPicture?[] _pictures = new FaderPicture?[2];

    /// <summary>Commands that can be taken back.</summary>
    public int Count => _done.Count;

    /// <summary>What the last command did that can be taken back; null = there is none.</summary>
    public UndoKind? NextUndo => _done.Count > 0 ? _done[^1].Kind : null;

    /// <summary>Whether there is a command or a picture to forget.</summary>
    public bool HasAnything => _done.Count > 0 || Active != FaderPictureSlot.A || _pictures[0] is not null || _pictures[1] is not null;

    /// <summary>Which picture the faders belong to now.</summary>
    public FaderPictureSlot Active { get; private set; }

    /// <summary>Where a switch of pictures brings each fader, in dB by track; tracks not named stay.</summary>
    public IReadOnlyDictionary<Guid, double> OtherPicture => _pictures[1 - (int)Active]?.FadersDb ?? ImmutableDictionary<Guid, double>.Empty;

    /// <summary>The same for taking the last command back; null where that is no switch of pictures.</summary>
    public IReadOnlyDictionary<Guid, double>? PictureBefore => _done is [.., { Kind: UndoKind.Picture } last] && last.Picture != Active
        ? last.Before.ToDictionary(stand => stand.Id, stand => stand.AimDb)
        : null;

    /// <summary>Moves faders as one batch.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="positions">Where each named track's fader goes, in dB.</param>
    /// <param name="hand">Whether a person chose the positions (true), a hint or a start did (false), or each fader keeps what it was (null).</param>
    /// <returns>What moved; empty when every fader was there already.</returns>
    public ImmutableArray<FaderMove> Do(IReadOnlyList<TrackMember> tracks, IReadOnlyDictionary<Guid, double> positions, bool? hand)
    {
        ImmutableArray<TrackStand> stands = [.. tracks.Where(track => positions.ContainsKey(track.Id)).Select(track => track.Stand())];
        ImmutableArray<FaderMove> moves = Move(tracks, positions, hand);
        ImmutableArray<TrackStand> before = [.. stands.Where(stand => moves.Any(move => move.TrackId == stand.Id))];
        if (!before.IsEmpty)
        {
            Note(UndoKind.Faders, before);
        }

        return moves;
    }

    /// <summary>Sets trims as one batch.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="trims">The trim of each named track, in dB.</param>
    /// <returns>What was set.</returns>
    public ImmutableArray<FaderMove> Trim(IReadOnlyList<TrackMember> tracks, IReadOnlyDictionary<Guid, double> trims)
    {
        ImmutableArray<FaderMove>.Builder moves = ImmutableArray.CreateBuilder<FaderMove>();
        ImmutableArray<TrackStand>.Builder before = ImmutableArray.CreateBuilder<TrackStand>();
        foreach (TrackMember track in tracks)
        {
            TrackStand stand = track.Stand();
            if (trims.TryGetValue(track.Id, out double trim) && track.Parameters.Set(ParameterId.Trim, trim))
            {
                before.Add(stand);
                moves.Add(new FaderMove(track.Id, stand.TrimDb, track.Parameters[ParameterId.Trim]) { IsTrim = true });
            }
        }

        if (moves.Count > 0)
        {
            Note(UndoKind.Trims, before.ToImmutable());
        }

        return moves.ToImmutable();
    }

    /// <summary>A fader was moved against a trim, which changes no balance: positions that are kept of it move along.</summary>
    /// <param name="trackId">The track.</param>
    /// <param name="db">The move in dB.</param>
    public void Rebase(Guid trackId, double db)
    {
        for (int i = 0; i < _done.Count; i++)
        {
            if (_done[i].Before.Any(stand => stand.Id == trackId))
            {
                _done[i] = _done[i] with { Before = [.. _done[i].Before.Select(stand => stand.Id == trackId ? stand with { AimDb = stand.AimDb + db } : stand)] };
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

    /// <summary>A person says where the DAW's own fader stands. What that changes of the staging can be taken back.</summary>
    /// <param name="track">The track.</param>
    /// <param name="db">Position in dB.</param>
    /// <param name="hand">Whether a person chose the position; null = as when it was asked for.</param>
    /// <returns>What moved; empty where it was what waited.</returns>
    public ImmutableArray<FaderMove> Confirm(TrackMember track, double db, bool? hand)
    {
        TrackStand before = track.Stand();
        track.Fader.Confirm(db, hand);
        double now = track.Fader.AimDb;
        if (now.Equals(before.AimDb))
        {
            return [];
        }

        Note(UndoKind.Faders, [before]);
        return [new FaderMove(track.Id, before.AimDb, now)];
    }

    /// <summary>Keeps a command that was done already, so that it can be taken back.</summary>
    /// <param name="kind">What it did.</param>
    /// <param name="before">How the tracks stood; none = nothing to keep, unless the picture changed.</param>
    public void Note(UndoKind kind, ImmutableArray<TrackStand> before) => Note(new UndoStep(kind, before, Active));

    /// <summary>Takes the last command back; tracks that left in between are passed over.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="reports">Takes what is to be told to hosts beside the faders' moves.</param>
    /// <returns>What moved.</returns>
    public ImmutableArray<FaderMove> Undo(IReadOnlyList<TrackMember> tracks, HostReports reports)
    {
        if (_done.Count == 0)
        {
            return [];
        }

        UndoStep last = _done[^1];
        _done.RemoveAt(_done.Count - 1);
        if (last.Kind == UndoKind.Picture && last.Picture != Active)
        {
            // What stands now is that picture, whatever was done to it since: only the way back is taken.
            _pictures[(int)Active] = Picture(tracks);
            Active = last.Picture;
        }

        ImmutableArray<FaderMove>.Builder moves = ImmutableArray.CreateBuilder<FaderMove>();
        foreach (TrackStand stand in last.Before)
        {
            if (tracks.FirstOrDefault(track => track.Id == stand.Id) is { } track)
            {
                Restore(track, stand, last.Kind, moves, reports);
            }
        }

        return moves.ToImmutable();
    }

    /// <summary>Keeps the faders as the active picture, makes the other one active and moves the faders there. A picture never stored starts as this one.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <returns>What moved.</returns>
    public ImmutableArray<FaderMove> SwitchPicture(IReadOnlyList<TrackMember> tracks)
    {
        FaderPictureSlot before = Active;
        FaderPicture present = Picture(tracks);
        _pictures[(int)Active] = present;
        ImmutableArray<TrackStand> stands = [.. tracks.Select(track => track.Stand())];
        ImmutableArray<FaderMove> moves = Move(tracks, (_pictures[1 - (int)Active] ?? present).FadersDb, hand: null);
        Active = 1 - before;
        Note(new UndoStep(UndoKind.Picture, stands, before));
        return moves;
    }

    /// <summary>The common move that all faders have room for, no larger than the one wanted.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="moveDb">The move wanted, in dB.</param>
    /// <param name="topDb">Top of the DAW's faders in dB; the plug-in fader has its own.</param>
    /// <returns>The move in dB: 0 where one fader is at its end already.</returns>
    public static double CommonMoveDb(IEnumerable<TrackMember> tracks, double moveDb, double topDb)
    {
        const double LowestDb = FaderRange.DownDb + FaderRange.StepDb;
        double common = moveDb;
        foreach (TrackMember track in tracks)
        {
            double aim = track.Fader.AimDb;
            if (track.FaderPlace != FaderPlace.PostFader && aim > FaderRange.DownDb)
            {
                double top = track.FaderPlace == FaderPlace.PluginFader ? FaderRange.HighestDb : topDb;
                common = moveDb > 0 ? Math.Min(common, Math.Max(0, top - aim)) : Math.Max(common, Math.Min(0, LowestDb - aim));
            }
        }

        return common.Equals(moveDb) ? moveDb : Math.Truncate(Math.Round(common * 10, 6)) / 10;
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
        _done.RemoveRange(0, Math.Max(0, _done.Count - MaximumUndo));
        left.Clear();
    }

    /// <summary>Forgets commands and pictures.</summary>
    public void Clear()
    {
        _done.Clear();
        Array.Clear(_pictures);
        Active = FaderPictureSlot.A;
    }

    private void Note(UndoStep step)
    {
        _done.Add(step);
        if (_done.Count > MaximumUndo)
        {
            _done.RemoveAt(0);
        }
    }

    private static void Restore(TrackMember track, TrackStand stand, UndoKind kind, ImmutableArray<FaderMove>.Builder moves, HostReports reports)
    {
        if (kind == UndoKind.Trims)
        {
            double trim = track.Parameters[ParameterId.Trim];
            if (track.Parameters.Set(ParameterId.Trim, stand.TrimDb))
            {
                moves.Add(new FaderMove(track.Id, trim, stand.TrimDb) { IsTrim = true });
            }

            return;
        }

        if (kind == UndoKind.Target)
        {
            if (track.Parameters.Set(ParameterId.TargetOffset, stand.TargetOffsetLu))
            {
                reports.AddEdit(track, ParameterId.TargetOffset);
            }

            track.Edits.KeptAgainst = stand.KeptAgainst;
            track.Edits.Note();
            return;
        }

        double from = track.Fader.AimDb;
        if (kind is UndoKind.Place or UndoKind.HandOver)
        {
            track.Fader.GoTo(stand.Place, stand.HostDb, reports);
        }

        bool isMoved = track.Fader.Aim(stand.AimDb, stand.FaderIsHandSet);
        if (isMoved || !from.Equals(track.Fader.AimDb))
        {
            moves.Add(new FaderMove(track.Id, from, track.Fader.AimDb, track.FaderPlace == FaderPlace.DawFader));
        }

        // Where nothing has moved yet, what was noted when it last did still counts.
        if (track.FaderPlace != FaderPlace.DawFader)
        {
            track.Edits.FaderIsHandSet = stand.FaderIsHandSet;
            track.Edits.RestoreFocalFader(stand.FocalReferenceFaderDb);
        }
    }

    private static FaderPicture Picture(IReadOnlyList<TrackMember> tracks) => new(tracks.ToImmutableDictionary(track => track.Id, track => track.Fader.AimDb));

    private static ImmutableArray<FaderMove> Move(IReadOnlyList<TrackMember> tracks, IReadOnlyDictionary<Guid, double> positions, bool? hand)
    {
        ImmutableArray<FaderMove>.Builder moves = ImmutableArray.CreateBuilder<FaderMove>();
        foreach (TrackMember track in tracks)
        {
            double from = track.Fader.AimDb;
            if (positions.TryGetValue(track.Id, out double to) && track.Fader.Aim(to, hand))
            {
                moves.Add(new FaderMove(track.Id, from, track.Fader.AimDb, track.FaderPlace == FaderPlace.DawFader));
            }
        }

        return moves.ToImmutable();
    }
}
