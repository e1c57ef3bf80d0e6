using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Fader: while the fader's place is the host's, the track's fader and the channel's real one are one and the same.</summary>
/// <remarks>
/// [ui] The host's is read at its notices, at the timer and when the host asks for a parameter; it is moved when a person or the mix
/// moves the track's. At any other place, and in a host that gives no access, nothing is read and nothing is moved.
/// </remarks>
internal sealed unsafe partial class FaderStagerPlugin
{
    /// <summary>Nearer than this two positions are the same, in dB: factors and 0..1 do not come back to the last bit.</summary>
    private const double SameDb = 0.005;

    private IHostFader? _hostFader;

    /// <summary>Looks for the fader anew: the host's objects came or went.</summary>
    private void FindHostFader()
    {
        _hostFader?.Dispose();
        _hostFader = IsInitialized ? HostFaders.Find(_hostContext, _edits) : null;
    }

    /// <summary>Takes over where the host's fader is.</summary>
    private void FollowHostFader()
    {
        if (!IsInitialized || _hostFader is null || _track.FaderPlace != FaderPlace.HostFader)
        {
            return;
        }

        ParameterInfo fader = ParameterInfo.Of(ParameterId.Fader);
        double read = _hostFader.ReadDb();
        if (!double.IsNaN(read) && !IsSame(fader.Legal(read), _track.FaderDb))
        {
            double normalized = fader.ToNormalized(read);
            _track.SetFromHost(ParameterId.Fader, normalized);
            _edits.TellBlock(ParameterId.Fader, normalized);
        }
    }

    /// <summary>Moves the host's fader where the track's was moved to.</summary>
    private void MoveHostFader(ParameterId id, double normalized)
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

    private static bool IsSame(double firstDb, double secondDb) => firstDb.Equals(secondDb) || Math.Abs(firstDb - secondDb) < SameDb;
}
