namespace AudioPlugSharp;

public class FloatAudioIOPort : AudioIOPort<float>
{
    public FloatAudioIOPort(string name, EAudioChannelConfiguration channelConfiguration)
        : base(name, channelConfiguration)
    {
    }
}
