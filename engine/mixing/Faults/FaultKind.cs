namespace FaderStager.Mixing.Faults;

/// <summary>Faults of one kind: the same exception at the same place.</summary>
/// <param name="Place">Where it was caught, as a developer knows it: "IComponent.SetActive".</param>
/// <param name="First">The first one.</param>
/// <param name="Count">How many there were.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record FaultKind(string Place, Exception First, long Count)
{
    /// <summary>The kind in one sentence: what was thrown, where it was caught, and the first place of our own on its way.</summary>
    public string Sentence
    {
        get
        {
            string? own = First.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains(nameof(FaderStager) + ".", StringComparison.Ordinal))?.Trim();
            return $"FaderStager caught a fault of its own in {Place} ({First.GetType().Name}: {First.Message}{(own is null ? "" : " " + own)}): that one call is lost. Please report this line.";
        }
    }
}
