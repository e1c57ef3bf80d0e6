using FaderStager.Mixing.Tracks;

namespace FaderStager.Vst3.Abi;

/// <summary>ParameterInfo: one parameter.</summary>
internal unsafe struct ParameterInfoData
{
    /// <summary>Flag: the host may automate it.</summary>
    public const int CanAutomate = 1 << 0;

    /// <summary>Flag: the plug-in writes it and the host only reads.</summary>
    public const int IsReadOnly = 1 << 1;

    /// <summary>Flag: a list of choices.</summary>
    public const int IsList = 1 << 3;

    /// <summary>Flag: the plug-in's own bypass.</summary>
    public const int IsBypass = 1 << 16;

    /// <summary>Its number.</summary>
    public uint Id;

    /// <summary>Name for a person.</summary>
    public fixed char Title[128];

    /// <summary>Short name for a person.</summary>
    public fixed char ShortTitle[128];

    /// <summary>Unit.</summary>
    public fixed char Units[128];

    /// <summary>Steps from the lowest to the highest value; 0 = continuous.</summary>
    public int StepCount;

    /// <summary>Default, 0 to 1.</summary>
    public double DefaultNormalized;

    /// <summary>The group it belongs to.</summary>
    public int UnitId;

    /// <summary>Flags.</summary>
    public int Flags;
}
