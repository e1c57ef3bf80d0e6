using System.Security.Cryptography;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Mixes;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Texts;

namespace FaderStager.Presentation.Mixes;

/// <summary>The comparison of the two fader pictures: which one is heard, equally loud or not, blind or not.</summary>
/// <remarks>[ui] Whether they are equally loud is the person's setting, remembered from one session to the next.</remarks>
public sealed partial class PicturesViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private readonly PersonSettings _person;
    private Mix? _told;
    private bool _shownMatching = true;

    internal PicturesViewModel(EditorActions actions, PersonSettings person) => (_actions, _person) = (actions, person);

    /// <summary>The left sign of the switch: "A", or "1" while the letters are hidden.</summary>
    [ObservableProperty]
    public partial string FirstSign { get; private set; } = "A";

    /// <summary>The right sign of the switch: "B", or "2" while the letters are hidden.</summary>
    [ObservableProperty]
    public partial string SecondSign { get; private set; } = "B";

    /// <summary>Whether the picture of the left sign is active.</summary>
    [ObservableProperty]
    public partial bool IsFirst { get; private set; } = true;

    /// <summary>Whether the letters are hidden.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(BlindLabel))]
    public partial bool IsBlind { get; private set; }

    /// <summary>What the blind command says: "Blind", then "Show which".</summary>
    public string BlindLabel => IsBlind ? "Show which" : "Blind";

    /// <summary>The common gain that plays: "B plays 1.5 dB lower"; empty without one, and while the letters are hidden.</summary>
    [ObservableProperty]
    public partial string MatchLabel { get; private set; } = "";

    /// <summary>The same where there is little room: "B −1.5 dB".</summary>
    [ObservableProperty]
    public partial string ShortMatchLabel { get; private set; } = "";

    /// <summary>Whether a switch makes both equally loud.</summary>
    public bool IsMatching
    {
        get => _actions.Mix.Pictures.IsMatching;
        set
        {
            if (value != IsMatching)
            {
                _person.RememberEquallyLoud(value);
                _actions.MatchPictures(value);
                Show();
            }
        }
    }

    internal void Refresh()
    {
        if (!ReferenceEquals(_told, _actions.Mix))
        {
            _told = _actions.Mix;
            _told.Pictures.MatchLoudness(_person.PicturesAreEquallyLoud);
        }

        Show();
    }

    [RelayCommand]
    private void Switch()
    {
        _actions.SwitchPicture();
        Show();
    }

    // Chance says which one is heard first, so that nobody can count the presses.
    [RelayCommand]
    private void Blind()
    {
        if (_actions.Mix.Pictures.IsHidden)
        {
            _actions.ShowPictures();
        }
        else
        {
            _actions.HidePictures(startsWithOther: RandomNumberGenerator.GetInt32(2) == 1);
        }

        Show();
    }

    [RelayCommand]
    private void EndMatch() => IsMatching = false;

    private void Show()
    {
        MixPictures pictures = _actions.Mix.Pictures;
        IsBlind = pictures.IsHidden;
        (FirstSign, SecondSign) = IsBlind ? ("1", "2") : ("A", "B");
        IsFirst = IsBlind ? pictures.Number == 1 : _actions.Mix.ActivePicture == FaderPictureSlot.A;
        (MatchLabel, ShortMatchLabel) = (PictureText.Gain(_actions.Mix), PictureText.ShortGain(_actions.Mix));
        if (_shownMatching != pictures.IsMatching)
        {
            _shownMatching = pictures.IsMatching;
            OnPropertyChanged(nameof(IsMatching));
        }
    }
}
