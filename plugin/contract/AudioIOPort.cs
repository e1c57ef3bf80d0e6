namespace AudioPlugSharp;

/// <summary>A bus: the host's channel pointers and the length of the present block.</summary>
public abstract class AudioIOPort
{
    protected IntPtr hostAudioBufferPtrs;
    protected IntPtr backingAudioBufferPtrs;

    public AudioIOPort(string name, EAudioChannelConfiguration channelConfiguration) =>
        (Name, ChannelConfiguration) = (name, channelConfiguration);

    public string Name { get; set; }

    public EAudioChannelConfiguration ChannelConfiguration { get; private set; }

    public uint NumChannels => ChannelConfiguration == EAudioChannelConfiguration.Mono ? 1u : 2u;

    public uint CurrentBufferSize { get; private set; }

    public EAudioBitsPerSample BitsPerSample { get; private set; }

    public bool ForceBackingBuffer { get; set; }

    public virtual void SetMaxSize(uint maxSamples, EAudioBitsPerSample bitsPerSample) => BitsPerSample = bitsPerSample;

    public void SetCurrentBufferSize(uint numSamples) => CurrentBufferSize = numSamples;

    public virtual void SetAudioBufferPtrs(IntPtr ptrs)
    {
        hostAudioBufferPtrs = ptrs;
        backingAudioBufferPtrs = ptrs;
    }

    public IntPtr GetAudioBufferPtrs() => backingAudioBufferPtrs;
}
