using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Members;

/// <summary>Where a track's fader is staged: its place, what the DAW's own fader is known to be at, and the position that waits for a person to set it.</summary>
/// <param name="track">The track.</param>
/// <param name="host">Its host, or null.</param>
/// <remarks>
/// [any] reads; writes under the coordinator's lock. The fader parameter is what counts: the gain of the plug-in fader, the position of the DAW's
/// fader that was confirmed, or the host's. A command never writes a position of the DAW's fader that nobody has set: that one waits in
/// <see cref="PendingDb"/>. Whatever else changes the parameter there is the word of a person or of the host.
/// </remarks>
internal sealed class TrackFader(TrackMember track, IHostLink? host)
{
    // Nearer than this two positions are the same, in dB: hosts write back in single precision.
    private const double SameDb = 0.01;

    private double _pendingDb = double.NaN;
    private double _dawDb;
    private double _hostDb = double.NaN;
    private bool? _pendingIsByHand;
    private FaderPlace? _asked;
    private FaderPlace _place;
    private long _stamp;
    private double _seenDb;
    private int _isSaid;

    /// <summary>The place that was asked for.</summary>
    public FaderPlace Asked => (FaderPlace)track.Parameters[ParameterId.FaderPlace];

    /// <summary>The place in force: the host's fader only where the host gives access to it, otherwise as with the DAW's fader.</summary>
    public FaderPlace Place => Asked is FaderPlace.HostFader && !(host?.ReachesFader ?? false) ? FaderPlace.DawFader : Asked;

    /// <summary>The position in dB that waits for a person to set the DAW's fader to it; NaN = none.</summary>
    public double PendingDb => Volatile.Read(ref _pendingDb);

    /// <summary>Where the DAW's own fader is known to stand, in dB: confirmed, or read from the host; 0 while only the plug-in fader was used. NaN = nobody said.</summary>
    public double DawDb => Volatile.Read(ref _dawDb);

    /// <summary>Where the staging wants the fader, in dB: what waits, else what counts. NaN = nobody said.</summary>
    public double AimDb => _place switch
    {
        FaderPlace.PluginFader or FaderPlace.HostFader => Value,
        _ => double.IsNaN(PendingDb) ? DawDb : PendingDb,
    };

    /// <summary>The fader that counts in the reading, in dB: as <see cref="Staging.Readings.TrackReading.CountedFaderDb"/>, now. NaN = nobody said.</summary>
    public double CountedDb => Place switch
    {
        FaderPlace.PostFader => 0,
        FaderPlace.PluginFader => (track.Parameters[ParameterId.Bypass] > 0 ? 0 : Value) + DawDb,
        FaderPlace.DawFader => PositionDb,
        _ => Value,
    };

    /// <summary>The fader that would count if the staging wanted it elsewhere, in dB. Where a person has to set it, it counts where it is.</summary>
    /// <param name="aimDb">Where it were wanted, in dB.</param>
    public double CountedAtDb(double aimDb) => Place switch
    {
        FaderPlace.PluginFader => (track.Parameters[ParameterId.Bypass] > 0 ? 0 : aimDb) + DawDb,
        FaderPlace.HostFader => aimDb,
        _ => CountedDb,
    };

    /// <summary>The position of the staging fader, in dB; NaN = it is the DAW's own and nobody said where it stands.</summary>
    /// <remarks>Where the host's fader was asked for in vain the parameter keeps the number it had, for the day when it can be reached; it counts nowhere.</remarks>
    public double PositionDb => Place != FaderPlace.DawFader ? Value : Asked == FaderPlace.HostFader || double.IsNaN(DawDb) ? DawDb : Value;

    /// <summary>Where the host's own fader goes to when the track hands over to it, in dB; above the fader's travel = it cannot. NaN = it cannot be reached.</summary>
    public double HandOverDb => Place == FaderPlace.PluginFader && host is { ReachesFader: true } ? Value + HostDb : double.NaN;

    /// <summary>Where the host's own fader was when it was asked last, in dB.</summary>
    public double HostDb => Volatile.Read(ref _hostDb) is double.NaN ? DawDb : Volatile.Read(ref _hostDb);

