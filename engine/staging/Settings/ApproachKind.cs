using FaderStager.Staging.Approaches;

namespace FaderStager.Staging.Settings;

/// <summary>The approach a mix is staged by. Stored and automated: append only.</summary>
/// <remarks>[any]</remarks>
public enum ApproachKind
{
    /// <summary>All faders up at one level, then the largest imbalance first.</summary>
    TopDown = 0,

    /// <summary>All faders down, the focal first, then one track after another.</summary>
    BottomUp = 1,
}
