using FaderStager.Presentation.Refreshing;

namespace FaderStager.Tests.Editor;

/// <summary>A clock that a test turns.</summary>
internal sealed class HandClock : IRefreshClock
{
    public event EventHandler? Tick;

    public bool IsRunning { get; private set; }

    public void Start() => IsRunning = true;

    public void Stop() => IsRunning = false;

    public void Turn() => Tick?.Invoke(this, EventArgs.Empty);
}
