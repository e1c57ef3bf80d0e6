using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.About;
using FaderStager.Presentation.Approaches;
using FaderStager.Presentation.Checklists;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Levels;
using FaderStager.Presentation.Mixes;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Songs;
using FaderStager.Presentation.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Editor;

/// <summary>All that one track's editor shows and does.</summary>
/// <remarks>
/// [ui] Made stopped: <see cref="Start"/> when the view appears, <see cref="Stop"/> when it goes; stopped, it costs nothing and holds no
/// subscription. Marks move with every tick, words and numbers at 4 Hz and right after a person's edit.
/// </remarks>
public sealed partial class EditorViewModel : ObservableObject, IDisposable
{
    /// <summary>Time between two changes of words and numbers in ms: 4 Hz can be read.</summary>
    public const int TextMs = 250;

    /// <summary>Time after a person's edit in which words and numbers follow every tick, in ms: the worker's next turn falls into it.</summary>
    private const int HurryMs = 150;

    private readonly EditorContext _context;
    private readonly EditorActions _actions;
    // As long after the last change marks glide, the scale narrows and the rows find their places.
    private const int SettlesMs = 6000;

    private long _lastTick;
    private EditorInputs _inputs;
    private long _lastNews;
    private long _lastText;
    private long _lastAction;
    private long _seenActions;
    private bool _isRunning;
    private MixGroup _group;
    private readonly Dictionary<Guid, long> _seenChanges = [];
    private string? _seenWarning;
    private long _seenPresses;
    private MixSettings? _seenSettingsLeft;

    /// <summary>Makes the editor of a track; it shows the mix as it stands and does not tick yet.</summary>
    /// <param name="track">The track.</param>
    /// <param name="context">Its surroundings.</param>
    /// <remarks>[ui]</remarks>
    public EditorViewModel(TrackInstance track, EditorContext context)
    {
        _context = context;
        (_group, _seenPresses) = (track.Group, track.PressesDone);
        Notice = new NoticeViewModel(context.Time);
        _actions = new EditorActions(track, Notice);
        Header = new HeaderViewModel(_actions);
        Track = new TrackViewModel(_actions);
        Mix = new MixViewModel(_actions, context.Time, context.Person);
        BottomUp = new BottomUpViewModel(_actions);
        TopDown = new TopDownViewModel(_actions);
        Levels = new LevelsViewModel(_actions, context.HostName);
        Profile = new ProfileViewModel(_actions, context.Profiles);
        Settings = new MixSettingsViewModel(_actions);
        EmptyState = new EmptyStateViewModel(_actions, context);
        Lane = new SongLaneViewModel(_actions, context);
        Export = new ExportViewModel(_actions, context);
        FirstRun = new FirstRunViewModel(context.Person, Header);
        About = new AboutViewModel(_actions, context);
        Checklist = new DawChecklistViewModel(_actions, context);
        Next = BottomUp.Next;
        Refresh(TimeSpan.Zero, textsAreDue: true);
    }

    /// <summary>The header.</summary>
    public HeaderViewModel Header { get; }

    /// <summary>This track, large.</summary>
    public TrackViewModel Track { get; }

    /// <summary>The whole mix.</summary>
    public MixViewModel Mix { get; }

    /// <summary>Bottom-up's steps.</summary>
    public BottomUpViewModel BottomUp { get; }

    /// <summary>Top-down's starts and ranks.</summary>
    public TopDownViewModel TopDown { get; }

    /// <summary>Step 0: the level into the plug-ins.</summary>
    public LevelsViewModel Levels { get; }

    /// <summary>The choice of the profile.</summary>
    public ProfileViewModel Profile { get; }

    /// <summary>The mix's settings.</summary>
    public MixSettingsViewModel Settings { get; }

    /// <summary>What is missing while there is nothing to compare.</summary>
    public EmptyStateViewModel EmptyState { get; }

    /// <summary>What just happened.</summary>
    public NoticeViewModel Notice { get; }

    /// <summary>The song lane: the selected voice, else this track's.</summary>
    public SongLaneViewModel Lane { get; }

