using System.Windows.Threading;
using FaderStager.Presentation.Refreshing;

namespace FaderStager.WpfUi;

/// <summary>Ticks 20 times a second on the thread that made it, after the hand: input and drawing go first.</summary>
/// <remarks>[ui] Stopped it holds no timer. What a tick throws is kept from the host's message loop: the tick is lost, not the host.</remarks>
public sealed class DispatcherRefreshClock : IRefreshClock
{
    /// <summary>Time between two ticks in ms.</summary>
    public const int TickMs = 50;

    private readonly Action<Exception>? _failed;
    private DispatcherTimer? _timer;

    /// <summary>Makes a clock that stands.</summary>
    /// <param name="failed">Told of what a tick threw, or null.</param>
    /// <remarks>[ui]</remarks>
    public DispatcherRefreshClock(Action<Exception>? failed = null) => _failed = failed;

    /// <inheritdoc/>
    public event EventHandler? Tick;

    /// <summary>Whether it ticks.</summary>
    /// <remarks>[ui]</remarks>
    public bool IsRunning => _timer is not null;

    /// <inheritdoc/>
    public void Start()
    {
        if (_timer is null)
        {
            _timer = new DispatcherTimer(DispatcherPriority.Background) { Interval = TimeSpan.FromMilliseconds(TickMs) };
            _timer.Tick += OnTick;
            _timer.Start();
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        if (_timer is { } timer)
        {
            _timer = null;
            timer.Stop();
            timer.Tick -= OnTick;
        }
    }

    // A host is no place for an exception of ours, whatever it is.
#pragma warning disable CA1031
    private void OnTick(object? sender, EventArgs e)
    {
        try
        {
            Tick?.Invoke(this, EventArgs.Empty);
        }
        catch (Exception problem)
        {
            _failed?.Invoke(problem);
        }
    }
#pragma warning restore CA1031
}
