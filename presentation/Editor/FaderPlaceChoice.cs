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

    /// <summary>How the footer says it: "plug-in fader (DAW faders at 0)".</summary>
    public string FooterText => Place switch
    {
        FaderPlace.PluginFader => "plug-in fader (DAW faders at 0)",
        FaderPlace.DawFader => "DAW fader (set by hand, confirmed here)",
        FaderPlace.HostFader => "host fader (the channel's own, where the host lets FaderStager move it)",
        _ => "post-fader (moves from where the DAW fader is)",
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
