namespace FaderStager.Staging.Settings;

/// <summary>Which mix a track belongs to, so that two projects open in one process stay apart. Stored: append only.</summary>
/// <remarks>[any]</remarks>
public enum MixGroup
{
    /// <summary>Group A, the default.</summary>
    A = 0,

    /// <summary>Group B.</summary>
    B = 1,

    /// <summary>Group C.</summary>
    C = 2,

    /// <summary>Group D.</summary>
    D = 3,

    /// <summary>Group E.</summary>
    E = 4,

    /// <summary>Group F.</summary>
    F = 5,

    /// <summary>Group G.</summary>
    G = 6,

    /// <summary>Group H.</summary>
    H = 7,
}
