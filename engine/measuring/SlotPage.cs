using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>96 s of one track: 960 slots of 100 ms, 6 bytes each (10 with the Pestana energy).</summary>
/// <remarks>[worker]</remarks>
public sealed class SlotPage
{
    /// <summary>Slots in a page: a multiple of the 3 s stretches that the spread is made of.</summary>
    public const int Length = 960;

    private const ushort ColdBit = 0x8000;

    /// <summary>An energy has 8 bits of mantissa here: 0.01 dB, far below what an RMS is read to.</summary>
    private readonly ushort[] _unweighted = new ushort[Length];

    /// <summary>Makes an empty page.</summary>
    /// <param name="index">Which page: floor(slot / 960).</param>
    public SlotPage(long index)
    {
        Index = index;
        Array.Fill(MeanSquares, float.NaN);
    }

    /// <summary>Which page: floor(slot / 960).</summary>
    public long Index { get; private set; }

    /// <summary>K-weighted mean squares; NaN = not heard.</summary>
    public float[] MeanSquares { get; } = new float[Length];

    /// <summary>Pestana-weighted mean squares, or null while none was measured.</summary>
    public float[]? PestanaMeanSquares { get; private set; }

    /// <summary>The timeline's revision at the last write: it never repeats, not even after a clear. 0 before the first.</summary>
    public long Revision { get; private set; }

    /// <summary>What the gates leave of the page.</summary>
    internal GatedPage KWeighted { get; } = new();

    /// <summary>The same with the Pestana shelf, or null while nobody asked.</summary>
    internal GatedPage? Pestana { get; private set; }

    /// <summary>Its short-term loudness.</summary>
    internal ShortTermPage ShortTerm { get; } = new();

    /// <summary>Unweighted mean square of a slot, mean over channels; 0 where nothing was heard.</summary>
    /// <param name="offset">Slot within the page.</param>
    /// <returns>The mean square, to 8 bits of mantissa.</returns>
    public float UnweightedMeanSquare(int offset) =>
        BitConverter.Int32BitsToSingle((_unweighted[offset] & ~ColdBit) << 16);

    /// <summary>Whether a slot was heard on a straight run.</summary>
    /// <param name="offset">Slot within the page.</param>
    /// <returns>True when it is there and not cold.</returns>
    public bool IsWarm(int offset) => !float.IsNaN(MeanSquares[offset]) && (_unweighted[offset] & ColdBit) == 0;

    /// <summary>What the gates leave of the page for a series of windows.</summary>
    /// <param name="series">Which windows.</param>
    /// <returns>The gated page.</returns>
    public GatedPage Gated(WindowSeries series) => series.IsPestana ? Pestana ??= new GatedPage() : KWeighted;

    /// <summary>Makes it an empty page again.</summary>
    /// <param name="index">Which page.</param>
    /// <remarks>What the gates left of it stays until the next update, which sees another revision: the page must be written first.</remarks>
    public void Reuse(long index)
    {
        Index = index;
        Array.Fill(MeanSquares, float.NaN);
        Array.Clear(_unweighted);
        PestanaMeanSquares?.AsSpan().Fill(float.NaN);
        ShortTerm.Forget();
    }

    /// <summary>Writes a slot over whatever was there.</summary>
    /// <param name="offset">Slot within the page.</param>
    /// <param name="slot">What was measured.</param>
    /// <param name="revision">The timeline's revision with this write.</param>
    public void Write(int offset, in LoudnessSlot slot, long revision)
    {
        MeanSquares[offset] = slot.MeanSquare;
        int rounded = (BitConverter.SingleToInt32Bits(slot.UnweightedMeanSquare) + 0x8000) >> 16;
        _unweighted[offset] = (ushort)((rounded & ~ColdBit) | (slot.IsCold ? ColdBit : 0));
        if (PestanaMeanSquares is null && !float.IsNaN(slot.PestanaMeanSquare))
        {
            PestanaMeanSquares = new float[Length];
            Array.Fill(PestanaMeanSquares, float.NaN);
        }

        if (PestanaMeanSquares is not null)
        {
            PestanaMeanSquares[offset] = slot.PestanaMeanSquare;
        }

        Revision = revision;
    }
}
