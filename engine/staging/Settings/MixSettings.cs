using System.Collections.Immutable;

namespace FaderStager.Staging.Settings;

/// <summary>What all tracks of a mix share. Every instance's saved state carries a copy; on load the highest revision of the mix's own lineage wins.</summary>
/// <remarks>[any] Immutable.</remarks>
public sealed record MixSettings
{
    /// <summary>The settings of a mix that nobody has touched.</summary>
    public static MixSettings Default { get; } = new();

    /// <summary>Which mix these settings come from: made with its first edit and kept by every later one. Empty = untouched. Revisions of two lineages say nothing of each other.</summary>
    public Guid Lineage { get; init; }

    /// <summary>Counts the edits; 0 = untouched.</summary>
    public long Revision { get; init; }

    /// <summary>The approach.</summary>
    public ApproachKind Approach { get; init; }

    /// <summary>Where top-down starts.</summary>
    public TopDownStart Start { get; init; }

    /// <summary>Name of the target profile.</summary>
    public string ProfileName { get; init; } = "pop";

    /// <summary>Whether a person chose the profile. Until then it follows the focal: see <see cref="FollowsFocal"/>.</summary>
    public bool ProfileIsChosen { get; init; }

    /// <summary>Whether the profile follows the focal: pop around a voice, instrumental around an instrument.</summary>
    public bool FollowsFocal => !ProfileIsChosen && ProfileName == Default.ProfileName;

    /// <summary>Lead forward (above 0) or back in LU: moves all targets together. Null = nobody said; then it is the profile's, 0.</summary>
    public double? ForwardLu { get; init; }

    /// <summary>The person's own tolerance in LU for every role, or null to use the profile's.</summary>
    public double? ToleranceLu { get; init; }

    /// <summary>Top of the DAW's faders in dB: a preference in REAPER and Cubase, so a setting here. +6 is Cubase's default.</summary>
    public double FaderTopDb { get; init; } = 6;

    /// <summary>What <see cref="AnchorLevel"/> means.</summary>
    public AnchorKind AnchorKind { get; init; }

    /// <summary>Level that bottom-up brings the focal to, in LUFS or dBFS RMS. -20 LUFS is a rule of thumb that leaves a dense mix its headroom.</summary>
    public double AnchorLevel { get; init; } = -20;

    /// <summary>
    /// The working level in dBFS RMS, which 0 VU stands for: what sustained tracks bring into their plug-ins. EBU R 68 lines studios up at
    /// -18 dBFS, SMPTE RP 155 at -20; the higher ones are rules of thumb for plug-ins that want more.
    /// </summary>
    public double WorkingLevelDbfs { get; init; } = -18;

    /// <summary>Lowest working level in dBFS RMS.</summary>
    public const double LowestWorkingLevelDbfs = -40;

    /// <summary>Highest working level in dBFS RMS.</summary>
    public const double HighestWorkingLevelDbfs = -6;

    /// <summary>Working levels that are offered by name, in dBFS RMS; any other may be set.</summary>
    public static ImmutableArray<double> WorkingLevels { get; } = [-20, -18, -16, -14, -12];

    /// <summary>Weighting of relative readings.</summary>
    public RelativeWeighting Weighting { get; init; }

    /// <summary>Bottom-up's order where the person chose one: track identities, first first. Tracks not named follow in order of role.</summary>
    public ImmutableArray<Guid> Order { get; init; } = [];

    /// <summary>The voices that a person made; tracks in none of them are joined by what names and envelopes say.</summary>
    public ImmutableArray<VoiceChoice> Voices { get; init; } = [];
    /// <summary>What of the song counts.</summary>
    public CountsKind Counts { get; init; }

    /// <summary>Where the part starts that a person chose, in seconds of song.</summary>
    public double CountsFromSeconds { get; init; }

    /// <summary>Where it ends. At or before the start there is no such part, and the whole song counts.</summary>
    public double CountsToSeconds { get; init; }

    /// <summary>The names that a person gave to sections of the song.</summary>
    public ImmutableArray<SectionName> SectionNames { get; init; } = [];
}
