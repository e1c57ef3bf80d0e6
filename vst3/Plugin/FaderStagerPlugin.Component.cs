using FaderStager.Audio.Blocks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Component: one bus in, one bus out, activity, state.</summary>
internal sealed unsafe partial class FaderStagerPlugin
{
    private bool _isActive;

    /// <summary>The last thing that could not be read from a saved state, in one sentence, or null.</summary>
    /// <remarks>[ui]</remarks>
    internal string? StateWarning { get; private set; }

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

        if (isActive)
        {
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

        StateWarning = _track.LoadState(StateStream.ReadState(stream));
        OnUiCall();
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

        OnUiCall();
        return Result.Of(StateStream.WriteAll(stream, _track.SaveState()));
    }
}
