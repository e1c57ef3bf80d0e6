using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>Several tracks as one: their energies summed slot by slot at the same song position, each behind a gain of its own.</summary>
/// <remarks>
/// [worker] A page is summed again only when one of its slots or a gain changed. A slot that only some tracks have heard is the sum of
/// those. The sum is of energies: right for tracks that have nothing to do with one another, up to 3 dB low for two that hold the same sound.
/// </remarks>
public sealed class VoiceSum
{
    private readonly Dictionary<long, long> _stamps = [];
    private double[] _gainsDb = [];
    private float[] _powers = [];
    private long _removals = -1;

    /// <summary>The sum as a track is read.</summary>
    public TrackAnalysis Analysis { get; } = new() { LetsGo = false, IsSum = true };

    /// <summary>The sum against the focal.</summary>
    public RelativeLoudness Relative { get; } = new();

    /// <summary>Takes in what changed.</summary>
    /// <param name="tracks">The tracks, up to date.</param>
    /// <param name="gainsDb">Gain of each in dB; negative infinity leaves a track out.</param>
    /// <param name="focal">The focal, up to date, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Update(ReadOnlySpan<TrackAnalysis> tracks, ReadOnlySpan<double> gainsDb, TrackAnalysis? focal, bool isPestana)
    {
        long removals = isPestana ? 1 : 0;
        foreach (TrackAnalysis track in tracks)
        {
            removals = (removals * 31) + track.Timeline.Removals;
        }

        if (removals != _removals || !gainsDb.SequenceEqual(_gainsDb))
        {
            Clear();
            _removals = removals;
            _gainsDb = gainsDb.ToArray();
            _powers = Array.ConvertAll(_gainsDb, gain => (float)Decibels.ToPower(gain));
        }

        EnvelopeSum energies = new(tracks, _powers);
        for (int track = 0; track < tracks.Length; track++)
        {
            for (int i = 0; i < tracks[track].Timeline.Pages.Count; i++)
            {
                long index = tracks[track].Timeline.Pages[i].Index;
                if (!energies.IsOfEarlier(track, index))
                {
                    SumPage(tracks, energies, index);
                }
            }
        }

        Analysis.Update();
        Relative.Update(Analysis, focal, isPestana);
    }

    /// <summary>Forgets all, and keeps the memory: the next update may sum other tracks.</summary>
    public void Clear()
    {
        Analysis.Clear();
        _stamps.Clear();
        _removals = -1;
    }

    private void SumPage(ReadOnlySpan<TrackAnalysis> tracks, EnvelopeSum energies, long index)
    {
        long stamp = 17;
        foreach (TrackAnalysis track in tracks)
        {
            stamp = (stamp * 1_000_003) + (track.Timeline.Page(index)?.Revision ?? 0);
        }

        if (_stamps.GetValueOrDefault(index) == stamp)
        {
            return;
        }

        _stamps[index] = stamp;
        Span<float> weighted = stackalloc float[SlotPage.Length];
        Span<float> unweighted = stackalloc float[SlotPage.Length];
        Span<float> pestana = stackalloc float[SlotPage.Length];
        _ = energies.Fill(index, weighted);
        unweighted.Clear();
        pestana.Clear();
        for (int track = 0; track < tracks.Length; track++)
        {
            if (tracks[track].Timeline.Page(index) is { } page)
            {
                Add(page, _powers[track], unweighted, pestana);
            }
        }

        File(index, weighted, unweighted, pestana);
    }

    private static void Add(SlotPage page, float power, Span<float> unweighted, Span<float> pestana)
    {
        float[]? shelved = page.PestanaMeanSquares;
        for (int i = 0; i < SlotPage.Length; i++)
        {
            if (!float.IsNaN(page.MeanSquares[i]))
            {
                unweighted[i] += page.UnweightedMeanSquare(i) * power;
                pestana[i] += (shelved?[i] ?? float.NaN) * power;
            }
        }
    }

    // Of a page that plays only a slot or two are new.
    private void File(long index, ReadOnlySpan<float> weighted, ReadOnlySpan<float> unweighted, ReadOnlySpan<float> pestana)
    {
        SlotPage? before = Analysis.Timeline.Page(index);
        for (int i = 0; i < SlotPage.Length; i++)
        {
            float shelved = before?.PestanaMeanSquares?[i] ?? float.NaN;
            if (float.IsNaN(weighted[i]) || (before is not null && before.MeanSquares[i].Equals(weighted[i]) && shelved.Equals(pestana[i])))
            {
                continue;
            }

            long slot = (index * SlotPage.Length) + i;
            Analysis.File(new LoudnessSlot
            {
                Index = slot,
                RunStart = slot - 1,
                MeanSquare = weighted[i],
                PestanaMeanSquare = pestana[i],
                UnweightedMeanSquare = unweighted[i],
                SamplePeak = 0,
                TruePeak = 0,
                MomentaryMaxMeanSquare = float.NaN,
                ShortTermMaxMeanSquare = float.NaN,
            });
        }
    }
}
