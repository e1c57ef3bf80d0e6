using FaderStager.Audio.Following;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Processes;
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
    private readonly MixShelf _mixes;
    private readonly TrackRegister _register;
    private readonly TrimChains _chains = new();
    private readonly StateLoading _loading;
    private readonly CoordinatorWorker? _worker;
    private readonly InstanceSign? _sign;
    private int _trackCount;
    private long _lastTurn;

    /// <summary>Makes a coordinator that its owner drives by <see cref="Refresh"/>: a test, a rehearsal.</summary>
    /// <param name="profiles">The target profiles.</param>
    /// <param name="time">The clock that tells who has gone.</param>
    /// <param name="faults">The faults that its diagnostics count; null = those of the process.</param>
    public Coordinator(ProfileLibrary profiles, TimeProvider time, FaultLog? faults = null)
        : this(profiles, time, faults ?? FaultLog.Shared, sign: null)
    {
    }

    // With a sign for other processes it runs a worker of its own.
    private Coordinator(ProfileLibrary profiles, TimeProvider time, FaultLog faults, InstanceSign? sign)
    {
        Profiles = profiles;
        _faults = faults;
        _time = time;
        _log = new TurnLog(time);
        _lastTurn = time.GetTimestamp();
        _mixes = new MixShelf(group => new Mix(this, group));
        _register = new TrackRegister(_mixes, Gate, Reports);
        _loading = new StateLoading(_mixes, _register, Reports);
        _sign = sign;
        _worker = sign is null ? null : new CoordinatorWorker(TakeTurn, ShowSign);
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

    /// <summary>The clock.</summary>
    internal TimeProvider Time => _time;

    /// <summary>The lock.</summary>
    internal Gate Gate { get; } = new();

    /// <summary>What hosts are to be told of: filled under the lock, sent outside it.</summary>
    internal HostReports Reports { get; } = new();

    /// <summary>A mix by its group; there whether or not it has tracks. Of the tracks whose host tells no project: see <see cref="Tracks.TrackInstance.Mix"/>.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The mix.</returns>
    /// <remarks>[any]</remarks>
    public Mix Mix(MixGroup group) => Mix(0, group);

    /// <summary>A mix by its project and group; there whether or not it has tracks.</summary>
    /// <param name="project">The project, as its host's own handle; 0 = the host tells none.</param>
    /// <param name="group">The group.</param>
    /// <returns>The mix.</returns>
    /// <remarks>[any]</remarks>
    public Mix Mix(nint project, MixGroup group) => _mixes.Of(project, group);

    /// <summary>One turn: files what was measured, settles who is focal, evaluates every mix that has news and publishes it.</summary>
    /// <remarks>[worker] Two callers take their turns one after the other.</remarks>
    public void Refresh() => TakeTurn();

    /// <summary>Stops the worker. Tracks may still be disposed afterwards.</summary>
    public void Dispose() => _worker?.Stop();

    internal Mix Mix(TrackMember track) => _mixes.Of(track);

    internal void Join(TrackMember track)
    {
        Change(Mix(track), () =>
        {
            if (_register.FindUnderLock(track) is { } known)
            {
                known.Wake();
                return;
            }

            track.Presses.Forget();
            _loading.JoinUnderLock(track);
            _worker?.Start();
        });
    }

    internal void Leave(TrackMember track)
    {
        Change(Mix(track), () =>
        {
            _register.RemoveUnderLock(track);
            PruneUnderLock();
        });
    }

    /// <summary>A host told a track's project.</summary>
    internal void MoveTo(TrackMember track, nint project)
    {
        if (track.Project != project)
        {
            Change(Mix(track), () => _loading.MoveUnderLock(track, project));
        }
    }

    /// <summary>A host gave a track its saved state: identity, focal flag and the mix's settings follow from who else is there.</summary>
    internal void Adopt(TrackMember track, TrackState state) => Change(_mixes.Of(track.Project, state.Group), () => _loading.LoadUnderLock(track, state));

    /// <summary>The settings that a track saves: its mix's, or those it was loaded with while it has joined none.</summary>
    /// <remarks>What waits to be settled is settled first, so that the bytes do not change with the next turn. No host is told from here: the next turn does it.</remarks>
    internal MixSettings Settings(TrackMember track)
    {
        using Lock.Scope held = Gate.Enter();
        RegroupUnderLock();
        _chains.SettleUnderLock(_mixes, Reports);
        Mix(track).SettlePlacesUnderLock();
        Mix(track).Roster.SettleUnderLock(Reports);
        return _register.FindUnderLock(track) is null ? track.Edits.Loaded.Mix : Mix(track).Settings;
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
            _chains.SettleUnderLock(_mixes, Reports);
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

    /// <summary>The same, where no turn is under way or one ends soon: a person does not wait for a long one.</summary>
    /// <returns>Whether it was done.</returns>
    internal bool TryBetweenTurns(Action look)
    {
        // Longer than a turn takes, shorter than a hand that waits would notice. Rule of thumb.
        const int MostMs = 20;
        if (!_turnGate.TryEnter(MostMs))
        {
            return false;
        }

        try
        {
            look();
            return true;
        }
        finally
        {
            _turnGate.Exit();
        }
    }

    private static Coordinator MakeShared()
    {
        ProfileLibrary profiles = new();
        profiles.ReadInBackground();
        Coordinator shared = new(profiles, TimeProvider.System, FaultLog.Shared, new InstanceSign(InstanceSign.Folder, Environment.ProcessId));
        OtherModules.Announce(() => shared.TrackCount);
        return shared;
    }

    // Returns whether so much came that the next turn should follow at once.
    private bool TakeTurn()
    {
        int most = 0;
        Mix[] mixes;
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
                _chains.SettleUnderLock(_mixes, Reports);
                mixes = _mixes.All;
                foreach (Mix mix in mixes)
                {
                    mix.SettlePlacesUnderLock();
                    mix.Roster.BeginUnderLock(elapsedSeconds, Reports);
                }
            }

            Diagnostics before = _log.Diagnostics;
            foreach (Mix mix in mixes)
            {
                most = Math.Max(most, mix.Roster.Measure(elapsedSeconds, before));
            }

            using (Gate.Enter())
            {
                foreach (Mix mix in mixes)
                {
                    mix.Roster.PublishUnderLock();
                }

                reports = Reports.Take();
            }

            (long lost, int notFollowed) = Losses();
            _log.End(most > 0, notFollowed, lost, _faults.Count);
        }

        reports?.Send();
        foreach (Mix mix in mixes)
        {
            mix.ActOnPresses();
        }

        ShowSign();
        return most >= ManySlots;
    }

    // [worker] Tells other processes how many tracks run here; writes only when that changes.
    private void ShowSign()
    {
        if (_sign is null)
        {
            return;
        }

        int count;
        bool hasFocal = false;
        using (Gate.Enter())
        {
            count = TrackCount;
            foreach (Mix mix in _mixes.All)
            {
                hasFocal |= mix.Roster.HasFocal;
            }
        }

        _sign.Show(count, hasFocal && count > 0);
    }

    private (long LostSlots, int NotFollowedTracks) Losses()
    {
        long lost = 0;
        int notFollowed = 0;
        using Lock.Scope held = Gate.Enter();
        foreach (Mix mix in _mixes.All)
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

    private void RegroupUnderLock() => Volatile.Write(ref _trackCount, _register.RegroupUnderLock());

    // With the last track of all the worker stops.
    private void PruneUnderLock()
    {
        if (_register.PruneUnderLock())
        {
            _worker?.Stop();
        }
    }
}
