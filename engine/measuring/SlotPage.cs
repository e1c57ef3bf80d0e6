using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>96 s of one track: 960 slots of 100 ms, 6 bytes each (10 with the Pestana energy, 2 more where one clips), and 16 bytes a second for peaks (4 more where one has a DC offset).</summary>
/// <remarks>[worker]</remarks>
public sealed class SlotPage
{
    /// <summary>Slots in a page: a multiple of the 3 s stretches that the spread is made of.</summary>
    public const int Length = 960;

    private const ushort ColdBit = 0x8000;

    /// <summary>-70 dBFS: a mean below it is no offset, and costs no memory.</summary>
    private const float LeastMean = 0.000316f;

    /// <summary>An energy has 8 bits of mantissa here: 0.01 dB, far below what an RMS is read to.</summary>
    private readonly ushort[] _unweighted = new ushort[Length];

    private readonly PeakGroup[] _peaks = new PeakGroup[Length / PeakGroup.Slots];
    private readonly uint[] _wholeSince = new uint[Length / PeakGroup.Slots];
    private ushort[]? _clippedRuns;
    private Half[]? _means;
    private PeakGroup _highest;
    private long _highestRevision;

    /// <summary>Makes an empty page.</summary>
    /// <param name="index">Which page: floor(slot / 960).</param>
    public SlotPage(long index)
    {
        Index = index;
        Array.Fill(MeanSquares, float.NaN);
    }

    /// <summary>Which page: floor(slot / 960).</summary>
    public long Index { get; private set; }

    /// <summary>The slots that it holds.</summary>
    public SlotRange Slots => new(Index * Length, (Index + 1) * Length);

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

    /// <summary>Its level into the plug-ins.</summary>
    internal LevelPage Levels { get; } = new();

