using System.Collections.Immutable;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Songs;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.Refreshing;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Presentation.Songs;

/// <summary>The song lane: one voice against the focal over song time, its zone, the sections, the rides, and the part that counts.</summary>
/// <remarks>
/// [ui] Holds the geometry, so that every editor draws the same: a view tells its size by <see cref="Fit"/>, draws what stands here when
/// <see cref="Drawing"/> changes, and hands pointer and keys on. A refresh with nothing new allocates nothing.
/// </remarks>
public sealed partial class SongLaneViewModel : ObservableObject
{
    /// <summary>Height of the row of section names, in the lane's units.</summary>
    public const double BandHeight = 18;

    private const double ShortestSelectionSeconds = 0.5;

    private readonly EditorActions _actions;
    private readonly EditorContext _context;
    private SongQuestion? _question;
    private SongState _song = SongState.Empty;
    private long _seenTrace = -1;
    private double _width;
    private double _height;
    private double _anchorSeconds = double.NaN;
    private LaneAxis _axis;
    private (LaneAxis Axis, string Voice, bool IsFocal, string Focal, bool HasCurve) _marked;
    private bool? _isShort;
    private string _sectionName = "";
    private SongCounts? _seenCounts;

    internal SongLaneViewModel(EditorActions actions, EditorContext context)
    {
        (_actions, _context) = (actions, context);
        IsOpen = actions.Track.EditorLayout.ShowsLane ?? IsOpen;
    }

    /// <summary>Whether the lane is unfolded. Folded it costs nothing.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(IsRideListShown))]
    public partial bool IsOpen { get; set; } = true;

    /// <summary>Whether the ride list is asked for.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(IsRideListShown))]
    public partial bool WantsRides { get; set; }

    /// <summary>Counts the drawings: another number is to be drawn.</summary>
    [ObservableProperty]
    public partial long Drawing { get; private set; }

    /// <summary>The voice that is shown: "Guitars against Lead Vocal".</summary>
    [ObservableProperty]
    public partial string Title { get; private set; } = "";

    /// <summary>What counts: "counts: whole song".</summary>
    [ObservableProperty]
    public partial string CountsText { get; private set; } = "";

    /// <summary>What stands in place of a curve where there is none; empty where there is one.</summary>
    [ObservableProperty]
    public partial string EmptyText { get; private set; } = "";

    /// <summary>The rides of the mix, the one that hurts most first.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(HasRides), nameof(IsRideListShown))]
    public partial ImmutableArray<RideViewModel> Rides { get; private set; } = [];

    /// <summary>"3 stretches to ride", or that there is none.</summary>
    [ObservableProperty]
    public partial string RidesText { get; private set; } = "";

    /// <summary>Whether there are rides.</summary>
    public bool HasRides => !Rides.IsEmpty;

    /// <summary>Whether the ride list is shown.</summary>
    public bool IsRideListShown => IsOpen && WantsRides && HasRides;

    /// <summary>
    /// The section where the keyboard is, else where the chosen part starts, else where the song is: its name, else its letter; empty = none.
    /// Setting it names the section and all of its letter; nothing takes the name away.
    /// </summary>
    public string SectionName
    {
        get => _sectionName;
        set
        {
            if (value != _sectionName && Song.NameSection(SectionSeconds, value))
            {
                _actions.Note();
            }
        }
    }

    /// <summary>Counts the drawings in which more changed than the curve and the place of the song.</summary>
    public long Layouts { get; private set; }

    /// <summary>The curve and the target zone.</summary>
    public LaneCurve Curve { get; } = new();

    /// <summary>Where the song is; NaN = outside.</summary>
    public double PositionX { get; private set; } = double.NaN;

    /// <summary>Left and right edge of the part that counts or is being chosen; NaN = the whole song.</summary>
    public (double Left, double Right) Selection { get; private set; } = (double.NaN, double.NaN);

    /// <summary>The place that the keyboard is at; NaN = none.</summary>
    public double CursorX { get; private set; } = double.NaN;

    /// <summary>The sections.</summary>
    public ImmutableArray<LaneBand> Bands { get; private set; } = [];

    /// <summary>The rides of the voice that is shown.</summary>
    public ImmutableArray<LaneRide> RideMarks { get; private set; } = [];

    private MixSong Song => _actions.Mix.Song;

    /// <summary>The view has a size.</summary>
    /// <param name="width">Its width in its own units, one a pixel or near it.</param>
    /// <param name="height">Its height.</param>
    public void Fit(double width, double height)
    {
        if (width != _width || height != _height)
        {
            (_width, _height, _seenTrace) = (width, height, -1);
        }
    }

    /// <summary>The window has a height: a short one has little room for the lane, which folds away by itself, and can be opened again.</summary>
    /// <param name="height">The editor's height in pixels at 100 %.</param>
    public void FitWindow(double height)
    {
        bool isShort = height < EditorBounds.ShortHeight;
        bool isFirst = _isShort is null;
        if (isShort == _isShort)
        {
            return;
        }

        // As the person left it, until the window is made another.
        _isShort = isShort;
        if (!isFirst || _actions.Track.EditorLayout.ShowsLane is null)
        {
            IsOpen = !isShort;
            _actions.KeepLayout(layout => layout with { ShowsLane = null });
        }
    }

