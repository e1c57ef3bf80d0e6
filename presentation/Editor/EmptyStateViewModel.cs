using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Processes;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.States;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Editor;

/// <summary>What the editor says while it has nothing to compare: what is missing, and what to do about it.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class EmptyStateViewModel : ObservableObject
{
    // A longer name leaves no room for the words beside the button.
    private const int LongestName = 24;

    private readonly EditorActions _actions;

    private readonly EditorContext _context;

    private Guid _offered;

    internal EmptyStateViewModel(EditorActions actions, EditorContext context) => (_actions, _context) = (actions, context);

    /// <summary>What is missing.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(IsVisible), nameof(Title), nameof(Text), nameof(CanFlag), nameof(ShowsFlagThisTrack), nameof(ElsewhereText))]
    [NotifyCanExecuteChangedFor(nameof(FlagThisTrackCommand))]
    public partial EmptyStateKind Kind { get; private set; } = EmptyStateKind.NotStarted;

    /// <summary>Where the other tracks are while this one is alone in its mix: "12 tracks are in mix A, this one is alone in B"; empty while no mix has any.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Text))]
    public partial string OtherMixesText { get; private set; } = "";

    /// <summary>Whether there is something to say.</summary>
    public bool IsVisible => Kind != EmptyStateKind.None;

    /// <summary>What is missing, in a few words.</summary>
    public string Title => Kind switch
    {
        EmptyStateKind.NotStarted => "Waiting for the host",
        EmptyStateKind.OnlyOneTrack => "Only this track",
        EmptyStateKind.NoFocal when Elsewhere.HasFocal => "The focal is elsewhere",
        EmptyStateKind.NoFocal => "No focal",
        EmptyStateKind.Stopped when UnfollowedText.Length > 0 => "Not followed",
        EmptyStateKind.Stopped => "Press play",
        EmptyStateKind.NothingHeard => "Nothing heard yet",
        _ => "",
    };

    /// <summary>What it means and what to do.</summary>
    public string Text => ElsewhereText.Length > 0 ? ElsewhereText : Kind switch
    {
        EmptyStateKind.NotStarted => "The host has not started this track's audio yet: readings come with its first blocks.",
        EmptyStateKind.OnlyOneTrack when OtherMixesText.Length > 0 => PooledText.Of($"{OtherMixesText}: choose that mix at the top, or put others into this one."),
        EmptyStateKind.OnlyOneTrack => "FaderStager sees only this track: insert it on the others; hosts that sandbox plug-ins isolate them.",
        EmptyStateKind.NoFocal when FocalThatLeft.Length > 0 => PooledText.Of($"{FocalThatLeft}, which was the focal, has left this mix or was switched off: bring it back, or flag another track."),
        EmptyStateKind.NoFocal when FlagOffer.Length > 0 => "Flag the element the mix is built around; for another one press its star.",
        EmptyStateKind.NoFocal => "Flag the element the mix is built around: every other track is read against it.",
        EmptyStateKind.Stopped when UnfollowedText.Length > 0 => PooledText.Of($"This track is not measured over the song: {UnfollowedText}."),
        EmptyStateKind.Stopped => "The transport is stopped: play the song where the focal and the other tracks sound.",
        EmptyStateKind.NothingHeard => "The song plays and no track has sounded yet: go on to where the focal and the others sound.",
        _ => "",
    };

    /// <summary>Why the song is not followed though the host plays; empty where it is.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Title), nameof(Text))]
    public partial string UnfollowedText { get; private set; } = "";

    /// <summary>Name of the track that was focal and has left; empty = there is none.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Text))]
    public partial string FocalThatLeft { get; private set; } = "";

    /// <summary>Tracks that run in another module of this process.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Text), nameof(Title), nameof(ElsewhereText))]
    public partial int Others { get; private set; }

    /// <summary>Tracks that run in other processes of this computer.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Text), nameof(Title), nameof(CanFlag), nameof(ShowsFlagThisTrack), nameof(ElsewhereText))]
    [NotifyCanExecuteChangedFor(nameof(FlagThisTrackCommand))]
    public partial InstancesElsewhere Elsewhere { get; private set; }

    /// <summary>Where the tracks that are missing here, or the focal, may be; empty where nothing is missing or nothing runs elsewhere.</summary>
    public string ElsewhereText => Kind is not (EmptyStateKind.OnlyOneTrack or EmptyStateKind.NoFocal) ? ""
        : Others > 0 ? PooledText.Of($"{More(Others)} in another module of this process (another version, or the other edition), which this one does not see: use one of them on all tracks.")
        : Elsewhere.Tracks > 0 ? PooledText.Of($"{More(Elsewhere.Tracks)} in {(Elsewhere.Processes == 1 ? "another process" : "other processes")} of this computer; hosts that sandbox plug-ins isolate them: in REAPER Run as native, in Bitwig host them together{FocalThere}.")
        : "";

    // Hosts that isolate plug-ins have one focal in one of the processes; a flag here would make a second one.
    private string FocalThere => Kind == EmptyStateKind.NoFocal && Elsewhere.HasFocal ? ". A focal is there" : "";

    private static string More(int count) => PooledText.Of($"{count} more {(count == 1 ? "FaderStager runs" : "FaderStagers run")}");

    /// <summary>Whether flagging this track would help.</summary>
    public bool CanFlag => Kind == EmptyStateKind.NoFocal && !Elsewhere.HasFocal && _actions.Track.Role != Role.MixBus;

    /// <summary>Whether the button that flags this track is there: it helps, and no lead vocal is offered in its place.</summary>
    public bool ShowsFlagThisTrack => CanFlag && FlagOffer.Length == 0;

    /// <summary>Offers to flag the one lead vocal, whichever track's editor this is: "Flag "Lead Vocal""; empty where none or several are lead vocals, or a focal is there.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(Text), nameof(ShowsFlagThisTrack))]
    [NotifyCanExecuteChangedFor(nameof(FlagOfferedCommand))]
    public partial string FlagOffer { get; private set; } = "";

    internal void Refresh(RefreshFrame frame)
    {
        if (frame.TextsAreDue)
        {
            Others = _context.OtherModuleTracks();
            Elsewhere = _context.Elsewhere();
            UnfollowedText = EngineWords.Unfollowed(_actions.Track.Following);
            FocalThatLeft = frame.Snapshot.FocalThatLeft ?? "";
            Kind = KindOf(frame.Snapshot, _actions.Track.Id);
            TrackReading? lead = Kind == EmptyStateKind.NoFocal && !Elsewhere.HasFocal ? LeadOf(frame.Snapshot) : null;
            _offered = lead?.Id ?? Guid.Empty;
            FlagOffer = lead is null ? "" : PooledText.Of($"Flag \"{Shorten(lead.Name)}\"");
            OtherMixesText = Kind == EmptyStateKind.OnlyOneTrack ? OtherMixes(_actions.Track) : "";
        }
    }

    // Two lead vocals are a person's choice: nothing is guessed between them.
    private static TrackReading? LeadOf(MixSnapshot mix)
    {
        TrackReading? lead = null;
        foreach (TrackReading track in mix.Tracks)
        {
            if (track.InMix && track.Role == Role.LeadVocal)
            {
                if (lead is not null)
                {
                    return null;
                }

                lead = track;
            }
        }

        return lead;
    }

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)].TrimEnd() + "…";

    private static string OtherMixes(TrackInstance track)
    {
        MixGroup[] others =
        [
            .. Enum.GetValues<MixGroup>()
                .Where(group => group != track.Group && CountOf(track, group) > 0)
                .OrderByDescending(group => CountOf(track, group)),
        ];
        return others.Length == 0 ? ""
            : PooledText.Of($"{string.Join(", ", others.Select(group => InMix(CountOf(track, group), group)))}, this one is alone in {track.Group}");
    }

    private static int CountOf(TrackInstance track, MixGroup group) => track.Coordinator.Mix(track.Project, group).Published.Snapshot.Tracks.Length;

    private static string InMix(int count, MixGroup group) =>
        PooledText.Of($"{count} {(count == 1 ? "track is" : "tracks are")} in mix {group}");

    [RelayCommand(CanExecute = nameof(CanFlag))]
    private void FlagThisTrack() => _actions.Edit(_actions.Track.Id, ParameterId.Focal, 1);

    private bool CanFlagOffered => FlagOffer.Length > 0;

    [RelayCommand(CanExecute = nameof(CanFlagOffered))]
    private void FlagOffered() => _actions.Edit(_offered, ParameterId.Focal, 1);

    private static EmptyStateKind KindOf(MixSnapshot mix, Guid thisTrack)
    {
        bool isHere = false;
        bool isAnyAudible = false;
        foreach (TrackReading track in mix.Tracks)
        {
            isHere |= track.Id == thisTrack;
            isAnyAudible |= track.IsAudible;
        }

        return !isHere ? EmptyStateKind.NotStarted
            : mix.Tracks.Length == 1 ? EmptyStateKind.OnlyOneTrack
            : mix.Focal is null ? EmptyStateKind.NoFocal
            : isAnyAudible ? EmptyStateKind.None
            : mix.IsRolling ? EmptyStateKind.NothingHeard
            : EmptyStateKind.Stopped;
    }
}
