using FaderStager.Audio.Following;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.States;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Brings the tracks of one process together: the register of who is there, and the pump that takes the worker's turns.</summary>
/// <remarks>
/// <para>
/// One lock (<see cref="Mixes.Gate"/>) guards memberships, settings and fader moves. The audio thread never takes it: it writes a
/// track's own values and slots, which the next turn picks up. Measurements belong to the worker, which works on them outside
/// the lock. Hosts are called back only after the lock is released.
/// </para>
/// <para>
/// Tracks are held weakly. One whose host let go of it without closing it leaves when it is collected; one that was switched off,
/// or that gets no blocks while the others play on, leaves after a while and is back with its next block.
/// </para>
/// </remarks>
public sealed class Coordinator : IDisposable
{
    /// <summary>Seconds the others play on before a track that was switched off counts as gone. Rule of thumb.</summary>
    public const double InactiveLeavesAfterSeconds = Membership.InactiveLeavesAfterSeconds;

    /// <summary>Seconds the others play on before a track without blocks counts as gone: long, for hosts suspend silent plug-ins. Rule of thumb.</summary>
    public const double SuspendedLeavesAfterSeconds = Membership.SuspendedLeavesAfterSeconds;

    /// <summary>Slots of one track in a turn after which the next turn follows at once: a host that plays faster than real time.</summary>
    private const int ManySlots = 64;

    private static readonly Lazy<Coordinator> LazyShared = new(MakeShared);

    private readonly Lock _turnGate = new();
    private readonly TimeProvider _time;
    private readonly TurnLog _log;
    private readonly FaultLog _faults;
    private readonly Mix[] _mixes;
    private readonly CoordinatorWorker? _worker;
    private int _trackCount;
    private long _joined;
    private long _lastTurn;

    /// <summary>Makes a coordinator that its owner drives by <see cref="Refresh"/>: a test, a rehearsal.</summary>
    /// <param name="profiles">The target profiles.</param>
    /// <param name="time">The clock that tells who has gone.</param>
    /// <param name="faults">The faults that its diagnostics count; null = those of the process.</param>
    public Coordinator(ProfileLibrary profiles, TimeProvider time, FaultLog? faults = null)
        : this(profiles, time, faults ?? FaultLog.Shared, runsWorker: false)
    {
    }

    private Coordinator(ProfileLibrary profiles, TimeProvider time, FaultLog faults, bool runsWorker)
    {
        Profiles = profiles;
        _faults = faults;
        _time = time;
        _log = new TurnLog(time);
        _lastTurn = time.GetTimestamp();
        _mixes = [.. Enum.GetValues<MixGroup>().Select(group => new Mix(this, group))];
        _worker = runsWorker ? new CoordinatorWorker(TakeTurn) : null;
    }

    /// <summary>The one coordinator of this process, with a worker of its own while any track is there.</summary>
    /// <remarks>[any but audio] The only static of the engine that changes.</remarks>
    public static Coordinator Shared => LazyShared.Value;

    /// <summary>The target profiles.</summary>
    /// <remarks>[any but audio]</remarks>
    public ProfileLibrary Profiles { get; }

    /// <summary>Tracks present in all mixes.</summary>
    /// <remarks>[any]</remarks>
    public int TrackCount => Volatile.Read(ref _trackCount);

    /// <summary>How the engine itself is doing.</summary>
    /// <remarks>[any but audio]</remarks>
    public Diagnostics Diagnostics => _log.Diagnostics;

    /// <summary>The lock.</summary>
    internal Gate Gate { get; } = new();

    /// <summary>What hosts are to be told of: filled under the lock, sent outside it.</summary>
    internal HostReports Reports { get; } = new();

    /// <summary>A mix by its group; there whether or not it has tracks.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The mix.</returns>
    /// <remarks>[any]</remarks>
    public Mix Mix(MixGroup group) => _mixes[(int)group];

    /// <summary>One turn: files what was measured, settles who is focal, evaluates every mix that has news and publishes it.</summary>
    /// <remarks>[worker] Two callers take their turns one after the other.</remarks>
    public void Refresh() => TakeTurn();

