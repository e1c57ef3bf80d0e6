using System.Collections.ObjectModel;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Staging.Readings;

namespace FaderStager.Presentation.Mixes;

/// <summary>Keeps one row a track, in order and on one scale, without ever rebuilding the list.</summary>
/// <remarks>[ui]</remarks>
internal sealed class RowTable(MixViewModel mix, EditorActions actions)
{
    private readonly ScaleRange _scale = new();
    private readonly RowOrder _order = new();
    private readonly Dictionary<Guid, MixRowViewModel> _byId = [];
    private readonly List<double> _readings = [];
    private readonly HashSet<Guid> _present = [];

    /// <summary>The rows in the order shown.</summary>
    public ObservableCollection<MixRowViewModel> Rows { get; } = [];

    /// <summary>Lets the next <see cref="Sync"/> arrange without pause.</summary>
    public void Hurry() => _order.Hurry();

    /// <summary>Brings the rows in line with the tracks of the mix.</summary>
    public void Sync(RefreshFrame frame, MixSort sort, bool isOrderHeld)
    {
        MixSnapshot snapshot = frame.Snapshot;
        _present.Clear();
        for (int i = 0; i < snapshot.Tracks.Length; i++)
        {
            _present.Add(snapshot.Tracks[i].Id);
            RowOf(snapshot.Tracks[i].Id).Refresh(frame, snapshot.Tracks[i], frame.State.Advice.Hints[i]);
        }

        for (int i = Rows.Count - 1; i >= 0; i--)
        {
            if (!_present.Contains(Rows[i].Id))
            {
                _byId.Remove(Rows[i].Id);
                Rows.RemoveAt(i);
                Hurry();
            }
        }

        // The settings of the moment: a row that was just dropped stays where it is.
        if (!isOrderHeld && _order.Arrange(Rows, sort, snapshot, actions.Mix.Settings, frame.Elapsed))
        {
            foreach (MixRowViewModel row in Rows)
            {
                row.Number = _order.PlaceOf(row.Id) + 1;
            }
        }
    }

    /// <summary>Moves a row by hand.</summary>
    public void Move(int from, int to)
    {
        Rows.Move(from, to);
        for (int i = 0; i < Rows.Count; i++)
        {
            Rows[i].Number = i + 1;
        }
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear()
    {
        Rows.Clear();
        _byId.Clear();
    }

    /// <summary>The scale that holds every target zone and every reading but the few that lie far from all others.</summary>
    public (double LowLu, double HighLu) FitScale(TimeSpan elapsed)
    {
        _readings.Clear();
        double low = double.NaN;
        double high = double.NaN;
        for (int i = 0; i < Rows.Count; i++)
        {
            MixRowViewModel row = Rows[i];
            if (row.PresentHint?.RelativeLu is { } lu && double.IsFinite(lu))
            {
                _readings.Add(lu);
            }

            Widen(row.ZoneLowLu);
            Widen(row.ZoneHighLu);
        }

        (double lowest, double highest) = ScaleRange.Bulk(_readings);
        Widen(lowest);
        Widen(highest);
        _scale.Fit(low, high, elapsed);
        return (_scale.LowLu, _scale.HighLu);

        void Widen(double lu)
        {
            if (double.IsFinite(lu))
            {
                low = double.IsNaN(low) ? lu : Math.Min(low, lu);
                high = double.IsNaN(high) ? lu : Math.Max(high, lu);
            }
        }
    }

    private MixRowViewModel RowOf(Guid id)
    {
        if (!_byId.TryGetValue(id, out MixRowViewModel? row))
        {
            _byId[id] = row = new MixRowViewModel(mix, actions, id);
            Rows.Add(row);
            Hurry();
        }

        return row;
    }
}
