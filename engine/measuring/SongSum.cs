using System.Runtime.InteropServices;
using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>The energy of several tracks together over the song, each behind a gain of its own: where the song is loudest.</summary>
/// <remarks>
/// [worker] A page of 96 s is summed again only when one of its slots or a gain changed. What a track was not heard in counts as silence.
/// The sum is of energies, as in <see cref="VoiceSum"/>.
/// </remarks>
public sealed class SongSum
{
    private readonly Dictionary<long, Page> _pages = [];
    private double[] _gainsDb = [];
    private float[] _powers = [];
    private float[] _song = [];

    /// <summary>From the first slot that any track was heard in to the last; null = nothing was heard.</summary>
    public SlotRange? Heard { get; private set; }

    /// <summary>Takes in what changed.</summary>
    /// <param name="tracks">The tracks, up to date.</param>
    /// <param name="gainsDb">Gain of each in dB; negative infinity or NaN leaves a track out.</param>
    public void Update(ReadOnlySpan<TrackAnalysis> tracks, ReadOnlySpan<double> gainsDb)
    {
        if (!gainsDb.SequenceEqual(_gainsDb))
        {
            _gainsDb = gainsDb.ToArray();
            _powers = Array.ConvertAll(_gainsDb, gain => double.IsFinite(gain) ? (float)Decibels.ToPower(gain) : 0);
            Array.ForEach([.. _pages.Values], page => page.Stamp = -1);
        }

        foreach (Page page in _pages.Values)
        {
            page.IsThere = false;
        }

        foreach (TrackAnalysis track in tracks)
        {
            for (int i = 0; i < track.Timeline.Pages.Count; i++)
            {
                Sum(tracks, track.Timeline.Pages[i].Index);
            }
        }

        Heard = null;
        foreach ((long index, Page page) in _pages)
        {
            if (page is { IsThere: true, First: >= 0 })
            {
                long start = index * SlotPage.Length;
                SlotRange heard = new(start + page.First, start + page.End);
                Heard = Heard is { } before ? new SlotRange(Math.Min(before.First, heard.First), Math.Max(before.End, heard.End)) : heard;
            }
        }
    }

    /// <summary>The part of a length that holds the most energy, the first of equals.</summary>
    /// <param name="slots">Its length.</param>
    /// <returns>The part; null where no more than that was heard, so that the whole is the part.</returns>
    public SlotRange? Densest(int slots)
    {
        if (Heard is not { } heard || heard.Count <= slots || heard.Count > TrackTimeline.MaximumPages * SlotPage.Length)
        {
            return null;
        }

        int count = (int)heard.Count;
        if (_song.Length < count)
        {
            _song = new float[count + SlotPage.Length];
        }

        Span<float> song = _song.AsSpan(0, count);
        song.Clear();
        foreach ((long index, Page page) in _pages)
        {
            SlotRange common = new SlotRange(index * SlotPage.Length, (index + 1) * SlotPage.Length).Intersect(heard);
            if (page.IsThere && common.Count > 0)
            {
                page.Sums.AsSpan((int)(common.First - (index * SlotPage.Length)), (int)common.Count).CopyTo(song[(int)(common.First - heard.First)..]);
            }
        }

        return DensestOf(song, slots) is var first and >= 0 ? new SlotRange(heard.First + first, heard.First + first + slots) : null;
    }

    private static int DensestOf(ReadOnlySpan<float> song, int slots)
    {
        // A later part must be louder by more than the rounding of sums.
        const double More = 1 + 1e-6;
        double sum = 0;
        for (int i = 0; i < slots; i++)
        {
            sum += song[i];
        }

        double most = sum;
        int best = 0;
        for (int first = 1; first + slots <= song.Length; first++)
        {
            sum += song[first + slots - 1] - (double)song[first - 1];
            if (sum > most * More)
            {
                (most, best) = (sum, first);
            }
        }

        return most > 0 ? best : -1;
    }

    private void Sum(ReadOnlySpan<TrackAnalysis> tracks, long index)
    {
        ref Page? known = ref CollectionsMarshal.GetValueRefOrAddDefault(_pages, index, out _);
        Page page = known ??= new Page();
        if (page.IsThere)
        {
            return;
        }

        page.IsThere = true;
        long stamp = 17;
        foreach (TrackAnalysis track in tracks)
        {
            stamp = (stamp * 1_000_003) + (track.Timeline.Page(index)?.Revision ?? 0);
        }

        if (page.Stamp == stamp)
        {
            return;
        }

        (page.Stamp, page.First, page.End) = (stamp, -1, 0);
        Array.Clear(page.Sums);
        for (int track = 0; track < tracks.Length; track++)
        {
            if (tracks[track].Timeline.Page(index) is { } slots)
            {
                page.Add(slots.MeanSquares, _powers[track]);
            }
        }
    }

    private sealed class Page
    {
        public float[] Sums { get; } = new float[SlotPage.Length];

        public long Stamp { get; set; } = -1;

        public bool IsThere { get; set; }

        public int First { get; set; } = -1;

        public int End { get; set; }

        public void Add(ReadOnlySpan<float> slots, float power)
        {
            for (int i = 0; i < slots.Length; i++)
            {
                if (!float.IsNaN(slots[i]))
                {
                    Sums[i] += slots[i] * power;
                    First = First < 0 || i < First ? i : First;
                    End = Math.Max(End, i + 1);
                }
            }
        }
    }
}
