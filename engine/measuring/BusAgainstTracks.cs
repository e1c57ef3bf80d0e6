using System.Numerics;
using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>What an instance on the mix bus measured beside the tracks that it sums, slot by slot, over what it heard since a moment.</summary>
/// <remarks>
/// [worker] Whole seconds of song count. A page is gone through again only when the bus, the focal or a track changed on it. A slot
/// that a track has no data of is silence here: a host suspends what is silent, and who joined later is counted from then on by its caller.
/// </remarks>
public sealed class BusAgainstTracks
{
    private const double SlotSeconds = 0.1;
    private const int GroupsInPage = SlotPage.Length / PeakGroup.Slots;

    private static readonly float AbsoluteGate = (float)Decibels.MeanSquareOfLoudness(-70);

    private readonly Dictionary<long, (long Stamp, Sums Sums)> _pages = new(TrackTimeline.PagesAhead);
    private float[] _powers = [];
    private long _removals = -1;
    private Sums _sums;

    /// <summary>Energy of the bus over the windows in which the focal sounds, summed.</summary>
    public double BusUnderFocal => _sums.BusUnderFocal;

    /// <summary>Energy of the focal at its insert over the same windows, summed.</summary>
    public double FocalUnderBus => _sums.FocalUnderBus;

    /// <summary>Seconds of song that those are.</summary>
    public double SecondsUnderFocal => _sums.WindowsUnderFocal * SlotSeconds;

    /// <summary>Seconds in which the bus sounds.</summary>
    public double Seconds => _sums.Slots * SlotSeconds;

    /// <summary>The bus against the energy sum of its tracks in LU: above 0 it carries more than they account for. NaN = either is silent.</summary>
    public double AgainstTracksLu => _sums.Tracks > 0 && _sums.Bus > 0 ? Decibels.FromPower(_sums.Bus / _sums.Tracks) : double.NaN;

    /// <summary>Takes in what changed. All analyses must be up to date.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="since">Only seconds of which it filed the first slot at this count or later: see <see cref="SlotPage.WholeSince"/>.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="tracks">The tracks that it sums, the focal among them.</param>
    /// <param name="gainsDb">Gain of each between its insert and the bus, in dB; negative infinity leaves a track out.</param>
    /// <param name="isPestana">Whether what is held against the focal uses the Pestana shelf.</param>
    public void Update(TrackAnalysis bus, uint since, TrackAnalysis? focal, ReadOnlySpan<TrackAnalysis> tracks, ReadOnlySpan<double> gainsDb, bool isPestana)
    {
        if (_removals != bus.Timeline.Removals)
        {
            _pages.Clear();
            _removals = bus.Timeline.Removals;
        }

        if (_powers.Length != tracks.Length)
        {
            _powers = new float[tracks.Length];
        }

        HashCode settings = default;
        settings.Add(since);
        settings.Add(isPestana);
        settings.Add(focal);
        for (int i = 0; i < gainsDb.Length; i++)
        {
            _powers[i] = (float)Decibels.ToPower(gainsDb[i]);
            settings.Add(_powers[i]);
            settings.Add(tracks[i]);
        }

        long settingsStamp = settings.ToHashCode();
        _sums = default;
        for (int i = 0; i < bus.Timeline.Pages.Count; i++)
        {
            SlotPage page = bus.Timeline.Pages[i];
            long stamp = Stamp(settingsStamp, page, focal, tracks, isPestana);
            if (!_pages.TryGetValue(page.Index, out (long Stamp, Sums Sums) known) || known.Stamp != stamp)
            {
                known = (stamp, SumPage(bus, page, Math.Max(since, 1), focal, tracks, isPestana));
                _pages[page.Index] = known;
            }

            _sums.Add(known.Sums);
        }
    }

    private static long Stamp(long settings, SlotPage page, TrackAnalysis? focal, ReadOnlySpan<TrackAnalysis> tracks, bool isPestana)
    {
        long stamp = (settings * 1_000_003) + page.Revision;
        stamp = (stamp * 1_000_003) + (focal?.RelativeWindows(isPestana).Page(page.Index)?.Version ?? 0);
        foreach (TrackAnalysis track in tracks)
        {
            stamp = (stamp * 1_000_003) + (track.Timeline.Page(page.Index)?.Revision ?? 0);
        }

        return stamp;
    }

