using System.Collections.Immutable;
using FaderStager.Presentation.Texts;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Editor;

/// <summary>A place where a fader may be, as it stands in a list to choose from.</summary>
/// <param name="Place">The place.</param>
/// <param name="Name">Its name: "plug-in fader".</param>
/// <param name="Meaning">What is measured and moved there, in one sentence.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record FaderPlaceChoice(FaderPlace Place, string Name, string Meaning)
{
    /// <summary>All places.</summary>
    public static ImmutableArray<FaderPlaceChoice> All { get; } =
    [
        new(FaderPlace.PluginFader, "plug-in fader", Definitions.PluginFader),
        new(FaderPlace.DawFader, "DAW fader", Definitions.DawFader),
        new(FaderPlace.PostFader, "post-fader", Definitions.PostFader),
        new(FaderPlace.HostFader, "host fader", Definitions.HostFader),
    ];

    /// <summary>The host's fader where it was asked for and cannot be reached: it stays to be seen, and says so.</summary>
    private static readonly FaderPlaceChoice Missing = new(FaderPlace.HostFader, "no host fader", Definitions.HostFaderMissing);

    private static readonly ImmutableArray<FaderPlaceChoice> WithoutHost = [.. All.Where(choice => choice.Place != FaderPlace.HostFader)];

    private static readonly ImmutableArray<FaderPlaceChoice> WithMissing = [.. WithoutHost, Missing];

    /// <summary>The places that are to be offered.</summary>
    /// <param name="reachesHostFader">Whether the host lets the track read and move its channel's own fader.</param>
    /// <param name="asked">The place that was asked for.</param>
    /// <returns>All but the host's fader where that cannot be reached; one that was asked for all the same says that there is none.</returns>
    public static ImmutableArray<FaderPlaceChoice> Offered(bool reachesHostFader, FaderPlace asked) => reachesHostFader ? All
        : asked == FaderPlace.HostFader ? WithMissing
        : WithoutHost;

    /// <summary>The choice for a place.</summary>
    /// <param name="reachesHostFader">Whether the host lets the track read and move its channel's own fader.</param>
    /// <param name="asked">The place that was asked for.</param>
    /// <returns>One of <see cref="Offered"/>.</returns>
    public static FaderPlaceChoice Of(bool reachesHostFader, FaderPlace asked) =>
        asked == FaderPlace.HostFader && !reachesHostFader ? Missing : All[(int)asked];

    /// <summary>How the footer says it: "plug-in fader (DAW faders at 0)".</summary>
    public string FooterText => Place switch
    {
        FaderPlace.PluginFader => "plug-in fader (DAW faders at 0)",
        FaderPlace.DawFader => "DAW fader (set by hand, confirmed here)",
        FaderPlace.HostFader when ReferenceEquals(this, Missing) => "no access to the host's faders: DAW fader (set by hand, confirmed here)",
        FaderPlace.HostFader => "host fader (the channel's own, where the host lets FaderStager move it)",
        _ => "post-fader (moves from where the DAW fader is)",
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
