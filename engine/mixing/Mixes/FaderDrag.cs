using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>A hand on one fader, from the press to the release: one gesture towards the host, one undo.</summary>
/// <remarks>[ui] Disposing it ends the drag; ending it twice does nothing more.</remarks>
public sealed class FaderDrag : IDisposable
{
    private readonly Mix _mix;
    private readonly TrackMember _track;
    private readonly TrackStand _before;
    private bool _hasEnded;

    internal FaderDrag(Mix mix, TrackMember track, TrackStand before)
    {
        (_mix, _track, _before) = (mix, track, before);
        TrackGestures.Begin(track, ParameterId.Fader);
    }

    /// <summary>Moves the fader under the hand.</summary>
    /// <param name="db">Position in dB; negative infinity = down. Rounded to 0.1.</param>
    /// <remarks>[ui] After the end it does nothing.</remarks>
    public void MoveTo(double db)
    {
        if (!_hasEnded && !double.IsNaN(db))
        {
            TrackGestures.Perform(_track, ParameterId.Fader, FaderRange.Round(db), _mix.Reconcile);
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
        TrackGestures.End(_track, ParameterId.Fader);
        _mix.Note(_track, _before);
    }
}
