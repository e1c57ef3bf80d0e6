using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Reports;

/// <summary>Step 0 of one track in a <see cref="MixReport"/>. Property order and names are the stable JSON; a figure that does not exist is null.</summary>
/// <remarks>[any] Levels are those into the track's plug-ins. Figures are rounded to 0.001.</remarks>
public sealed record LevelFigures
{
    /// <summary>RMS while the track sounds, in dBFS; null = silence.</summary>
    public double? RmsDbfs { get; init; }

    /// <summary>RMS of the loudest 10 s in dBFS.</summary>
    public double? RmsLoudestDbfs { get; init; }

    /// <summary>Highest sample peak in dBFS.</summary>
    public double? SamplePeakDbfs { get; init; }

    /// <summary>Highest true peak in dBTP.</summary>
    public double? TruePeakDbtp { get; init; }

    /// <summary>Sample peak over RMS in dB.</summary>
    public double? CrestDb { get; init; }

    /// <summary>Runs of clipped samples, over all channels.</summary>
    public long ClippedRuns { get; init; }

    /// <summary>The trim in dB that is advised; 0 = none is needed, null = none can be said.</summary>
    public double? TrimDb { get; init; }

    /// <summary>Where it is best made, camel case: "clipGain"; null = nowhere.</summary>
    public string? Where { get; init; }

    /// <summary>Why, in a sentence or two.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Step 0 of a track.</summary>
    /// <param name="track">Its reading.</param>
    /// <param name="settings">The mix's settings.</param>
    /// <returns>The figures.</returns>
    /// <remarks>[any]</remarks>
    internal static LevelFigures From(TrackReading track, MixSettings settings)
    {
        track = track.AtPlugIns();
        LevelFinding finding = LevelAdvice.Of(track, settings);
        return new LevelFigures
        {
            RmsDbfs = MixReport.Finite(track.RmsDbfs),
            RmsLoudestDbfs = MixReport.Finite(track.RmsLoudestDbfs),
            SamplePeakDbfs = MixReport.Finite(track.SamplePeakDbfs),
            TruePeakDbtp = MixReport.Finite(track.TruePeakDbtp),
            CrestDb = MixReport.Finite(track.CrestDb),
            ClippedRuns = track.ClippedRuns,
            TrimDb = MixReport.Finite(finding.TrimDb),
            Where = finding.Where == TrimPlace.None ? null : ReportNames.Name(finding.Where),
            Reason = LevelWords.Reason(track, finding, settings),
        };
    }
}
