namespace FaderStager.Presentation.Refreshing;

/// <summary>Tells the editor when to read the mix again: 20 times a second on the thread of the view.</summary>
/// <remarks>[ui] Made stopped. After <see cref="Stop"/> it ticks no more.</remarks>
public interface IRefreshClock
{
    /// <summary>It is time.</summary>
    event EventHandler? Tick;

    /// <summary>Starts ticking; a second call does nothing.</summary>
    void Start();

    /// <summary>Stops ticking; a second call does nothing.</summary>
    void Stop();
}
