using System.Numerics;
using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>How alike two tracks run over the song, or one and the sum of others, slot by slot at the same position.</summary>
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
    public static EnvelopePair Of(TrackAnalysis first, TrackAnalysis second) =>
        Of(first, new EnvelopeSum([second], [1]), second.Windows.MeanSquare);

    /// <summary>Compares a track with the sum of others.</summary>
    /// <param name="first">A track, up to date.</param>
    /// <param name="others">The others, up to date.</param>
    /// <param name="powers">Power gain of each.</param>
    /// <returns>How alike they run.</returns>
    public static EnvelopePair Of(TrackAnalysis first, ReadOnlySpan<TrackAnalysis> others, ReadOnlySpan<float> powers)
    {
        EnvelopeSum sum = new(others, powers);
        return Of(first, sum, sum.GatedMeanSquare());
    }

    private static EnvelopePair Of(TrackAnalysis first, EnvelopeSum second, double secondMeanSquare)
    {
        double firstFloor = Decibels.FromPower(Math.Max(first.Windows.MeanSquare, 1e-12)) - FloorDb;
        double secondFloor = Decibels.FromPower(Math.Max(secondMeanSquare, 1e-12)) - FloorDb;
        Span<float> a = stackalloc float[SlotPage.Length];
        Span<float> b = stackalloc float[SlotPage.Length];
        int count = 0;
        double sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
        foreach (SlotPage page in first.Timeline.Pages)
        {
            if (!second.Fill(page.Index, b))
            {
                continue;
            }

            ToLevels(page.MeanSquares, a, (float)firstFloor);
            ToLevels(b, b, (float)secondFloor);
            for (int i = 0; i < SlotPage.Length; i++)
            {
                double levelA = a[i];
                double levelB = b[i];

                // A slot that was not heard is NaN, with which every comparison is false.
                if ((levelA > firstFloor && levelB >= secondFloor - 1) || (levelB > secondFloor && levelA >= firstFloor - 1))
                {
                    count++;
                    (sumA, sumB) = (sumA + levelA, sumB + levelB);
                    (squareA, squareB, product) = (squareA + (levelA * levelA), squareB + (levelB * levelB), product + (levelA * levelB));
                }
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

    // Energies to levels in dB, no lower than the floor; NaN stays.
    private static void ToLevels(ReadOnlySpan<float> meanSquares, Span<float> levels, float floorDb)
    {
        const float DbPerDoubling = 3.0102999566f;
        Vector<float> floor = new(floorDb);
        for (int i = 0; i < meanSquares.Length; i += Vector<float>.Count)
        {
            Vector<float> energy = new(meanSquares[i..]);
            Vector<float> level = Vector.Max(Vector.Log2(Vector.Max(energy, new Vector<float>(1e-20f))) * DbPerDoubling, floor);
            Vector.ConditionalSelect(Vector.Equals(energy, energy), level, energy).CopyTo(levels[i..]);
        }
    }
}
