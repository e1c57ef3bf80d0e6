namespace FaderStager.Rehearsal.Session;

/// <summary>How files become tracks.</summary>
public sealed record SessionOptions
{
    /// <summary>Pairs are joined, stamps are followed, channels are not split.</summary>
    public static SessionOptions Default { get; } = new();

    /// <summary>Whether "Gtr.L" and "Gtr.R" become one stereo track.</summary>
    public bool JoinsPairs { get; init; } = true;

    /// <summary>Whether broadcast WAVs are laid where their time stamps say.</summary>
    public bool FollowsStamps { get; init; } = true;

    /// <summary>Whether files with more than two channels become one mono track a channel.</summary>
    public bool SplitsChannels { get; init; }
}
