namespace AudioPlugSharp;

public enum EAudioChannelConfiguration
{
    Mono,
    Stereo,
}
