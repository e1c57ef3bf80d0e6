namespace FaderStager.Staging.Readings;

/// <summary>What a host has said of the channel that a track sits on; null = not said. Many hosts say nothing, and nothing changes then.</summary>
/// <param name="Name">The channel's name.</param>
/// <param name="ColourArgb">Its colour, alpha in the highest byte.</param>
/// <param name="MixerIndex">Where it stands in the host's mixer: lower before higher. Only the order counts; two tracks may share an index.</param>
/// <param name="IsPostFader">Whether the plug-in sits behind the channel's fader.</param>
/// <param name="Bus">The folder, group or bus that it leads to.</param>
/// <param name="FedBy">Where those stand whose sends alone feed it, by their <paramref name="MixerIndex"/>; null or empty = it is no return.</param>
/// <param name="GainBehindDb">What the host does to its sound behind its plug-ins and beside its fader, where that is in what is measured: folders, pan; in dB.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record HostTrack(
    string? Name = null,
    uint? ColourArgb = null,
    long? MixerIndex = null,
    bool? IsPostFader = null,
    HostBus? Bus = null,
    IReadOnlyList<long>? FedBy = null,
    double GainBehindDb = 0)
{
    /// <summary>Whether the host tells that sends alone feed it.</summary>
    public bool IsReturn => FedBy is { Count: > 0 };
}
