using FaderStager.Presentation.Refreshing;

namespace FaderStager.LinuxUi.X11;

/// <summary>Ticks when the window's timer does.</summary>
/// <remarks>[ui]</remarks>
internal sealed class WindowClock : IRefreshClock
{
    /// <inheritdoc/>
    public event EventHandler? Tick;

    /// <summary>Whether it ticks.</summary>
    public bool IsRunning { get; private set; }

    /// <inheritdoc/>
    public void Start() => IsRunning = true;

    /// <inheritdoc/>
    public void Stop() => IsRunning = false;

    /// <summary>Ticks once.</summary>
    public void Turn()
    {
        if (IsRunning)
        {
            Tick?.Invoke(this, EventArgs.Empty);
        }
    }
}
