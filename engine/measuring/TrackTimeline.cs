using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>What one track measured, filed by song position: a looped chorus counts once.</summary>
/// <remarks>
/// [worker] Last write wins, except that a cold slot never replaces a warm one (see <see cref="LoudnessSlot.IsCold"/>).
/// Memory is bounded: past 6 h of song the page written longest ago is dropped, and its memory is used again.
/// The pages of the first <see cref="PagesAhead"/> x 96 s of song are made with the timeline, so that filing them allocates nothing.
/// Each later page of new song allocates about 8 kB, once.
/// </remarks>
public sealed class TrackTimeline
{
    /// <summary>Pages kept: 6 h and a bit.</summary>
    public const int MaximumPages = (6 * 3600 * 10 / SlotPage.Length) + 1;

    /// <summary>Pages made ahead: any 11 minutes of song lie on 8 of them.</summary>
    public const int PagesAhead = 8;

    private const int GroupsInPage = SlotPage.Length / PeakGroup.Slots;

    private readonly List<SlotPage> _pages = new(MaximumPages + 1);
    private readonly Stack<SlotPage> _spares = new(MaximumPages + 1);

    /// <summary>Makes a timeline on which nothing is filed.</summary>
    public TrackTimeline()
    {
        for (int i = 0; i < PagesAhead; i++)
        {
            _spares.Push(new SlotPage(0));
        }
    }

    /// <summary>Pages in song order.</summary>
    public IReadOnlyList<SlotPage> Pages => _pages;

    /// <summary>Song position of the slot written last, or null before the first.</summary>
    public long? LastWritten { get; private set; }

    /// <summary>Counts the changes: slots accepted, forgotten or put behind a gain. It never repeats.</summary>
    public long Revision { get; private set; }

    /// <summary>Counts the times that pages left, clears included.</summary>
    public long Removals { get; private set; }

    /// <summary>From the first slot that was heard to the last; null = nothing was heard.</summary>
    public SlotRange? Heard
    {
        get
        {
            if (_pages.Count == 0)
            {
                return null;
            }

            SlotPage first = _pages[0];
            SlotPage last = _pages[^1];
            int from = Array.FindIndex(first.MeanSquares, static slot => !float.IsNaN(slot));
            int to = Array.FindLastIndex(last.MeanSquares, static slot => !float.IsNaN(slot));
            return from < 0 || to < 0 ? new SlotRange(first.Slots.First, last.Slots.End) : new SlotRange(first.Slots.First + from, last.Slots.First + to + 1);
        }
    }

    /// <summary>Index of the page that a slot stands on.</summary>
    /// <param name="slot">Slot index, may be negative.</param>
    /// <returns>floor(slot / 960).</returns>
    public static long PageOf(long slot) => Math.DivRem(slot, SlotPage.Length) is var (quotient, rest) && rest < 0 ? quotient - 1 : quotient;

    /// <summary>The page of an index, or null.</summary>
    /// <param name="index">Page index.</param>
    /// <returns>The page or null.</returns>
    public SlotPage? Page(long index)
    {
        int place = PlaceOf(index);
        return place < 0 ? null : _pages[place];
    }

    /// <summary>The energy of a slot.</summary>
    /// <param name="slot">Slot index.</param>
    /// <param name="isPestana">The Pestana energy instead of the K-weighted one.</param>
    /// <returns>Mean square; NaN = not heard.</returns>
    public float MeanSquareAt(long slot, bool isPestana)
    {
        long index = PageOf(slot);
        float[]? energies = Page(index) is { } page ? isPestana ? page.PestanaMeanSquares : page.MeanSquares : null;
        return energies?[slot - (index * SlotPage.Length)] ?? float.NaN;
    }

    /// <summary>The energies of slots that follow one another.</summary>
    /// <param name="firstSlot">The first one's index.</param>
    /// <param name="isPestana">The Pestana energies instead of the K-weighted ones.</param>
    /// <param name="energies">Takes a mean square a slot; NaN = not heard.</param>
    public void CopyMeanSquares(long firstSlot, bool isPestana, Span<float> energies)
    {
        for (int i = 0; i < energies.Length;)
        {
            long index = PageOf(firstSlot + i);
            int offset = (int)(firstSlot + i - (index * SlotPage.Length));
            int count = Math.Min(energies.Length - i, SlotPage.Length - offset);
            if ((Page(index) is { } page ? isPestana ? page.PestanaMeanSquares : page.MeanSquares : null) is { } there)
            {
                there.AsSpan(offset, count).CopyTo(energies[i..]);
            }
            else
            {
                energies.Slice(i, count).Fill(float.NaN);
            }

            i += count;
        }
    }

    /// <summary>The K-weighted energy of a slot that was heard on a straight run.</summary>
    /// <param name="slot">Slot index.</param>
    /// <returns>Mean square; NaN = not heard, or cold.</returns>
    public float WarmMeanSquareAt(long slot)
    {
        long index = PageOf(slot);
        int offset = (int)(slot - (index * SlotPage.Length));
        return Page(index) is { } page && page.IsWarm(offset) ? page.MeanSquares[offset] : float.NaN;
    }

