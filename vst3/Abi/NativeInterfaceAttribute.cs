namespace FaderStager.Vst3.Abi;

/// <summary>An interface that a host calls: the build makes its function table (IComponent gives ComponentTable) and the functions that lead here.</summary>
/// <param name="word1">First word of the interface's published name.</param>
/// <param name="word2">Second word.</param>
/// <param name="word3">Third word.</param>
/// <param name="word4">Fourth word.</param>
/// <remarks>
/// The methods stand in their published order, inherited ones first. <c>generator/</c> makes the table from them. An exception ends in
/// <see cref="Fault"/>; the host is told <see cref="Result.InternalError"/>, or 0 or null where the answer is no result.
/// </remarks>
[AttributeUsage(AttributeTargets.Interface)]
internal sealed class NativeInterfaceAttribute(uint word1, uint word2, uint word3, uint word4) : Attribute
{
    /// <summary>First word of the interface's published name.</summary>
    public uint Word1 { get; } = word1;

    /// <summary>Second word.</summary>
    public uint Word2 { get; } = word2;

    /// <summary>Third word.</summary>
    public uint Word3 { get; } = word3;

    /// <summary>Fourth word.</summary>
    public uint Word4 { get; } = word4;
}
