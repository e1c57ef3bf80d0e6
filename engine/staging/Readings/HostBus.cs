namespace FaderStager.Staging.Readings;

/// <summary>The folder, group or bus that a channel leads to, where a host tells.</summary>
/// <param name="Number">The same for all channels that lead to it, and different from that of any other bus of the song.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Within">The bus that it leads to itself; null = the master.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record HostBus(long Number, string Name, HostBus? Within = null);
