using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Channel: what the host says of the track that the plug-in sits on.</summary>
/// <remarks>
/// Two ways lead here: the interface's own list of attributes, and PreSonus' notice that something changed, after which the host is
/// asked. Hosts with both may use only one of them. A name fills the track's unless a person named it.
/// </remarks>
internal sealed unsafe partial class FaderStagerPlugin : IInfoListener, IContextInfoHandler2
{
    /// <summary>What the host has said so far.</summary>
    /// <remarks>[ui]</remarks>
    internal HostTrack HostTrack { get; private set; } = new();

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

        Take(HostTrack.With(attributes));
        return Result.Ok;
    }

    /// <inheritdoc/>
    public void NotifyContextInfoChange(byte* id)
    {
        void* provider = IsInitialized ? _edits.QueryHandler(ContextInfoProviderTable.Id) : null;
        if (provider != null)
        {
            HostTrack told = ContextInfo.Read(provider, HostTrack);
            Unknown.Release(provider);
            Take(told);
        }
    }

    private void Take(HostTrack told)
    {
        HostTrack = told;
        OnUiCall();
        if (_track!.HostName != told.Name)
        {
            _track.HostName = told.Name;
        }
    }
}
