using CommunityToolkit.Mvvm.ComponentModel;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Tracks;

/// <summary>This track, large.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class TrackViewModel : TrackFiguresViewModel
{
    internal TrackViewModel(EditorActions actions)
        : base(actions, actions.Track.Id) => ShowFader(actions.Track.FaderDb);

    /// <summary>What the large reading is: "against the focal", "focal against the rest", "at the insert".</summary>
    [ObservableProperty]
    public partial string ReadingCaption { get; private set; } = "";

    /// <summary>The target with its word: "target −8.0 ±3.0 LU".</summary>
    [ObservableProperty]
    public partial string TargetCaption { get; private set; } = "";

    /// <summary>The live reading: "now −2.9 LU"; empty while the song stands.</summary>
    [ObservableProperty]
    public partial string LiveText { get; private set; } = "";

    /// <summary>Integrated loudness at the insert: "−18.2 LUFS".</summary>
    [ObservableProperty]
    public partial string IntegratedText { get; private set; } = LevelText.NotHeard;

    /// <summary>Loudness range: "6.1 LU".</summary>
    [ObservableProperty]
    public partial string LoudnessRangeText { get; private set; } = LevelText.None;

    /// <summary>Highest true peak at the insert: "−6.0 dBTP".</summary>
    [ObservableProperty]
    public partial string TruePeakText { get; private set; } = LevelText.NotHeard;

    /// <summary>Song heard of this track: "1:24".</summary>
    [ObservableProperty]
    public partial string HeardText { get; private set; } = LevelText.Time(0);

    /// <summary>Top of the fader's travel in dB.</summary>
    [ObservableProperty]
    public partial double FaderTopDb { get; private set; } = MixSettings.Default.FaderTopDb;

    internal void Refresh(RefreshFrame frame)
    {
        Id = Actions.Track.Id;
        (TrackReading? reading, Hint? hint) = frame.Of(Id);
        bool isMoved = reading is not null && !reading.FaderDb.Equals(Actions.Track.FaderDb);
        RefreshFigures(frame, isMoved ? reading!.WithFader(Actions.Track.FaderDb) : reading, hint);
        FaderTopDb = Math.Max(frame.Snapshot.Settings.FaderTopDb, double.IsFinite(FaderDb) ? FaderDb : 0);
        if (reading is null)
        {
            ShowFader(Actions.Track.FaderDb);
        }
    }

    private protected override void RefreshTexts(RefreshFrame frame, TrackReading? reading, Hint? hint)
    {
        base.RefreshTexts(frame, reading, hint);
        Name = Actions.Track.Name;
        IsFocal = Actions.Track.IsFocal;
        ShowReading(frame, reading, hint);
        TargetCaption = TargetText == LevelText.None ? "" : PooledText.Of($"target {TargetText}");
        LiveText = double.IsFinite(NeedleLu) && !IsFocal ? PooledText.Of($"now {LevelText.Lu(NeedleLu)}") : "";
        IntegratedText = LevelText.Level(reading?.IntegratedLufs ?? double.NaN, "LUFS");
        TruePeakText = LevelText.Level(reading?.TruePeakDbtp ?? double.NaN, "dBTP");
        double range = reading?.LoudnessRangeLu ?? double.NaN;
        LoudnessRangeText = double.IsFinite(range) ? PooledText.Of($"{FigureText.Level(range)} LU") : LevelText.None;
        HeardText = LevelText.Time(reading?.HeardSeconds ?? 0);
    }

    /// <summary>The focal is read against the rest; without a focal only the track's own loudness can be told.</summary>
    private void ShowReading(RefreshFrame frame, TrackReading? reading, Hint? hint)
    {
        ReadingCaption = "against the focal";
        if (reading is { IsFocal: true })
        {
            RoleTarget wanted = frame.Snapshot.Profile.FocalAgainstRest;
            double balanceLu = frame.Snapshot.FocalAgainstRestLu;
            ReadingText = reading.IsDown ? ReadingText : double.IsFinite(balanceLu) ? LevelText.Reading(balanceLu) : BalanceWords.Of(frame.Snapshot.RestSource);
            ReadingCaption = double.IsFinite(balanceLu) ? PooledText.Of($"focal against the rest, {BalanceWords.Of(frame.Snapshot.RestSource)}") : "focal against the rest";
            TargetText = LevelText.Target(frame.Snapshot.WantedFocalAgainstRestLu, wanted.ToleranceLu);
        }
        else if (reading is not null && (frame.Focal is null || hint?.Kind == HintKind.MixBus))
        {
            ReadingText = LevelText.Level(reading.IntegratedLufs, "LUFS");
            ReadingCaption = "loudness at the insert";
        }
    }
}
