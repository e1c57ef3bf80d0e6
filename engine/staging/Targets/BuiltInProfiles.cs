using System.Collections.Immutable;
using System.Reflection;

namespace FaderStager.Staging.Targets;

/// <summary>The profiles that come with FaderStager, read once from the assembly.</summary>
/// <remarks>[any] Not for the audio thread: the first use parses JSON.</remarks>
public static class BuiltInProfiles
{
    private const string InstrumentalName = "instrumental";

    private static readonly string[] Names = ["pop", "rock", "electronic", "acoustic", "metal", "speech", "film", InstrumentalName];

    private static readonly Lazy<ImmutableArray<TargetProfile>> Parsed = new(() => [.. Names.Select(Parse)]);

    /// <summary>All of them, pop first.</summary>
    public static ImmutableArray<TargetProfile> All => Parsed.Value;

    /// <summary>The default: pop.</summary>
    public static TargetProfile Default => All[0];

    /// <summary>What stands in for the default while an instrument is the focal and nobody chose a profile.</summary>
    public static TargetProfile Instrumental => All[^1];

    /// <summary>The profile that follows a focal while nobody chose one: pop around a voice, instrumental around an instrument.</summary>
    /// <param name="focal">The focal's role, or null when there is no focal.</param>
    /// <param name="hasVoice">Whether a lead vocal is in the mix.</param>
    /// <returns>Pop for voices, for no focal, for a focal whose role is not known, and for drums and the like beside a lead vocal.</returns>
    /// <remarks>[any]</remarks>
    public static TargetProfile Following(Role? focal, bool hasVoice = false) =>
        focal is not { } role || role is Role.Other or Role.MixBus or Role.LeadVocal or Role.BackingVocals or Role.Speech || (hasVoice && TargetProfile.Supports(role))
            ? Default
            : Instrumental;

    private static TargetProfile Parse(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"profiles/{name}.json")
            ?? throw new ProfileFormatException($"The built-in profile \"{name}\" is missing from the assembly.");
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return TargetProfileJson.Read(bytes.ToArray());
    }
}
