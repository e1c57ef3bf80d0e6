using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Brings the tracks of one process together: who is there, who is focal, what the mixes say.</summary>
/// <remarks>
/// <para>
/// One lock guards memberships, settings and measurements. The audio thread never takes it: it writes a track's own values
/// and slots, which the next turn picks up. Hosts are called back only after the lock is released.
/// </para>
/// <para>
/// Tracks are held weakly. One whose host let go of it without closing it leaves when it is collected; one that was switched off,
/// or that gets no blocks while the others play on, leaves after a while and is back with its next block.
/// </para>
/// </remarks>
public sealed class Coordinator : IDisposable
{
    /// <summary>Seconds the others play on before a track that was switched off counts as gone. Rule of thumb.</summary>
    public const double InactiveLeavesAfterSeconds = 10;

    /// <summary>Seconds the others play on before a track without blocks counts as gone: long, for hosts suspend silent plug-ins. Rule of thumb.</summary>
    public const double SuspendedLeavesAfterSeconds = 600;

    /// <summary>Seconds without a slot of song after which the song counts as stopped. Rule of thumb: ten slots, so that large buffers do not flicker.</summary>
    private const double StoppedAfterSeconds = 1;

    private static readonly Lazy<Coordinator> LazyShared = new(MakeShared);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly List<Membership> _members = [];
    private readonly Mix[] _mixes;
    private readonly CoordinatorWorker? _worker;
    private readonly HostReports _reports = new();
    private long _lastTurn;

    /// <summary>Makes a coordinator that its owner drives by <see cref="Refresh"/>: a test, a rehearsal.</summary>
    /// <param name="profiles">The target profiles.</param>
    /// <param name="time">The clock that tells who has gone.</param>
    public Coordinator(ProfileLibrary profiles, TimeProvider time)
        : this(profiles, time, runsWorker: false)
    {
    }

    private Coordinator(ProfileLibrary profiles, TimeProvider time, bool runsWorker)
    {
        Profiles = profiles;
        _time = time;
        _lastTurn = time.GetTimestamp();
        _mixes = [.. Enum.GetValues<MixGroup>().Select(group => new Mix(this, group))];
        _worker = runsWorker ? new CoordinatorWorker(Refresh) : null;
    }

    /// <summary>The one coordinator of this process, with a worker of its own while any track is there.</summary>
    /// <remarks>[any but audio] The only static of the house that changes.</remarks>
    public static Coordinator Shared => LazyShared.Value;

    /// <summary>The target profiles.</summary>
    /// <remarks>[any but audio]</remarks>
    public ProfileLibrary Profiles { get; }

    /// <summary>Tracks present in all mixes.</summary>
    /// <remarks>[any but audio]</remarks>
    public int TrackCount => Locked(() => _members.Count(member => member.IsPresent));

    /// <summary>A mix by its group; there whether or not it has tracks.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The mix.</returns>
    /// <remarks>[any]</remarks>
    public Mix Mix(MixGroup group) => _mixes[(int)group];

    private static Coordinator MakeShared()
    {
        Coordinator shared = new(new ProfileLibrary(), TimeProvider.System, runsWorker: true);
        OtherModules.Announce(() => shared.TrackCount);
        return shared;
    }

    /// <summary>One turn: files what was measured, settles who is focal, evaluates every mix and publishes it.</summary>
    /// <remarks>[worker]</remarks>
    public void Refresh()
    {
        lock (_gate)
        {
            long now = _time.GetTimestamp();
            double elapsedSeconds = _time.GetElapsedTime(_lastTurn, now).TotalSeconds;
            _lastTurn = now;
            foreach (Mix mix in _mixes)
            {
                TakeTurn(mix, elapsedSeconds);
            }

            _members.RemoveAll(member => !member.IsAlive);
            if (_members.Count == 0)
            {
                _worker?.Stop();
            }
        }

        FlushReports();
    }

    /// <summary>Stops the worker. Tracks may still be disposed afterwards.</summary>
    public void Dispose() => _worker?.Stop();

    internal void Join(TrackInstance track)
    {
        Change(() =>
        {
            Membership? known = _members.Find(member => ReferenceEquals(member.Track, track));
            if (known is not null)
            {
                known.Wake();
                return;
            }

            if (HolderOf(track.Id, track) is not null)
            {
                BecomeCopy(track);
            }

            // 0 is nobody's number, and so taken.
            HashSet<int> taken = [0, .. _members.Select(member => member.Track?.Number ?? 0)];
            track.Number = taken.Contains(track.Number) ? Enumerable.Range(1, taken.Count).First(number => !taken.Contains(number)) : track.Number;
            _members.Add(new Membership(track));
            TakeOverSettings(track, track.LoadedMix);
            _worker?.Start();
        });
    }

    internal void Leave(TrackInstance track)
    {
        bool isEmpty = false;
        Change(() =>
        {
            _members.RemoveAll(member => !member.IsAlive || ReferenceEquals(member.Track, track));
            isEmpty = _members.Count == 0;
        });
        if (isEmpty)
        {
            Refresh();
        }
    }

