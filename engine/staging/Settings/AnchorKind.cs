namespace FaderStager.Staging.Settings;

/// <summary>What the focal's anchor figure means. Stored: append only.</summary>
/// <remarks>[any]</remarks>
public enum AnchorKind
{
    /// <summary>Integrated loudness in LUFS.</summary>
    IntegratedLufs = 0,

    /// <summary>RMS of the sounding windows in dBFS: the 0 VU = -18 dBFS school.</summary>
    RmsDbfs = 1,
}
