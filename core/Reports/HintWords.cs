using System.Text.Json;
using FaderStager.Core.Approaches;
using FaderStager.Core.Mixes;
using FaderStager.Core.Timeline;

namespace FaderStager.Core.Reports;

/// <summary>The words that reports use: short ones for a person, lasting names for a machine.</summary>
/// <remarks>[any] Pure.</remarks>
public static class HintWords
{
    /// <summary>What a hint says, in a word or two for a table.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The words, lower case.</returns>
    /// <remarks>[any]</remarks>
    public static string Word(HintKind kind) => kind switch
    {
        HintKind.Focal => "focal",
        HintKind.NoFocal => "no focal",
        HintKind.NotHeard => "not heard yet",
        HintKind.Silent => "silent",
        HintKind.OutOfMix => "out of mix",
        HintKind.MixBus => "mix bus",
        HintKind.InPlace => "in place",
        HintKind.TooLoud => "too loud",
        HintKind.Buried => "buried",
        HintKind.Start => "to the start",
        HintKind.Next => "next",
        HintKind.Waiting => "waiting",
        HintKind.Placed => "placed",
        HintKind.Adjust => "adjust",
        HintKind.TrimFirst => "trim first",
        _ => kind.ToString(),
    };

    /// <summary>How sure a reading is, in words.</summary>
    /// <param name="confidence">The confidence.</param>
    /// <returns>The words, lower case.</returns>
    /// <remarks>[any]</remarks>
    public static string Word(Confidence confidence) => confidence switch
    {
        Confidence.None => "nothing heard",
        Confidence.NotHeardTogether => "not heard together",
        Confidence.Listening => "listening",
        Confidence.Rough => "rough",
        Confidence.Steady => "steady",
        _ => confidence.ToString(),
    };

    /// <summary>The lasting name of an approach: "top-down", "bottom-up".</summary>
    /// <param name="approach">The approach.</param>
    /// <returns>The name.</returns>
    /// <remarks>[any]</remarks>
    public static string Name(ApproachKind approach) => JsonNamingPolicy.KebabCaseLower.ConvertName(approach.ToString());

    /// <summary>The lasting name of a hint's kind, camel case: "tooLoud".</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name.</returns>
    /// <remarks>[any]</remarks>
    public static string Name(HintKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The lasting name of a confidence, camel case: "notHeardTogether".</summary>
    /// <param name="confidence">The confidence.</param>
    /// <returns>The name.</returns>
    /// <remarks>[any]</remarks>
    public static string Name(Confidence confidence) => JsonNamingPolicy.CamelCase.ConvertName(confidence.ToString());
}