    /// <summary>A host gave a track its saved state: identity, focal flag and the mix's settings follow from who else is there.</summary>
    internal void Adopt(TrackInstance track, TrackState state) => Change(() =>
    {
        track.TakeOver(state);
        if (state.Id != Guid.Empty && state.Id != track.Id && HolderOf(state.Id, track) is not null)
        {
            BecomeCopy(track);
        }
        else
        {
            track.Id = state.Id == Guid.Empty ? track.Id : state.Id;
            track.Parameters.Set(ParameterId.Focal, state.IsFocal ? 1 : 0);
        }

        if (_members.Exists(member => ReferenceEquals(member.Track, track)))
        {
            TakeOverSettings(track, state.Mix);
        }
    });

    /// <summary>The settings that a track saves: its mix's, or those it was loaded with while it has joined none.</summary>
    internal MixSettings Settings(TrackInstance track) =>
        Locked(() => _members.Exists(member => ReferenceEquals(member.Track, track)) ? track.Mix.Settings : track.LoadedMix);

    /// <summary>Settles at once what a person's edit changes for the others.</summary>
    internal void Reconcile() => Change(() => { });

    internal void Change(Action change)
    {
        lock (_gate)
        {
            change();
            foreach (Mix mix in _mixes)
            {
                MixSettling.Settle(mix, TracksOf(mix.Group), Report);
            }
        }

        FlushReports();
    }

    internal T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    internal IReadOnlyList<TrackInstance> TracksOf(MixGroup group)
    {
        List<TrackInstance> tracks = [];
        foreach (Membership member in _members)
        {
            if (member.IsPresent && member.Track is { } track && track.Group == group)
            {
                tracks.Add(track);
            }
        }

        return tracks;
    }

    internal void Report(TrackInstance track, ParameterId id) => _reports.AddEdit(track, id);

    internal void ReportDirty(TrackInstance track) => _reports.AddDirty(track);

    private void BecomeCopy(TrackInstance track)
    {
        track.Id = Guid.NewGuid();
        track.Parameters.Set(ParameterId.Focal, 0);
        ReportDirty(track);
    }

    private TrackInstance? HolderOf(Guid id, TrackInstance except) =>
        _members.Select(member => member.Track).FirstOrDefault(track => track is not null && !ReferenceEquals(track, except) && track.Id == id);

    private static void TakeOverSettings(TrackInstance track, MixSettings loaded)
    {
        track.Mix.AdoptLocked(loaded);
        track.Parameters.Set(ParameterId.Approach, (double)track.Mix.Settings.Approach);
        track.Mix.ApproachStamp = Math.Max(track.Mix.ApproachStamp, track.Parameters.Stamp(ParameterId.Approach));
    }

    private void TakeTurn(Mix mix, double elapsedSeconds)
    {
        bool anyPlays = false;
        bool anySong = false;
        foreach (Membership member in _members)
        {
            if (member.Track is { } track && track.Group == mix.Group)
            {
                anyPlays |= member.NoteBlocks(track);
                anySong |= track.DrainSlots();
            }
        }

        mix.WithoutSongSeconds = anySong ? 0 : mix.WithoutSongSeconds + elapsedSeconds;
        if (anyPlays)
        {
            foreach (Membership member in _members)
            {
                if (member.Track is { } track && track.Group == mix.Group)
                {
                    member.Age(track, elapsedSeconds);
                }
            }
        }

        IReadOnlyList<TrackInstance> tracks = TracksOf(mix.Group);
        if (tracks.Count == 0 && mix.State.Snapshot.Tracks.IsEmpty && ReferenceEquals(mix.State.Snapshot.Settings, mix.Settings))
        {
            return;
        }

        if (tracks.Count == 0)
        {
            mix.ForgetLocked();
        }

        MixSettling.Settle(mix, tracks, Report);
        MixState state = MixEvaluation.Evaluate(mix.State, mix.Settings, Profiles, tracks, mix.Voices, mix.WithoutSongSeconds < StoppedAfterSeconds);
        mix.PublishLocked(state);
        PublishOutputs(state, tracks);
    }

    private static void PublishOutputs(MixState state, IReadOnlyList<TrackInstance> tracks)
    {
        for (int i = 0; i < tracks.Count; i++)
        {
            Hint hint = state.Advice.Hints[i];
            TrackParameters parameters = tracks[i].Parameters;
            parameters.Set(ParameterId.RelativeLoudness, double.IsFinite(hint.RelativeLu) ? hint.RelativeLu : 0);
            parameters.Set(ParameterId.SuggestedMove, double.IsFinite(hint.MoveDb) ? hint.MoveDb : 0);
            parameters.Set(ParameterId.HintWord, (double)hint.Kind);
        }
    }

    private void FlushReports()
    {
        HostReports? reports;
        lock (_gate)
        {
            reports = _reports.Take();
        }

        reports?.Send();
    }
}
