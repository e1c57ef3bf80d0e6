namespace FaderStager.Vst3.Abi;

/// <summary>IAudioProcessor: arrangements, set-up and blocks.</summary>
[NativeInterface(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D)]
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
