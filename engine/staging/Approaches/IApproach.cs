using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>A way of staging a mix: a pure function from what is measured to what is advised.</summary>
/// <remarks>
/// [any] No clock and no state: what must persist (order, kept targets, the kinds last shown) is in the snapshot.
/// A new approach is one class and one line in <see cref="ApproachList"/>.
/// </remarks>
public interface IApproach
{
    /// <summary>Which approach this is.</summary>
    ApproachKind Kind { get; }

    /// <summary>The name a person reads: "top-down".</summary>
    string Name { get; }

    /// <summary>Advises on a mix.</summary>
    /// <param name="mix">The mix as measured; may be empty, without focal, with faders down.</param>
    /// <returns>A hint for every track and a headline; never throws.</returns>
    MixAdvice Advise(MixSnapshot mix);
}
