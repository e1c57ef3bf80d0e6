namespace FaderStager.Mixing.Hosts;

/// <summary>Tells what an instance has seen of the host it lives in. A shell implements it.</summary>
/// <remarks>[any but audio]</remarks>
public interface IHostWitness
{
    /// <summary>What was seen until now, in a lasting order.</summary>
    IReadOnlyList<HostFact> Facts { get; }
}