    /// <summary>Files a slot.</summary>
    /// <param name="slot">What was measured.</param>
    /// <returns>False when a warm slot is there and this one is cold: the position is noted and nothing else.</returns>
    public bool File(in LoudnessSlot slot)
    {
        LastWritten = slot.Index;
        long index = PageOf(slot.Index);
        int offset = (int)(slot.Index - (index * SlotPage.Length));
        SlotPage page = Page(index) ?? Add(index);
        if (slot.IsCold && page.IsWarm(offset))
        {
            return false;
        }

        Revision++;
        page.Write(offset, slot, Revision);
        return true;
    }

    /// <summary>Notes that the song has come to a slot that is not filed.</summary>
    /// <param name="slot">Slot index.</param>
    public void NotePosition(long slot) => LastWritten = slot;

    /// <summary>Forgets all seconds of song but those that were filed as a whole from a moment on.</summary>
    /// <param name="since">Count of slots filed.</param>
    /// <param name="alsoKept">A <see cref="PeakGroup"/> to keep all the same.</param>
    public void KeepSince(uint since, long alsoKept)
    {
        Revision++;
        Removals++;
        for (int place = _pages.Count - 1; place >= 0; place--)
        {
            SlotPage page = _pages[place];
            bool isKept = false;
            for (long group = page.Index * GroupsInPage; group < (page.Index + 1) * GroupsInPage; group++)
            {
                if (page.WholeSince(group) >= since || group == alsoKept)
                {
                    isKept = true;
                    page.EraseMaxima(group, Revision);
                }
                else
                {
                    page.EraseGroup(group, Revision);
                }
            }

            if (!isKept)
            {
                _spares.Push(page);
                _pages.RemoveAt(place);
            }
        }
    }

    /// <summary>Forgets slots of one second of song.</summary>
    /// <param name="group">Which second.</param>
    /// <param name="slots">A bit for each slot to keep.</param>
    /// <param name="peaks">What its peaks are then.</param>
    public void KeepOnly(long group, int slots, in PeakGroup peaks)
    {
        if (Page(PageOf(group * PeakGroup.Slots)) is not { } page)
        {
            return;
        }

        Revision++;
        for (int i = 0; i < PeakGroup.Slots; i++)
        {
            if ((slots >> i & 1) == 0)
            {
                page.Erase((int)((group * PeakGroup.Slots) + i - (page.Index * SlotPage.Length)), Revision);
            }
        }

        page.ReplacePeaks(group, peaks, 0);
    }

    /// <summary>Puts all seconds of song behind a gain, but those that were filed as a whole from a moment on.</summary>
    /// <param name="power">Power gain.</param>
    /// <param name="since">Count of slots filed.</param>
    /// <param name="alsoLeft">A <see cref="PeakGroup"/> to leave as it is all the same.</param>
    public void ScaleBefore(float power, uint since, long alsoLeft)
    {
        Revision++;
        foreach (SlotPage page in _pages)
        {
            for (long group = page.Index * GroupsInPage; group < (page.Index + 1) * GroupsInPage; group++)
            {
                if (page.WholeSince(group) >= since || group == alsoLeft)
                {
                    page.EraseMaxima(group, Revision);
                }
                else
                {
                    page.ScaleGroup(group, power, Revision);
                }
            }
        }
    }

    /// <summary>Takes a stretch of a page of another timeline over, in place of what was there.</summary>
    /// <param name="from">The other timeline's page.</param>
    /// <param name="slots">The stretch, on that page.</param>
    public void Mirror(SlotPage from, SlotRange slots)
    {
        Revision++;
        (Page(from.Index) ?? Add(from.Index)).Mirror(from, slots, Revision);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (SlotPage page in _pages)
        {
            _spares.Push(page);
        }

        _pages.Clear();
        LastWritten = null;
        Revision++;
        Removals++;
    }

    private SlotPage Add(long index)
    {
        if (_pages.Count == MaximumPages)
        {
            DropTheOldest();
        }

        SlotPage page;
        if (_spares.TryPop(out SlotPage? spare))
        {
            page = spare;
            page.Reuse(index);
        }
        else
        {
            page = new SlotPage(index);
        }

        _pages.Insert(~PlaceOf(index), page);
        return page;
    }

    private void DropTheOldest()
    {
        int oldest = 0;
        for (int place = 1; place < _pages.Count; place++)
        {
            oldest = _pages[place].Revision < _pages[oldest].Revision ? place : oldest;
        }

        _spares.Push(_pages[oldest]);
        _pages.RemoveAt(oldest);
        Removals++;
    }

    /// <summary>Place of a page in the list, or the complement of where it belongs.</summary>
    private int PlaceOf(long index)
    {
        int low = 0;
        int high = _pages.Count - 1;

        // A song that plays on writes and reads its last page.
        if (high >= 0 && _pages[high].Index == index)
        {
            return high;
        }

        while (low <= high)
        {
            int middle = (low + high) / 2;
            long there = _pages[middle].Index;
            if (there == index)
            {
                return middle;
            }

            (low, high) = there < index ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
