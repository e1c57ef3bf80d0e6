using System.Numerics;
using FaderStager.Mixing.Parameters;

namespace FaderStager.Mixing.Members;

/// <summary>The momentary parameters of a track: what tells a person's press from automation that passes by.</summary>
/// <param name="parameters">The track's values.</param>
/// <remarks>
/// <para>
/// A press is a value of at least 0.5 at the host's control. It counts where the host has not held the control down in the half second before, where
/// no block has brought the value before the control did (then it is automation, which controls trail), and where no state was loaded just now. A host
/// that says that a person's hand is on the control is believed. So a value that is held, a ramp, and a loop that plays again press once or never.
/// </para>
/// <para>[any]: threads share single words. Times are timestamps of the coordinator's clock.</para>
/// </remarks>
internal sealed class TrackPresses(TrackParameters parameters)
{
    /// <summary>Time for which a value that came by a block or by a state keeps the control's from counting, in ms. Rule of thumb: longer than a host's screen refresh.</summary>
    public const double QuietMs = 500;

    private const double DownFrom = 0.5;
    private const long Never = long.MinValue;

    private readonly long[] _heldAt = NewTimes();
    private readonly long[] _drivenAt = NewTimes();
    private int _inHand;
    private int _pressed;
    private long _answers;

    // The parameter and the word in one number, so that they are read together.
    private int _lastAnswer;

    /// <summary>Whether anything was pressed and not yet done.</summary>
    public bool Any => Volatile.Read(ref _pressed) != 0;

    /// <summary>Presses that were done so far.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <summary>Which press was done last, and whether anything moved or waits for it.</summary>
    public (ParameterId Id, bool Moved) LastAnswer => Answer(Volatile.Read(ref _lastAnswer));

    /// <summary>A block brought a value: automation, or the echo of a control.</summary>
    /// <remarks>[audio]</remarks>
    public void NoteBlock(ParameterId id, double normalized, TimeProvider time)
    {
        if (normalized >= DownFrom)
        {
            Volatile.Write(ref _drivenAt[(int)id], time.GetTimestamp());
        }
    }

    /// <summary>The host says that a person's hand is on the control.</summary>
    /// <remarks>[ui]</remarks>
    public void TakeHold(ParameterId id)
    {
        Volatile.Write(ref _heldAt[(int)id], Never);
        Interlocked.Or(ref _inHand, Bit(id));
    }

    /// <summary>The hand leaves the control.</summary>
    /// <remarks>[ui]</remarks>
    public void LetGo(ParameterId id) => Interlocked.And(ref _inHand, ~Bit(id));

    /// <summary>The host's control has a value.</summary>
    /// <remarks>[ui], or [audio] where a shell hears of its controls there.</remarks>
    public void Take(ParameterId id, double normalized, TimeProvider time)
    {
        if (!(normalized >= DownFrom))
        {
            Volatile.Write(ref _heldAt[(int)id], Never);
            parameters.Set(id, 0);
            return;
        }

        bool isInHand = (Volatile.Read(ref _inHand) & Bit(id)) != 0;
        bool counts = !IsRecent(_heldAt, id, time) && (isInHand || !IsRecent(_drivenAt, id, time));
        Volatile.Write(ref _heldAt[(int)id], time.GetTimestamp());
        if (counts)
        {
            Press(id);
        }
    }

    /// <summary>A person presses.</summary>
    /// <remarks>[ui]</remarks>
    public void Press(ParameterId id)
    {
        parameters.Set(id, 1);
        Interlocked.Or(ref _pressed, Bit(id));
    }

    /// <summary>Lets go of what was pressed before the track could do it.</summary>
    /// <remarks>[ui]</remarks>
    public void Forget()
    {
        Volatile.Write(ref _pressed, 0);
        parameters.Set(ParameterId.Apply, 0);
        parameters.Set(ParameterId.AllFaders, 0);
    }

    /// <summary>A state is loaded: what a host restores with it is no press.</summary>
    /// <remarks>[ui]</remarks>
    public void NoteLoad(TimeProvider time)
    {
        Forget();
        NoteBlock(ParameterId.Apply, 1, time);
        NoteBlock(ParameterId.AllFaders, 1, time);
    }

    /// <summary>Takes one press that is to be done.</summary>
    /// <returns>False where there is none.</returns>
    /// <remarks>[worker]</remarks>
    public bool TryTake(out ParameterId id)
    {
        int pressed = Volatile.Read(ref _pressed);
        id = pressed == 0 ? default : (ParameterId)BitOperations.TrailingZeroCount(pressed);
        return pressed != 0 && (Interlocked.And(ref _pressed, ~Bit(id)) & Bit(id)) != 0;
    }

    /// <summary>A press was done.</summary>
    /// <returns>Whether the control is still down, so that the host is to be told that it is up again.</returns>
    /// <remarks>[worker]</remarks>
    public bool Answer(ParameterId id, bool moved)
    {
        Volatile.Write(ref _lastAnswer, ((int)id << 1) | (moved ? 1 : 0));
        Interlocked.Increment(ref _answers);
        return parameters.Set(id, 0);
    }

    private static (ParameterId Id, bool Moved) Answer(int coded) => ((ParameterId)(coded >> 1), (coded & 1) != 0);

    private static long[] NewTimes()
    {
        long[] times = new long[ParameterInfo.All.Count];
        Array.Fill(times, Never);
        return times;
    }

    private static bool IsRecent(long[] times, ParameterId id, TimeProvider time)
    {
        long then = Volatile.Read(ref times[(int)id]);
        return then != Never && time.GetElapsedTime(then).TotalMilliseconds < QuietMs;
    }

    private static int Bit(ParameterId id) => 1 << (int)id;
}