    private double Value => track.Parameters[ParameterId.Fader];

    /// <summary>A person spoke: the next settling takes the parameter for their word even where it is the number it was. [any]</summary>
    public void NoteSaid() => Volatile.Write(ref _isSaid, 1);

    /// <summary>Asks the host where the channel's fader is. [ui], outside the lock.</summary>
    public void AskHost() => HostReports.Guarded(() => Volatile.Write(ref _hostDb, host is { ReachesFader: true } ? host.FaderDb : double.NaN));

    /// <summary>Takes over a saved state.</summary>
    public void TakeOver(TrackState state)
    {
        (_asked, _pendingIsByHand) = (null, null);
        Volatile.Write(ref _isSaid, 0);
        SetPending(state.PendingFaderDb);
        SetDaw(state.DawFaderDb);
        See();
    }

    /// <summary>Settles what was written since the last call: a place that was asked for, a host that gives or takes access, a position that a person or the host said.</summary>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    /// <returns>How the track stood before, where another place was asked for; else null.</returns>
    public TrackStand? Settle(HostReports reports)
    {
        (FaderPlace asked, FaderPlace place) = (Asked, Place);
        TrackStand? before = null;
        if (_asked is null)
        {
            Begin(asked, place);
        }
        else if (asked != _asked)
        {
            before = track.Stand() with { Place = _asked.Value };
            Carry(place, double.NaN, reports);
        }
        else if (place != _place)
        {
            // The host gave access or took it; nothing is carried over, for its fader is where it is.
            _place = place;
            SetPending(place == FaderPlace.DawFader && double.IsNaN(DawDb) ? Value : double.NaN);
            track.Edits.Note();
        }

        TakeWord();
        return before;
    }

    /// <summary>Moves the fader, or makes the position wait where a person has to set it.</summary>
    /// <param name="db">Position in dB; NaN changes nothing.</param>
    /// <param name="byHand">Whether a person chose it (true), a hint did (false), or that stays as it was (null).</param>
    /// <returns>Whether anything changed.</returns>
    public bool Aim(double db, bool? byHand)
    {
        double legal = ParameterInfo.Of(ParameterId.Fader).Legal(db);
        if (double.IsNaN(db) || _place == FaderPlace.PostFader || (_place == FaderPlace.DawFader && IsSame(legal, AimDb)))
        {
            return false;
        }

        if (_place == FaderPlace.DawFader)
        {
            _pendingIsByHand = byHand;
            SetPending(IsSame(legal, DawDb) ? double.NaN : legal);
            track.Edits.Note();
            return true;
        }

        bool isMoved = track.Parameters.Set(ParameterId.Fader, legal);
        track.Edits.FaderIsHandSet = isMoved && byHand is { } isByHand ? isByHand : track.Edits.FaderIsHandSet;
        return isMoved;
    }

    /// <summary>A person says that the DAW's fader stands at a position.</summary>
    /// <param name="db">Position in dB.</param>
    /// <param name="byHand">Whether a person chose it; null = as when it was asked for.</param>
    public void Confirm(double db, bool? byHand)
    {
        double legal = ParameterInfo.Of(ParameterId.Fader).Legal(db);
        if (_place == FaderPlace.PostFader && !(host?.ReachesFader ?? false) && double.IsFinite(legal - DawDb) && legal != DawDb)
        {
            // The meter sits behind that fader; where the host shows it the shell has seen it move.
            track.Measurement.Shift(legal - DawDb);
        }
        else if (_place == FaderPlace.DawFader)
        {
            track.Parameters.Set(ParameterId.Fader, legal);
            track.Edits.FaderIsHandSet = byHand ?? _pendingIsByHand ?? track.Edits.FaderIsHandSet;
            See();
        }

        SetDaw(legal);
        SetPending(double.NaN);
        track.Edits.Note();
    }

