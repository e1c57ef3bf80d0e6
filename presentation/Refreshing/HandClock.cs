namespace FaderStager.Presentation.Refreshing;

/// <summary>A clock that its owner turns: for pictures and tests.</summary>
/// <remarks>[ui]</remarks>
public sealed class HandClock : IRefreshClock
{
    /// <inheritdoc/>
    public event EventHandler? Tick;

    /// <summary>Whether it was started and not stopped.</summary>
    public bool IsRunning { get; private set; }

    /// <inheritdoc/>
    public void Start() => IsRunning = true;

    /// <inheritdoc/>
    public void Stop() => IsRunning = false;

    /// <summary>It is time.</summary>
    public void Turn() => Tick?.Invoke(this, EventArgs.Empty);
}
