namespace FaderStager.Mixing.Processes;

/// <summary>The tracks of this person's other processes on this computer, which no coordinator of this process sees.</summary>
/// <param name="Tracks">How many tracks.</param>
/// <param name="Processes">In how many processes.</param>
/// <param name="HasFocal">Whether one of them is focal.</param>
/// <remarks>[any] Immutable.</remarks>
public readonly record struct InstancesElsewhere(int Tracks, int Processes, bool HasFocal);
