namespace FaderStager.Staging.Settings;

/// <summary>Where a track's staging fader is. The numbers are stored and automated: append, never reorder.</summary>
/// <remarks>[any]</remarks>
public enum FaderPlace
{
    /// <summary>FaderStager's own gain is the fader; the DAW's faders stay at 0 dB. Reading = loudness at the insert + fader.</summary>
    PluginFader = 0,

    /// <summary>The person sets the DAW's fader to the position shown and confirms it; audio is untouched. Reading = loudness at the insert + the position confirmed.</summary>
    DawFader = 1,

    /// <summary>The plug-in stands in a post-fader slot: the reading already holds the DAW's fader, and hints are moves from where it is.</summary>
    PostFader = 2,

    /// <summary>The host tells the position of the channel's real fader and moves it when a hint is applied; audio is untouched. Reading = loudness at the insert + the host's fader. Where a host offers none it is as <see cref="DawFader"/>.</summary>
    HostFader = 3,
}
