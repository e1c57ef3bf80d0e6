using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Fader: while the fader's place is the host's, the track's fader and the channel's real one are one and the same.</summary>
/// <remarks>
/// [ui] The host's is read at its notices, at the timer and when the host asks for a parameter or the state; it is moved when a person or the mix
/// moves the track's. At the post-fader place it is read, for what was measured moves with it. At any other place, and in a host that gives no
/// access, nothing is read and nothing is moved.
/// </remarks>
internal sealed unsafe partial class FaderStagerPlugin : IEditListener
{
    /// <summary>Nearer than this two positions are the same, in dB: factors and 0..1 do not come back to the last bit.</summary>
    private const double SameDb = 0.005;

    private IHostFader? _hostFader;

    /// <summary>Looks for the fader anew: the host's objects came or went.</summary>
    private void FindHostFader()
    {
        _hostFader?.Dispose();
        _hostFader = IsInitialized ? HostFaders.Find(_hostContext, _edits) : null;
        _edits.ChannelFader = _hostFader;
        _edits.ReadFader();
    }

    /// <summary>Takes over where the host's fader is.</summary>
    private void FollowHostFader()
    {
        double read = _edits.ReadFader();
        if (!IsInitialized || _hostFader is null)
        {
            return;
        }

        if (_track.FaderPlace == FaderPlace.PostFader)
        {
            _track.NoteHostFader(read);
        }

        // A move of ours that waits goes first: the host's fader is not where it is going to be.
        if (_track.FaderPlace != FaderPlace.HostFader || _edits.Waiting.IsForHandler(ParameterId.Fader))
        {
            return;
        }

        ParameterInfo fader = ParameterInfo.Of(ParameterId.Fader);
        if (!double.IsNaN(read) && !IsSame(fader.Legal(read), _track.FaderDb))
        {
            double normalized = fader.ToNormalized(read);
            _track.SetFromHost(ParameterId.Fader, normalized);
            _edits.Waiting.AddForBlock(ParameterId.Fader, normalized);
        }
    }

    /// <inheritdoc/>
    void IEditListener.GroupBegins() => _hostFader?.BeginStep();

    /// <inheritdoc/>
    void IEditListener.GroupEnds() => _hostFader?.EndStep();

    /// <inheritdoc/>
    void IEditListener.GestureBegins(ParameterId id)
    {
        if (id == ParameterId.Fader)
        {
            _hostFader?.BeginStep();
        }
    }

    /// <inheritdoc/>
    /// <remarks>Moves the host's fader where the track's was moved to.</remarks>
    void IEditListener.ValueTold(ParameterId id, double normalized)
    {
        if (id != ParameterId.Fader || !IsInitialized || _hostFader is null || _track.FaderPlace != FaderPlace.HostFader)
        {
            return;
        }

        ParameterInfo fader = ParameterInfo.Of(ParameterId.Fader);
        double wanted = fader.FromNormalized(normalized);
        if (!IsSame(fader.Legal(_hostFader.ReadDb()), wanted))
        {
            _hostFader.MoveTo(wanted);
        }
    }

    /// <inheritdoc/>
    void IEditListener.GestureEnds(ParameterId id)
    {
        if (id == ParameterId.Fader)
        {
            _hostFader?.EndStep();
        }
    }

    private static bool IsSame(double firstDb, double secondDb) => firstDb.Equals(secondDb) || Math.Abs(firstDb - secondDb) < SameDb;
}
