using System.Numerics;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>Brings a track's edits to its host: by the component handler on the host's UI thread, by output changes in a block.</summary>
/// <remarks>
/// <para>
/// An edit made on the UI thread (the editor) goes straight to the handler. One that the mix made (another track became focal)
/// comes from another instance's call or from the worker. It waits here, one bit a parameter, and goes out on two ways: as a
/// whole gesture at the next call the host makes on its UI thread (a timer, where the host gives one), and as an output
/// parameter change of the next block, for hosts that make no such call for a while. Both say the same value, so a host may
/// take either or both.
/// </para>
/// <para>[any]: the bits are the only thing that threads share; the handler is touched on the UI thread only. That
/// thread is kept as an object: its number goes to another thread once it has ended.</para>
/// </remarks>
internal sealed unsafe class HostEdits : IHostLink
{
    private readonly double[] _values = new double[ParameterInfo.All.Count];
    private void* _handler;
    private Thread _uiThread = Thread.CurrentThread;
    private int _forHandler;
    private int _forBlock;

    /// <summary>Called with every value that is told to the handler, on the UI thread.</summary>
    public Action<ParameterId, double>? Told { get; set; }

    /// <summary>Whether this thread is the host's UI thread, as far as it is known.</summary>
    /// <remarks>[any]</remarks>
    public bool IsUiThread => ReferenceEquals(Thread.CurrentThread, Volatile.Read(ref _uiThread));

    /// <summary>Notes that this thread is the host's UI thread.</summary>
    /// <remarks>[ui] At initialize, and whenever the host sets a handler or a timer of its own ticks.</remarks>
    public void NoteUiThread() => Volatile.Write(ref _uiThread, Thread.CurrentThread);

    /// <summary>Takes the host's IComponentHandler, or null at the end.</summary>
    /// <remarks>[ui]</remarks>
    public void SetHandler(void* handler)
    {
        Unknown.AddRef(handler);
        Unknown.Release(_handler);
        _handler = handler;
    }

    /// <summary>An interface that the handler offers beside its own, or null. It must be released.</summary>
    /// <remarks>[ui]</remarks>
    public void* QueryHandler(InterfaceId id) => Unknown.Query(_handler, id);

    /// <inheritdoc/>
    public void BeginEdit(ParameterId id)
    {
        if (IsUiThread && _handler != null)
        {
            ComponentHandlerTable.Of(_handler)->BeginEdit(_handler, (uint)id);
        }
    }

    /// <inheritdoc/>
    public void PerformEdit(ParameterId id, double normalized)
    {
        if (IsUiThread && _handler != null)
        {
            ComponentHandlerTable.Of(_handler)->PerformEdit(_handler, (uint)id, normalized);
            Told?.Invoke(id, normalized);
            return;
        }

        Volatile.Write(ref _values[(int)id], normalized);
        Interlocked.Or(ref _forHandler, 1 << (int)id);
        Interlocked.Or(ref _forBlock, 1 << (int)id);
    }

    /// <inheritdoc/>
    public void EndEdit(ParameterId id)
    {
        if (IsUiThread && _handler != null)
        {
            ComponentHandlerTable.Of(_handler)->EndEdit(_handler, (uint)id);
        }
    }

    /// <inheritdoc/>
    public void BeginGroup()
    {
    }

    /// <inheritdoc/>
    public void EndGroup()
    {
    }

    /// <inheritdoc/>
    public void MarkDirty()
    {
    }

    /// <summary>Tells the handler what waited, where this is the UI thread.</summary>
    /// <remarks>[any] A host's call on another thread leaves it waiting.</remarks>
    public void Flush()
    {
        if (Volatile.Read(ref _forHandler) == 0 || _handler == null || !IsUiThread)
        {
            return;
        }

        for (int waiting = Interlocked.Exchange(ref _forHandler, 0); waiting != 0; waiting &= waiting - 1)
        {
            int id = BitOperations.TrailingZeroCount(waiting);
            ComponentHandlerTable.Of(_handler)->BeginEdit(_handler, (uint)id);
            ComponentHandlerTable.Of(_handler)->PerformEdit(_handler, (uint)id, Volatile.Read(ref _values[id]));
            ComponentHandlerTable.Of(_handler)->EndEdit(_handler, (uint)id);
            Told?.Invoke((ParameterId)id, Volatile.Read(ref _values[id]));
        }
    }

    /// <summary>Lets the next block tell a value that the host's own fader set.</summary>
    /// <remarks>[ui]</remarks>
    public void TellBlock(ParameterId id, double normalized)
    {
        Volatile.Write(ref _values[(int)id], normalized);
        Interlocked.Or(ref _forBlock, 1 << (int)id);
    }

    /// <summary>Takes the parameters whose edits the next block has to tell: one bit each.</summary>
    /// <remarks>[audio]</remarks>
    public int TakeForBlock() => Volatile.Read(ref _forBlock) == 0 ? 0 : Interlocked.Exchange(ref _forBlock, 0);

    /// <summary>Gives back what a block had no room for.</summary>
    /// <remarks>[audio]</remarks>
    public void ReturnToBlock(int waiting) => Interlocked.Or(ref _forBlock, waiting);

    /// <summary>The value of an edit that waits.</summary>
    /// <remarks>[audio]</remarks>
    public double ValueOf(int id) => Volatile.Read(ref _values[id]);
}
