using FaderStager.Mixing.Faults;

namespace FaderStager.Mixing.Mixes;

/// <summary>The process's only background thread: ten turns a second, alive while at least one track is.</summary>
/// <param name="turn">Takes a turn; true = the next one should follow at once.</param>
/// <param name="ended">Called by the thread once it has ended its last turn. Never throws.</param>
/// <remarks>[any but audio] starts and stops it.</remarks>
internal sealed class CoordinatorWorker(Func<bool> turn, Action ended)
{
    /// <summary>Time between two turns in ms: as often as slots end.</summary>
    private const int TurnMs = 100;

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

                // Not below: a collection that this thread starts stops every thread until it is done, and so would a lock that it holds.
                Priority = ThreadPriority.Normal,
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
        bool isMore = false;
        while (!stop.Wait(isMore ? 0 : TurnMs))
        {
            isMore = TakeTurn();
        }

        stop.Dispose();
        ended();
    }

    /// <summary>A fault costs its turn and not the host: an exception that leaves a thread ends the process.</summary>
    private bool TakeTurn()
    {
        bool isMore = false;
        try
        {
            isMore = turn();
        }
#pragma warning disable CA1031 // Whatever it was: see above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FaultLog.Shared.Note("the worker's turn", exception);
        }

        FaultLog.Shared.WriteNew();
        return isMore;
    }
}
