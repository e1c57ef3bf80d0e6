using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>A track against the focal over song time, both at their inserts: 3 s of song around every 100 ms.</summary>
/// <remarks>
/// [worker] A point is the energy of the track against that of the focal over the 3 s around it, over what sounds of both: where both
/// sound throughout it is the difference of their short-term loudness. There is none where less than a third of the 3 s sounds of both.
/// What sounds is what the reading is made of, so the energies of all points together give the reading. A page of 96 s is worked out
/// again only when it, its neighbours or a gate changed. <b>Source:</b> the 3 s of EBU Tech 3341's short-term loudness.
/// </remarks>
public sealed class LevelCurve
{
    /// <summary>Slots in a window: 3 s.</summary>
    public const int WindowSlots = 30;

    /// <summary>Slots of a window that lie before its point.</summary>
    public const int SlotsBefore = WindowSlots / 2;

    /// <summary>Slots that must sound of both: a third of the window. Rule of thumb, as in <see cref="PairPage"/>.</summary>
    private const int LeastSlots = 10;

    private const int Reach = WindowSlots;

    private readonly Dictionary<long, CurvePage> _pages = [];
    private readonly List<CurvePage> _ordered = [];
    private CurveSide _track;
    private CurveSide _focal;
    private SlotRange _part;
    private bool _isPestana;
    private long _stamp = long.MinValue;

    /// <summary>Counts the changes of any point.</summary>
    public long Version { get; private set; }

    /// <summary>The pages that have points, in song order.</summary>
    public IReadOnlyList<CurvePage> Pages => _ordered;

    /// <summary>Takes in what changed. Costs next to nothing when nothing did.</summary>
    /// <param name="track">The track.</param>
    /// <param name="focal">The focal.</param>
    /// <param name="part">The part that counts; empty = the whole song.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Update(CurveSide track, CurveSide focal, SlotRange part, bool isPestana)
    {
        long stamp = track.Song.Version + (31 * focal.Song.Version) + (127 * (track.Part?.Version ?? 0)) + (8191 * (focal.Part?.Version ?? 0));
        bool isOther = track != _track || focal != _focal || part != _part || isPestana != _isPestana;
        if (!isOther && stamp == _stamp)
        {
            return;
        }

        if (isOther)
        {
            _pages.Clear();
            _ordered.Clear();
            Version++;
        }

        (_track, _focal, _part, _isPestana, _stamp) = (track, focal, part, isPestana, stamp);
        DropPagesThatLeft();
        IReadOnlyList<SlotPage> pages = track.Song.Timeline.Pages;
        for (int i = 0; i < pages.Count; i++)
        {
            UpdatePage(pages[i].Index);
        }
    }

    /// <summary>The point at a slot.</summary>
    /// <param name="slot">The slot that begins at the point: its time is slot / 10 s, and its window the 3 s around that.</param>
    /// <returns>LU at the inserts; NaN = not both sound.</returns>
    public float At(long slot)
    {
        long index = TrackTimeline.PageOf(slot);
        return _pages.TryGetValue(index, out CurvePage? page) ? page.Lu[slot - (index * SlotPage.Length)] : float.NaN;
    }

    /// <summary>The energy mean of the curve over a part, each moment as it sounds: what a reading over that part is.</summary>
    /// <param name="part">The part.</param>
    /// <returns>LU at the inserts; NaN = less than a second sounds of both.</returns>
    public double MeanLu(SlotRange part)
    {
        double track = 0;
        double focal = 0;
        double weight = 0;
        Span<float> trackEnergies = stackalloc float[SlotPage.Length + Reach];
        Span<float> focalEnergies = stackalloc float[SlotPage.Length + Reach];
        Span<float> weights = stackalloc float[SlotPage.Length + Reach];
        foreach (CurvePage page in _ordered)
        {
            SlotRange common = part.Intersect(new SlotRange(page.Index * SlotPage.Length, (page.Index + 1) * SlotPage.Length));
            if (common.Count == 0)
            {
                continue;
            }

            Fill((page.Index * SlotPage.Length) - SlotsBefore, trackEnergies, focalEnergies, weights);
            int first = (int)(common.First - (page.Index * SlotPage.Length)) + SlotsBefore;
            for (int i = first; i < first + common.Count; i++)
            {
                track += weights[i] * (double)trackEnergies[i];
                focal += weights[i] * (double)focalEnergies[i];
                weight += weights[i];
            }
        }

        return focal > 0 && weight >= LeastSlots ? Decibels.FromPower(track / focal) : double.NaN;
    }

    private void DropPagesThatLeft()
    {
        for (int i = _ordered.Count - 1; i >= 0; i--)
        {
            if (_track.Song.Timeline.Page(_ordered[i].Index) is null)
            {
                _ = _pages.Remove(_ordered[i].Index);
                _ordered.RemoveAt(i);
                Version++;
            }
        }
    }

    private void UpdatePage(long index)
    {
        long stamp = 17;
        for (long page = index - 1; page <= index + 1; page++)
        {
            stamp = (stamp * 1_000_003) + VersionOf(_track, page);
            stamp = (stamp * 1_000_003) + VersionOf(_focal, page);
        }

        if (!_pages.TryGetValue(index, out CurvePage? known))
        {
            known = new CurvePage(index);
            _pages.Add(index, known);
            int at = _ordered.Count;
            while (at > 0 && _ordered[at - 1].Index > index)
            {
                at--;
            }

            _ordered.Insert(at, known);
        }

        if (known.Stamp != stamp)
        {
            known.Stamp = stamp;
            Version++;
            Draw(known);
        }
    }

