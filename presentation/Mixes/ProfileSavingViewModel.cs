using System.Globalization;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Profiles;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Texts;
using FaderStager.Staging.Learning;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Mixes;

/// <summary>Saves the balance of the mix as it stands as a profile of the person's own.</summary>
/// <remarks>[ui] It goes into the folder that the person's profiles are read from. A profile of theirs is replaced with a second press only.</remarks>
public sealed partial class ProfileSavingViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private readonly ProfileLibrary _library;

    internal ProfileSavingViewModel(EditorActions actions, ProfileLibrary library) => (_actions, _library) = (actions, library);

    /// <summary>The name to save it by, as typed.</summary>
    [ObservableProperty]
    public partial string NameText { get; set; } = "";

    /// <summary>What the command says: "Save", then "Replace" where the person has a profile of that name.</summary>
    [ObservableProperty]
    public partial string SaveLabel { get; private set; } = "Save";

    /// <summary>What was saved last and how sure it is, a line a role: "bass −4.2 ±3.0 LU: 1 track, 62 s"; empty before.</summary>
    [ObservableProperty]
    public partial string SavedText { get; private set; } = "";

    private bool Replaces => SaveLabel != "Save";

    partial void OnNameTextChanged(string value) => SaveLabel = "Save";

    [RelayCommand]
    private void Save()
    {
        string name = NameText.Trim();
        if (ProfileFileName.Problem(name) is { } problem)
        {
            _actions.SayNo(problem);
            return;
        }

        SongBalance balance = ProfileLearner.Hear(_actions.Mix.State.Snapshot);
        LearnedProfile learned = ProfileLearner.Learn([balance], name);
        if (learned.Profile is not { } profile)
        {
            _actions.SayNo($"Not saved: {learned.Problem}");
            return;
        }

        SavedProfile saved = _library.Save(profile, Replaces);
        if (saved.MayReplace)
        {
            SaveLabel = "Replace";
            _actions.SayNo($"{saved.Problem} Press Replace to put this balance in its place, or type another name");
            return;
        }

        if (saved.Path is null)
        {
            _actions.SayNo(saved.Problem ?? "Not saved");
            return;
        }

        SaveLabel = "Save";
        SavedText = Told(name, profile, balance);
        _actions.Say($"Saved as profile \"{name}\", from {Count(balance.Used.Length, "track")}: choose it where the profile stands");
        _actions.EditMix(settings => settings);
    }

    private static string Told(string name, TargetProfile profile, SongBalance balance)
    {
        IEnumerable<string> roles = balance.Voices
            .GroupBy(voice => voice.Role)
            .OrderBy(voices => Roles.Importance(voices.Key))
            .Select(voices => $"{Roles.DisplayName(voices.Key)} {LevelText.Target(profile.For(voices.Key).OffsetLu, profile.For(voices.Key).ToleranceLu)}: {Sure([.. voices])}{Each([.. voices])}");
        string[] leftOut = [.. balance.LeftOut.Select(track => $"left out: {track}")];
        string rest = double.IsFinite(balance.FocalAgainstRestLu) ? $"{balance.FocalName} vs rest {LevelText.Lu(profile.FocalAgainstRest.OffsetLu)}" : $"around {balance.FocalName}";
        return string.Join(Environment.NewLine, [$"{name}: one song alone, {rest}", .. roles, .. leftOut]);
    }

    private static string Sure(VoiceBalance[] voices) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count(voices.Sum(voice => voice.Stems), "track")}{(voices.Length < voices.Sum(voice => voice.Stems) ? $" in {Count(voices.Length, "voice")}" : "")}, {voices.Min(voice => voice.SecondsTogether):0} s");

    // Where a role has several voices, each one's own reading.
    private static string Each(VoiceBalance[] voices) => voices.Length < 2 ? ""
        : $" ({string.Join(", ", voices.OrderByDescending(voice => voice.RelativeLu).Select(voice => $"{voice.Name} {LevelText.WithSign(voice.RelativeLu)}"))})";

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{number} {what}s");
}
