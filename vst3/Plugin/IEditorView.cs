namespace FaderStager.Vst3.Plugin;

/// <summary>An editor that can be put into a host's window.</summary>
/// <remarks>[ui] All of it. Created, attached, detached any number of times, disposed. Sizes are in pixels of the screen.</remarks>
public interface IEditorView : IDisposable
{
    /// <summary>What the editor calls when it wants another size; the host may answer by <see cref="Resize"/>. The view around it sets it.</summary>
    Action<EditorSize>? AskForSize { get; set; }

    /// <summary>The editor's size.</summary>
    EditorSize Size { get; }

    /// <summary>The host's run loop; null until the host gave its frame, and where it has none. The view around it sets it.</summary>
    IEditorLoop? Loop
    {
        get => null;
        set { }
    }

    /// <summary>Whether a kind of parent window is known: "HWND" on Windows, "X11EmbedWindowID" on Linux.</summary>
    /// <param name="platform">The interface's name for it.</param>
    /// <returns>Whether it is.</returns>
    bool IsPlatformSupported(string platform);

    /// <summary>Shows the editor inside a window of the host.</summary>
    /// <param name="parent">The window's handle.</param>
    /// <returns>False where it cannot be shown with what this host offers.</returns>
    bool Attach(nint parent);

    /// <summary>Takes the editor out of the host's window.</summary>
    void Detach();

    /// <summary>The host gave a size.</summary>
    /// <param name="size">The size.</param>
    void Resize(EditorSize size);

    /// <summary>The nearest size the editor can have.</summary>
    /// <param name="size">A size that a person drags to.</param>
    /// <returns>A legal one.</returns>
    EditorSize Constrain(EditorSize size);

    /// <summary>The scale of the screen changed.</summary>
    /// <param name="factor">1 = 100 %.</param>
    /// <returns>Whether the editor follows it.</returns>
    bool SetScale(double factor);

    /// <summary>Whether the editor has the keyboard and a use for a key, so that the host must not take it for a shortcut.</summary>
    /// <param name="key">The key. It comes to the editor's own window besides, or is dealt with here where that window does not have the focus.</param>
    /// <returns>False for every key that is the host's.</returns>
    bool UsesKey(EditorKey key) => false;
}
