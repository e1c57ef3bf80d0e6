using System.Runtime.InteropServices;
using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin.Warming;

/// <summary>Passes blocks through spare plug-ins, once a process, so that the first real block finds its code compiled and its memory there.</summary>
/// <remarks>
/// <para>
/// .NET compiles a method when it is first called: 10 ms of it at the first block, on the host's audio thread. Here the host's thread of the set-up
/// pays instead. The blocks go the way of a host's: through the function table, mono and stereo, rolling and stopped, with parameters in
/// and out. Forty of each kind, for .NET compiles again what is called thirty times.
/// </para>
/// <para>The spare plug-ins meet in a coordinator of their own, without a worker, and are gone when this returns.</para>
/// </remarks>
internal static unsafe class WarmUp
{
    private const int BlocksOfAKind = 40;
    private const int Frames = 256;
    private const string NoProfiles = "no profiles";

    private static readonly Lock Gate = new();
    private static bool _isDone;

    /// <summary>Warms up, unless that was done.</summary>
    /// <param name="setup">What the host is about to process with.</param>
    /// <remarks>[setup] A second thread waits until the first is done. A fault in it is noted and costs nothing else.</remarks>
    public static void Once(ProcessSetup setup)
    {
        if (Volatile.Read(ref _isDone))
        {
            return;
        }

        lock (Gate)
        {
            if (_isDone)
            {
                return;
            }

            // First: the spare plug-ins come here too.
            Volatile.Write(ref _isDone, true);
            try
            {
                Run(setup);
            }
            catch (Exception exception)
            {
                Fault.Report("the warm-up", exception);
            }
        }
    }

    private static void Run(ProcessSetup setup)
    {
        using Coordinator coordinator = new(new ProfileLibrary(Path.Combine(AppContext.BaseDirectory, NoProfiles)), TimeProvider.System);
        SpareChanges changes = new();
        float* samples = (float*)NativeMemory.AllocZeroed(2 * Frames, sizeof(float));
        try
        {
            for (int i = 0; i < Frames; i++)
            {
                samples[i] = (i % 32 / 64f) - 0.25f;
            }

            for (int channels = 1; channels <= 2; channels++)
            {
                Warm(coordinator, setup with { MaximumFrames = Frames }, channels, samples, changes);
            }
        }
        finally
        {
            NativeMemory.Free(samples);
            changes.Release();
        }
    }

    private static void Warm(Coordinator coordinator, ProcessSetup setup, int channels, float* samples, SpareChanges changes)
    {
        FaderStagerPlugin spare = new(coordinator, null, null, isSpare: true);
        void* component = spare.PointerTo(ComponentTable.Id);
        void* processor = spare.PointerTo(AudioProcessorTable.Id);
        AudioProcessorTable* calls = AudioProcessorTable.Managed;
        ulong arrangement = channels == 1 ? Speakers.Mono : Speakers.Stereo;
        SetupData data = new() { SampleRateHz = setup.SampleRateHz, MaximumFrames = setup.MaximumFrames, SampleSize = SetupData.Sample32 };
        ComponentTable.Managed->Initialize(component, null);
        calls->SetBusArrangements(processor, &arrangement, 1, &arrangement, 1);
        calls->SetupProcessing(processor, &data);
        ComponentTable.Managed->SetActive(component, 1);
        calls->SetProcessing(processor, 1);
        Process(spare, processor, channels, samples, changes);
        calls->SetProcessing(processor, 0);
        ComponentTable.Managed->SetActive(component, 0);
        ComponentTable.Managed->Terminate(component);
        spare.Release();
    }

    private static void Process(FaderStagerPlugin spare, void* processor, int channels, float* samples, SpareChanges changes)
    {
        float** inputs = stackalloc float*[] { samples, samples };
        float** outputs = stackalloc float*[] { samples + Frames, samples + Frames };
        AudioBusBuffers input = new() { ChannelCount = channels, Channels = inputs };
        AudioBusBuffers output = new() { ChannelCount = channels, Channels = outputs };
        ProcessContext context = default;
        ProcessData block = new() { Frames = Frames, InputCount = 1, OutputCount = 1, Inputs = &input, Outputs = &output, Context = &context };
        for (int i = 0; i < 4 * BlocksOfAKind; i++)
        {
            bool withParameters = (i & 1) != 0;
            if (withParameters)
            {
                spare.Track!.TargetOffsetLu = i % 7;
            }

            context.State = (i & 2) != 0 ? ProcessContext.Playing : 0;
            context.ProjectTimeFrames = (long)i * Frames;
            block.InputParameterChanges = withParameters ? changes.Pointer : null;
            block.OutputParameterChanges = withParameters ? changes.Pointer : null;
            AudioProcessorTable.Managed->Process(processor, &block);
        }
    }
}
