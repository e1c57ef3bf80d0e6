using FaderStager.Staging.Readings;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Channel: what the host says of the track that the plug-in sits on.</summary>
/// <remarks>
/// Three ways lead here: the interface's own list of attributes; PreSonus' notice that something changed, after which the host is
/// asked; and REAPER's functions, which are asked now and then. Hosts with several may use only one of them.
/// </remarks>
internal sealed unsafe partial class FaderStagerPlugin : IInfoListener, IContextInfoHandler2
{
    /// <summary>Turns of the timer from one question to REAPER to the next.</summary>
    private const int TurnsBetweenQuestions = 10;

    private ReaperTrack? _reaperTrack;
    private int _turns;

    /// <inheritdoc/>
    public int SetChannelContextInfos(void* attributes)
    {
        if (!IsInitialized)
        {
            return Result.NotInitialized;
        }

        if (attributes == null)
        {
            return Result.InvalidArgument;
        }

        string? id = ChannelAttributes.IdentityOf(attributes);
        Take(ChannelAttributes.Read(attributes, _track.HostTrack));
        TellChannel(id);
        return Result.Ok;
    }

    /// <inheritdoc/>
    public void NotifyContextInfoChange(byte* id)
    {
        void* provider = IsInitialized ? _edits.QueryHandler(ContextInfoProviderTable.Id) : null;
        if (provider != null)
        {
            HostTrack told = ContextInfo.Read(provider, _track!.HostTrack);
            Unknown.Release(provider);
            Take(told);
        }
    }

    /// <summary>Asks a host that only answers.</summary>
    private void AskForTrack()
    {
        if (IsInitialized && _reaperTrack is not null)
        {
            if (_reaperTrack.Project is var project && project != 0)
            {
                _track.Project = project;
            }

            _track.HostTrack = _reaperTrack.Read(_track.HostTrack);
            TellChannel(_reaperTrack.ChannelId);
            WitnessChannel(_track.HostTrack);
        }
    }

    private void AskForTrackNowAndThen()
    {
        if (_turns++ % TurnsBetweenQuestions == 0)
        {
            AskForTrack();
        }
    }

    // A host that leaves it out of a list has not taken it back.
    private void TellChannel(string? id)
    {
        if (id is not null && id != _track!.ChannelId)
        {
            _track.ChannelId = id;
        }
    }

    private void Take(HostTrack told)
    {
        using HostCall call = HostCall.Enter();
        _track!.HostTrack = told;
        WitnessChannel(told);
        if (_edits.IsUiThread)
        {
            FollowHostFader();
        }
    }
}
