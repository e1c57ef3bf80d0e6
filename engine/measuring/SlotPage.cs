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
    public long Index { get; }

    /// <summary>K-weighted mean squares; NaN = not heard.</summary>
    public float[] MeanSquares { get; } = new float[Length];

    /// <summary>Pestana-weighted mean squares, or null while none was measured.</summary>
    public float[]? PestanaMeanSquares { get; private set; }

    /// <summary>The timeline's revision at the last write: it never repeats, not even after a clear.</summary>
    public long Revision { get; private set; }

    /// <summary>Unweighted mean square of a slot, mean over channels; 0 where nothing was heard.</summary>
    /// <param name="offset">Slot within the page.</param>
    /// <returns>The mean square, to 8 bits of mantissa.</returns>
    public float UnweightedMeanSquare(int offset) =>
        BitConverter.Int32BitsToSingle((_unweighted[offset] & ~ColdBit) << 16);

    /// <summary>Whether a slot was heard on a straight run.</summary>
    /// <param name="offset">Slot within the page.</param>
    /// <returns>True when it is there and not cold.</returns>
    public bool IsWarm(int offset) => !float.IsNaN(MeanSquares[offset]) && (_unweighted[offset] & ColdBit) == 0;

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