    private Sums SumPage(TrackAnalysis bus, SlotPage page, uint since, TrackAnalysis? focal, ReadOnlySpan<TrackAnalysis> tracks, bool isPestana)
    {
        // The second before the page comes first: windows reach back into it.
        Span<bool> counts = stackalloc bool[1 + GroupsInPage];
        long firstGroup = page.Index * GroupsInPage;
        counts[0] = bus.Timeline.Page(page.Index - 1)?.WholeSince(firstGroup - 1) >= since;
        bool any = false;
        for (int group = 0; group < GroupsInPage; group++)
        {
            counts[group + 1] = page.WholeSince(firstGroup + group) >= since;
            any |= counts[group + 1];
        }

        Sums sums = default;
        if (any)
        {
            SumTracks(page, counts, tracks, ref sums);
            if (focal is not null)
            {
                SumUnderFocal(bus, page.Index, counts, focal, isPestana, ref sums);
            }
        }

        return sums;
    }

    private void SumTracks(SlotPage page, ReadOnlySpan<bool> counts, ReadOnlySpan<TrackAnalysis> tracks, ref Sums sums)
    {
        Span<float> all = stackalloc float[SlotPage.Length];
        all.Clear();
        for (int track = 0; track < tracks.Length; track++)
        {
            if (_powers[track] > 0 && tracks[track].Timeline.Page(page.Index) is { } its)
            {
                ReadOnlySpan<float> energies = its.MeanSquares;
                for (int i = 0; i < SlotPage.Length; i++)
                {
                    all[i] += energies[i] > 0 ? energies[i] * _powers[track] : 0;
                }
            }
        }

        for (int i = 0; i < SlotPage.Length; i++)
        {
            if (counts[1 + (i / PeakGroup.Slots)] && page.MeanSquares[i] > AbsoluteGate)
            {
                sums.Bus += page.MeanSquares[i];
                sums.Tracks += all[i];
                sums.Slots++;
            }
        }
    }

    private static void SumUnderFocal(TrackAnalysis bus, long pageIndex, ReadOnlySpan<bool> counts, TrackAnalysis focal, bool isPestana, ref Sums sums)
    {
        GatedWindows focalWindows = focal.RelativeWindows(isPestana);
        if (focalWindows.Page(pageIndex) is not { } gated)
        {
            return;
        }

        WindowSeries series = focalWindows.Series;
        Span<float> busEnergies = stackalloc float[SlotPage.Length];
        Span<float> focalEnergies = stackalloc float[SlotPage.Length];
        series.Fill(bus.Timeline, pageIndex, busEnergies);
        series.Fill(focal.Timeline, pageIndex, focalEnergies);
        for (int word = 0; word < gated.Passes.Length; word++)
        {
            for (ulong bits = gated.Passes[word]; bits != 0; bits &= bits - 1)
            {
                int index = (word * 64) + BitOperations.TrailingZeroCount(bits);
                int first = index - series.WindowSlots + 1;
                if (counts[1 + (index / PeakGroup.Slots)] && counts[first < 0 ? 0 : 1 + (first / PeakGroup.Slots)] && !float.IsNaN(busEnergies[index]))
                {
                    sums.BusUnderFocal += busEnergies[index];
                    sums.FocalUnderBus += focalEnergies[index];
                    sums.WindowsUnderFocal++;
                }
            }
        }
    }

    private struct Sums
    {
        public double Bus;
        public double Tracks;
        public int Slots;
        public double BusUnderFocal;
        public double FocalUnderBus;
        public int WindowsUnderFocal;

        public void Add(in Sums other)
        {
            Bus += other.Bus;
            Tracks += other.Tracks;
            Slots += other.Slots;
            BusUnderFocal += other.BusUnderFocal;
            FocalUnderBus += other.FocalUnderBus;
            WindowsUnderFocal += other.WindowsUnderFocal;
        }
    }
}
