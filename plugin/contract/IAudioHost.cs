namespace AudioPlugSharp;

/// <summary>What the bridge tells of the host.</summary>
public interface IAudioHost
{
    double SampleRate { get; }
    uint MaxAudioBufferSize { get; }
    uint CurrentAudioBufferSize { get; }
    EAudioBitsPerSample BitsPerSample { get; }
    double BPM { get; }
    long CurrentProjectSample { get; }
    bool IsPlaying { get; }
    void SendNoteOn(int channel, int noteNumber, float velocity, int sampleOffset);
    void SendNoteOff(int channel, int noteNumber, float velocity, int sampleOffset);
    void SendCC(int channel, int ccNumber, int ccValue, int sampleOffset);
    void SendPolyPressure(int channel, int noteNumber, float pressure, int sampleOffset);
    void ProcessAllEvents();
    int ProcessEvents();
    void BeginEdit(int parameter);
    void PerformEdit(int parameter, double normalizedValue);
    void EndEdit(int parameter);
}
