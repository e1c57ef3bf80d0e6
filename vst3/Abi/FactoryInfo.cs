namespace FaderStager.Vst3.Abi;

/// <summary>PFactoryInfo: who made the module.</summary>
internal unsafe struct FactoryInfo
{
    /// <summary>Texts are UTF-16 where the interface leaves the choice.</summary>
    public const int Unicode = 1 << 4;

    /// <summary>The maker.</summary>
    public fixed byte Vendor[64];

    /// <summary>The maker's address on the web.</summary>
    public fixed byte Url[256];

    /// <summary>The maker's mail address.</summary>
    public fixed byte Email[128];

    /// <summary>Flags.</summary>
    public int Flags;
}
