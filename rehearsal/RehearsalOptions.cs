using System.Collections.Immutable;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Session;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal;

/// <summary>What a person asked for on the command line.</summary>
public sealed record RehearsalOptions
{
    /// <summary>Folders and files, or one session; none = the demo session.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>How files become tracks.</summary>
    public SessionOptions Session { get; init; } = SessionOptions.Default;

    /// <summary>Name of the focal track, or null to guess.</summary>
    public string? Focal { get; init; }

    /// <summary>The approaches, in the order to show them.</summary>
    public ImmutableArray<ApproachKind> Approaches { get; init; } = [ApproachKind.TopDown];

    /// <summary>Name or file of the target profile, or null for the default.</summary>
    public string? Profile { get; init; }

    /// <summary>Roles that were said, by name of the track.</summary>
    public ImmutableArray<KeyValuePair<string, Role>> Roles { get; init; } = [];

    /// <summary>Where top-down starts; null = at the faders of a session, or the default for stems.</summary>
    public TopDownStart? Start { get; init; }

    /// <summary>What the anchor figure means.</summary>
    public AnchorKind AnchorKind { get; init; }

    /// <summary>Level that bottom-up brings the focal to, in LUFS or dBFS RMS; null = the default.</summary>
    public double? AnchorLevel { get; init; }

    /// <summary>Tolerance in LU for every role; null = the profile's.</summary>
    public double? ToleranceLu { get; init; }

    /// <summary>Faders in dB that were said, by name of the track.</summary>
    public ImmutableArray<KeyValuePair<string, double>> Faders { get; init; } = [];

    /// <summary>How far forward the lead is in LU; null = what the faders that were said tell, or 0 where none was said.</summary>
    public double? ForwardLu { get; init; }

    /// <summary>Whether to apply all suggestions and show what comes of it.</summary>
    public bool Apply { get; init; }

    /// <summary>Where to write the staged stems and the mix, or null.</summary>
    public string? RenderFolder { get; init; }

    /// <summary>Where to write the trimmed stems, or null.</summary>
    public string? TrimFolder { get; init; }

    /// <summary>The working level in dBFS RMS; null = the default.</summary>
    public double? WorkingLevelDbfs { get; init; }

    /// <summary>Where to write the JSON report, or null.</summary>
    public string? JsonFile { get; init; }

    /// <summary>Where to write the CSV report, or null.</summary>
    public string? CsvFile { get; init; }

    /// <summary>Where to write the web page, or null.</summary>
    public string? HtmlFile { get; init; }

    /// <summary>Where to write the picture, or null.</summary>
    public string? PngFile { get; init; }

    /// <summary>Where to write a picture of the plug-in's editor, or null.</summary>
    public string? EditorFile { get; init; }

    /// <summary>Where else to look for a session's media, or null.</summary>
    public string? MediaFolder { get; init; }

    /// <summary>Where to write a copy of the session with the faders applied, or null.</summary>
    public string? WriteFile { get; init; }

    /// <summary>What of the song counts.</summary>
    public CountsChoice Counts { get; init; } = new();

    /// <summary>Whether the mix is shown over its song.</summary>
    public bool ShowsSong { get; init; }

    /// <summary>Where to write the ride list, or null.</summary>
    public string? RidesFile { get; init; }

    /// <summary>Where to write sections and rides as regions for REAPER, or null.</summary>
    public string? RegionsFile { get; init; }

    /// <summary>Where to write every voice's curve, or null.</summary>
    public string? CurvesFile { get; init; }

    /// <summary>How long the blocks are.</summary>
    public BlockSizes Blocks { get; init; } = BlockSizes.Usual;

    /// <summary>In which order tracks get their blocks.</summary>
    public HostTiming Host { get; init; }

    /// <summary>Weighting of relative readings.</summary>
    public RelativeWeighting Weighting { get; init; }

    /// <summary>Whether the demo session plays.</summary>
    public bool IsDemo => Paths.IsEmpty;

    /// <summary>Whether the suggestions are applied: asked for, or needed to render or to write.</summary>
    public bool Applies => Apply || RenderFolder is not null || WriteFile is not null;
}
