namespace AudioPlugSharp;

[Flags]
public enum EAudioBitsPerSample
{
    BitsNone = 0,
    Bits32 = 1,
    Bits64 = 2,
}