    /// <summary>The table as a file.</summary>
    public ExportViewModel Export { get; }

    /// <summary>What to do first.</summary>
    public FirstRunViewModel FirstRun { get; }

    /// <summary>What this FaderStager is and what it sees.</summary>
    public AboutViewModel About { get; }

    /// <summary>What is to be set in the DAW, and handing the staging over to it.</summary>
    public DawChecklistViewModel Checklist { get; }

    /// <summary>The one large next action of the approach in force.</summary>
    [ObservableProperty]
    public partial NextActionViewModel Next { get; private set; }

    /// <summary>"12 tracks · plug-in fader (DAW faders at 0) · host REAPER · only this process".</summary>
    [ObservableProperty]
    public partial string FooterText { get; private set; } = "";

    /// <summary>Whether the song is playing.</summary>
    [ObservableProperty]
    public partial bool IsRolling { get; private set; }

    /// <summary>Starts following the mix.</summary>
    /// <remarks>[ui] A second call does nothing.</remarks>
    public void Start()
    {
        if (!_isRunning)
        {
            _isRunning = true;
            _lastTick = _lastNews = _context.Time.GetTimestamp();
            _context.Clock.Tick += OnTick;
            _context.Clock.Start();
            Refresh(TimeSpan.Zero, textsAreDue: true);
        }
    }

    /// <summary>Stops following the mix; a drag or a preview that is open ends.</summary>
    /// <remarks>[ui] A second call does nothing.</remarks>
    public void Stop()
    {
        if (_isRunning)
        {
            _isRunning = false;
            _context.Clock.Stop();
            _context.Clock.Tick -= OnTick;
            EndWhatIsOpen();
        }
    }

    /// <summary>The same as <see cref="Stop"/>: nothing else is held.</summary>
    /// <remarks>[ui]</remarks>
    public void Dispose() => Stop();

    /// <summary>Takes the last batch of fader moves back.</summary>
    [RelayCommand]
    private void Undo()
    {
        Mix.CancelPreviewCommand.Execute(null);
        _actions.Undo();
    }

    /// <summary>Escape: leaves the preview, then the notice.</summary>
    [RelayCommand]
    private void Escape()
    {
        if (Mix.IsPreviewing)
        {
            Mix.CancelPreviewCommand.Execute(null);
        }
        else
        {
            Notice.Hide();
        }
    }

    private void OnTick(object? sender, EventArgs e)
    {
        long now = _context.Time.GetTimestamp();
        TimeSpan elapsed = _context.Time.GetElapsedTime(_lastTick, now);
        _lastTick = now;
        if (_seenActions != _actions.Count)
        {
            (_seenActions, _lastAction) = (_actions.Count, now);
        }

        if (IsSettled(now))
        {
            return;
        }

        bool isHurried = _seenActions > 0 && _context.Time.GetElapsedTime(_lastAction, now).TotalMilliseconds <= HurryMs;
        bool textsAreDue = isHurried || _context.Time.GetElapsedTime(_lastText, now).TotalMilliseconds >= TextMs;
        Refresh(elapsed, textsAreDue);
    }

    // Nothing has changed for a while and nothing is on its way: there is nothing to do.
    private bool IsSettled(long now)
    {
        TrackInstance track = _actions.Track;
        EditorInputs inputs = new(
            track.Group, track.Mix.Published.Snapshot.Sequence, track.Mix.Settings, _actions.Count, Header.Values, track.FaderDb, Mix.Sort, Mix.Rows.Count, _context.OtherModuleTracks(), _context.Elsewhere(), track.LoadWarning,
            track.SettingsLeft, track.Following, _context.Profiles.Version);
        if (inputs != _inputs)
        {
            (_inputs, _lastNews) = (inputs, now);
        }

        return !Notice.IsVisible && !Mix.IsPreviewing && !About.IsShown && _context.Time.GetElapsedTime(_lastNews, now).TotalMilliseconds > SettlesMs;
    }

