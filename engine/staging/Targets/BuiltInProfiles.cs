using System.Collections.Immutable;
using System.Reflection;

namespace FaderStager.Staging.Targets;

/// <summary>The profiles that come with FaderStager, read once from the assembly.</summary>
/// <remarks>[any] Not for the audio thread: the first use parses JSON.</remarks>
public static class BuiltInProfiles
{
    private static readonly string[] Names = ["pop", "rock", "electronic", "acoustic", "metal", "speech", "film"];

    private static readonly Lazy<ImmutableArray<TargetProfile>> Parsed = new(() => [.. Names.Select(Parse)]);

    /// <summary>All of them, pop first.</summary>
    public static ImmutableArray<TargetProfile> All => Parsed.Value;

    /// <summary>The default: pop.</summary>
    public static TargetProfile Default => All[0];

    private static TargetProfile Parse(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"profiles/{name}.json")
            ?? throw new ProfileFormatException($"The built-in profile \"{name}\" is missing from the assembly.");
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return TargetProfileJson.Read(bytes.ToArray());
    }
}
