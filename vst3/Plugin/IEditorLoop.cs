namespace FaderStager.Vst3.Plugin;

/// <summary>The host's run loop, for editors that have no message loop of their own.</summary>
/// <remarks>[ui] Ask and stop outside of the loop's own calls.</remarks>
public interface IEditorLoop
{
    /// <summary>Has a file watched.</summary>
    /// <param name="descriptor">The file.</param>
    /// <param name="ready">Called when it has something to read.</param>
    /// <returns>What ends it; null where the host offers no run loop.</returns>
    Action? Watch(int descriptor, Action ready);

    /// <summary>Asks to be called again and again.</summary>
    /// <param name="intervalMs">Time between two calls in ms.</param>
    /// <param name="turn">What is called.</param>
    /// <returns>What ends it; null where the host offers no run loop.</returns>
    Action? Every(int intervalMs, Action turn);
}
