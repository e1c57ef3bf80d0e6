namespace AudioPlugSharp;

/// <summary>The base of a plug-in: ports, parameters, empty hooks. <see cref="Parameters"/> is null until <see cref="Initialize"/>.</summary>
public class AudioPluginBase : IAudioPlugin, IAudioPluginProcessor, IAudioPluginEditor
{
    private readonly List<AudioPluginParameter> _parameters = new();

    public AudioPluginBase()
    {
        SaveStateData = new AudioPluginSaveState();
        InputPorts = Array.Empty<AudioIOPort>();
        OutputPorts = Array.Empty<AudioIOPort>();
        SampleFormatsSupported = EAudioBitsPerSample.Bits32 | EAudioBitsPerSample.Bits64;
        EditorWidth = 400;
        EditorHeight = 200;
    }

    public string Company { get; protected set; }

    public string Website { get; protected set; }

    public string Contact { get; protected set; }

    public string PluginName { get; protected set; }

    public string PluginCategory { get; protected set; }

    public string PluginVersion { get; protected set; }

    public ulong PluginID { get; protected set; }

    public bool CacheLoadContext { get; protected set; }

    public IAudioHost Host { get; set; }

    public IAudioPluginProcessor Processor => this;

    public IAudioPluginEditor Editor => this;

    public AudioIOPort[] InputPorts { get; protected set; }

    public AudioIOPort[] OutputPorts { get; protected set; }

    public EAudioBitsPerSample SampleFormatsSupported { get; protected set; }

    public IReadOnlyList<AudioPluginParameter> Parameters { get; private set; }

    public AudioPluginSaveState SaveStateData { get; protected set; }

    public bool HasUserInterface { get; protected set; }

    public uint EditorWidth { get; protected set; }

    public uint EditorHeight { get; protected set; }

    public virtual void Initialize() => Parameters = _parameters.AsReadOnly();

    public void AddParameter(AudioPluginParameter parameter)
    {
        parameter.Editor = this;
        parameter.ParameterIndex = _parameters.Count;
        _parameters.Add(parameter);
        parameter.ProcessValue = parameter.DefaultValue;
        parameter.EditValue = parameter.DefaultValue;
    }

    public AudioPluginParameter GetParameter(string paramID) =>
        _parameters.Find(parameter => parameter.ID == paramID) ?? throw new KeyNotFoundException(paramID);

    public void AddMidiControllerMapping(AudioPluginParameter parameter, uint ccNumber)
    {
    }

    public AudioPluginParameter GetParameterByMidiController(uint ccNumber) => null;

    public virtual byte[] SaveState() => null;

    public virtual void RestoreState(byte[] stateData)
    {
    }

    public virtual void InitializeProcessing()
    {
    }

    public virtual void Start()
    {
    }

    public virtual void Stop()
    {
    }

    public virtual void HandleParameterChange(AudioPluginParameter parameter, double newNormalizedValue, int sampleOffset) =>
        parameter.AddParameterChangePoint(newNormalizedValue, sampleOffset);

    public virtual void HandleNoteOn(int channel, int noteNumber, float velocity, int sampleOffset)
    {
    }

    public virtual void HandleNoteOff(int channel, int noteNumber, float velocity, int sampleOffset)
    {
    }

    public virtual void HandlePolyPressure(int channel, int noteNumber, float pressure, int sampleOffset)
    {
    }

    public virtual void SetMaxAudioBufferSize(uint maxSamples, EAudioBitsPerSample bitsPerSample)
    {
        foreach (AudioIOPort port in InputPorts)
        {
            port.SetMaxSize(maxSamples, bitsPerSample);
        }

        foreach (AudioIOPort port in OutputPorts)
        {
            port.SetMaxSize(maxSamples, bitsPerSample);
        }
    }

    public virtual void PreProcess()
    {
    }

    public virtual void Process()
    {
    }

    public virtual void PostProcess()
    {
    }

    public virtual double GetDpiScale() => 1;

    public virtual void InitializeEditor()
    {
    }

    public virtual void ResizeEditor(uint newWidth, uint newHeight) => (EditorWidth, EditorHeight) = (newWidth, newHeight);

    public virtual void ShowEditor(IntPtr parentWindow)
    {
    }

    public virtual void HideEditor()
    {
    }
}
