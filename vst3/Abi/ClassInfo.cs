namespace FaderStager.Vst3.Abi;

/// <summary>PClassInfo: a class, in short.</summary>
internal unsafe struct ClassInfo
{
    /// <summary>Any number of objects may be made.</summary>
    public const int ManyInstances = 0x7FFFFFFF;

    /// <summary>The category of all audio plug-ins.</summary>
    public const string AudioModule = "Audio Module Class";

    /// <summary>The class' name in the interface.</summary>
    public InterfaceId Id;

    /// <summary>How many objects may be made.</summary>
    public int Cardinality;

    /// <summary>What kind of class.</summary>
    public fixed byte Category[32];

    /// <summary>The class' name for a person.</summary>
    public fixed byte Name[64];
}

/// <summary>PClassInfo2: a class with categories and version.</summary>
internal unsafe struct ClassInfo2
{
    /// <summary>What <see cref="ClassInfo"/> says.</summary>
    public ClassInfo Basics;

    /// <summary>Flags.</summary>
    public uint Flags;

    /// <summary>Subcategories, joined by a bar.</summary>
    public fixed byte SubCategories[128];

    /// <summary>The maker.</summary>
    public fixed byte Vendor[64];

    /// <summary>The version.</summary>
    public fixed byte Version[64];

    /// <summary>The version of the interface.</summary>
    public fixed byte SdkVersion[64];
}

/// <summary>PClassInfoW: the same with UTF-16 names.</summary>
internal unsafe struct ClassInfoW
{
    /// <summary>The class' name in the interface.</summary>
    public InterfaceId Id;

    /// <summary>How many objects may be made.</summary>
    public int Cardinality;

    /// <summary>What kind of class.</summary>
    public fixed byte Category[32];

    /// <summary>The class' name for a person.</summary>
    public fixed char Name[64];

    /// <summary>Flags.</summary>
    public uint Flags;

    /// <summary>Subcategories, joined by a bar.</summary>
    public fixed byte SubCategories[128];

    /// <summary>The maker.</summary>
    public fixed char Vendor[64];

    /// <summary>The version.</summary>
    public fixed char Version[64];

    /// <summary>The version of the interface.</summary>
    public fixed char SdkVersion[64];
}
