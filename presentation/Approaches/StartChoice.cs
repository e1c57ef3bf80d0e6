using FaderStager.Presentation.Texts;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Approaches;

/// <summary>One of top-down's uniform starts as it stands in a list to choose from.</summary>
/// <param name="Start">Which start.</param>
/// <param name="Name">Its name with its position: "by track count, −10.8 dB".</param>
/// <param name="PositionDb">The position in dB.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record StartChoice(TopDownStart Start, string Name, double PositionDb)
{
    /// <summary>What a button says that takes it: "All faders to −12.0 dB".</summary>
    public string Command { get; } = $"All faders to {LevelText.Fader(PositionDb)}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
