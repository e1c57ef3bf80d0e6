using System.Numerics;
using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>Brings what a track has to tell to its host: by the component handler on the host's UI thread, by output changes in a block.</summary>
/// <remarks>
/// <para>
/// What a person does in the editor, on the UI thread, goes straight to the handler. All else waits: what comes from another
/// thread, and what comes up while the host is inside a call of its own (<see cref="HostCall"/>), for a host that loads a state or asks
/// for a value is not prepared to be told something. It goes out in two ways that say the same: at the next turn of the timer as
/// whole gestures, and as output parameter changes of the next block. A host that gives no timer is told by blocks alone.
/// </para>
/// <para>
/// [any]: threads share only bits and single words. The handler is touched on the UI thread only. That thread is kept as an object: its
/// number goes to another thread once it has ended. A gesture or group that began on a thread which then ceased to be the UI thread
/// is ended on the one that is.
/// </para>
/// </remarks>
internal sealed unsafe class HostEdits : IHostLink
{
    private readonly EditHandler _handler = new();
    private Thread _uiThread = Thread.CurrentThread;
    private Thread? _gestureThread;
    private Thread? _groupThread;
    private int _open;
    private int _owedEnds;
    private int _owesGroupEnd;
    private int _groupDepth;
    private int _isDirty;
    private int _valuesChanged;
    private int _reachesFader;
    private int _owesFaderMove;
    private double _owedFaderDb;
    private double _faderDb = double.NaN;

    /// <summary>Hears all that the handler is told.</summary>
    public IEditListener? Listener { get; set; }

    /// <summary>The channel's own fader, or null where the host gives no access.</summary>
    /// <remarks>[ui]</remarks>
    public IHostFader? ChannelFader { get; set; }

    /// <inheritdoc/>
    public bool ReachesFader => Volatile.Read(ref _reachesFader) != 0;

    /// <inheritdoc/>
    /// <remarks>Asked of the host on its UI thread; elsewhere it is what was read there last.</remarks>
    public double FaderDb => IsUiThread ? ReadFader() : Volatile.Read(ref _faderDb);

    /// <summary>Whether a timer of the host's calls for what waits.</summary>
    /// <remarks>[any]</remarks>
    public bool HasTimer { get; set; }

    /// <summary>The values that wait.</summary>
    /// <remarks>[any]</remarks>
    public WaitingEdits Waiting { get; } = new();

    /// <summary>What the host knows of each parameter.</summary>
    /// <remarks>[any]</remarks>
    public HostKnowledge Known { get; } = new();

    /// <summary>Whether this thread is the host's UI thread, as far as it is known.</summary>
    /// <remarks>[any]</remarks>
    public bool IsUiThread => ReferenceEquals(Thread.CurrentThread, Volatile.Read(ref _uiThread));

    private bool CanTell => IsUiThread && _handler.IsThere && !HostCall.IsInside;

    /// <summary>Notes that this thread is the host's UI thread.</summary>
    /// <remarks>[ui] At initialize, and whenever the host sets a handler or a timer of its own ticks.</remarks>
    public void NoteUiThread() => Volatile.Write(ref _uiThread, Thread.CurrentThread);

    /// <summary>Takes the host's IComponentHandler, or null at the end.</summary>
    /// <remarks>[ui]</remarks>
    public void SetHandler(void* handler)
    {
        EndAll();
        _handler.Set(handler);
    }

    /// <summary>The host's handler, or null.</summary>
    /// <remarks>[ui]</remarks>
    public void* Handler => _handler.Pointer;

    /// <summary>An interface that the handler offers beside its own, or null. It must be released.</summary>
    /// <remarks>[ui]</remarks>
    public void* QueryHandler(InterfaceId id) => Unknown.Query(_handler.Pointer, id);

    /// <summary>Whether a value from the host is only what it held before it could be told of another one.</summary>
    /// <remarks>[any], [audio] included.</remarks>
    public bool IsEcho(ParameterId id, double normalized) =>
        Known.IsEcho(id, normalized, Waiting.IsForBlock(id) || (HasTimer && Waiting.IsForHandler(id)));

    /// <inheritdoc/>
    public void BeginGroup()
    {
        if (ReferenceEquals(Volatile.Read(ref _groupThread), Thread.CurrentThread))
        {
            _groupDepth++;
        }
        else if (CanTell)
        {
            FinishOwedGroup();
            if (Volatile.Read(ref _groupThread) is null)
            {
                Volatile.Write(ref _groupThread, Thread.CurrentThread);
                _groupDepth = 1;
                _handler.BeginGroup();
                Listener?.GroupBegins();
            }
        }
    }

    /// <inheritdoc/>
    public void EndGroup()
    {
        // The end of a group that another thread began, or that nobody was told of, is not ours.
        if (!ReferenceEquals(Volatile.Read(ref _groupThread), Thread.CurrentThread) || --_groupDepth > 0)
        {
            return;
        }

        if (CanTell)
        {
            FinishGroup();
        }
        else
        {
            Volatile.Write(ref _owesGroupEnd, 1);
        }
    }

    /// <inheritdoc/>
    public void BeginEdit(ParameterId id)
    {
        if (CanTell)
        {
            Interlocked.And(ref _owedEnds, ~Bit(id));
            Open(id);
        }
    }

