namespace FaderStager.Vst3.Abi;

/// <summary>ProcessSetup: what a host promises of the blocks to come.</summary>
internal struct SetupData
{
    /// <summary>Samples are 32-bit floats.</summary>
    public const int Sample32 = 0;

    /// <summary>Process mode: the host renders offline.</summary>
    public const int Offline = 2;

    /// <summary>Realtime, ahead or offline.</summary>
    public int ProcessMode;

    /// <summary>32 or 64 bits.</summary>
    public int SampleSize;

    /// <summary>The longest block in frames.</summary>
    public int MaximumFrames;

    /// <summary>Frames a second.</summary>
    public double SampleRateHz;
}

/// <summary>AudioBusBuffers: the channels of one bus in one block.</summary>
internal unsafe struct AudioBusBuffers
{
    /// <summary>Number of channels.</summary>
    public int ChannelCount;

    /// <summary>A bit for each channel whose samples are all 0.</summary>
    public ulong SilenceFlags;

    /// <summary>A pointer for each channel, to 32-bit floats.</summary>
    public float** Channels;
}

/// <summary>ProcessData: one block.</summary>
internal unsafe struct ProcessData
{
    /// <summary>Realtime, ahead or offline.</summary>
    public int ProcessMode;

    /// <summary>32 or 64 bits.</summary>
    public int SampleSize;

    /// <summary>Frames of the block; 0 when only parameters are flushed.</summary>
    public int Frames;

    /// <summary>Number of input buses.</summary>
    public int InputCount;

    /// <summary>Number of output buses.</summary>
    public int OutputCount;

    /// <summary>The input buses.</summary>
    public AudioBusBuffers* Inputs;

    /// <summary>The output buses.</summary>
    public AudioBusBuffers* Outputs;

    /// <summary>IParameterChanges from the host.</summary>
    public void* InputParameterChanges;

    /// <summary>IParameterChanges to the host, or null.</summary>
    public void* OutputParameterChanges;

    /// <summary>IEventList from the host.</summary>
    public void* InputEvents;

    /// <summary>IEventList to the host.</summary>
    public void* OutputEvents;

    /// <summary>Transport and time, or null.</summary>
    public ProcessContext* Context;
}

/// <summary>ProcessContext: transport and time of one block.</summary>
internal struct ProcessContext
{
    /// <summary>State bit: the transport rolls.</summary>
    public const uint Playing = 1 << 1;

    /// <summary>State and what is valid.</summary>
    public uint State;

    /// <summary>Frames a second.</summary>
    public double SampleRateHz;

    /// <summary>Frames from the project's start; always valid.</summary>
    public long ProjectTimeFrames;

    /// <summary>System time in ns.</summary>
    public long SystemTime;

    /// <summary>Frames without loops.</summary>
    public long ContinuousTimeFrames;

    /// <summary>Quarter notes from the project's start.</summary>
    public double ProjectTimeQuarters;

    /// <summary>Where the bar began, in quarter notes.</summary>
    public double BarPositionQuarters;

    /// <summary>Loop start in quarter notes.</summary>
    public double CycleStartQuarters;

    /// <summary>Loop end in quarter notes.</summary>
    public double CycleEndQuarters;

    /// <summary>Quarter notes a minute.</summary>
    public double Tempo;

    /// <summary>Upper figure of the time signature.</summary>
    public int TimeSignatureNumerator;

    /// <summary>Lower figure of the time signature.</summary>
    public int TimeSignatureDenominator;

    /// <summary>The chord: key, root, mask.</summary>
    public uint Chord;

    /// <summary>Offset in 80ths of a frame of film.</summary>
    public int SmpteOffset;

    /// <summary>Frames of film a second.</summary>
    public uint FilmFramesPerSecond;

    /// <summary>Pull-down and drop.</summary>
    public uint FilmFrameFlags;

    /// <summary>Frames to the next MIDI clock.</summary>
    public int FramesToNextClock;
}
