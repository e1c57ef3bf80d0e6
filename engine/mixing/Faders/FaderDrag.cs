using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Faders;

/// <summary>A hand on one fader, from the press to the release: one gesture towards the host, one undo.</summary>
/// <remarks>[ui] Disposing it ends the drag; ending it twice does nothing more.</remarks>
public sealed class FaderDrag : IDisposable
{
    private readonly TrackInstance _track;
    private readonly Action<FaderMove> _note;
    private readonly double _fromDb;
    private bool _hasEnded;

    internal FaderDrag(TrackInstance track, Action<FaderMove> note)
    {
        (_track, _note, _fromDb) = (track, note, track.FaderDb);
        track.BeginGesture(ParameterId.Fader);
    }

    /// <summary>Moves the fader under the hand.</summary>
    /// <param name="db">Position in dB; negative infinity = down. Rounded to 0.1.</param>
    /// <remarks>[ui] After the end it does nothing.</remarks>
    public void MoveTo(double db)
    {
        if (!_hasEnded && !double.IsNaN(db))
        {
            _track.Gesture(ParameterId.Fader, FaderRange.Round(db));
        }
    }

    /// <summary>The hand lets go: what was moved becomes one batch that can be undone.</summary>
    /// <remarks>[ui]</remarks>
    public void Dispose()
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        _track.EndGesture(ParameterId.Fader);
        if (!_track.FaderDb.Equals(_fromDb))
        {
            _note(new FaderMove(_track.Id, _fromDb, _track.FaderDb));
        }
    }
}
