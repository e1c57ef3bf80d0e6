namespace FaderStager.Mixing.Members;

/// <summary>Where an instance stands among those of its track, as last settled.</summary>
/// <remarks>Under the coordinator's lock; <see cref="Staged"/>, <see cref="IsFirst"/> and <see cref="IsBehind"/> are read by the worker's turn too, which that lock began. Never saved.</remarks>
internal sealed class TrimChain
{
    /// <summary>When it joined the process: lower is earlier.</summary>
    public long Order { get; set; } = long.MaxValue;

    /// <summary>When it was first trimmed: lower is earlier; the highest number = never.</summary>
    public int Rank { get; set; } = int.MaxValue;

    /// <summary>The trim that was settled last, in dB; NaN before.</summary>
    public double SettledTrimDb { get; set; } = double.NaN;

    /// <summary>The stamp of that trim.</summary>
    public long SettledTrimStamp { get; set; } = -1;

    /// <summary>The sum of all trims that its meter sits behind, its own included, in dB; NaN before.</summary>
    public double SettledFrontDb { get; set; } = double.NaN;

    /// <summary>The instance of the same track that is staged in its place; empty = itself.</summary>
    public Guid Staged { get; set; }

    /// <summary>Whether it is known to stand in front of others, or is trimmed.</summary>
    public bool IsFirst { get; set; }

    /// <summary>Whether another instance of its track stands in front of it.</summary>
    public bool IsBehind { get; set; }
}
