namespace FaderStager.Staging.Readings;

/// <summary>What a host has said of the channel that a track sits on; null = not said. Many hosts say nothing, and nothing changes then.</summary>
/// <param name="Name">The channel's name.</param>
/// <param name="ColourArgb">Its colour, alpha in the highest byte.</param>
/// <param name="MixerIndex">Where it stands in the host's mixer: lower before higher. Only the order counts; two tracks may share an index.</param>
/// <param name="IsPostFader">Whether the plug-in sits behind the channel's fader.</param>
/// <param name="Bus">The folder, group or bus that it leads to.</param>
/// <param name="IsReturn">Whether it is fed by sends alone.</param>
/// <param name="ChannelId">What the host tells a channel by, whatever it is called; null = name and place tell it.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record HostTrack(
    string? Name = null,
    uint? ColourArgb = null,
    long? MixerIndex = null,
    bool? IsPostFader = null,
    HostBus? Bus = null,
    bool? IsReturn = null,
    string? ChannelId = null)
{
    /// <summary>Whether two instances sit on one channel of the host: by its own identity, else by name and place together.</summary>
    /// <param name="one">What the host told the one.</param>
    /// <param name="other">What it told the other.</param>
    /// <returns>True where the host tells enough, and the same.</returns>
    /// <remarks>[any]</remarks>
    public static bool IsSameChannel(HostTrack one, HostTrack other) =>
        one.ChannelId is not null || other.ChannelId is not null ? one.ChannelId == other.ChannelId
        : one.Name is not null && one.MixerIndex is not null && one.MixerIndex == other.MixerIndex && one.Name == other.Name;
}
