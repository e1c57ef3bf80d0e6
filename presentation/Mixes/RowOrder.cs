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
        List<MixRowViewModel> heads = [.. rows.Where(row => !row.IsMember)];
        InsertionSort(heads, sort == MixSort.Importance
            ? (row, before) => PlaceOf(row.Id) < PlaceOf(before.Id)
            : (row, before) => Key(row) > Key(before) + SameLu);
        Follow(rows, heads);
        return true;
    }

    // The tracks of an open voice stand below it.
    private void Follow(ObservableCollection<MixRowViewModel> rows, List<MixRowViewModel> heads)
    {
        int at = 0;
        foreach (MixRowViewModel head in heads)
        {
            foreach (MixRowViewModel row in (IEnumerable<MixRowViewModel>)[head, .. rows.Where(row => head.IsVoice && row.IsMember && row.VoiceId == head.VoiceId).OrderBy(row => PlaceOf(row.Id)).ToArray()])
            {
                int from = rows.IndexOf(row);
                if (from != at)
                {
                    rows.Move(from, at);
                }

                at++;
            }
        }
    }

    /// <summary>A track's place in the order of work, 0 first, however the rows are sorted.</summary>
    /// <param name="id">The track.</param>
    /// <returns>The place as of the last time that the rows were arranged.</returns>
    public int PlaceOf(Guid id) => _place.GetValueOrDefault(id);

    private void FindPlaces(MixSnapshot snapshot, MixSettings settings)
    {
        _place.Clear();
        foreach (TrackReading track in BottomUp.Order(snapshot, settings.Order))
        {
            _place[track.Id] = _place.Count;
        }

        foreach (TrackReading track in snapshot.Tracks.OrderBy(track => track.HostTrack.MixerIndex ?? long.MaxValue))
        {
            _place.TryAdd(track.Id, _place.Count);
        }
    }

    private static double Key(MixRowViewModel row) => double.IsNaN(row.DeviationLu) || row.IsFocal ? -1 - SameLu : Math.Abs(row.DeviationLu);

    private static void InsertionSort(List<MixRowViewModel> rows, Func<MixRowViewModel, MixRowViewModel, bool> isBefore)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            int to = i;
            while (to > 0 && isBefore(rows[i], rows[to - 1]))
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
