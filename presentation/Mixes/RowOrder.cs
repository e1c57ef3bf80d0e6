using System.Buffers;
using System.Collections.ObjectModel;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Mixes;

/// <summary>Keeps the rows of the table in order by moving single rows, and calmly: once a second, or at once after a person's edit.</summary>
/// <remarks>[ui]</remarks>
internal sealed class RowOrder
{
    /// <summary>Deviations that differ by no more than this keep the order they are in, in LU. Rule of thumb: as wide as the hints' hysteresis.</summary>
    public const double SameLu = 0.5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<Guid, int> _place = [];
    private readonly List<MixRowViewModel> _heads = [];
    private TimeSpan _waited = Pause;
    private MixSettings? _settings;
    private Guid? _focal;

    /// <summary>Lets the next call arrange without pause.</summary>
    public void Hurry() => _waited = Pause;

    /// <summary>Brings the rows into order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="sort">By what.</param>
    /// <param name="snapshot">The mix.</param>
    /// <param name="settings">The settings in force now, which may be newer.</param>
    /// <param name="elapsed">Time since the last call.</param>
    /// <returns>Whether rows may stand elsewhere than before.</returns>
    public bool Arrange(ObservableCollection<MixRowViewModel> rows, MixSort sort, MixSnapshot snapshot, MixSettings settings, TimeSpan elapsed)
    {
        if (!ReferenceEquals(_settings, settings) || _focal != snapshot.Focal?.Id)
        {
            (_settings, _focal) = (settings, snapshot.Focal?.Id);
            Hurry();
        }

        _waited += elapsed;
        if (_waited < Pause)
        {
            return false;
        }

        _waited = TimeSpan.Zero;
        FindPlaces(snapshot, settings);
        _heads.Clear();
        for (int i = 0; i < rows.Count; i++)
        {
            if (!rows[i].IsMember)
            {
                _heads.Add(rows[i]);
            }
        }

        InsertionSort(_heads, sort);
        Follow(rows);
        return true;
    }

    // The tracks of an open voice stand below it.
    private void Follow(ObservableCollection<MixRowViewModel> rows)
    {
        int at = 0;
        foreach (MixRowViewModel head in _heads)
        {
            Put(rows, rows.IndexOf(head), at++);
            if (!head.IsVoice)
            {
                continue;
            }

            int last = int.MinValue;
            while (NextMember(rows, head.VoiceId, last) is var next && next >= 0)
            {
                last = PlaceOf(rows[next].Id);
                Put(rows, next, at++);
            }
        }
    }

    private static void Put(ObservableCollection<MixRowViewModel> rows, int from, int to)
    {
        if (from != to)
        {
            rows.Move(from, to);
        }
    }

    // The member of a voice whose place comes next; every track has a place of its own.
    private int NextMember(ObservableCollection<MixRowViewModel> rows, Guid voice, int after)
    {
        int next = -1;
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].IsMember && rows[i].VoiceId == voice && PlaceOf(rows[i].Id) > after && (next < 0 || PlaceOf(rows[i].Id) < PlaceOf(rows[next].Id)))
            {
                next = i;
            }
        }

        return next;
    }

    /// <summary>A track's place in the order of work, 0 first, however the rows are sorted.</summary>
    /// <param name="id">The track.</param>
    /// <returns>The place as of the last time that the rows were arranged.</returns>
    public int PlaceOf(Guid id) => _place.GetValueOrDefault(id);

    private void FindPlaces(MixSnapshot snapshot, MixSettings settings)
    {
        int[] order = ArrayPool<int>.Shared.Rent(snapshot.Tracks.Length);
        int count = BottomUp.Order(snapshot, settings.Order, order);
        _place.Clear();
        for (int i = 0; i < count; i++)
        {
            _place[snapshot.Tracks[order[i]].Id] = _place.Count;
        }

        ArrayPool<int>.Shared.Return(order);

        // What is not staged comes after, as in the host's mixer.
        while (NextInMixer(snapshot) is { } next)
        {
            _place[next] = _place.Count;
        }
    }

    private Guid? NextInMixer(MixSnapshot snapshot)
    {
        TrackReading? next = null;
        foreach (TrackReading track in snapshot.Tracks)
        {
            if (!_place.ContainsKey(track.Id) && (next is null || (track.HostTrack.MixerIndex ?? long.MaxValue) < (next.HostTrack.MixerIndex ?? long.MaxValue)))
            {
                next = track;
            }
        }

        return next?.Id;
    }

    private static double Key(MixRowViewModel row) => double.IsNaN(row.DeviationLu) || row.IsFocal ? -1 - SameLu : Math.Abs(row.DeviationLu);

    private bool IsBefore(MixRowViewModel row, MixRowViewModel other, MixSort sort) =>
        sort == MixSort.Importance ? PlaceOf(row.Id) < PlaceOf(other.Id) : Key(row) > Key(other) + SameLu;

    private void InsertionSort(List<MixRowViewModel> rows, MixSort sort)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            int to = i;
            while (to > 0 && IsBefore(rows[i], rows[to - 1], sort))
            {
                to--;
            }

            if (to != i)
            {
                MixRowViewModel moved = rows[i];
                rows.RemoveAt(i);
                rows.Insert(to, moved);
            }
        }
    }
}