    /// <summary>Stops the worker. Tracks may still be disposed afterwards.</summary>
    public void Dispose() => _worker?.Stop();

    internal void Join(TrackMember track)
    {
        Change(Mix(track.Group), () =>
        {
            if (MembershipUnderLock(track) is { } known)
            {
                known.Wake();
                return;
            }

            if (HolderUnderLock(track.Id, track) is not null)
            {
                BecomeCopyUnderLock(track);
            }

            track.Edits.Count(FreeNumberUnderLock(track.Edits.Number));
            Mix mix = Mix(track.Group);
            mix.Roster.AddUnderLock(new Membership(track, _joined++));
            mix.Roster.AdoptUnderLock(track, track.Edits.Loaded.Mix);
            _worker?.Start();
        });
    }

    internal void Leave(TrackMember track)
    {
        Change(Mix(track.Group), () =>
        {
            foreach (Mix mix in _mixes)
            {
                if (mix.Roster.MembersUnderLock.Find(member => ReferenceEquals(member.Track, track)) is { } member)
                {
                    mix.Roster.RemoveUnderLock(member);
                }
            }

            PruneUnderLock();
        });
    }

    /// <summary>A host gave a track its saved state: identity, focal flag and the mix's settings follow from who else is there.</summary>
    internal void Adopt(TrackMember track, TrackState state) => Change(Mix(state.Group), () =>
    {
        track.Edits.TakeOver(state);
        track.Fader.TakeOver(state);
        if (state.Id != Guid.Empty && state.Id != track.Id && HolderUnderLock(state.Id, track) is not null)
        {
            BecomeCopyUnderLock(track);
        }
        else
        {
            track.Edits.Identify(state.Id == Guid.Empty ? track.Id : state.Id);
            track.Parameters.Set(ParameterId.Focal, state.IsFocal ? 1 : 0);
        }

        if (MembershipUnderLock(track) is not null)
        {
            Mix(track.Group).Roster.AdoptUnderLock(track, state.Mix);
        }
    });

    /// <summary>The settings that a track saves: its mix's, or those it was loaded with while it has joined none.</summary>
    internal MixSettings Settings(TrackMember track)
    {
        using Lock.Scope held = Gate.Enter();
        return MembershipUnderLock(track) is null ? track.Edits.Loaded.Mix : Mix(track.Group).Settings;
    }

    /// <summary>Changes something of one mix, and settles at once what it means for its tracks.</summary>
    internal void Change(Mix mix, Action change)
    {
        HostReports? reports;
        using (Gate.Enter())
        {
            mix.SettlePlacesUnderLock();
            change();
            RegroupUnderLock();
            mix.SettlePlacesUnderLock();
            mix.Roster.SettleUnderLock(Reports);
            mix.ShowFadersUnderLock();
            reports = Reports.Take();
        }

        reports?.Send();
    }

    /// <summary>Does something with what the worker owns while no turn runs.</summary>
    internal void BetweenTurns(Action look)
    {
        lock (_turnGate)
        {
            look();
        }
    }

    private static Coordinator MakeShared()
    {
        ProfileLibrary profiles = new();
        profiles.ReadInBackground();
        Coordinator shared = new(profiles, TimeProvider.System, FaultLog.Shared, runsWorker: true);
        OtherModules.Announce(() => shared.TrackCount);
        return shared;
    }

    // Returns whether so much came that the next turn should follow at once.
    private bool TakeTurn()
    {
        int most = 0;
        HostReports? reports;
        lock (_turnGate)
        {
            _log.Begin();
            long now = _time.GetTimestamp();
            double elapsedSeconds = _time.GetElapsedTime(_lastTurn, now).TotalSeconds;
            _lastTurn = now;
            using (Gate.Enter())
            {
                RegroupUnderLock();
                PruneUnderLock();
                foreach (Mix mix in _mixes)
                {
                    mix.SettlePlacesUnderLock();
                    mix.Roster.BeginUnderLock(elapsedSeconds, Reports);
                }
            }

            Diagnostics before = _log.Diagnostics;
            foreach (Mix mix in _mixes)
            {
                most = Math.Max(most, mix.Roster.Measure(elapsedSeconds, before));
            }

            using (Gate.Enter())
            {
                foreach (Mix mix in _mixes)
                {
                    mix.Roster.PublishUnderLock();
                }

                reports = Reports.Take();
            }

            (long lost, int notFollowed) = Losses();
            _log.End(most > 0, notFollowed, lost, _faults.Count);
        }

        reports?.Send();
        return most >= ManySlots;
    }

