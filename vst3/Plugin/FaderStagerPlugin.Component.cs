using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;
using FaderStager.Vst3.Plugin.Warming;

namespace FaderStager.Vst3.Plugin;

/// <summary>Component: one bus in, one bus out, activity, state.</summary>
internal sealed unsafe partial class FaderStagerPlugin
{
    private bool _isActive;

    /// <inheritdoc/>
    public int GetControllerClassId(InterfaceId* classId) => Result.NotImplemented;

    /// <inheritdoc/>
    public int SetIoMode(int mode) => Result.NotImplemented;

    /// <inheritdoc/>
    public int GetBusCount(int mediaType, int direction) =>
        mediaType == BusInfo.Audio && direction is BusInfo.Input or BusInfo.Output ? 1 : 0;

    /// <inheritdoc/>
    public int GetBusInfo(int mediaType, int direction, int index, BusInfo* info)
    {
        if (info == null || index != 0 || GetBusCount(mediaType, direction) == 0)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        info->MediaType = mediaType;
        info->Direction = direction;
        info->ChannelCount = Speakers.Channels(_arrangement);
        NativeText.Write(info->Name, NativeText.String128Length, direction == BusInfo.Input ? "Input" : "Output");
        info->BusType = BusInfo.Main;
        info->Flags = BusInfo.DefaultActive;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int GetRoutingInfo(RoutingInfo* input, RoutingInfo* output)
    {
        if (input == null || output == null || input->MediaType != BusInfo.Audio || input->BusIndex != 0)
        {
            return Result.InvalidArgument;
        }

        *output = *input;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int ActivateBus(int mediaType, int direction, int index, byte state) =>
        index == 0 && GetBusCount(mediaType, direction) == 1 ? Result.Ok : Result.InvalidArgument;

    /// <inheritdoc/>
    public int SetActive(byte state)
    {
        if (!IsInitialized)
        {
            return Result.NotInitialized;
        }

        bool isActive = state != 0;
        if (isActive == _isActive)
        {
            return Result.Ok;
        }

        using HostCall call = HostCall.Enter();
        if (isActive)
        {
            WarmUp.Once(_setup);
            if (_track.Project == 0 && _edits.IsUiThread)
            {
                AskForTrack();
            }

            _track.Prepare(_setup with { Channels = Speakers.Channels(_negotiated) });
        }
        else
        {
            _track.Deactivate();
        }

        _isActive = isActive;
        return Result.Ok;
    }

    /// <inheritdoc/>
    int IComponent.SetState(void* stream)
    {
        if (!IsInitialized)
        {
            return Result.NotInitialized;
        }

        if (stream == null)
        {
            return Result.InvalidArgument;
        }

        using HostCall call = HostCall.Enter();
        ReadOnlySpan<byte> bytes = StateStream.ReadState(stream);
        double[] before = Values(_track);
        if (_track.LoadState(bytes) is { } warning)
        {
            LogFile.Write(warning);
        }

        if (!_track.IsFocal && TrackState.Read(bytes, out _).IsFocal)
        {
            _edits.Known.NoteFocalLost();
            _edits.PerformEdit(ParameterId.Focal, 0);
        }

        if (!Values(_track).AsSpan().SequenceEqual(before))
        {
            _edits.ValuesChanged();
        }

        return Result.Ok;
    }

    /// <inheritdoc/>
    int IComponent.GetState(void* stream)
    {
        if (!IsInitialized)
        {
            return Result.NotInitialized;
        }

        if (stream == null)
        {
            return Result.InvalidArgument;
        }

        using HostCall call = HostCall.Enter();
        if (_edits.IsUiThread)
        {
            FollowHostFader();
        }

        return Result.Of(StateStream.WriteAll(stream, _track.SaveState()));
    }

    /// <summary>What the host may hold of the track's parameters; readings are not loaded.</summary>
    private static double[] Values(TrackInstance track) => [.. ParameterInfo.All.Where(info => !info.IsReadOnly).Select(info => track.Parameters[info.Id])];
}
