using FaderStager.Measuring;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Readings;

/// <summary>One track of a mix as it stands: what it is, where its fader is, what was measured.</summary>
/// <remarks>
/// [any] Immutable. Loudness and peaks are those at the insert, before the staging fader.
/// Negative infinity = silence or a fader that is down; NaN = not measured.
/// </remarks>
public sealed record TrackReading
{
    /// <summary>The track's identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name a person sees.</summary>
    public required string Name { get; init; }

    /// <summary>The track's role, said or guessed.</summary>
    public required Role Role { get; init; }

    /// <summary>What the host says of the track's channel: its colour, its place in the mixer. All null where the host says nothing.</summary>
    public HostTrack HostTrack { get; init; } = new();

    /// <summary>Whether this is the focal element.</summary>
    public bool IsFocal { get; init; }

    /// <summary>Whether the track counts in the mix.</summary>
    public bool InMix { get; init; } = true;

    /// <summary>Where its fader is.</summary>
    public FaderPlace FaderPlace { get; init; }

    /// <summary>The staging fader in dB; negative infinity = down. Always 0 for <see cref="FaderPlace.PostFader"/>: the reading holds the fader.</summary>
    public double FaderDb { get; init; }

    /// <summary>Whether anything was measured at all, silence included.</summary>
    public bool HasData { get; init; }

    /// <summary>Integrated loudness in LUFS; negative infinity = no window passed the gate.</summary>
    public double IntegratedLufs { get; init; } = double.NaN;

    /// <summary>RMS over the windows that pass the gate, in dBFS.</summary>
    public double RmsDbfs { get; init; } = double.NaN;

    /// <summary>Highest momentary loudness in LUFS.</summary>
    public double MomentaryMaxLufs { get; init; } = double.NaN;

    /// <summary>Highest short-term loudness in LUFS.</summary>
    public double ShortTermMaxLufs { get; init; } = double.NaN;

    /// <summary>Loudness range in LU.</summary>
    public double LoudnessRangeLu { get; init; } = double.NaN;

    /// <summary>Highest sample peak in dBFS.</summary>
    public double SamplePeakDbfs { get; init; } = double.NaN;

    /// <summary>Highest true peak in dBTP.</summary>
    public double TruePeakDbtp { get; init; } = double.NaN;

    /// <summary>Seconds of song that passed the track's own gate.</summary>
    public double HeardSeconds { get; init; }

    /// <summary>Momentary loudness now, rolling or not, in LUFS at the insert.</summary>
    public double LiveMomentaryLufs { get; init; } = double.NaN;

    /// <summary>Loudness against the focal in LU, both at their inserts (faders not counted); NaN = none. 0 for the focal itself.</summary>
    public double InsertRelativeLu { get; init; } = double.NaN;

    /// <summary>The same over the last 3 s of song that both have reached.</summary>
    public double LiveInsertRelativeLu { get; init; } = double.NaN;

    /// <summary>Seconds of song in which track and focal both passed their gates.</summary>
    public double HeardTogetherSeconds { get; init; }

    /// <summary>Standard deviation of the relative loudness from one 3 s stretch of song to the next, in LU; NaN under two stretches.</summary>
    public double SpreadLu { get; init; } = double.NaN;

    /// <summary>How sure the relative reading is.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>Target against the focal in LU: the profile's for the role plus the person's offset; 0 for the focal.</summary>
    public double TargetLu { get; init; }

    /// <summary>Tolerance about the target in LU.</summary>
    public double ToleranceLu { get; init; }

    /// <summary>Where the focal's fader was when this track's fader was last moved, in dB; NaN = not known.</summary>
    public double FocalReferenceFaderDb { get; init; } = double.NaN;

    /// <summary>The kind of the hint shown last, for hysteresis; null before the first.</summary>
    public HintKind? ShownKind { get; init; }

    /// <summary>Whether the fader is down: at or below -60 dB.</summary>
    public bool IsDown => FaderDb <= FaderRange.DownDb;

    /// <summary>Whether there is a loudness to place: something passed the gate.</summary>
    public bool IsAudible => HasData && double.IsFinite(IntegratedLufs);

    /// <summary>Loudness against the focal in LU with both faders counted; NaN when either is down or unread.</summary>
    /// <param name="focal">The focal's reading.</param>
    /// <returns>Relative loudness in LU.</returns>
    /// <remarks>[any]</remarks>
    public double RelativeLu(TrackReading focal) =>
        IsDown || focal.IsDown ? double.NaN : InsertRelativeLu + FaderDb - focal.FaderDb;
}
