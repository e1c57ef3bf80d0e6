using FaderStager.Presentation.Refreshing;

namespace FaderStager.Presentation.Tests;

/// <summary>A clock that ticks when the test says so.</summary>
internal sealed class FakeClock : IRefreshClock
{
    public event EventHandler? Tick;

    public bool IsRunning { get; private set; }

    public int Listeners => Tick?.GetInvocationList().Length ?? 0;

    public void Start() => IsRunning = true;

    public void Stop() => IsRunning = false;

    public void TickOnce()
    {
        if (IsRunning)
        {
            Tick?.Invoke(this, EventArgs.Empty);
        }
    }
}