    private void Refresh(TimeSpan elapsed, bool textsAreDue)
    {
        TrackInstance track = _actions.Track;
        if (track.Group != _group)
        {
            _group = track.Group;
            Mix.Clear();
            textsAreDue = true;
        }

        if (textsAreDue)
        {
            _lastText = _context.Time.GetTimestamp();
        }

        RefreshFrame frame = new(track.Mix.Published, elapsed, textsAreDue);
        Header.Refresh(frame);
        Track.Refresh(frame);
        EmptyState.Refresh(frame);
        Mix.Refresh(frame, EmptyState.ElsewhereText);
        BottomUp.Refresh(frame);
        TopDown.Refresh(frame);
        Levels.Refresh(frame);
        Profile.Refresh(frame);
        Settings.Refresh(frame);
        FirstRun.Refresh(frame);
        About.Refresh(frame);
        Checklist.Refresh(frame);
        SayWhatWasNotLoaded(track.LoadWarning);
        SayWhatWasLeft(track.SettingsLeft);
        if (track.PressesDone != _seenPresses)
        {
            _seenPresses = track.PressesDone;
            _actions.SayPress();
        }

        if (textsAreDue)
        {
            SayWhatWasChanged(frame.Snapshot);
        }

        Notice.Refresh();
        Lane.Refresh(frame, Mix.SelectedRow?.Id ?? track.Id);
        if (textsAreDue)
        {
            Next = frame.Snapshot.Settings.Approach == ApproachKind.BottomUp ? BottomUp.Next : TopDown.Next;
            IsRolling = frame.Snapshot.IsRolling;
            FooterText = Footer(frame.Snapshot, track);
        }
    }

    private void SayWhatWasNotLoaded(string? warning)
    {
        if (warning is not null && !ReferenceEquals(warning, _seenWarning))
        {
            _actions.SayNo(warning);
        }

        _seenWarning = warning;
    }

    /// <summary>Says of each change upstream once that it was heard: not of those from before the editor was opened.</summary>
    private void SayWhatWasChanged(MixSnapshot snapshot)
    {
        foreach (TrackReading track in snapshot.Tracks)
        {
            long count = track.Change?.Count ?? 0;
            bool isKnown = _seenChanges.TryGetValue(track.Id, out long seen);
            if (isKnown && count > seen && ChangeWords.Line(track) is { Length: > 0 } line)
            {
                _actions.Say(line);
            }

            if (!isKnown || count != seen)
            {
                _seenChanges[track.Id] = count;
            }
        }
    }

    private void SayWhatWasLeft(MixSettings? settings)
    {
        if (settings is not null && !ReferenceEquals(settings, _seenSettingsLeft))
        {
            _actions.Say(PooledText.Of($"This track came with another mix's settings (profile {settings.ProfileName}) and takes this mix's. Two projects open at once need a mix group each."));
        }

        _seenSettingsLeft = settings;
    }

    private string Footer(MixSnapshot snapshot, TrackInstance track)
    {
        int count = snapshot.Tracks.Length;
        int others = _context.OtherModuleTracks();
        int elsewhere = _context.Elsewhere().Tracks;
        string engine = EngineWords.Line(track.Coordinator.Diagnostics, track.Following);
        string bus = engine.Length > 0 ? "" : BalanceWords.Bus(snapshot);
        return PooledText.Join(
            " · ",
            PooledText.Of($"{count} {(count == 1 ? "track" : "tracks")}"),
            FaderPlaceChoice.Of(track.ReachesHostFader, track.FaderPlace).FooterText,
            _context.HostName.Length > 0 ? PooledText.Of($"host {_context.HostName}") : "",
            others > 0 ? PooledText.Of($"{others} more in another FaderStager module")
            : elsewhere > 0 ? PooledText.Of($"{elsewhere} more in another process")
            : "only this process",
            engine.Length > 0 ? engine
            : bus.Length > 0 ? bus
            : count > 0 && !snapshot.IsRolling ? "stopped: figures are of the song heard so far"
            : "");
    }

    private void EndWhatIsOpen()
    {
        Track.EndFaderDrag();
        foreach (MixRowViewModel row in Mix.Rows)
        {
            row.EndFaderDrag();
        }

        Mix.CancelPreviewCommand.Execute(null);
        Notice.Hide();
    }
}
