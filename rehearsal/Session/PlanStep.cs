using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Rehearsal.Session;

/// <summary>One step of bottom-up's plan, as it was when its turn came.</summary>
/// <param name="Reading">The track.</param>
/// <param name="Hint">What to do with it.</param>
/// <param name="RestLu">The focal against the rest in LU once it is done; NaN while there is no rest.</param>
public sealed record PlanStep(TrackReading Reading, Hint Hint, double RestLu);
