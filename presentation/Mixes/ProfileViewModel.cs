using System.Collections.Immutable;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Profiles;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Mixes;

/// <summary>The choice of the target profile, and where its number for this track comes from.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class ProfileViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private readonly ProfileLibrary _library;
    private TargetProfile? _shown;
    private long _seenLibrary;

    internal ProfileViewModel(EditorActions actions, ProfileLibrary library)
    {
        (_actions, _library) = (actions, library);
        Saving = new ProfileSavingViewModel(actions, library);
    }

    /// <summary>The balance of the mix as a profile of the person's own.</summary>
    public ProfileSavingViewModel Saving { get; }

    /// <summary>The profiles to choose from: built-in first, then the person's own. The first use reads the person's folder.</summary>
    public ImmutableArray<TargetProfile> Profiles => _library.All;

    /// <summary>The profile in force; setting it changes it for all tracks of the mix.</summary>
    public TargetProfile Selected
    {
        get
        {
            TargetProfile shown = _shown ?? ProfileLibrary.Default;
            foreach (TargetProfile profile in Profiles)
            {
                if (profile.Name == shown.Name)
                {
                    return profile;
                }
            }

            return shown;
        }

        set
        {
            if (value is not null && value.Name != Selected.Name)
            {
                // What was learned with the lead forward holds that already.
                _actions.EditMix(settings => settings with { ProfileName = value.Name, ProfileIsChosen = true, ForwardLu = value.ForwardLu == 0 ? settings.ForwardLu : null });
                Show(value);
            }
        }
    }

    /// <summary>The name of the profile in force.</summary>
    [ObservableProperty]
    public partial string Name { get; private set; } = ProfileLibrary.Default.Name;

    /// <summary>What stands before the profile: "by focal" while it follows the focal, for nobody chose one; else "profile".</summary>
    [ObservableProperty]
    public partial string Caption { get; private set; } = "profile";

    /// <summary>One sentence on it.</summary>
    [ObservableProperty]
    public partial string Description { get; private set; } = ProfileLibrary.Default.Description;

    /// <summary>Where its number for this track's role comes from: "kick: −10.0 ±5.0 LU. Source: …".</summary>
    [ObservableProperty]
    public partial string SourceText { get; private set; } = "";

    /// <summary>What could not be read of the person's own profiles, one sentence a line; empty when all is well.</summary>
    public string WarningText => string.Join(Environment.NewLine, _library.Warnings);

    internal void Refresh(RefreshFrame frame)
    {
        if (!frame.TextsAreDue)
        {
            return;
        }

        if (_library.Version != _seenLibrary)
        {
            ShowList();
        }

        MixSnapshot snapshot = frame.Snapshot;
        Caption = snapshot.Settings.FollowsFocal ? "by focal" : "profile";
        Role role = _actions.Track.Role;
        RoleTarget target = snapshot.Profile.For(role);
        SourceText = PooledText.Of($"{Roles.DisplayName(role)}: {LevelText.Target(target.OffsetLu, target.ToleranceLu)}. Source: {target.Source}");

        // The person's choice stands while the worker has not taken it up yet.
        if (!ReferenceEquals(_shown, snapshot.Profile) && snapshot.Settings.ProfileName == _actions.Mix.Settings.ProfileName)
        {
            Show(snapshot.Profile);
        }
    }

    private void Show(TargetProfile profile)
    {
        _shown = profile;
        (Name, Description) = (profile.Name, profile.Description);
        OnPropertyChanged(nameof(Selected));
    }

    /// <summary>Reads the person's folder again.</summary>
    [RelayCommand]
    private void Reload()
    {
        _library.Refresh();
        ShowList();
        _actions.EditMix(settings => settings);
    }

    private void ShowList()
    {
        _seenLibrary = _library.Version;
        OnPropertyChanged(nameof(Profiles));
        OnPropertyChanged(nameof(Selected));
        OnPropertyChanged(nameof(WarningText));
    }
}