    private long VersionOf(CurveSide side, long page) =>
        (side.Song.RelativeWindows(_isPestana).Page(page)?.Version ?? -1) + (7919 * (side.Part?.RelativeWindows(_isPestana).Page(page)?.Version ?? -1))
        + (104_729 * (side.Song.Timeline.Page(page)?.Revision ?? 0));

    private void Draw(CurvePage page)
    {
        Span<float> track = stackalloc float[SlotPage.Length + Reach];
        Span<float> focal = stackalloc float[SlotPage.Length + Reach];
        Span<float> weights = stackalloc float[SlotPage.Length + Reach];
        Fill((page.Index * SlotPage.Length) - SlotsBefore, track, focal, weights);
        double trackSum = 0;
        double focalSum = 0;
        double weight = 0;
        for (int i = 0; i < SlotPage.Length + Reach - 1; i++)
        {
            trackSum += weights[i] * (double)track[i];
            focalSum += weights[i] * (double)focal[i];
            weight += weights[i];
            int point = i - Reach + 1;
            if (point < 0)
            {
                continue;
            }

            // The window of a point ends half a window after it, and its first slot leaves with the next.
            bool isHeard = weight >= LeastSlots - 1e-3 && focalSum > 0 && trackSum > 0;
            page.Lu[point] = isHeard ? (float)Decibels.FromPower(trackSum / focalSum) : float.NaN;
            trackSum -= weights[point] * (double)track[point];
            focalSum -= weights[point] * (double)focal[point];
            weight -= weights[point];
        }
    }

    /// <summary>The energies of both sides from a slot on, and how much of each counts: the share of the windows over it in which both sound.</summary>
    private void Fill(long firstSlot, Span<float> track, Span<float> focal, Span<float> weights)
    {
        GatedWindows trackWindows = _track.Song.RelativeWindows(_isPestana);
        int window = trackWindows.Series.WindowSlots;
        Span<bool> sounds = stackalloc bool[track.Length + window - 1];
        FindSounding(_track.Song, _focal.Song, firstSlot, isInPart: false, sounds);
        Weigh(sounds, window, weights);
        _track.Song.Timeline.CopyMeanSquares(firstSlot, _isPestana, track);
        _focal.Song.Timeline.CopyMeanSquares(firstSlot, _isPestana, focal);
        for (int i = 0; i < track.Length && _part.Count > 0; i++)
        {
            weights[i] = _part.Contains(firstSlot + i) ? 0 : weights[i];
        }

        if (_part.Count > 0 && _track.Part is not null && _focal.Part is not null)
        {
            FillPart(firstSlot, window, sounds, weights);
        }

        for (int i = 0; i < track.Length; i++)
        {
            // A sum with NaN is NaN for good: what was not heard weighs nothing.
            bool isThere = weights[i] > 0 && !float.IsNaN(track[i] + focal[i]);
            (weights[i], track[i], focal[i]) = isThere ? (weights[i], track[i], focal[i]) : (0, 0, 0);
        }
    }

    private void FillPart(long firstSlot, int window, Span<bool> sounds, Span<float> weights)
    {
        if (_part.Intersect(new SlotRange(firstSlot, firstSlot + weights.Length)).Count == 0)
        {
            return;
        }

        FindSounding(_track.Part!, _focal.Part!, firstSlot, isInPart: true, sounds);
        Span<float> inside = stackalloc float[weights.Length];
        Weigh(sounds, window, inside);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = _part.Contains(firstSlot + i) ? inside[i] : weights[i];
        }
    }

    // A slot lies in the windows that end with it and with the slots after it.
    private static void Weigh(ReadOnlySpan<bool> sounds, int window, Span<float> weights)
    {
        float share = 1f / window;
        int count = 0;
        for (int ahead = 0; ahead < window - 1; ahead++)
        {
            count += sounds[ahead] ? 1 : 0;
        }

        for (int i = 0; i < weights.Length; i++)
        {
            count += sounds[i + window - 1] ? 1 : 0;
            weights[i] = count * share;
            count -= sounds[i] ? 1 : 0;
        }
    }

    // Windows that end in the part or outside of it, and pass the gates of both sides.
    private void FindSounding(TrackAnalysis track, TrackAnalysis focal, long firstSlot, bool isInPart, Span<bool> sounds)
    {
        GatedWindows trackWindows = track.RelativeWindows(_isPestana);
        GatedWindows focalWindows = focal.RelativeWindows(_isPestana);
        for (int i = 0; i < sounds.Length;)
        {
            long page = TrackTimeline.PageOf(firstSlot + i);
            int offset = (int)(firstSlot + i - (page * SlotPage.Length));
            int end = Math.Min(sounds.Length, i + SlotPage.Length - offset);
            GatedPage? trackPage = trackWindows.Page(page);
            GatedPage? focalPage = trackPage is null ? null : focalWindows.Page(page);
            for (; i < end; i++, offset++)
            {
                sounds[i] = focalPage is not null && _part.Contains(firstSlot + i) == isInPart
                    && ((trackPage!.Passes[offset >> 6] & focalPage.Passes[offset >> 6]) >> (offset & 63) & 1) != 0;
            }
        }
    }
}
