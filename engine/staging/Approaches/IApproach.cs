using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>A way of staging a mix: from what is measured to what is advised.</summary>
/// <remarks>
/// [any] No clock, no state, no words: what must persist (order, kept targets, the kinds last shown) is in the snapshot.
/// A new approach is one class and one line in <see cref="ApproachList"/>.
/// </remarks>
public interface IApproach
{
    /// <summary>Which approach this is.</summary>
    ApproachKind Kind { get; }

    /// <summary>Advises on a mix.</summary>
    /// <param name="mix">The mix as measured; may be empty, without focal, with faders down.</param>
    /// <param name="advice">Is filled anew: a hint for every track and what comes next.</param>
    /// <remarks>[any] Never throws. Allocates nothing while the number of tracks stays.</remarks>
    void Advise(MixSnapshot mix, MixAdvice advice);
}