    /// <inheritdoc/>
    public void PerformEdit(ParameterId id, double normalized)
    {
        if (!CanTell)
        {
            Waiting.Add(id, normalized);
            return;
        }

        Open(id);
        Waiting.Forget(id);
        Tell(id, normalized);
    }

    /// <inheritdoc/>
    public void EndEdit(ParameterId id)
    {
        if (!IsOpen(id) || !ReferenceEquals(Volatile.Read(ref _gestureThread), Thread.CurrentThread))
        {
            return;
        }

        if (CanTell)
        {
            TellWaiting(id);
            Close(id);
        }
        else
        {
            Interlocked.Or(ref _owedEnds, Bit(id));
        }
    }

    /// <summary>Reads where the channel's own fader is, and with it whether it can be reached just now.</summary>
    /// <returns>Position in dB; NaN = the host does not say.</returns>
    /// <remarks>[ui]</remarks>
    public double ReadFader()
    {
        double read = ChannelFader?.ReadDb() ?? double.NaN;
        Volatile.Write(ref _faderDb, read);
        Volatile.Write(ref _reachesFader, double.IsNaN(read) ? 0 : 1);
        return read;
    }

    /// <inheritdoc/>
    /// <remarks>On the UI thread at once, from elsewhere with the next turn of the timer.</remarks>
    public void MoveFader(double db)
    {
        Volatile.Write(ref _owedFaderDb, db);
        Volatile.Write(ref _owesFaderMove, 1);
        if (CanTell)
        {
            PayFaderMove();
        }
    }

    /// <inheritdoc/>
    public void MarkDirty()
    {
        if (CanTell)
        {
            _handler.MarkDirty();
        }
        else
        {
            Volatile.Write(ref _isDirty, 1);
        }
    }

    /// <summary>A state brought other values: the host has to ask for all of them.</summary>
    /// <remarks>[any]</remarks>
    public void ValuesChanged() => Volatile.Write(ref _valuesChanged, 1);

    /// <summary>Tells the handler what waited, where this is the UI thread and the host is in no call of its own.</summary>
    /// <remarks>[any] Elsewhere it goes on waiting.</remarks>
    public void Flush()
    {
        if (!CanTell)
        {
            return;
        }

        int waiting = Waiting.ForHandler;
        bool isGroup = BitOperations.PopCount((uint)waiting) > 1;
        if (isGroup)
        {
            BeginGroup();
        }

        for (; waiting != 0; waiting &= waiting - 1)
        {
            TellWaiting((ParameterId)BitOperations.TrailingZeroCount(waiting));
        }

        for (int owed = Interlocked.Exchange(ref _owedEnds, 0); owed != 0; owed &= owed - 1)
        {
            Close((ParameterId)BitOperations.TrailingZeroCount(owed));
        }

        PayFaderMove();
        if (isGroup)
        {
            EndGroup();
        }

        FinishOwedGroup();
        if (Interlocked.Exchange(ref _valuesChanged, 0) != 0)
        {
            _handler.ValuesChanged();
        }

        if (Interlocked.Exchange(ref _isDirty, 0) != 0)
        {
            _handler.MarkDirty();
        }
    }

    private static int Bit(ParameterId id) => 1 << (int)id;

    private bool IsOpen(ParameterId id) => (Volatile.Read(ref _open) & Bit(id)) != 0;

    private void TellWaiting(ParameterId id)
    {
        if (!Waiting.TryTakeForHandler(id, out double normalized))
        {
            return;
        }

        bool isOpen = IsOpen(id);
        if (!isOpen)
        {
            Open(id);
        }

        Tell(id, normalized);
        if (!isOpen)
        {
            Close(id);
        }
    }

    private void Open(ParameterId id)
    {
        if (!IsOpen(id))
        {
            Volatile.Write(ref _gestureThread, Thread.CurrentThread);
            Interlocked.Or(ref _open, Bit(id));
            _handler.Begin(id);
            Listener?.GestureBegins(id);
        }
    }

    private void Tell(ParameterId id, double normalized)
    {
        Known.Note(id, normalized);
        _handler.Perform(id, normalized);
        Listener?.ValueTold(id, normalized);
    }

    private void Close(ParameterId id)
    {
        if ((Interlocked.And(ref _open, ~Bit(id)) & Bit(id)) != 0)
        {
            _handler.End(id);
            Listener?.GestureEnds(id);
        }
    }

    /// <summary>The handler goes: what it was told to have begun ends first.</summary>
    private void EndAll()
    {
        if (!_handler.IsThere)
        {
            return;
        }

        for (int open = Volatile.Read(ref _open); open != 0; open &= open - 1)
        {
            Close((ParameterId)BitOperations.TrailingZeroCount(open));
        }

        if (Volatile.Read(ref _groupThread) is not null)
        {
            FinishGroup();
        }
    }

    private void PayFaderMove()
    {
        if (Interlocked.Exchange(ref _owesFaderMove, 0) != 0 && ChannelFader is { } fader)
        {
            fader.BeginStep();
            fader.MoveTo(Volatile.Read(ref _owedFaderDb));
            fader.EndStep();
        }
    }

    private void FinishOwedGroup()
    {
        if (Interlocked.Exchange(ref _owesGroupEnd, 0) != 0)
        {
            FinishGroup();
        }
    }

    private void FinishGroup()
    {
        Volatile.Write(ref _groupThread, null);
        _groupDepth = 0;
        _handler.EndGroup();
        Listener?.GroupEnds();
    }
}
