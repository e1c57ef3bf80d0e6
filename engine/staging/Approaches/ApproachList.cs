using System.Collections.Immutable;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>The approaches that a mix can be staged by.</summary>
/// <remarks>[any] Approaches hold no state, so one of each serves every mix.</remarks>
public static class ApproachList
{
    /// <summary>All approaches, in the order of <see cref="ApproachKind"/>.</summary>
    public static ImmutableArray<IApproach> All { get; } = [new TopDown(), new BottomUp()];

    /// <summary>The approach of a kind.</summary>
    /// <param name="kind">Which.</param>
    /// <returns>The approach; the first for a number that names none.</returns>
    /// <remarks>[any]</remarks>
    public static IApproach For(ApproachKind kind) => All.FirstOrDefault(approach => approach.Kind == kind) ?? All[0];

    /// <summary>Advises on a mix, in an advice of its own.</summary>
    /// <param name="approach">The approach.</param>
    /// <param name="mix">The mix as measured.</param>
    /// <returns>The advice.</returns>
    /// <remarks>[any]</remarks>
    public static MixAdvice Advise(this IApproach approach, MixSnapshot mix)
    {
        MixAdvice advice = new();
        approach.Advise(mix, advice);
        return advice;
    }
}
