namespace AudioPlugSharp;

public abstract class AudioIOPort<T> : AudioIOPort
    where T : unmanaged
{
    public AudioIOPort(string name, EAudioChannelConfiguration channelConfiguration)
        : base(name, channelConfiguration)
    {
    }

    /// <summary>The samples of a channel, valid while the block is processed.</summary>
    public virtual unsafe Span<T> GetAudioBuffer(int channel) =>
        new(((T**)backingAudioBufferPtrs)[channel], (int)CurrentBufferSize);
}
