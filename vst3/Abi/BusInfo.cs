namespace FaderStager.Vst3.Abi;

/// <summary>BusInfo: one bus of a component.</summary>
internal unsafe struct BusInfo
{
    /// <summary>Media type: audio.</summary>
    public const int Audio = 0;

    /// <summary>Direction: into the plug-in.</summary>
    public const int Input = 0;

    /// <summary>Direction: out of the plug-in.</summary>
    public const int Output = 1;

    /// <summary>Kind: the main bus.</summary>
    public const int Main = 0;

    /// <summary>Flag: the host should switch it on from the start.</summary>
    public const uint DefaultActive = 1;

    /// <summary>Audio or events.</summary>
    public int MediaType;

    /// <summary>In or out.</summary>
    public int Direction;

    /// <summary>Number of channels.</summary>
    public int ChannelCount;

    /// <summary>Name for a person.</summary>
    public fixed char Name[128];

    /// <summary>Main or auxiliary.</summary>
    public int BusType;

    /// <summary>Flags.</summary>
    public uint Flags;
}

/// <summary>RoutingInfo: a channel of a bus.</summary>
internal struct RoutingInfo
{
    /// <summary>Audio or events.</summary>
    public int MediaType;

    /// <summary>Which bus.</summary>
    public int BusIndex;

    /// <summary>Which channel; -1 = all.</summary>
    public int Channel;
}
