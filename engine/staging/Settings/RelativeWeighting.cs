namespace FaderStager.Staging.Settings;

/// <summary>Which frequency weighting relative readings use. Stored: append only.</summary>
/// <remarks>[any]</remarks>
public enum RelativeWeighting
{
    /// <summary>K-weighting, 400 ms windows (ITU-R BS.1770-5).</summary>
    K = 0,

    /// <summary>+10 dB shelf and short windows (Pestana, Reiss and Barbosa, AES 134, 2013): 280 ms there, 300 ms on the 100 ms grid here.</summary>
    Pestana = 1,
}
