namespace FaderStager.Vst3.Abi;

/// <summary>UnitInfo: a group of parameters.</summary>
internal unsafe struct UnitInfo
{
    /// <summary>The group all others are in.</summary>
    public const int Root = 0;

    /// <summary>The root's parent, and a group's missing program list.</summary>
    public const int None = -1;

    /// <summary>Its number.</summary>
    public int Id;

    /// <summary>The group it is in.</summary>
    public int ParentId;

    /// <summary>Name for a person.</summary>
    public fixed char Name[128];

    /// <summary>Its program list.</summary>
    public int ProgramListId;
}

/// <summary>ProgramListInfo: a list of programs.</summary>
internal unsafe struct ProgramListInfo
{
    /// <summary>Its number.</summary>
    public int Id;

    /// <summary>Name for a person.</summary>
    public fixed char Name[128];

    /// <summary>How many programs.</summary>
    public int ProgramCount;
}
