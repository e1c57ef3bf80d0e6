namespace FaderStager.Staging.Settings;

/// <summary>The uniform start of the top-down approach. Stored: append only.</summary>
/// <remarks>[any]</remarks>
public enum TopDownStart
{
    /// <summary>All faders at 0 dB.</summary>
    ZeroDb = 0,

    /// <summary>All faders at -12 dB.</summary>
    MinusTwelveDb = 1,

    /// <summary>All faders at -10 log10(tracks) dB, clamped to -12..0: it holds the bus headroom (rule of thumb).</summary>
    Auto = 2,
}
