namespace AudioPlugSharp;

/// <summary>The state that AudioPlugSharp would save by itself; the adapter saves its own.</summary>
public class AudioPluginSaveState
{
    public List<AudioPluginSaveParameter> ParameterValues { get; set; }

    public uint EditorWidth { get; set; } = 800;

    public uint EditorHeight { get; set; } = 600;
}