    partial void OnIsOpenChanged(bool value) => _actions.KeepLayout(layout => layout with { ShowsLane = value });

    /// <summary>The pointer is pressed: a choice of the part that counts begins.</summary>
    /// <param name="x">Where.</param>
    public void BeginChoice(double x)
    {
        _anchorSeconds = _axis.SecondsAt(x);
        ShowSelection(_anchorSeconds, _anchorSeconds);
    }

    /// <summary>The pointer moves while it is pressed.</summary>
    /// <param name="x">Where.</param>
    public void DragChoice(double x)
    {
        if (!double.IsNaN(_anchorSeconds))
        {
            ShowSelection(_anchorSeconds, _axis.SecondsAt(x));
        }
    }

    /// <summary>The pointer is let go: the part counts, unless it was hardly moved.</summary>
    /// <param name="x">Where.</param>
    public void EndChoice(double x)
    {
        double anchor = _anchorSeconds;
        _anchorSeconds = double.NaN;
        if (!double.IsNaN(anchor))
        {
            Take(anchor, _axis.SecondsAt(x));
        }
    }

    /// <summary>Escape: a choice that is open is dropped.</summary>
    public void CancelChoice()
    {
        _anchorSeconds = double.NaN;
        CursorX = double.NaN;
        _seenTrace = -1;
    }

    /// <summary>An arrow key: the cursor moves, and with Shift the choice goes along.</summary>
    /// <param name="seconds">How far, in seconds of song; negative = back.</param>
    /// <param name="extends">Whether Shift is down.</param>
    public void MoveCursor(double seconds, bool extends)
    {
        double from = double.IsNaN(CursorX) ? (double.IsFinite(Song.PositionSeconds) ? Song.PositionSeconds : _axis.FromSeconds) : _axis.SecondsAt(CursorX);
        double to = Math.Clamp(from + seconds, _axis.FromSeconds, _axis.ToSeconds);
        _anchorSeconds = !extends ? double.NaN : double.IsNaN(_anchorSeconds) ? from : _anchorSeconds;
        CursorX = _axis.XOf(to);
        if (extends)
        {
            ShowSelection(_anchorSeconds, to);
        }

        Layouts++;
        Drawing++;
    }

    /// <summary>Enter: the choice that the keyboard made counts.</summary>
    public void TakeChoice()
    {
        if (!double.IsNaN(_anchorSeconds) && !double.IsNaN(CursorX))
        {
            Take(_anchorSeconds, _axis.SecondsAt(CursorX));
            _anchorSeconds = double.NaN;
        }
    }

    /// <summary>What a place of the lane says: "1:12.4 · −3.2 LU · 0.8 LU over its place · Chorus".</summary>
    /// <param name="x">Where.</param>
    /// <returns>The words.</returns>
    public string TipAt(double x)
    {
        double seconds = _axis.SecondsAt(x);
        SongTrace trace = Song.Trace;
        List<string> parts = [SongWords.Time(seconds)];
        int column = (int)Math.Clamp(x, 0, Math.Max(0, trace.LowLu.Length - 1));
        double lu = column < trace.LowLu.Length ? (trace.LowLu[column] + trace.HighLu[column]) / 2 : double.NaN;
        parts.Add(double.IsNaN(lu) ? "not both sound" : PooledText.Of($"{FigureText.Relative(lu)} LU"));
        double over = lu - trace.TargetLu;
        if (double.IsFinite(over))
        {
            parts.Add(PooledText.Of($"{FigureText.Level(Math.Abs(over))} LU {(over < 0 ? "under" : "over")} its place{(Math.Abs(over) > trace.ToleranceLu ? "" : ", in it")}"));
        }

        if (SectionAt(seconds) is { } at)
        {
            parts.Add(at.Label);
        }

        return string.Join(" · ", parts);
    }

