using CommunityToolkit.Mvvm.ComponentModel;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Mixes;

/// <summary>The focal against the energy sum of all others, and what the profile wants it to be.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class BalanceViewModel : ObservableObject
{
    private HintKind? _shown;

    internal BalanceViewModel()
    {
    }

    /// <summary>"focal vs rest +0.8 LU estimated", "focal vs rest: the faders are down".</summary>
    [ObservableProperty]
    public partial string Text { get; private set; } = "";

    /// <summary>What the profile wants: "pop wants +1.0 ±3.0 LU".</summary>
    [ObservableProperty]
    public partial string WantedText { get; private set; } = "";

    /// <summary>The balance in LU; NaN = none.</summary>
    [ObservableProperty]
    public partial double BalanceLu { get; private set; } = double.NaN;

    /// <summary>The state as a word: "in place", "too loud", "buried".</summary>
    [ObservableProperty]
    public partial string StateWord { get; private set; } = "";

    /// <summary>The state as a shape.</summary>
    [ObservableProperty]
    public partial StateShape Shape { get; private set; }

    /// <summary>The colour family that goes with it.</summary>
    [ObservableProperty]
    public partial StateTone Tone { get; private set; }

    internal void Refresh(MixSnapshot snapshot)
    {
        RoleTarget wanted = snapshot.Profile.FocalAgainstRest;
        BalanceLu = snapshot.FocalAgainstRestLu;
        WantedText = PooledText.Of($"{snapshot.Profile.Name} wants {LevelText.Target(snapshot.WantedFocalAgainstRestLu, wanted.ToleranceLu)}");
        if (!double.IsFinite(BalanceLu))
        {
            _shown = null;
            Text = snapshot.Focal is null ? BalanceWords.Of(snapshot.RestSource) : PooledText.Of($"focal vs rest: {BalanceWords.Of(snapshot.RestSource)}");
            (StateWord, Shape, Tone) = ("", StateShape.QuestionMark, StateTone.Unknown);
            return;
        }

        double deviation = BalanceLu - snapshot.WantedFocalAgainstRestLu;
        _shown = !HintHysteresis.IsOff(deviation, wanted.ToleranceLu, _shown) ? HintKind.InPlace
            : deviation > 0 ? HintKind.TooLoud : HintKind.Buried;
        Text = PooledText.Of($"focal vs rest {LevelText.Lu(BalanceLu)} {BalanceWords.Of(snapshot.RestSource)}");
        (StateWord, Shape, Tone) = _shown switch
        {
            HintKind.TooLoud => (HintWords.Of(HintKind.TooLoud), StateShape.ArrowDown, StateTone.TooLoud),
            HintKind.Buried => (HintWords.Of(HintKind.Buried), StateShape.ArrowUp, StateTone.Buried),
            _ => (HintWords.Of(HintKind.InPlace), StateShape.Tick, StateTone.InPlace),
        };
    }
}
