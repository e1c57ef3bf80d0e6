namespace FaderStager.Mixing.Hosts;

/// <summary>How often a host has made one kind of call.</summary>
/// <param name="Name">The call.</param>
/// <param name="Count">How often.</param>
/// <param name="ThreadId">The .NET number of the thread that made it first.</param>
/// <param name="IsOnSeveralThreads">Whether other threads have made it too.</param>
/// <remarks>[any] Immutable.</remarks>
public readonly record struct CallCount(string Name, long Count, int ThreadId, bool IsOnSeveralThreads);
