using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>A file that the host's run loop watches on Linux.</summary>
/// <remarks>[ui] Started and stopped outside of the loop's own calls.</remarks>
internal sealed unsafe class RunLoopWatch : NativeObject, IEventHandler
{
    private readonly Action _ready;
    private void* _loop;

    private RunLoopWatch(void* loop, Action ready)
        : base(new InterfaceEntry(EventHandlerTable.Id, EventHandlerTable.Managed))
    {
        _loop = loop;
        _ready = ready;
    }

    /// <summary>Has a file watched where the host's object offers a run loop.</summary>
    /// <param name="host">Any object of the host, or null.</param>
    /// <param name="descriptor">The file.</param>
    /// <param name="ready">What to call.</param>
    /// <returns>The watch, or null.</returns>
    public static RunLoopWatch? TryStart(void* host, int descriptor, Action ready)
    {
        void* loop = Unknown.Query(host, RunLoopTable.Id);
        if (loop == null)
        {
            return null;
        }

        RunLoopWatch watch = new(loop, ready);
        if (RunLoopTable.Of(loop)->RegisterEventHandler(loop, watch.PointerTo(EventHandlerTable.Id), descriptor) == Result.Ok)
        {
            return watch;
        }

        Unknown.Release(loop);
        watch._loop = null;
        watch.Release();
        return null;
    }

    /// <inheritdoc/>
    public void OnFDIsSet(int descriptor)
    {
        // A host may have it in hand still while it is told that it goes.
        if (_loop != null)
        {
            _ready();
        }
    }

    /// <summary>The file is watched no more.</summary>
    public void Stop()
    {
        if (_loop != null)
        {
            void* loop = _loop;
            _loop = null;
            RunLoopTable.Of(loop)->UnregisterEventHandler(loop, PointerTo(EventHandlerTable.Id));
            Unknown.Release(loop);
            Release();
        }
    }
}
