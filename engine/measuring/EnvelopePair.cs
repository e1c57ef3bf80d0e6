namespace FaderStager.Measuring;

/// <summary>How alike two tracks run over the song, slot by slot at the same position.</summary>
/// <param name="Slots">Slots of 100 ms in which either sounds and both were heard.</param>
/// <param name="Correlation">Correlation of their levels in dB, -1 to 1; NaN where either hardly varies or too little was heard.</param>
/// <param name="MovesDb">Standard deviation of the steadier of the two in dB: below about 1.5 a likeness is chance.</param>
/// <remarks>[worker] No envelope is kept: it is read from the slots.</remarks>
public readonly record struct EnvelopePair(int Slots, double Correlation, double MovesDb)
{
    /// <summary>Slots from which a likeness counts: 5 s. Rule of thumb.</summary>
    public const int LeastSlots = 50;

    // Levels this far under a track's own loudness are silence.
    private const double FloorDb = 30;

    /// <summary>Compares two tracks.</summary>
    /// <param name="first">A track, up to date.</param>
    /// <param name="second">Another.</param>
    /// <returns>How alike they run.</returns>
    public static EnvelopePair Of(TrackAnalysis first, TrackAnalysis second)
    {
        double firstFloor = (10 * Math.Log10(Math.Max(first.Windows.MeanSquare, 1e-12))) - FloorDb;
        double secondFloor = (10 * Math.Log10(Math.Max(second.Windows.MeanSquare, 1e-12))) - FloorDb;
        int count = 0;
        double sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
        foreach (SlotPage page in first.Timeline.Pages)
        {
            if (second.Timeline.Page(page.Index) is not { } other)
            {
                continue;
            }

            for (int i = 0; i < SlotPage.Length; i++)
            {
                float a = page.MeanSquares[i];
                float b = other.MeanSquares[i];
                if (float.IsNaN(a) || float.IsNaN(b))
                {
                    continue;
                }

                double levelA = Math.Max(firstFloor, 10 * Math.Log10(a + 1e-20));
                double levelB = Math.Max(secondFloor, 10 * Math.Log10(b + 1e-20));
                if (levelA <= firstFloor && levelB <= secondFloor)
                {
                    continue;
                }

                count++;
                (sumA, sumB) = (sumA + levelA, sumB + levelB);
                (squareA, squareB, product) = (squareA + (levelA * levelA), squareB + (levelB * levelB), product + (levelA * levelB));
            }
        }

        if (count < LeastSlots)
        {
            return new EnvelopePair(count, double.NaN, 0);
        }

        double varianceA = Math.Max(0, (squareA / count) - (sumA / count * (sumA / count)));
        double varianceB = Math.Max(0, (squareB / count) - (sumB / count * (sumB / count)));
        double moves = Math.Sqrt(Math.Min(varianceA, varianceB));
        double covariance = (product / count) - (sumA / count * (sumB / count));
        return new EnvelopePair(count, moves < 0.01 ? double.NaN : covariance / Math.Sqrt(varianceA * varianceB), moves);
    }
}
