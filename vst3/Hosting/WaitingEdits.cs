using FaderStager.Mixing.Tracks;

namespace FaderStager.Vst3.Hosting;

/// <summary>Values that a host has not been told yet: one bit a parameter for each of the two ways that lead to it.</summary>
/// <remarks>[any], [audio] included. A value that is set again before it went out replaces the one before.</remarks>
internal sealed class WaitingEdits
{
    private readonly double[] _values = new double[ParameterInfo.All.Count];
    private int _forHandler;
    private int _forBlock;

    /// <summary>The parameters that wait for the handler: one bit each.</summary>
    public int ForHandler => Volatile.Read(ref _forHandler);

    /// <summary>A value waits for both ways.</summary>
    public void Add(ParameterId id, double normalized)
    {
        Volatile.Write(ref _values[(int)id], normalized);
        Interlocked.Or(ref _forHandler, Bit(id));
        Interlocked.Or(ref _forBlock, Bit(id));
    }

    /// <summary>A value waits for a block alone.</summary>
    public void AddForBlock(ParameterId id, double normalized)
    {
        Volatile.Write(ref _values[(int)id], normalized);
        Interlocked.Or(ref _forBlock, Bit(id));
    }

    /// <summary>The handler was told something newer.</summary>
    public void Forget(ParameterId id)
    {
        Interlocked.And(ref _forHandler, ~Bit(id));
        Interlocked.And(ref _forBlock, ~Bit(id));
    }

    /// <summary>Whether a value waits for the handler.</summary>
    public bool IsForHandler(ParameterId id) => (Volatile.Read(ref _forHandler) & Bit(id)) != 0;

    /// <summary>Whether a value waits for a block.</summary>
    public bool IsForBlock(ParameterId id) => (Volatile.Read(ref _forBlock) & Bit(id)) != 0;

    /// <summary>Takes one of the values that wait for the handler.</summary>
    /// <returns>False where it is not among them.</returns>
    public bool TryTakeForHandler(ParameterId id, out double normalized)
    {
        bool isThere = (Interlocked.And(ref _forHandler, ~Bit(id)) & Bit(id)) != 0;
        normalized = ValueOf((int)id);
        return isThere;
    }

    /// <summary>Takes the parameters whose values the next block has to tell: one bit each.</summary>
    /// <remarks>[audio]</remarks>
    public int TakeForBlock() => Volatile.Read(ref _forBlock) == 0 ? 0 : Interlocked.Exchange(ref _forBlock, 0);

    /// <summary>Gives back what a block had no room for.</summary>
    /// <remarks>[audio]</remarks>
    public void ReturnToBlock(int waiting) => Interlocked.Or(ref _forBlock, waiting);

    /// <summary>The value that waits.</summary>
    public double ValueOf(int id) => Volatile.Read(ref _values[id]);

    private static int Bit(ParameterId id) => 1 << (int)id;
}
