using System.Collections.Immutable;
using CommunityToolkit.Mvvm.ComponentModel;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Mixes;

/// <summary>What all tracks of the mix share and a person sets rarely: tolerance, fader top, anchor, weighting.</summary>
/// <remarks>[ui] Setting a property changes it for all tracks.</remarks>
public sealed class MixSettingsViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private MixSettings _shown = MixSettings.Default;

    internal MixSettingsViewModel(EditorActions actions) => _actions = actions;

    /// <summary>What the anchor's figure may mean, by index.</summary>
    public static ImmutableArray<string> AnchorKinds { get; } = ["LUFS integrated", "dBFS RMS"];

    /// <summary>The weightings, by index.</summary>
    public static ImmutableArray<string> Weightings { get; } = ["K (ITU-R BS.1770)", "Pestana (+10 dB shelf)"];

    /// <summary>Whether the person's own tolerance counts for every role instead of the profile's.</summary>
    public bool HasOwnTolerance
    {
        get => Settings.ToleranceLu is not null;
        set => Edit(Settings with { ToleranceLu = value ? ToleranceLu : null });
    }

    /// <summary>The person's own tolerance, 0.5 to 12 LU; 3 while the profile's counts. Set it to what was typed: what is no number changes nothing and is told.</summary>
    public string ToleranceText
    {
        get => LevelText.Lu(ToleranceLu).TrimStart('+');
        set => Take(value, "LU", 0.5, 12, ToleranceText, lu => Settings with { ToleranceLu = lu });
    }

    /// <summary>Lead forward (above 0) or back, -24 to 24 LU; 0 = as the profile has it. Set it to what was typed: nothing gives it back to the profile, what is no number changes nothing and is told.</summary>
    public string ForwardText
    {
        get => LevelText.Lu(Settings.ForwardLu ?? 0);
        set
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                Take(value, "LU", -24, 24, ForwardText, lu => Settings with { ForwardLu = lu });
                return;
            }

            Edit(Settings with { ForwardLu = null });
        }
    }

    /// <summary>Top of the DAW's faders, 0 to 12 dB. Set it to what was typed: what is no number changes nothing and is told.</summary>
    public string FaderTopText
    {
        get => LevelText.Fader(Settings.FaderTopDb);
        set => Take(value, "dB", 0, FaderRange.HighestDb, FaderTopText, db => Settings with { FaderTopDb = db });
    }

    /// <summary>Index into <see cref="AnchorKinds"/>. Changing it brings the usual anchor of that kind: -20 LUFS, -18 dBFS RMS.</summary>
    public int AnchorKindIndex
    {
        get => (int)Settings.AnchorKind;
        set
        {
            if (value >= 0 && value < AnchorKinds.Length && value != AnchorKindIndex)
            {
                AnchorKind kind = (AnchorKind)value;
                Edit(Settings with { AnchorKind = kind, AnchorLevel = kind == AnchorKind.RmsDbfs ? -18 : -20 });
            }
        }
    }

    /// <summary>Level that bottom-up brings the focal to, -60 to 0 LUFS or dBFS RMS: "−20.0 LUFS". Set it to what was typed: what is no number changes nothing and is told.</summary>
    public string AnchorText
    {
        get => LevelText.Level(Settings.AnchorLevel, AnchorUnit);
        set => Take(value, AnchorUnit, -60, 0, AnchorText, level => Settings with { AnchorLevel = level });
    }

    /// <summary>Index into <see cref="Weightings"/>.</summary>
    public int WeightingIndex
    {
        get => (int)Settings.Weighting;
        set
        {
            if (value >= 0 && value < Weightings.Length)
            {
                Edit(Settings with { Weighting = (RelativeWeighting)value });
            }
        }
    }

    private MixSettings Settings => _actions.Mix.Settings;

    private double ToleranceLu => Settings.ToleranceLu ?? 3;

    private string AnchorUnit => Settings.AnchorKind == AnchorKind.RmsDbfs ? "dBFS" : "LUFS";

    internal void Refresh(RefreshFrame frame)
    {
        if (frame.TextsAreDue && !ReferenceEquals(_shown, Settings))
        {
            ShowAll();
        }
    }

    // What cannot be taken as it was typed is told: what is no number, and what lies outside.
    private void Take(string? typed, string unit, double lowest, double highest, string present, Func<double, MixSettings> edited)
    {
        if (!TypedNumber.TryParse(typed, unit, out double number))
        {
            _actions.Refuse(typed, $"number of {unit}", present);
            ShowAll();
            return;
        }

        double taken = Math.Clamp(Math.Round(number, 1), lowest, highest);
        if (Math.Abs(taken - number) > 0.05)
        {
            _actions.SayRange(lowest, highest, unit, taken);
        }

        Edit(edited(taken));
    }

    private void Edit(MixSettings wanted)
    {
        if (wanted != Settings)
        {
            _actions.EditMix(settings => wanted with { Revision = settings.Revision });
        }

        ShowAll();
    }

    // One empty name tells a view to read every property again.
    private void ShowAll()
    {
        _shown = Settings;
        OnPropertyChanged(string.Empty);
    }
}
