using System.Buffers;
using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Measuring;
using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Songs;

/// <summary>Finds the sections of a song from its voices: where what plays, and how loud, becomes another.</summary>
/// <remarks>
/// <para>[any] Pure. Each 100 ms has a vector: the level of each voice over 400 ms against its own loudness, held within 20 LU. The novelty of a moment is
/// the root mean square, over the voices, of the mean level after it minus the mean level before it. Its peaks are the borders. Faders
/// change nothing.</para>
/// <para><b>Source:</b> the novelty of Foote, ICME 2000, doi 10.1109/ICME.2000.869637, on levels in place of spectra. The figures are rules of thumb, held
/// against the scores of two songs: docs/decisions.</para>
/// </remarks>
public static class SectionFinder
{
    // A tenth of the song on either side of a border, within these.
    private const int ShortestSideSlots = 40;
    private const int LongestSideSlots = 80;
    private const double FloorLu = 20;

    // A border's novelty in LU, and its share of the song's largest.
    private const double LeastNoveltyLu = 2.5;
    private const double LeastShare = 0.33;
    private const double SameLetterLu = 2.5;

    /// <summary>The sections by the voices' levels.</summary>
    /// <param name="voices">The voices, up to date.</param>
    /// <param name="heard">From the first slot heard to the last.</param>
    /// <returns>The sections in song order, without gaps; none where nothing was heard.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<SongSection> Find(IReadOnlyList<TrackAnalysis> voices, SlotRange heard)
    {
        LevelTable[] levels = [.. voices.Where(voice => voice.Windows.MeanSquare > 0).Select(voice => new LevelTable(voice, heard))];
        if (heard.Count == 0 || levels.Length == 0)
        {
            return [];
        }

        int count = (int)heard.Count;
        int side = Math.Clamp(count / 10, ShortestSideSlots, LongestSideSlots);
        double[] lent = ArrayPool<double>.Shared.Rent(count);
        ArraySegment<double> novelty = new(lent, 0, count);
        FindNovelty(levels, side, novelty);
        List<int> borders = [0, .. Peaks(novelty, side), count];
        ArrayPool<double>.Shared.Return(lent);
        List<(string Letter, double[] Mean)> letters = [];
        ImmutableArray<SongSection>.Builder sections = ImmutableArray.CreateBuilder<SongSection>();
        for (int i = 1; i < borders.Count; i++)
        {
            SlotRange range = new(heard.First + borders[i - 1], heard.First + borders[i]);
            string letter = LetterOf([.. levels.Select(level => level.Mean(borders[i - 1], borders[i]))], letters);
            sections.Add(new SongSection(letter, null, range.FromSeconds, range.ToSeconds));
        }

        foreach (LevelTable level in levels)
        {
            level.GiveBack();
        }

        return sections.ToImmutable();
    }

    /// <summary>The sections by the markers of a session.</summary>
    /// <param name="markers">The markers, in any order.</param>
    /// <param name="heard">From the first slot heard to the last.</param>
    /// <returns>The sections in song order; none where no marker lies in the song.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<SongSection> From(IEnumerable<SongMarker> markers, SlotRange heard)
    {
        SongMarker[] inSong = [.. markers.Where(marker => marker.AtSeconds < heard.ToSeconds && !(marker.ToSeconds <= heard.FromSeconds)).OrderBy(marker => marker.AtSeconds)];
        ImmutableArray<SongSection>.Builder sections = ImmutableArray.CreateBuilder<SongSection>();
        double reached = heard.FromSeconds;
        for (int i = 0; i < inSong.Length; i++)
        {
            double from = Math.Max(inSong[i].AtSeconds, heard.FromSeconds);
            double next = i + 1 < inSong.Length ? inSong[i + 1].AtSeconds : heard.ToSeconds;
            double to = Math.Min(Math.Min(inSong[i].ToSeconds ?? next, next), heard.ToSeconds);
            if (to > from)
            {
                if (from > reached)
                {
                    sections.Add(new SongSection("", "–", reached, from));
                }

                sections.Add(new SongSection("", string.IsNullOrWhiteSpace(inSong[i].Name) ? $"{i + 1}" : inSong[i].Name.Trim(), from, to));
                reached = to;
            }
        }

        if (sections.Count > 0 && reached < heard.ToSeconds)
        {
            sections.Add(new SongSection("", "–", reached, heard.ToSeconds));
        }

        return sections.ToImmutable();
    }

    /// <summary>Gives sections the names that a person gave.</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="names">The names.</param>
    /// <returns>The sections, named; of several names in one section the last counts.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<SongSection> Named(ImmutableArray<SongSection> sections, ImmutableArray<SectionName> names) =>
        names.IsDefaultOrEmpty ? sections : [.. sections.Select(section => names.LastOrDefault(name => name.AtSeconds >= section.FromSeconds && name.AtSeconds < section.ToSeconds) is { } known
            ? section with { Name = known.Name }
            : section)];

