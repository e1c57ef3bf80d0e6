using System.Text.Json.Serialization;

namespace FaderStager.Staging.Targets;

/// <summary>A target profile as its JSON file spells it; everything may be missing until it is checked.</summary>
/// <remarks>[any] The format is described in docs/loudness.md.</remarks>
internal sealed record ProfileDocument
{
    /// <summary>Format of the file.</summary>
    public int? Format { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>One sentence.</summary>
    public string? Description { get; init; }

    /// <summary>Focal minus the sum of all others.</summary>
    public TargetDocument? FocalAgainstRest { get; init; }

    /// <summary>How far forward the lead stood where the numbers were learned, in LU, which they hold; may be missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ForwardLu { get; init; }

    /// <summary>Role keys and their targets, in the file's order.</summary>
    public Dictionary<string, TargetDocument?>? Roles { get; init; }
}

/// <summary>A target as its JSON spells it.</summary>
/// <remarks>[any]</remarks>
internal sealed record TargetDocument
{
    /// <summary>Loudness relative to the focal in LU.</summary>
    public double? OffsetLu { get; init; }

    /// <summary>Tolerance in LU.</summary>
    public double? ToleranceLu { get; init; }

    /// <summary>Half the width of the middle half of the mixes that the offset was measured on, in LU; may be missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SpreadLu { get; init; }

    /// <summary>Where the number comes from.</summary>
    public string? Source { get; init; }
}

/// <summary>Reads and writes <see cref="ProfileDocument"/> without reflection.</summary>
/// <remarks>[any]</remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(ProfileDocument))]
internal sealed partial class ProfileJsonContext : JsonSerializerContext;
