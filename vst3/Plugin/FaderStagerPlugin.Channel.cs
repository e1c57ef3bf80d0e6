using FaderStager.Core.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Channel: what the host says of the track that the plug-in sits on.</summary>
/// <remarks>
/// Two ways lead here: the interface's own list of attributes, and PreSonus' notice that something changed, after which the host is
/// asked. Hosts with both may use only one of them.
/// </remarks>
internal sealed unsafe partial class FaderStagerPlugin : IInfoListener, IContextInfoHandler2
{
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

        Take(ChannelAttributes.Read(attributes, _track.HostTrack));
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

    private void Take(HostTrack told)
    {
        OnUiCall();
        _track!.HostTrack = told;
    }
}
