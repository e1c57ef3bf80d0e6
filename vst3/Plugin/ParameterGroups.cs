using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin;

/// <summary>The groups a host shows the parameters in: the track's own, the mix's, the readings.</summary>
/// <remarks>[any] The track's own stand in the root, where hosts look for a bypass.</remarks>
internal static class ParameterGroups
{
    private const int Mix = 1;
    private const int Readings = 2;

    /// <summary>Names of the groups; a group's number is its place.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Track", "Mix", "Readings"];

    /// <summary>The group of a parameter.</summary>
    public static int Of(ParameterInfo parameter) => parameter.IsReadOnly ? Readings
        : parameter.Id is ParameterId.Approach or ParameterId.MixGroup or ParameterId.AllFaders ? Mix
        : UnitInfo.Root;
}
