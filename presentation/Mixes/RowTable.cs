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
    private readonly HashSet<Guid> _closed = [];
    private readonly HashSet<Guid> _present = [];

    /// <summary>The rows in the order shown.</summary>
    public ObservableCollection<MixRowViewModel> Rows { get; } = [];

    /// <summary>All rows, those of closed voices' tracks included.</summary>
    public Dictionary<Guid, MixRowViewModel>.ValueCollection All => _byId.Values;

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

        if (_byId.Count > _present.Count)
        {
            foreach (Guid gone in _byId.Keys.Where(id => !_present.Contains(id)).ToArray())
            {
                _byId.Remove(gone);
                _closed.Remove(gone);
            }
        }

        ShowVoices();

        // The settings of the moment: a row that was just dropped stays where it is.
        if (!isOrderHeld && _order.Arrange(Rows, sort, snapshot, actions.Mix.Settings, frame.Elapsed))
        {
            Count();
        }
    }

    /// <summary>Shows or hides the tracks of a voice.</summary>
    public void Open(Guid id, bool isOpen)
    {
        _ = isOpen ? _closed.Remove(id) : _closed.Add(id);
        ShowVoices();
    }

    // A voice shows its tracks until a person closes it.
    private void ShowVoices()
    {
        foreach (MixRowViewModel row in _byId.Values)
        {
            int tracks = row.IsVoice ? 0 : 1;
            foreach (MixRowViewModel other in _byId.Values)
            {
                tracks += row.IsVoice && other.VoiceId == row.VoiceId ? 1 : 0;
            }

            row.ShowOpen(!_closed.Contains(row.Id), tracks);
        }

        for (int i = Rows.Count - 1; i >= 0; i--)
        {
            if (!_byId.ContainsKey(Rows[i].Id) || !IsShown(Rows[i]))
            {
                Rows.RemoveAt(i);
                Hurry();
            }
        }

        foreach (MixRowViewModel row in _byId.Values)
        {
            if (IsShown(row) && Rows.IndexOf(row) < 0)
            {
                Rows.Add(row);
                Hurry();
            }
        }
    }

    private bool IsShown(MixRowViewModel row) => !row.IsMember || !_closed.Contains(row.VoiceId);

    // Voices are counted, however the rows are sorted; a track has the number of its voice.
    private void Count()
    {
        for (int i = 0; i < Rows.Count; i++)
        {
            MixRowViewModel row = Rows[i];
            int number = 1;
            MixRowViewModel? head = row.IsMember ? HeadOf(row.VoiceId) : row;
            for (int j = 0; j < Rows.Count; j++)
            {
                number += head is not null && !Rows[j].IsMember && _order.PlaceOf(Rows[j].Id) < _order.PlaceOf(head.Id) ? 1 : 0;
            }

            row.Number = head is null ? 0 : number;
        }
    }

    private MixRowViewModel? HeadOf(Guid voice) => _byId.TryGetValue(voice, out MixRowViewModel? head) && !head.IsMember ? head : null;

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
        _closed.Clear();
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
        }

        return row;
    }
}
