using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>A timer of the host's run loop on Linux.</summary>
/// <remarks>[ui] Hosts offer the loop by the context they introduce themselves with, or by the frame around an editor; many do not.</remarks>
internal sealed unsafe class RunLoopTimer : NativeObject, ITimerHandler, IUiTimer
{
    private const int UsualMs = 33;

    private readonly Action _turn;
    private void* _loop;

    private RunLoopTimer(void* loop, Action turn)
        : base(new InterfaceEntry(TimerHandlerTable.Id, TimerHandlerTable.Managed))
    {
        _loop = loop;
        _turn = turn;
    }

    /// <summary>Starts a timer where the host's object offers a run loop.</summary>
    /// <param name="host">Any object of the host, or null.</param>
    /// <param name="turn">What to call.</param>
    /// <param name="intervalMs">Time between two calls in ms.</param>
    /// <returns>The timer, or null.</returns>
    public static RunLoopTimer? TryStart(void* host, Action turn, int intervalMs = UsualMs)
    {
        void* loop = Unknown.Query(host, RunLoopTable.Id);
        if (loop == null)
        {
            return null;
        }

        RunLoopTimer timer = new(loop, turn);
        if (RunLoopTable.Of(loop)->RegisterTimer(loop, timer.PointerTo(TimerHandlerTable.Id), (ulong)intervalMs) == Result.Ok)
        {
            return timer;
        }

        Unknown.Release(loop);
        timer._loop = null;
        timer.Release();
        return null;
    }

    /// <inheritdoc/>
    public void OnTimer()
    {
        // A host may have it in hand still while it is told that it goes.
        if (_loop != null)
        {
            _turn();
        }
    }

    /// <inheritdoc/>
    public void Stop()
    {
        if (_loop != null)
        {
            void* loop = _loop;
            _loop = null;
            RunLoopTable.Of(loop)->UnregisterTimer(loop, PointerTo(TimerHandlerTable.Id));
            Unknown.Release(loop);
            Release();
        }
    }}