    /// <summary>Goes to another place, the staging carried over.</summary>
    /// <param name="asked">Which.</param>
    /// <param name="hostDb">Where the host's own fader goes when the plug-in fader takes over, in dB; NaN = to 0.</param>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    public void GoTo(FaderPlace asked, double hostDb, HostReports reports)
    {
        if (track.Parameters.Set(ParameterId.FaderPlace, (double)asked))
        {
            reports.AddEdit(track, ParameterId.FaderPlace);
            Carry(Place, hostDb, reports);
        }
    }

    private void Begin(FaderPlace asked, FaderPlace place)
    {
        (_asked, _place) = (asked, place);
        See();
        if (place != FaderPlace.DawFader)
        {
            return;
        }

        if (double.IsNaN(DawDb))
        {
            // A saved position of a fader that this host does not show: nobody has said where it stands here.
            SetPending(double.IsNaN(PendingDb) ? Value : PendingDb);
        }
        else if (asked == FaderPlace.DawFader)
        {
            SetDaw(Value);
        }

        track.Edits.Note();
    }

    private void See() => (_stamp, _seenDb) = (track.Parameters.Stamp(ParameterId.Fader), Value);

    // What the staging wants of all faders together goes along; the DAW's own fader stays where it is known to be, unless the host lets us move it.
    private void Carry(FaderPlace to, double hostDb, HostReports reports)
    {
        FaderPlace from = _place;
        (double aim, double value) = (AimDb, Value);
        (_asked, _place) = (Asked, to);
        if (from == to)
        {
            // The DAW's fader either way, asked for or the host's in vain.
            SetValue(double.IsNaN(DawDb) || Asked == FaderPlace.HostFader ? value : DawDb, reports);
            track.Edits.Note();
            return;
        }

        SetDaw(from == FaderPlace.HostFader ? value : DawDb);
        if (to == FaderPlace.HostFader)
        {
            double there = HostDb;
            double goal = from == FaderPlace.PluginFader ? value + there : double.IsNaN(PendingDb) ? there : PendingDb;
            SetPending(double.NaN);
            SetValue(double.IsNaN(goal) ? value : goal, reports);
            SetDaw(Value);
            Volatile.Write(ref _hostDb, Value);
        }
        else if (to == FaderPlace.PluginFader)
        {
            SetValue(double.IsNaN(aim) ? value : aim, reports);
            if (from == FaderPlace.HostFader)
            {
                double back = double.IsNaN(hostDb) ? 0 : hostDb;
                if (!IsSame(value, back))
                {
                    reports.AddHostFader(track, back);
                }

                Volatile.Write(ref _hostDb, back);
                SetDaw(0);
            }

            SetPending(IsSame(DawDb, 0) ? double.NaN : 0);
        }
        else
        {
            SetPending(from == FaderPlace.PluginFader ? (IsSame(aim, DawDb) ? double.NaN : aim) : PendingDb);
            SetValue(double.IsNaN(DawDb) || Asked == FaderPlace.HostFader ? value : DawDb, reports);
        }

        track.Edits.Note();
    }

    private void SetValue(double db, HostReports reports)
    {
        if (track.Parameters.Set(ParameterId.Fader, db) || _place == FaderPlace.HostFader)
        {
            reports.AddEdit(track, ParameterId.Fader);
        }

        See();
        track.Edits.KeepFocalFader();
    }

    // What a person, or the host, wrote of a fader that is not ours is where it stands.
    private void TakeWord()
    {
        long stamp = track.Parameters.Stamp(ParameterId.Fader);
        bool isSaid = Volatile.Read(ref _isSaid) != 0 && Interlocked.Exchange(ref _isSaid, 0) != 0;
        bool isEcho = !isSaid && (stamp == _stamp || IsSame(Value, _seenDb));
        See();
        if (isEcho || _place is FaderPlace.PluginFader or FaderPlace.PostFader)
        {
            return;
        }

        SetDaw(Value);
        SetPending(double.NaN);
        track.Edits.Note();
    }

    private void SetPending(double db) => Volatile.Write(ref _pendingDb, db);

    private void SetDaw(double db) => Volatile.Write(ref _dawDb, db);

    private static bool IsSame(double firstDb, double secondDb) => firstDb.Equals(secondDb) || Math.Abs(firstDb - secondDb) < SameDb;
}