    private static void FindNovelty(LevelTable[] levels, int side, Span<double> novelty)
    {
        int count = novelty.Length;
        novelty.Clear();
        for (int at = ShortestSideSlots / 2; at <= count - (ShortestSideSlots / 2); at++)
        {
            double sum = 0;
            int known = 0;
            foreach (LevelTable level in levels)
            {
                double step = level.Mean(at, Math.Min(count, at + side)) - level.Mean(Math.Max(0, at - side), at);
                if (!double.IsNaN(step))
                {
                    sum += step * step;
                    known++;
                }
            }

            novelty[Math.Min(at, count - 1)] = known == 0 ? 0 : Math.Sqrt(sum / known);
        }
    }

    // The highest first; none nearer to a higher one, or to an end of the song, than a side.
    private static IEnumerable<int> Peaks(ArraySegment<double> novelty, int side)
    {
        double least = Math.Max(LeastNoveltyLu, novelty.Max() * LeastShare);
        List<int> borders = [];
        foreach (int peak in Enumerable.Range(0, novelty.Count).Where(at => novelty[at] >= least && IsPeak(novelty, at, side / 2)).OrderByDescending(at => Math.Round(novelty[at], 6)).ThenBy(at => at))
        {
            if (peak >= side && peak <= novelty.Count - side && borders.TrueForAll(border => Math.Abs(border - peak) >= side))
            {
                borders.Add(peak);
            }
        }

        return borders.Order();
    }

    // Rounded, so that a flat top is one peak: its first.
    private static bool IsPeak(ArraySegment<double> novelty, int at, int reach)
    {
        for (int near = Math.Max(0, at - reach); near <= Math.Min(novelty.Count - 1, at + reach); near++)
        {
            double other = Math.Round(novelty[near] - novelty[at], 6);
            if (other > 0 || (other == 0 && near < at))
            {
                return false;
            }
        }

        return true;
    }

    private static string LetterOf(double[] mean, List<(string Letter, double[] Mean)> letters)
    {
        (string Letter, double Distance) nearest = ("", double.PositiveInfinity);
        foreach ((string letter, double[] known) in letters)
        {
            double distance = Distance(mean, known);
            nearest = distance < nearest.Distance ? (letter, distance) : nearest;
        }

        if (nearest.Distance < SameLetterLu)
        {
            return nearest.Letter;
        }

        // A to Z, then A2 and on.
        string next = $"{(char)('A' + (letters.Count % 26))}{(letters.Count < 26 ? "" : $"{(letters.Count / 26) + 1}")}";
        letters.Add((next, mean));
        return next;
    }

    private static double Distance(double[] a, double[] b)
    {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double step = a[i] - b[i];
            if (!double.IsNaN(step))
            {
                sum += step * step;
                known++;
            }
        }

        return known == 0 ? double.PositiveInfinity : Math.Sqrt(sum / known);
    }

    /// <summary>A voice's level over the song, summed up so that the mean of any stretch costs the same. Its arrays are lent.</summary>
    private sealed class LevelTable
    {
        private const int WindowSlots = 4;

        private readonly double[] _sums;
        private readonly int[] _counts;

        public LevelTable(TrackAnalysis voice, SlotRange heard)
        {
            double own = Decibels.FromPower(voice.Windows.MeanSquare);
            int count = (int)heard.Count;
            _sums = ArrayPool<double>.Shared.Rent(count + 1);
            _counts = ArrayPool<int>.Shared.Rent(count + 1);
            (_sums[0], _counts[0]) = (0, 0);

            // The window around each slot: what was not heard of it is left out.
            float[] lent = ArrayPool<float>.Shared.Rent(count + WindowSlots - 1);
            Span<float> energies = lent.AsSpan(0, count + WindowSlots - 1);
            voice.Timeline.CopyMeanSquares(heard.First - (WindowSlots / 2), isPestana: false, energies);
            for (int i = 0; i < count; i++)
            {
                float meanSquare = MeanOf(energies.Slice(i, WindowSlots));
                bool isHeard = !float.IsNaN(meanSquare);
                _sums[i + 1] = _sums[i] + (isHeard ? Math.Clamp(Decibels.FromPower(meanSquare) - own, -FloorLu, FloorLu) : 0);
                _counts[i + 1] = _counts[i] + (isHeard ? 1 : 0);
            }

            ArrayPool<float>.Shared.Return(lent);
        }

        private static float MeanOf(ReadOnlySpan<float> window)
        {
            float sum = 0;
            int there = 0;
            foreach (float slot in window)
            {
                sum += float.IsNaN(slot) ? 0 : slot;
                there += float.IsNaN(slot) ? 0 : 1;
            }

            return there == 0 ? float.NaN : sum / there;
        }

        public void GiveBack()
        {
            ArrayPool<double>.Shared.Return(_sums);
            ArrayPool<int>.Shared.Return(_counts);
        }

        /// <summary>The mean level of a stretch; NaN where less than half of it was heard.</summary>
        public double Mean(int first, int end)
        {
            int count = _counts[end] - _counts[first];
            return count == 0 || count * 2 < end - first ? double.NaN : (_sums[end] - _sums[first]) / count;
        }
    }
}
