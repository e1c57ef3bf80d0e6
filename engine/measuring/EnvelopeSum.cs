using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>The energies of several tracks summed page by page, each behind a gain, and nothing kept.</summary>
/// <remarks>[worker] A slot that only some tracks have heard is the sum of those.</remarks>
/// <param name="tracks">The tracks, up to date.</param>
/// <param name="powers">Power gain of each.</param>
internal readonly ref struct EnvelopeSum(ReadOnlySpan<TrackAnalysis> tracks, ReadOnlySpan<float> powers)
{
    // ITU-R BS.1770's relative gate, taken on slots.
    private const double GateLu = 10;

    private readonly ReadOnlySpan<TrackAnalysis> _tracks = tracks;
    private readonly ReadOnlySpan<float> _powers = powers;

    /// <summary>Sums one page.</summary>
    /// <param name="index">Which page.</param>
    /// <param name="sums">Is filled: NaN where nothing was heard.</param>
    /// <returns>Whether any track has it.</returns>
    public bool Fill(long index, Span<float> sums)
    {
        sums.Fill(float.NaN);
        bool isThere = false;
        for (int track = 0; track < _tracks.Length; track++)
        {
            if (_tracks[track].Timeline.Page(index) is not { } page)
            {
                continue;
            }

            isThere = true;
            ReadOnlySpan<float> energies = page.MeanSquares;
            for (int i = 0; i < energies.Length; i++)
            {
                float energy = energies[i] * _powers[track];
                sums[i] = float.IsNaN(sums[i]) ? energy : float.IsNaN(energy) ? sums[i] : sums[i] + energy;
            }
        }

        return isThere;
    }

    /// <summary>Mean energy of the slots that are no more than 10 LU under the mean of those above -70 LUFS.</summary>
    /// <returns>Mean square; 0 when nothing sounds.</returns>
    public double GatedMeanSquare()
    {
        double absolute = Mean(Decibels.MeanSquareOfLoudness(-70));
        return Mean(absolute * Decibels.ToPower(-GateLu));
    }

    private double Mean(double gate)
    {
        Span<float> sums = stackalloc float[SlotPage.Length];
        double total = 0;
        int count = 0;
        for (int track = 0; track < _tracks.Length; track++)
        {
            foreach (SlotPage page in _tracks[track].Timeline.Pages)
            {
                if (IsOfEarlier(track, page.Index))
                {
                    continue;
                }

                _ = Fill(page.Index, sums);
                foreach (float energy in sums)
                {
                    if (energy > gate)
                    {
                        total += energy;
                        count++;
                    }
                }
            }
        }

        return count > 0 ? total / count : 0;
    }

    /// <summary>Whether a page of a track is one of an earlier track too: then it is summed already.</summary>
    /// <param name="track">The place of the track.</param>
    /// <param name="index">Which page.</param>
    public bool IsOfEarlier(int track, long index)
    {
        for (int earlier = 0; earlier < track; earlier++)
        {
            if (_tracks[earlier].Timeline.Page(index) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
