using FaderStager.Audio.Blocks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;
using FaderStager.Vst3.Plugin.Warming;

namespace FaderStager.Vst3.Plugin;

/// <summary>Processor: arrangements, set-up, blocks.</summary>
/// <remarks>
/// An arrangement is negotiated while the plug-in is not active: one speaker of any name, or left and right, the same in and out.
/// A host that speaks of fewer channels while blocks run (a mono track whose second pin is not connected) is believed: the first
/// channel alone is metered from then on, as the mono track it is. Nothing is allocated for that.
/// </remarks>
internal sealed unsafe partial class FaderStagerPlugin : IAudioProcessor, IProcessContextRequirements, IPrefetchableSupport
{
    private const uint NeedTransportState = 1 << 10;
    private const uint IsPrefetchable = 1;

    private readonly BlockAudio _scratch = new();
    private ProcessSetup _setup = new(48_000, 1024, 2);
    private ulong _negotiated = Speakers.Stereo;
    private ulong _arrangement = Speakers.Stereo;

    /// <inheritdoc/>
    public int SetBusArrangements(ulong* inputs, int inputCount, ulong* outputs, int outputCount)
    {
        if (inputCount < 0 || outputCount < 0 || (inputs == null && inputCount > 0) || (outputs == null && outputCount > 0))
        {
            return Result.InvalidArgument;
        }

        if (inputCount != 1 || outputCount != 1 || *inputs != *outputs || !(Speakers.Channels(*inputs) == 1 || *inputs == Speakers.Stereo))
        {
            return Result.False;
        }

        if (_isActive && Speakers.Channels(*inputs) > Speakers.Channels(_negotiated))
        {
            return Result.False;
        }

        _arrangement = *inputs;
        if (!_isActive)
        {
            _negotiated = _arrangement;
        }

        return Result.Ok;
    }

    /// <inheritdoc/>
    public int GetBusArrangement(int direction, int index, ulong* arrangement)
    {
        if (arrangement == null || index != 0 || GetBusCount(BusInfo.Audio, direction) == 0)
        {
            return Result.InvalidArgument;
        }

        *arrangement = _arrangement;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int CanProcessSampleSize(int sampleSize) => Result.Of(sampleSize == SetupData.Sample32);

    /// <inheritdoc/>
    public uint GetLatencySamples() => 0;

    /// <inheritdoc/>
    public int SetupProcessing(SetupData* setup)
    {
        if (setup == null || setup->SampleSize != SetupData.Sample32 || setup->MaximumFrames < 1
            || !(setup->SampleRateHz >= ProcessSetup.LowestSampleRateHz && setup->SampleRateHz <= ProcessSetup.HighestSampleRateHz))
        {
            return Result.InvalidArgument;
        }

        _setup = new ProcessSetup(setup->SampleRateHz, setup->MaximumFrames, Channels: 2) { IsOffline = setup->ProcessMode == SetupData.Offline };
        WarmUp.Once(_setup);
        if (_isActive && _track is { } track)
        {
            // Against the interface's rules, and done: Steinberg's validator of 2022 does it.
            using HostCall call = HostCall.Enter();
            track.Prepare(_setup with { Channels = Speakers.Channels(_negotiated) });
        }

        return Result.Ok;
    }

    /// <inheritdoc/>
    public int SetProcessing(byte state) => IsInitialized ? Result.Ok : Result.NotInitialized;

    /// <inheritdoc/>
    public int Process(ProcessData* data)
    {
        if (data == null || (data->Frames > 0 && data->SampleSize != SetupData.Sample32))
        {
            return Result.InvalidArgument;
        }

        // A host may terminate while a block runs: the block ends with the track it began with.
        if (_track is not { } track || _parameters is not { } parameters)
        {
            return Result.NotInitialized;
        }

        WitnessBlock(data);
        parameters.Read(data->InputParameterChanges, data->Context == null || (data->Context->State & ProcessContext.Playing) != 0);
        if (data->Frames > 0)
        {
            _scratch.Process(track, data, Speakers.Channels(_arrangement), PositionOf(data->Context));
        }

        parameters.Write(data->OutputParameterChanges);
        return Result.Ok;
    }

    /// <inheritdoc/>
    public uint GetTailSamples() => 0;

    /// <inheritdoc/>
    public uint GetProcessContextRequirements() => NeedTransportState;

    /// <inheritdoc/>
    /// <remarks>Slots stand by song position, so a host may render as far ahead as it likes, and the plug-in stays in its prefetch path.</remarks>
    public int GetPrefetchableSupport(uint* support)
    {
        if (support == null)
        {
            return Result.InvalidArgument;
        }

        *support = IsPrefetchable;
        return Result.Ok;
    }

    /// <summary>Song position of a block's first frame: what the host says. What follows from it the meter decides.</summary>
    private static SongPosition PositionOf(ProcessContext* context) => context == null
        ? SongPosition.None
        : new SongPosition(context->ProjectTimeFrames, (context->State & ProcessContext.Playing) != 0 ? Transport.Rolling : Transport.Stopped)
        {
            RateHz = context->SampleRateHz,
        };
}
