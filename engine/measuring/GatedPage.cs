namespace FaderStager.Measuring;

/// <summary>What the gates leave of one page: which windows pass, and their sums. Kept until its slots change or the gate crosses one of its windows.</summary>
/// <remarks>[worker]</remarks>
public sealed class GatedPage
{
    private PageRevisions _revisions = new();
    private float _highestFailing;
    private float _lowestPassing;

    /// <summary>Sum of the windows above the absolute gate.</summary>
    public double AbsoluteSum { get; private set; }

    /// <summary>Windows above the absolute gate.</summary>
    public int AbsoluteCount { get; private set; }

    /// <summary>Whether a whole window was heard, silent or not.</summary>
    public bool HasWindow { get; private set; }

    /// <summary>Largest window, with the K-weighting those between the slots' borders too; 0 when there is none.</summary>
    public float Largest { get; private set; }

    /// <summary>Sum of the windows that pass both gates.</summary>
    public double PassedSum { get; private set; }

    /// <summary>Windows that pass both gates.</summary>
    public int PassedCount { get; private set; }

    /// <summary>A bit a window: set when it passes both gates.</summary>
    public ulong[] Passes { get; } = new ulong[SlotPage.Length / 64];

    /// <summary>Counts the changes of <see cref="Passes"/> or of the energies behind it.</summary>
    public long Version { get; private set; }

    /// <summary>Takes in changed slots: first pass of the gating.</summary>
    /// <param name="timeline">The track.</param>
    /// <param name="series">Which windows.</param>
    /// <param name="page">The page.</param>
    /// <param name="absoluteGate">Mean square that a window must exceed.</param>
    public void UpdateEnergies(TrackTimeline timeline, WindowSeries series, SlotPage page, float absoluteGate)
    {
        if (!_revisions.Follow(page, timeline.Page(page.Index - 1)))
        {
            return;
        }

        Span<float> windows = stackalloc float[SlotPage.Length];
        series.Fill(timeline, page.Index, windows);
        double sum = 0;
        int count = 0;
        float largest = 0;
        bool hasWindow = false;
        foreach (float window in windows)
        {
            hasWindow |= window >= 0;

            // A comparison with NaN is false: a window that was not heard fails here and below.
            if (window > absoluteGate)
            {
                sum += window;
                count++;
            }

            if (window > largest)
            {
                largest = window;
            }
        }

        AbsoluteSum = sum;
        AbsoluteCount = count;
        HasWindow = hasWindow;
        Largest = series.IsPestana ? largest : HeldMaxima.Largest(timeline, page, series.WindowSlots, largest);
        _lowestPassing = float.NegativeInfinity;
        _highestFailing = float.PositiveInfinity;
    }

    /// <summary>Takes in the gate: second pass. Does nothing when no window lies between the old gate and this one.</summary>
    /// <param name="timeline">The track.</param>
    /// <param name="series">Which windows.</param>
    /// <param name="page">The page.</param>
    /// <param name="gate">Mean square that a window must exceed: the higher of both gates.</param>
    public void UpdateGate(TrackTimeline timeline, WindowSeries series, SlotPage page, float gate)
    {
        if (gate >= _highestFailing && gate < _lowestPassing)
        {
            return;
        }

        Span<float> windows = stackalloc float[SlotPage.Length];
        series.Fill(timeline, page.Index, windows);
        Array.Clear(Passes);
        PassedSum = 0;
        PassedCount = 0;
        _highestFailing = 0;
        _lowestPassing = float.PositiveInfinity;
        for (int i = 0; i < windows.Length; i++)
        {
            float window = windows[i];
            if (window > gate)
            {
                Passes[i >> 6] |= 1UL << (i & 63);
                PassedSum += window;
                PassedCount++;
                _lowestPassing = Math.Min(_lowestPassing, window);
            }
            else if (window > _highestFailing)
            {
                _highestFailing = window;
            }
        }

        Version++;
    }
}
