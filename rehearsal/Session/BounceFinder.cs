using FaderStager.Audio.Blocks;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Session;

/// <summary>Finds the bounce of the song among its stems: the one that is the sum of the others.</summary>
/// <remarks>
/// Level and wave form must both agree: over 100 ms pieces its level is within 1 dB of the sum's, and both run together. Rules of
/// thumb: 9 pieces in 10 of the first two minutes, a correlation of 0.9, and no single other stem may be the whole sum, or a copy would count as a bounce.
/// </remarks>
internal sealed class BounceFinder(RehearsalRun run)
{
    private const double SameDb = 1;
    private const double PlausibleLu = 3;
    private const double LeastShare = 0.9;
    private const double LeastCorrelation = 0.9;
    private const double LowestDbfs = -60;
    private const double PieceSeconds = 0.1;
    private const double HeardSeconds = 120;
    private const int LeastPieces = 10;
    private const int LeastTracks = 3;
    private const int BlockFrames = 4096;

    /// <summary>Looks for it.</summary>
    /// <param name="mayBe">Which tracks may be it.</param>
    /// <returns>The track, or null.</returns>
    public SessionTrack? Find(Func<SessionTrack, bool> mayBe)
    {
        SessionTrack[] tracks = [.. run.Session.Tracks.Where(track => run.ReadingOf(track) is { InMix: true, Role: not Role.MixBus, IsAudible: true })];
        if (tracks.Length < LeastTracks)
        {
            return null;
        }

        double[] powers = [.. tracks.Select(track => Decibels.ToPower(run.ReadingOf(track).IntegratedLufs))];
        foreach (int index in Enumerable.Range(0, tracks.Length).OrderByDescending(index => powers[index]))
        {
            double others = Decibels.FromPower(powers.Sum() - powers[index]);
            double largestOther = Decibels.FromPower(powers.Where((_, other) => other != index).Max());
            bool isPlausible = Math.Abs(Decibels.FromPower(powers[index]) - others) < PlausibleLu && others - largestOther > SameDb / 2;
            if (isPlausible && mayBe(tracks[index]) && IsSum(tracks, index))
            {
                return tracks[index];
            }
        }

        return null;
    }

    private bool IsSum(SessionTrack[] tracks, int candidate)
    {
        float[] own = new float[2 * (int)(HeardSeconds * run.HighestRateHz)];
        float[] sum = new float[own.Length];
        try
        {
            // One stem at a time, so that however many there are, one file is open.
            for (int index = 0; index < tracks.Length; index++)
            {
                Add(tracks[index], index == candidate ? own : sum);
            }
        }
        catch (InputException)
        {
            // It was said when the stem was measured.
            return false;
        }

        return IsSame(own, sum);
    }

    private void Add(SessionTrack track, float[] interleaved)
    {
        using Resampler stem = new(track.OpenInSong(), run.HighestRateHz);
        float[][] block = [new float[BlockFrames], new float[BlockFrames]];
        for (int at = 0; at < interleaved.Length && StemRenderer.Fill(stem, block) is > 0 and var read;)
        {
            for (int frame = 0; frame < read && at < interleaved.Length; frame++, at += 2)
            {
                interleaved[at] += block[0][frame];
                interleaved[at + 1] += block[stem.Channels - 1][frame];
            }
        }
    }

    private bool IsSame(float[] own, float[] sum)
    {
        int length = 2 * (int)(PieceSeconds * run.HighestRateHz);
        int pieces = 0;
        int alike = 0;
        (double Own, double Sum, double Both) energy = default;
        for (int at = 0; at + length <= own.Length; at += length)
        {
            ReadOnlySpan<float> one = own.AsSpan(at, length);
            ReadOnlySpan<float> other = sum.AsSpan(at, length);
            double ownPower = Product(one, one);
            if (Decibels.FromPower(ownPower / length) < LowestDbfs)
            {
                continue;
            }

            double sumPower = Product(other, other);
            pieces++;
            alike += Math.Abs(Decibels.FromPower(ownPower) - Decibels.FromPower(sumPower)) <= SameDb ? 1 : 0;
            energy = (energy.Own + ownPower, energy.Sum + sumPower, energy.Both + Product(one, other));
        }

        return pieces >= LeastPieces
            && alike >= LeastShare * pieces
            && energy.Both >= LeastCorrelation * Math.Sqrt(energy.Own * energy.Sum);
    }

    private static double Product(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += (double)one[i] * other[i];
        }

        return sum;
    }
}
