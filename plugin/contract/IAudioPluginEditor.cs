namespace AudioPlugSharp;

/// <summary>Its editing half.</summary>
public interface IAudioPluginEditor
{
    IAudioHost Host { get; }
    uint EditorWidth { get; }
    uint EditorHeight { get; }
    IReadOnlyList<AudioPluginParameter> Parameters { get; }
    IAudioPluginProcessor Processor { get; }
    bool HasUserInterface { get; }
    double GetDpiScale();
    void InitializeEditor();
    void ResizeEditor(uint newWidth, uint newHeight);
    void ShowEditor(IntPtr parentWindow);
    void HideEditor();
}
