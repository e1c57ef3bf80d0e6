using System.Collections.Immutable;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Editor;

/// <summary>The header: what this track is, and how the mix is staged.</summary>
/// <remarks>[ui] Setting a property is a person's edit; what others change follows four times a second.</remarks>
public sealed partial class HeaderViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private HeaderValues _shown;

    internal HeaderViewModel(EditorActions actions)
    {
        _actions = actions;
        _shown = Values;
    }

    /// <summary>The roles to choose from, in order of importance.</summary>
    public static ImmutableArray<RoleChoice> Roles => RoleChoice.All;

    /// <summary>The mix groups to choose from.</summary>
    public static ImmutableArray<MixGroup> Groups { get; } = [.. Enum.GetValues<MixGroup>()];

    /// <summary>The places where the fader may be: the host's own only where the host gives access to it.</summary>
    public ImmutableArray<FaderPlaceChoice> FaderPlaces => FaderPlaceChoice.Offered(Track.ReachesHostFader, Track.FaderPlace);

    /// <summary>The track's name; setting it to nothing gives it back to the host.</summary>
    public string TrackName
    {
        get => Track.Name;
        set
        {
            if (value != Track.Name)
            {
                Track.Name = value;
                Noted();
            }
        }
    }

    /// <summary>Whether the host gives the track a name of its own.</summary>
    public bool HasHostName => Track.HostName is not null;

    /// <summary>The role.</summary>
    public RoleChoice Role
    {
        get => RoleChoice.Of(Track.Role);
        set => Edit(ParameterId.Role, value is null ? double.NaN : (double)value.Role);
    }

    /// <summary>Whether this is the focal: the star. Setting it clears the focal before.</summary>
    public bool IsFocal
    {
        get => Track.IsFocal;
        set => Edit(ParameterId.Focal, value ? 1 : 0);
    }

    /// <summary>The mix group.</summary>
    public MixGroup Group
    {
        get => Track.Group;
        set => Edit(ParameterId.MixGroup, (double)value);
    }

    /// <summary>Whether the mix is staged top-down.</summary>
    public bool IsTopDown
    {
        get => Approach == ApproachKind.TopDown;
        set => Choose(value ? ApproachKind.TopDown : ApproachKind.BottomUp);
    }

    /// <summary>Whether the mix is staged bottom-up.</summary>
    public bool IsBottomUp
    {
        get => Approach == ApproachKind.BottomUp;
        set => Choose(value ? ApproachKind.BottomUp : ApproachKind.TopDown);
    }

    /// <summary>Where the fader is.</summary>
    public FaderPlaceChoice FaderPlace
    {
        get => FaderPlaceChoice.Of(Track.ReachesHostFader, Track.FaderPlace);
        set => Edit(ParameterId.FaderPlace, value is null ? double.NaN : (double)value.Place);
    }

    /// <summary>Whether the track counts in the mix.</summary>
    public bool InMix
    {
        get => Track.InMix;
        set => Edit(ParameterId.InMix, value ? 1 : 0);
    }

    /// <summary>Whether the plug-in fader is bypassed; measuring goes on.</summary>
    public bool IsBypassed
    {
        get => Track.Parameters[ParameterId.Bypass] > 0;
        set => Edit(ParameterId.Bypass, value ? 1 : 0);
    }

    /// <summary>Whether a person has picked the approach: here, be it the one that was in force, or in any editor by taking another than the first.</summary>
    public bool IsApproachPicked { get; private set; }

    private TrackInstance Track => _actions.Track;

    private ApproachKind Approach => (ApproachKind)Track.Parameters[ParameterId.Approach];

    internal HeaderValues Values => new(
        Track.Name,
        Track.Parameters[ParameterId.Role],
        Track.Parameters[ParameterId.Focal],
        Track.Parameters[ParameterId.MixGroup],
        Track.Parameters[ParameterId.Approach],
        Track.Parameters[ParameterId.FaderPlace],
        Track.Parameters[ParameterId.InMix],
        Track.Parameters[ParameterId.Bypass],
        Track.ReachesHostFader);

    internal void Refresh(RefreshFrame frame)
    {
        IsApproachPicked |= Approach != ApproachKind.TopDown;
        if (frame.TextsAreDue && Values != _shown)
        {
            ShowAll();
        }
    }

    [RelayCommand]
    private void ToggleFocal() => IsFocal = !IsFocal;

    [RelayCommand]
    private void ChooseTopDown() => Choose(ApproachKind.TopDown);

    [RelayCommand]
    private void ChooseBottomUp() => Choose(ApproachKind.BottomUp);

    private void Choose(ApproachKind approach)
    {
        IsApproachPicked = true;
        Edit(ParameterId.Approach, (double)approach);
    }

    // A list that lost its choice for a moment sends null, which is no edit.
    private void Edit(ParameterId id, double plain)
    {
        if (!double.IsNaN(plain) && !plain.Equals(Track.Parameters[id]))
        {
            _actions.Edit(Track.Id, id, plain);
            ShowAll();
        }
    }

    private void Noted()
    {
        _actions.Noted();
        ShowAll();
    }

    // One empty name tells a view to read every property again.
    private void ShowAll()
    {
        _shown = Values;
        OnPropertyChanged(string.Empty);
    }
}
