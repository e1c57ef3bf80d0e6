using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IAudioProcessor: arrangements, set-up and blocks.</summary>
internal unsafe interface IAudioProcessor
{
    /// <summary>[ui] The host wishes for speakers.</summary>
    int SetBusArrangements(ulong* inputs, int inputCount, ulong* outputs, int outputCount);

    /// <summary>[ui] The speakers of a bus.</summary>
    int GetBusArrangement(int direction, int index, ulong* arrangement);

    /// <summary>[ui] Whether samples of 32 or 64 bits are taken.</summary>
    int CanProcessSampleSize(int sampleSize);

    /// <summary>[ui] Delay in frames.</summary>
    uint GetLatencySamples();

    /// <summary>[ui] What the host promises; while not active.</summary>
    int SetupProcessing(SetupData* setup);

    /// <summary>[ui] or [audio] Blocks follow, or no more.</summary>
    int SetProcessing(byte state);

    /// <summary>[audio] One block.</summary>
    int Process(ProcessData* data);

    /// <summary>[ui] Frames that sound on after the input ended.</summary>
    uint GetTailSamples();
}

/// <summary>The function table of <see cref="IAudioProcessor"/>, in its published order.</summary>
internal unsafe struct AudioProcessorTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] The host wishes for speakers.</summary>
    public delegate* unmanaged<void*, ulong*, int, ulong*, int, int> SetBusArrangements;

    /// <summary>[ui] The speakers of a bus.</summary>
    public delegate* unmanaged<void*, int, int, ulong*, int> GetBusArrangement;

    /// <summary>[ui] Whether samples of 32 or 64 bits are taken.</summary>
    public delegate* unmanaged<void*, int, int> CanProcessSampleSize;

    /// <summary>[ui] Delay in frames.</summary>
    public delegate* unmanaged<void*, uint> GetLatencySamples;

    /// <summary>[ui] What the host promises; while not active.</summary>
    public delegate* unmanaged<void*, SetupData*, int> SetupProcessing;

    /// <summary>[ui] or [audio] Blocks follow, or no more.</summary>
    public delegate* unmanaged<void*, byte, int> SetProcessing;

    /// <summary>[audio] One block.</summary>
    public delegate* unmanaged<void*, ProcessData*, int> Process;

    /// <summary>[ui] Frames that sound on after the input ended.</summary>
    public delegate* unmanaged<void*, uint> GetTailSamples;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D);

    /// <summary>The functions that lead to a managed <see cref="IAudioProcessor"/>.</summary>
    public static readonly AudioProcessorTable* Managed = NativeTable.Keep(new AudioProcessorTable
    {
        Unknown = UnknownTable.Managed,
        SetBusArrangements = &OnSetBusArrangements,
        GetBusArrangement = &OnGetBusArrangement,
        CanProcessSampleSize = &OnCanProcessSampleSize,
        GetLatencySamples = &OnGetLatencySamples,
        SetupProcessing = &OnSetupProcessing,
        SetProcessing = &OnSetProcessing,
        Process = &OnProcess,
        GetTailSamples = &OnGetTailSamples,
    });

    [UnmanagedCallersOnly]
    private static int OnSetBusArrangements(void* self, ulong* inputs, int inputCount, ulong* outputs, int outputCount)
    {
        try
        {
            return NativeObject.Of<IAudioProcessor>(self).SetBusArrangements(inputs, inputCount, outputs, outputCount);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetBusArrangement(void* self, int direction, int index, ulong* arrangement)
    {
        try
        {
            return NativeObject.Of<IAudioProcessor>(self).GetBusArrangement(direction, index, arrangement);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnCanProcessSampleSize(void* self, int sampleSize)
    {
        try
        {
            return NativeObject.Of<IAudioProcessor>(self).CanProcessSampleSize(sampleSize);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static uint OnGetLatencySamples(void* self)
    {
        try
        {
            return NativeObject.Of<IAudioProcessor>(self).GetLatencySamples();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetupProcessing(void* self, SetupData* setup)
    {
        try
        {
            return NativeObject.Of<IAudioProcessor>(self).SetupProcessing(setup);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetProcessing(void* self, byte state)
    {
        try
        {
            return NativeObject.Of<IAudioProcessor>(self).SetProcessing(state);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnProcess(void* self, ProcessData* data)
    {
        try
        {
            return NativeObject.Of<IAudioProcessor>(self).Process(data);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static uint OnGetTailSamples(void* self)
    {
        try
        {
            return NativeObject.Of<IAudioProcessor>(self).GetTailSamples();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }
}