    private (long LostSlots, int NotFollowedTracks) Losses()
    {
        long lost = 0;
        int notFollowed = 0;
        using Lock.Scope held = Gate.Enter();
        foreach (Mix mix in _mixes)
        {
            foreach (Membership member in mix.Roster.MembersUnderLock)
            {
                if (member.Track is { } track)
                {
                    lost += track.Audio.Slots.Lost;
                    notFollowed += track.Audio.Following > SongFollowing.Following ? 1 : 0;
                }
            }
        }

        return (lost, notFollowed);
    }

    private void BecomeCopyUnderLock(TrackMember track)
    {
        Gate.AssertHeld();
        track.Edits.Identify(Guid.NewGuid());
        track.Parameters.Set(ParameterId.Focal, 0);
        Reports.AddDirty(track);
    }

    private Membership? MembershipUnderLock(TrackMember track)
    {
        Gate.AssertHeld();
        return _mixes.Select(mix => mix.Roster.MembersUnderLock.Find(member => ReferenceEquals(member.Track, track))).FirstOrDefault(member => member is not null);
    }

    private TrackMember? HolderUnderLock(Guid id, TrackMember except)
    {
        Gate.AssertHeld();
        return _mixes.SelectMany(mix => mix.Roster.MembersUnderLock)
            .Select(member => member.Track)
            .FirstOrDefault(track => track is not null && !ReferenceEquals(track, except) && track.Id == id);
    }

    // The lowest number from 1 that nobody has; 0 is nobody's.
    private int FreeNumberUnderLock(int wanted)
    {
        HashSet<int> taken = [0, .. _mixes.SelectMany(mix => mix.Roster.MembersUnderLock).Select(member => member.Track?.Edits.Number ?? 0)];
        return taken.Contains(wanted) ? Enumerable.Range(1, taken.Count).First(number => !taken.Contains(number)) : wanted;
    }

    // Tracks that asked for another group go there, with what that mix has settled.
    private void RegroupUnderLock()
    {
        Gate.AssertHeld();
        int present = 0;
        foreach (Mix mix in _mixes)
        {
            List<Membership> members = mix.Roster.MembersUnderLock;
            for (int i = members.Count - 1; i >= 0; i--)
            {
                Membership member = members[i];
                present += member.IsPresent && member.Track is not null ? 1 : 0;
                if (member.Track is { } track && track.Group != mix.Group)
                {
                    mix.Roster.RemoveUnderLock(member);
                    Mix(track.Group).Roster.AddUnderLock(member);
                    Mix(track.Group).Roster.SettleUnderLock(Reports);
                }
            }
        }

        Volatile.Write(ref _trackCount, present);
    }

    // Tracks that nobody holds any more are gone; with the last one of a mix its settings go, with the last of all the worker stops.
    private void PruneUnderLock()
    {
        Gate.AssertHeld();
        bool isEmpty = true;
        foreach (Mix mix in _mixes)
        {
            List<Membership> members = mix.Roster.MembersUnderLock;
            for (int i = members.Count - 1; i >= 0; i--)
            {
                if (members[i].Track is null)
                {
                    mix.Roster.RemoveUnderLock(members[i]);
                }
            }

            isEmpty &= members.Count == 0;
            if (members.Count == 0 && !mix.IsForgotten)
            {
                mix.ForgetUnderLock();
            }
        }

        if (isEmpty)
        {
            _worker?.Stop();
        }
    }
}
