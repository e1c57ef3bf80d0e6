namespace FaderStager.Vst3.Abi;

/// <summary>ViewRect: a rectangle in pixels.</summary>
internal struct ViewRect
{
    /// <summary>Left edge.</summary>
    public int Left;

    /// <summary>Upper edge.</summary>
    public int Top;

    /// <summary>Right edge.</summary>
    public int Right;

    /// <summary>Lower edge.</summary>
    public int Bottom;
}
