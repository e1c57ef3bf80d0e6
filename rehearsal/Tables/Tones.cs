using FaderStager.Staging.Readings;
using Spectre.Console;

namespace FaderStager.Rehearsal.Tables;

/// <summary>The colours of hints on a terminal: they support the words and never stand for them.</summary>
internal static class Tones
{
    /// <summary>The colour of a kind of hint.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The style.</returns>
    public static Style Of(HintKind kind) => kind switch
    {
        HintKind.Focal => new Style(Color.Gold1),
        HintKind.TooLoud or HintKind.Adjust or HintKind.TrimFirst => new Style(Color.Orange1),
        HintKind.Buried or HintKind.Next or HintKind.Start => new Style(Color.SteelBlue1),
        HintKind.InPlace or HintKind.Placed => new Style(Color.DarkSeaGreen),
        _ => new Style(Color.Grey70),
    };
}