    internal void Refresh(RefreshFrame frame, Guid voiceTrack)
    {
        if (frame.Snapshot.Counts is var counts && counts != _seenCounts)
        {
            _seenCounts = counts;
            CountsText = PooledText.Of($"counts: {SongWords.Label(counts)}");
        }

        if (!IsOpen || _width < 2)
        {
            return;
        }

        int columns = Math.Clamp((int)_width, 1, SongQuestion.MostColumns);
        if (_question is null || _question.TrackId != voiceTrack || _question.Columns != columns)
        {
            _question = new SongQuestion(voiceTrack, double.NaN, double.NaN, columns);
        }

        Song.Ask(_question);
        SongTrace trace = Song.Trace;
        SongState song = Song.State;
        bool isOther = (trace.Sequence != _seenTrace || !ReferenceEquals(song, _song)) && ReferenceEquals(trace.Question, _question);
        if (isOther)
        {
            Layouts += _seenTrace < 0 ? 1 : 0;
            _seenTrace = trace.Sequence;
            _axis = new LaneAxis(trace.FromSeconds, trace.ToSeconds, _width);
            Layouts += Curve.Lay(trace, BandHeight + 2, _height - 2) ? 1 : 0;
            if (double.IsNaN(_anchorSeconds))
            {
                Selection = song.Counts.IsWhole ? (double.NaN, double.NaN) : (_axis.XOf(song.Counts.FromSeconds), _axis.XOf(song.Counts.ToSeconds));
            }

            LayMarks(trace, song, frame.Focal?.Name ?? "");
        }

        // To half a unit: most refreshes of a playing song move it by less, and then nothing is drawn.
        double position = Song.PositionSeconds;
        double x = _axis.Holds(position) ? Math.Round(2 * _axis.XOf(position)) / 2 : double.NaN;
        if (isOther || !x.Equals(PositionX))
        {
            PositionX = x;
            Drawing++;
        }

        _ = SetProperty(ref _sectionName, SectionAt(SectionSeconds)?.Label ?? "", nameof(SectionName));
    }

    /// <summary>Puts the start of a ride into the clipboard: going there is the host's.</summary>
    [RelayCommand]
    private void CopyTime(RideViewModel ride) =>
        _actions.Try(() => _context.CopyText(ride.CopyText), PooledText.Of($"Copied {ride.CopyText}: paste it where your DAW takes a time"), "Not copied");

    [RelayCommand]
    private void CountWholeSong() => Count(CountsKind.WholeSong);

    [RelayCommand]
    private void CountLoudestPart() => Count(CountsKind.LoudestPart);

    [RelayCommand]
    private void CountLoop() => Count(CountsKind.Loop);

    private void Count(CountsKind kind)
    {
        Song.Count(kind);
        _actions.Note();
    }

    private void Take(double anchor, double end)
    {
        (double from, double to) = (Math.Min(anchor, end), Math.Max(anchor, end));
        if (to - from >= ShortestSelectionSeconds)
        {
            _ = Song.CountPart(Math.Round(from, 1), Math.Round(to, 1));
            _actions.Note();
        }

        _seenTrace = -1;
    }

    private void ShowSelection(double anchor, double end)
    {
        Selection = (_axis.XOf(Math.Min(anchor, end)), _axis.XOf(Math.Max(anchor, end)));
        Layouts++;
        Drawing++;
    }

    // While the song plays the curve goes on ten times a second; all else is words and lists, made anew only where they change.
    private void LayMarks(SongTrace trace, SongState song, string focal)
    {
        var marked = (_axis, trace.Voice, trace.IsFocal, focal, Curve.IsThere);
        if (ReferenceEquals(song, _song) && marked.Equals(_marked))
        {
            return;
        }

        (_song, _marked) = (song, marked);
        Layouts++;
        Bands = [.. song.Sections.Select(section => new LaneBand(_axis.XOf(section.FromSeconds), _axis.XOf(section.ToSeconds), section.Label))];
        RideMarks = [.. song.Rides.Where(ride => ride.Voice == trace.Voice)
            .Select(ride => new LaneRide(_axis.XOf(ride.FromSeconds), _axis.XOf(ride.ToSeconds), ride.OverLu > 0, PooledText.Of($"{(ride.OverLu > 0 ? "▼" : "▲")} {FigureText.Level(Math.Abs(ride.OverLu))}")))];
        ImmutableArray<RideViewModel> rides = [.. song.Rides.Select(ride => RideViewModel.Of(ride, song))];
        Rides = rides.SequenceEqual(Rides) ? Rides : rides;
        RidesText = song.Rides.Length switch
        {
            0 => "no fader needs a ride",
            1 => "1 stretch to ride",
            int count => PooledText.Of($"{count} stretches to ride"),
        };
        Title = trace.Voice.Length == 0 ? "" : trace.IsFocal ? PooledText.Of($"{trace.Voice}, the focal") : PooledText.Of($"{trace.Voice} against {focal}");
        EmptyText = Curve.IsThere ? "" : focal.Length == 0 ? "Flag the focal: the song is drawn against it."
            : trace.IsFocal ? "The focal: the other voices are drawn against it. Select one."
            : "Not heard together with the focal yet: play the song.";
    }

    private double SectionSeconds =>
        double.IsFinite(CursorX) ? _axis.SecondsAt(CursorX)
        : double.IsFinite(Selection.Left) ? _axis.SecondsAt(Selection.Left) + 0.05
        : Math.Clamp(double.IsFinite(Song.PositionSeconds) ? Song.PositionSeconds : _axis.FromSeconds, _axis.FromSeconds, Math.Max(_axis.FromSeconds, _axis.ToSeconds - 0.05));

    private SongSection? SectionAt(double seconds)
    {
        foreach (SongSection section in _song.Sections)
        {
            if (seconds >= section.FromSeconds && seconds < section.ToSeconds)
            {
                return section;
            }
        }

        return null;
    }
}
