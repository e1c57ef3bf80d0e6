using System.Globalization;

namespace FaderStager.Mixing.Hosts;

/// <summary>What a host's blocks were like: how long, with what around them, on which thread.</summary>
/// <remarks>[audio] writes, one block after the other; anybody reads single words. Allocates nothing.</remarks>
public sealed class SeenBlocks
{
    private long _blocks;
    private long _flushes;
    private long _withoutContext;
    private long _offline;
    private long _jumps;
    private long _negative;
    private long _expected = long.MinValue;
    private int _shortest = int.MaxValue;
    private int _longest;
    private int _inputs = -1;
    private int _outputs = -1;
    private uint _ever;
    private uint _always = uint.MaxValue;

    /// <summary>Bits of the context that were set in any block.</summary>
    public uint EverSet => Volatile.Read(ref _ever);

    /// <summary>Bits of the context that were set in every block.</summary>
    public uint AlwaysSet => Interlocked.Read(ref _blocks) == 0 ? 0 : Volatile.Read(ref _always);

    /// <summary>All of it but the context's bits, in one line.</summary>
    /// <remarks>[any but audio]</remarks>
    public string Text
    {
        get
        {
            long blocks = Interlocked.Read(ref _blocks);
            return blocks == 0 && Interlocked.Read(ref _flushes) == 0 ? "none yet"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{blocks} of {(blocks == 0 ? 0 : Volatile.Read(ref _shortest))} to {Volatile.Read(ref _longest)} frames, last with {Channels(_inputs)} in and {Channels(_outputs)} out, {Interlocked.Read(ref _flushes)} of 0 frames, {Interlocked.Read(ref _withoutContext)} without a context, {Interlocked.Read(ref _offline)} offline, {Interlocked.Read(ref _jumps)} jumps of the position, {Interlocked.Read(ref _negative)} before the song's start");
        }
    }

    /// <summary>A block is called for.</summary>
    /// <param name="frames">Its frames; 0 = parameters only.</param>
    /// <param name="inputs">Channels in; -1 = no bus.</param>
    /// <param name="outputs">Channels out; -1 = no bus.</param>
    /// <param name="isOffline">Whether the host renders offline.</param>
    public void Note(int frames, int inputs, int outputs, bool isOffline)
    {
        if (frames <= 0)
        {
            Volatile.Write(ref _flushes, _flushes + 1);
            return;
        }

        Volatile.Write(ref _blocks, _blocks + 1);
        Volatile.Write(ref _shortest, Math.Min(_shortest, frames));
        Volatile.Write(ref _longest, Math.Max(_longest, frames));
        (_inputs, _outputs) = (inputs, outputs);
        Volatile.Write(ref _offline, _offline + (isOffline ? 1 : 0));
    }

    /// <summary>The block has no context.</summary>
    public void NoteNoContext()
    {
        Volatile.Write(ref _withoutContext, _withoutContext + 1);
        Volatile.Write(ref _always, 0);
        _expected = long.MinValue;
    }

    /// <summary>The block's context.</summary>
    /// <param name="bits">What the host says is valid or so.</param>
    /// <param name="positionFrames">Song position of its first frame.</param>
    /// <param name="isRolling">Whether the transport rolls.</param>
    /// <param name="frames">Its frames.</param>
    public void NoteContext(uint bits, long positionFrames, bool isRolling, int frames)
    {
        Volatile.Write(ref _ever, _ever | bits);
        Volatile.Write(ref _always, _always & bits);
        Volatile.Write(ref _negative, _negative + (positionFrames < 0 ? 1 : 0));
        Volatile.Write(ref _jumps, _jumps + (isRolling && _expected != long.MinValue && positionFrames != _expected ? 1 : 0));
        _expected = isRolling ? positionFrames + frames : long.MinValue;
    }

    private static string Channels(int count) => count < 0 ? "no bus" : string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "channel" : "channels")}");
}
