namespace FaderStager.Presentation.Levels;

/// <summary>An instance that may stand behind this one on the same track.</summary>
/// <param name="Id">Its identity; empty = none.</param>
/// <param name="Text">"none", or the name of its track.</param>
/// <remarks>[ui]</remarks>
public sealed record PairChoice(Guid Id, string Text)
{
    /// <summary>No other instance.</summary>
    public static PairChoice None { get; } = new(Guid.Empty, "none");
}