    /// <summary>Runs of clipped samples on the page.</summary>
    public long ClippedRuns
    {
        get
        {
            long runs = 0;
            foreach (ushort inSlot in _clippedRuns.AsSpan())
            {
                runs += inSlot;
            }

            return runs;
        }
    }

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
        Empty();
        ShortTerm.Forget();
        Levels.Forget();
    }

    /// <summary>Peaks and off-grid maxima of each second.</summary>
    public ReadOnlySpan<PeakGroup> Peaks => _peaks;

    /// <summary>The highest of them, as heard: the maxima are not yet held against the slots that they lie in.</summary>
    /// <returns>The maxima of the page.</returns>
    public PeakGroup Highest()
    {
        if (_highestRevision != Revision)
        {
            _highestRevision = Revision;
            _highest = default;
            foreach (ref readonly PeakGroup peaks in Peaks)
            {
                _highest = _highest.Max(peaks);
            }
        }

        return _highest;
    }

    /// <summary>Forgets a slot.</summary>
    /// <param name="offset">Slot within the page.</param>
    /// <param name="revision">The timeline's revision with this write.</param>
    public void Erase(int offset, long revision)
    {
        MeanSquares[offset] = float.NaN;
        _unweighted[offset] = 0;
        if (PestanaMeanSquares is not null)
        {
            PestanaMeanSquares[offset] = float.NaN;
        }

        if (_clippedRuns is not null)
        {
            _clippedRuns[offset] = 0;
        }

        Revision = revision;
    }

    /// <summary>Forgets a second of song and its peaks.</summary>
    /// <param name="group">Which, anywhere in the song; it lies on this page.</param>
    /// <param name="revision">The timeline's revision with this write.</param>
    public void EraseGroup(long group, long revision)
    {
        int first = (int)((group * PeakGroup.Slots) - (Index * Length));
        for (int offset = first; offset < first + PeakGroup.Slots; offset++)
        {
            Erase(offset, revision);
        }

        ReplacePeaks(group, default, 0);
        NoteMeans(group, 0, 0);
    }

    /// <summary>Puts a second of song behind a gain, as if it had been measured there.</summary>
    /// <param name="group">Which, anywhere in the song; it lies on this page.</param>
    /// <param name="power">Power gain.</param>
    /// <param name="revision">The timeline's revision with this write.</param>
    public void ScaleGroup(long group, float power, long revision)
    {
        int first = (int)((group * PeakGroup.Slots) - (Index * Length));
        for (int offset = first; offset < first + PeakGroup.Slots; offset++)
        {
            MeanSquares[offset] *= power;
            _unweighted[offset] = (ushort)(Rounded(UnweightedMeanSquare(offset) * power) | (_unweighted[offset] & ColdBit));
            if (PestanaMeanSquares is not null)
            {
                PestanaMeanSquares[offset] *= power;
            }
        }

        _peaks[PlaceOf(group)] = _peaks[PlaceOf(group)].Scaled(power);
        (float left, float right) = MeansOf(PlaceOf(group));
        NoteMeans(group, left * MathF.Sqrt(power), right * MathF.Sqrt(power));
        Revision = revision;
    }

    /// <summary>Count of slots filed when a second of song was begun that was then filed as a whole; 0 = never whole.</summary>
    /// <param name="group">Which, anywhere in the song; it lies on this page.</param>
    /// <returns>The count: larger is younger.</returns>
    public uint WholeSince(long group) => _wholeSince[PlaceOf(group)];

    /// <summary>Puts the peaks of a second that was filed as a whole in place of those before.</summary>
    /// <param name="group">Which, anywhere in the song; it lies on this page.</param>
    /// <param name="peaks">Its peaks.</param>
    /// <param name="since">Count of slots filed when it was begun.</param>
    public void ReplacePeaks(long group, in PeakGroup peaks, uint since)
    {
        _peaks[PlaceOf(group)] = peaks;
        _wholeSince[PlaceOf(group)] = since;
    }

    /// <summary>The peaks of a second of song.</summary>
    /// <param name="group">Which, anywhere in the song; it lies on this page.</param>
    /// <returns>Its peaks.</returns>
    public PeakGroup PeaksOf(long group) => _peaks[PlaceOf(group)];

    /// <summary>The mean of each channel's samples over a second of song, linear; 0 where nothing was heard and for what is below -70 dBFS.</summary>
    /// <param name="second">Which second of the page, 0 first.</param>
    /// <returns>Left and right.</returns>
    public (float Left, float Right) MeansOf(int second) => _means is null ? (0, 0) : ((float)_means[2 * second], (float)_means[(2 * second) + 1]);

    /// <summary>Notes the means of a second of song.</summary>
    /// <param name="group">Which, anywhere in the song; it lies on this page.</param>
    /// <param name="left">Mean of the left or only channel's samples.</param>
    /// <param name="right">The same of the right channel.</param>
    public void NoteMeans(long group, float left, float right)
    {
        if (_means is not null || MathF.Max(MathF.Abs(left), MathF.Abs(right)) >= LeastMean)
        {
            _means ??= new Half[2 * Length / PeakGroup.Slots];
            _means[2 * PlaceOf(group)] = (Half)left;
            _means[(2 * PlaceOf(group)) + 1] = (Half)right;
        }
    }

    /// <summary>Forgets the off-grid maxima of a second of song: those on the grid stand in until it is heard again.</summary>
    /// <param name="group">Which, anywhere in the song; it lies on this page.</param>
    /// <param name="revision">The timeline's revision with this write.</param>
    public void EraseMaxima(long group, long revision)
    {
        _peaks[PlaceOf(group)] = PeaksOf(group) with { MomentaryMax = 0, ShortTermMax = 0 };
        Revision = revision;
    }

    /// <summary>Lifts the peaks of a second to what was heard of a part of it.</summary>
    /// <param name="group">Which, anywhere in the song; it lies on this page.</param>
    /// <param name="peaks">The peaks of the part.</param>
    public void NotePeaks(long group, in PeakGroup peaks) => _peaks[PlaceOf(group)] = _peaks[PlaceOf(group)].Max(peaks);

    /// <summary>Writes a slot over whatever was there.</summary>
    /// <param name="offset">Slot within the page.</param>
    /// <param name="slot">What was measured.</param>
    /// <param name="revision">The timeline's revision with this write.</param>
    public void Write(int offset, in LoudnessSlot slot, long revision)
    {
        MeanSquares[offset] = slot.MeanSquare;
        _unweighted[offset] = (ushort)(Rounded(slot.UnweightedMeanSquare) | (slot.IsCold ? ColdBit : 0));
        if (PestanaMeanSquares is null && !float.IsNaN(slot.PestanaMeanSquare))
        {
            PestanaMeanSquares = new float[Length];
            Array.Fill(PestanaMeanSquares, float.NaN);
        }

        if (PestanaMeanSquares is not null)
        {
            PestanaMeanSquares[offset] = slot.PestanaMeanSquare;
        }

        if (_clippedRuns is not null || slot.ClippedRuns > 0)
        {
            (_clippedRuns ??= new ushort[Length])[offset] = (ushort)slot.ClippedRuns;
        }

        Revision = revision;
    }

    /// <summary>Becomes a copy of a stretch of another page of the same index; what lies outside was not heard.</summary>
    /// <param name="from">The other page.</param>
    /// <param name="slots">The stretch, in slots of the song.</param>
    /// <param name="revision">The timeline's revision with this write.</param>
    public void Mirror(SlotPage from, SlotRange slots, long revision)
    {
        int first = (int)(slots.First - (Index * Length));
        int end = (int)(slots.End - (Index * Length));
        Empty();
        from.MeanSquares.AsSpan(first..end).CopyTo(MeanSquares.AsSpan(first));
        from._unweighted.AsSpan(first..end).CopyTo(_unweighted.AsSpan(first));
        if (from.PestanaMeanSquares is not null)
        {
            if (PestanaMeanSquares is null)
            {
                PestanaMeanSquares = new float[Length];
                Array.Fill(PestanaMeanSquares, float.NaN);
            }

            from.PestanaMeanSquares.AsSpan(first..end).CopyTo(PestanaMeanSquares.AsSpan(first));
        }

        for (int group = (first + PeakGroup.Slots - 1) / PeakGroup.Slots; group < end / PeakGroup.Slots; group++)
        {
            _peaks[group] = from._peaks[group];
        }

        Revision = revision;
    }

    private void Empty()
    {
        Array.Fill(MeanSquares, float.NaN);
        Array.Clear(_unweighted);
        Array.Clear(_peaks);
        Array.Clear(_wholeSince);
        PestanaMeanSquares?.AsSpan().Fill(float.NaN);
        _clippedRuns?.AsSpan().Clear();
        _means?.AsSpan().Clear();
    }

    private int PlaceOf(long group) => (int)(group - (Index * (Length / PeakGroup.Slots)));

    private static int Rounded(float meanSquare) => ((BitConverter.SingleToInt32Bits(meanSquare) + 0x8000) >> 16) & ~ColdBit;
}
