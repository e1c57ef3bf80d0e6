using System.ComponentModel;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Parameters;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Levels;

/// <summary>One instance in the Levels view: its VU, peak, clip mark, and the trim with its reason.</summary>
/// <remarks>[ui] The needle moves with every tick, words and numbers four times a second. Positions are in dB against 0 VU, NaN where there is nothing to draw.</remarks>
public sealed partial class LevelRowViewModel : ObservableObject
{
    private static readonly PropertyChangedEventArgs ReasonChanged = new(nameof(ReasonText));
    private static readonly PropertyChangedEventArgs AccessibleChanged = new(nameof(AccessibleText));

    private readonly EditorActions _actions;
    private string _ownTrim = Db(0);
    private TrackReading? _reading;
    private LevelFinding _finding;

    // Made when they are read for the first time, for most rows' never are; from then on they follow.
    private string? _reason;
    private string? _accessible;

    internal LevelRowViewModel(EditorActions actions, Guid id) => (_actions, Id) = (actions, id);

    /// <summary>The instance's identity.</summary>
    public Guid Id { get; }

    /// <summary>The track's name.</summary>
    [ObservableProperty]
    public partial string Name { get; private set; } = "";

    /// <summary>The role, as a person reads it.</summary>
    [ObservableProperty]
    public partial string RoleText { get; private set; } = "";

    /// <summary>Whether this editor is that instance's.</summary>
    [ObservableProperty]
    public partial bool IsThisTrack { get; private set; }

    /// <summary>Needle of the last 300 ms, in dB against 0 VU.</summary>
    [ObservableProperty]
    public partial double NeedleDb { get; private set; } = double.NaN;

    /// <summary>The song's mark: where the needle stands half of the time while the track sounds, in dB against 0 VU.</summary>
    [ObservableProperty]
    public partial double MarkDb { get; private set; } = double.NaN;

    /// <summary>Where the mark would stand behind the trim, in dB against 0 VU; NaN = no trim is advised.</summary>
    [ObservableProperty]
    public partial double GhostDb { get; private set; } = double.NaN;

    /// <summary>Highest sample peak, in dB against 0 VU.</summary>
    [ObservableProperty]
    public partial double PeakDb { get; private set; } = double.NaN;

    /// <summary>RMS while it sounds: "−21.4 dBFS".</summary>
    [ObservableProperty]
    public partial string RmsText { get; private set; } = "";

    /// <summary>Highest sample peak: "−6.0 dBFS".</summary>
    [ObservableProperty]
    public partial string PeakText { get; private set; } = "";

    /// <summary>Whether samples were clipped before they came in.</summary>
    [ObservableProperty]
    public partial bool IsClipped { get; private set; }

    /// <summary>The clip mark, shape and word: "■ clipped 12 ×"; empty where the track is whole.</summary>
    [ObservableProperty]
    public partial string ClipText { get; private set; } = "";

    /// <summary>The trim, or the word that stands for it: "▼ −8.9 dB", "at level".</summary>
    [ObservableProperty]
    public partial string TrimText { get; private set; } = "";

    /// <summary>Where the trim is made: "clip gain", "FaderStager's trim"; empty = nowhere.</summary>
    [ObservableProperty]
    public partial string WhereText { get; private set; } = "";

    /// <summary>Why, in a sentence or two.</summary>
    public string ReasonText => _reason ??= Reason();

    /// <summary>The instance's own trim as it is set: "+6.0 dB". Set it to what was typed: what is no number changes nothing and is told.</summary>
    public string OwnTrimText
    {
        get => _ownTrim;
        set => TypeTrim(value);
    }

    /// <summary>The instance's own trim in dB.</summary>
    [ObservableProperty]
    public partial double OwnTrimDb { get; private set; }

    partial void OnOwnTrimDbChanged(double value)
    {
        _ownTrim = Db(value);
        OnPropertyChanged(nameof(OwnTrimText));
    }

    /// <summary>Whether FaderStager can make the trim itself here.</summary>
    [ObservableProperty]
    [NotifyCanExecuteChangedFor(nameof(TakeCommand))]
    public partial bool CanTake { get; private set; }

    /// <summary>All of it for a screen reader.</summary>
    public string AccessibleText => _accessible ??= Accessible();

    private double Advised { get; set; }

    internal void Refresh(RefreshFrame frame, TrackReading reading, string hostName)
    {
        double zero = frame.Snapshot.Settings.WorkingLevelDbfs;
        NeedleDb = double.IsFinite(reading.LiveVuDbfs) ? reading.LiveVuDbfs - zero : double.NaN;
        if (!frame.TextsAreDue)
        {
            return;
        }

        LevelFinding finding = LevelAdvice.Of(reading, frame.Snapshot.Settings);
        (Name, RoleText, IsThisTrack) = (reading.Name, Roles.DisplayName(reading.Role), Id == _actions.Track.Id);
        MarkDb = Shown(reading.RmsMedianDbfs - zero);
        PeakDb = Shown(reading.SamplePeakDbfs - zero);
        GhostDb = finding.IsTrim ? Shown(reading.RmsMedianDbfs + finding.TrimDb - zero) : double.NaN;
        RmsText = LevelText.Level(reading.RmsDbfs, "dBFS");
        PeakText = LevelText.Level(reading.SamplePeakDbfs, "dBFS");
        IsClipped = reading.IsClipped;
        ClipText = reading.IsClipped ? PooledText.Of($"■ {LevelWords.ClipMark(reading)}") : "";
        TrimText = finding.IsTrim ? PooledText.Of($"{(finding.TrimDb < 0 ? "▼" : "▲")} {Db(finding.TrimDb)}") : LevelWords.Word(finding);
        WhereText = LevelWords.Where(finding.Where, hostName);
        (_reading, _finding) = (reading, finding);
        OwnTrimDb = reading.TrimDb;
        Advised = reading.TrimDb + (finding.IsTrim ? finding.TrimDb : 0);
        CanTake = finding.IsTrim && finding.Where == TrimPlace.OwnTrim;
        RefreshSentences();
    }

    private void RefreshSentences()
    {
        if (_reason is not null && _reason != (_reason = Reason()))
        {
            OnPropertyChanged(ReasonChanged);
        }

        if (_accessible is not null && _accessible != (_accessible = Accessible()))
        {
            OnPropertyChanged(AccessibleChanged);
        }
    }

    private string Reason() => _reading is null ? "" : LevelWords.Reason(_reading, _finding, _actions.Mix.Settings);

    private string Accessible() => PooledText.Join(", ", Name, RmsText, ClipText, TrimText, WhereText);

    /// <summary>Makes the trim by FaderStager itself.</summary>
    [RelayCommand(CanExecute = nameof(CanTake))]
    private void Take() => _actions.Edit(Id, ParameterId.Trim, Advised);

    private void TypeTrim(string? typed)
    {
        ParameterInfo trim = ParameterInfo.Of(ParameterId.Trim);
        if (!TypedNumber.TryParse(typed, "dB", out double db))
        {
            _actions.Refuse(typed, "number of dB", OwnTrimText);
        }
        else
        {
            double taken = trim.Legal(Math.Round(db, 1));
            if (Math.Abs(taken - db) > 0.05)
            {
                _actions.SayRange(trim.Minimum, trim.Maximum, "dB", taken);
            }

            _actions.Edit(Id, ParameterId.Trim, taken);
        }

        OnPropertyChanged(nameof(OwnTrimText));
    }

    private static string Db(double db) => PooledText.Of($"{LevelText.WithSign(db)} dB");

    private static double Shown(double db) => double.IsFinite(db) ? db : double.NaN;
}
