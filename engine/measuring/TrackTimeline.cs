using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>What one track measured, filed by song position: a looped chorus counts once.</summary>
/// <remarks>
/// [worker] Last write wins, except that a cold slot never replaces a warm one (see <see cref="LoudnessSlot.IsCold"/>).
/// Memory is bounded: past 6 h of song the page written longest ago is dropped.
/// </remarks>
public sealed class TrackTimeline
{
    /// <summary>Pages kept: 6 h and a bit.</summary>
    public const int MaximumPages = (6 * 3600 * 10 / SlotPage.Length) + 1;

    private readonly SortedList<long, SlotPage> _pages = [];
    private readonly LinkedList<long> _leastRecentFirst = [];

    /// <summary>Pages in song order.</summary>
    public IList<SlotPage> Pages => _pages.Values;

    /// <summary>Song position of the slot written last, or null before the first.</summary>
    public long? LastWritten { get; private set; }

    /// <summary>Counts the accepted slots, clears included.</summary>
    public long Revision { get; private set; }

    /// <summary>Index of the page that a slot stands on.</summary>
    /// <param name="slot">Slot index, may be negative.</param>
    /// <returns>floor(slot / 960).</returns>
    public static long PageOf(long slot) => Math.DivRem(slot, SlotPage.Length) is var (quotient, rest) && rest < 0 ? quotient - 1 : quotient;

    /// <summary>The page of an index, or null.</summary>
    /// <param name="index">Page index.</param>
    /// <returns>The page or null.</returns>
    public SlotPage? Page(long index) => _pages.GetValueOrDefault(index);

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

    /// <summary>Files a slot.</summary>
    /// <param name="slot">What was measured.</param>
    /// <returns>False when a warm slot is there and this one is cold: the position is noted and nothing else.</returns>
    public bool File(in LoudnessSlot slot)
    {
        LastWritten = slot.Index;
        long index = PageOf(slot.Index);
        int offset = (int)(slot.Index - (index * SlotPage.Length));
        if (!_pages.TryGetValue(index, out SlotPage? page))
        {
            page = new SlotPage(index);
            _pages.Add(index, page);
        }

        if (slot.IsCold && page.IsWarm(offset))
        {
            return false;
        }

        Revision++;
        page.Write(offset, slot, Revision);
        NoteUse(index);
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _pages.Clear();
        _leastRecentFirst.Clear();
        LastWritten = null;
        Revision++;
    }

    private void NoteUse(long index)
    {
        if (_leastRecentFirst.Last?.Value == index)
        {
            return;
        }

        _leastRecentFirst.Remove(index);
        _leastRecentFirst.AddLast(index);
        while (_pages.Count > MaximumPages)
        {
            _pages.Remove(_leastRecentFirst.First!.Value);
            _leastRecentFirst.RemoveFirst();
        }
    }
}
