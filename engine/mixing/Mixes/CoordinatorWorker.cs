using FaderStager.Mixing.Faults;

namespace FaderStager.Mixing.Mixes;

/// <summary>The one thread of the house: low priority, 20 turns a second, there only while any track is.</summary>
/// <remarks>[any but audio] starts and stops it.</remarks>
internal sealed class CoordinatorWorker(Action turn)
{
    /// <summary>Time between two turns in ms: 20 Hz, twice as often as slots end.</summary>
    private const int TurnMs = 50;

    private readonly Lock _gate = new();
    private ManualResetEventSlim? _stop;

    /// <summary>Starts the thread, unless it runs.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (_stop is not null)
            {
                return;
            }

            ManualResetEventSlim stop = new();
            _stop = stop;
            new Thread(() => Run(stop))
            {
                Name = "FaderStager worker",
                IsBackground = true,
                Priority = ThreadPriority.BelowNormal,
            }.Start();
        }
    }

    /// <summary>Lets the thread end after its present turn; does not wait for it.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stop?.Set();
            _stop = null;
        }
    }

    private void Run(ManualResetEventSlim stop)
    {
        while (!stop.Wait(TurnMs))
        {
            TakeTurn();
        }

        stop.Dispose();
    }

    /// <summary>A fault costs its turn and not the host: an exception that leaves a thread ends the process.</summary>
    private void TakeTurn()
    {
        try
        {
            turn();
        }
#pragma warning disable CA1031 // Whatever it was: see above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FaultLog.Shared.Note("the worker's turn", exception);
        }

        FaultLog.Shared.WriteNew();
    }
}
