using System.Text.Json.Serialization;
using FaderStager.Measuring;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Reports;

/// <summary>One track in a <see cref="MixReport"/>. Property order and names are the stable JSON; a figure that does not exist is null.</summary>
/// <remarks>
/// [any] Loudness and peaks are those at the insert, before the fader. Figures are rounded to 0.001.
/// A fader that is down has no figure: null.
/// </remarks>
public sealed record TrackFigures
{
    /// <summary>The track's name.</summary>
    public required string Name { get; init; }

    /// <summary>The track's role: "lead-vocal".</summary>
    public required string Role { get; init; }

    /// <summary>Integrated loudness in LUFS; null = silence.</summary>
    public double? IntegratedLufs { get; init; }

    /// <summary>Highest momentary loudness in LUFS.</summary>
    public double? MomentaryMaxLufs { get; init; }

    /// <summary>Highest short-term loudness in LUFS.</summary>
    public double? ShortTermMaxLufs { get; init; }

    /// <summary>Loudness range in LU.</summary>
    public double? LoudnessRangeLu { get; init; }

    /// <summary>Highest sample peak in dBFS.</summary>
    public double? SamplePeakDbfs { get; init; }

    /// <summary>Highest true peak in dBTP.</summary>
    public double? TruePeakDbtp { get; init; }

    /// <summary>Reading relative to the focal in LU, faders counted; null when there is none or a fader is down.</summary>
    public double? RelativeLu { get; init; }

    /// <summary>Seconds of song in which track and focal both sounded.</summary>
    public double? HeardTogetherSeconds { get; init; }

    /// <summary>Spread of the relative reading over the song, in LU.</summary>
    public double? SpreadLu { get; init; }

    /// <summary>Target relative to the focal in LU.</summary>
    public double? TargetLu { get; init; }

    /// <summary>Tolerance about the target in LU.</summary>
    public double? ToleranceLu { get; init; }

    /// <summary>The fader in dB; null = down.</summary>
    public double? FaderDb { get; init; }

    /// <summary>The fader position in dB that would put the track right; null = none can be said.</summary>
    public double? SuggestedFaderDb { get; init; }

    /// <summary>The move in dB from the fader to the suggestion; null = none, or the fader is down.</summary>
    public double? MoveDb { get; init; }

    /// <summary>What the hint says, camel case: "tooLoud".</summary>
    public required string Kind { get; init; }

    /// <summary>How sure the reading is, camel case: "steady".</summary>
    public required string Confidence { get; init; }

    /// <summary>Place in the order of work, 1 first; 0 = none.</summary>
    public int Step { get; init; }

    /// <summary>One sentence of reason.</summary>
    public required string Reason { get; init; }

    /// <summary>The voice that the track belongs to: its own name where it is one by itself.</summary>
    public string Voice { get; init; } = "";

    /// <summary>The position in dB that waits for a person to set the DAW's fader to it; null, and not in the JSON, where none waits or it is down.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PendingFaderDb { get; init; }

    /// <summary>Song position in seconds from which a track that was changed upstream is measured anew; null, and not in the JSON, where no change was heard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MeasuredAnewSinceSeconds { get; init; }

    /// <summary>The colour that the track has in its DAW, "#rrggbb"; null, and not in the JSON, where none is told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Colour { get; init; }

    /// <summary>Step 0: the level into its plug-ins and the trim.</summary>
    public LevelFigures Levels { get; init; } = new();

    /// <summary>A track's figures from its reading and its hint.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="hint">The hint on it.</param>
    /// <param name="settings">The mix's settings.</param>
    /// <returns>The figures.</returns>
    /// <remarks>[any]</remarks>
    internal static TrackFigures From(TrackReading reading, Hint hint, MixSettings settings) => new()
    {
        Name = reading.Name,
        Role = Roles.Key(reading.Role),
        IntegratedLufs = MixReport.Finite(reading.IntegratedLufs),
        MomentaryMaxLufs = MixReport.Finite(reading.MomentaryMaxLufs),
        ShortTermMaxLufs = MixReport.Finite(reading.ShortTermMaxLufs),
        LoudnessRangeLu = MixReport.Finite(reading.LoudnessRangeLu),
        SamplePeakDbfs = MixReport.Finite(reading.SamplePeakDbfs),
        TruePeakDbtp = MixReport.Finite(reading.TruePeakDbtp),
        RelativeLu = MixReport.Finite(hint.RelativeLu),
        HeardTogetherSeconds = MixReport.Finite(reading.HeardTogetherSeconds),
        SpreadLu = MixReport.Finite(reading.SpreadLu),
        MeasuredAnewSinceSeconds = reading is { IsStaged: true, Change: { } change } ? MixReport.Finite(change.SinceSeconds) : null,
        TargetLu = MixReport.Finite(hint.TargetLu),
        ToleranceLu = MixReport.Finite(hint.ToleranceLu),
        FaderDb = MixReport.Finite(reading.FaderDb),
        PendingFaderDb = MixReport.Finite(reading.PendingFaderDb),
        SuggestedFaderDb = MixReport.Finite(hint.SuggestedFaderDb),
        MoveDb = MixReport.Finite(hint.MoveDb),
        Kind = ReportNames.Name(hint.Kind),
        Confidence = ReportNames.Name(hint.Confidence),
        Voice = reading.VoiceName ?? reading.Name,
        Colour = ReportNames.Colour(reading.HostTrack.ColourArgb),
        Levels = LevelFigures.From(reading, settings),
        Step = hint.Step,
        Reason = hint.Reason,
    };
}
