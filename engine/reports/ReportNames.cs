using System.Text.Json;
using FaderStager.Measuring;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Reports;

/// <summary>The words of reports that are not said elsewhere: how sure a reading is, and lasting names for machines.</summary>
/// <remarks>[any] Pure.</remarks>
public static class ReportNames
{
    /// <summary>How sure a reading is, in words.</summary>
    /// <param name="confidence">The confidence.</param>
    /// <returns>The words, lower case.</returns>
    /// <remarks>[any]</remarks>
    public static string Words(Confidence confidence) => confidence switch
    {
        Confidence.None => "nothing heard",
        Confidence.NotHeardTogether => "not heard together",
        Confidence.Listening => "listening",
        Confidence.Rough => "rough",
        Confidence.Steady => "steady",
        _ => confidence.ToString(),
    };

    /// <summary>The name of an approach: "top-down".</summary>
    /// <param name="approach">The approach; a number that names none reads as the first.</param>
    /// <returns>The name.</returns>
    /// <remarks>[any]</remarks>
    public static string Name(ApproachKind approach) => approach == ApproachKind.BottomUp ? "bottom-up" : "top-down";

    /// <summary>The lasting name of a hint's kind, camel case: "tooLoud".</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name.</returns>
    /// <remarks>[any]</remarks>
    public static string Name(HintKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The lasting name of what counts, camel case: "loudestPart".</summary>
    /// <param name="kind">What counts.</param>
    /// <returns>The name.</returns>
    /// <remarks>[any]</remarks>
    public static string Name(CountsKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The lasting name of where a trim is made, camel case: "clipGain".</summary>
    /// <param name="where">Where.</param>
    /// <returns>The name.</returns>
    /// <remarks>[any]</remarks>
    public static string Name(TrimPlace where) => JsonNamingPolicy.CamelCase.ConvertName(where.ToString());

    /// <summary>The lasting name of a confidence, camel case: "notHeardTogether".</summary>
    /// <param name="confidence">The confidence.</param>
    /// <returns>The name.</returns>
    /// <remarks>[any]</remarks>
    public static string Name(Confidence confidence) => JsonNamingPolicy.CamelCase.ConvertName(confidence.ToString());

    /// <summary>A colour as web pages write it: "#rrggbb".</summary>
    /// <param name="argb">The colour with alpha in the highest byte; null = none.</param>
    /// <returns>The text, or null.</returns>
    /// <remarks>[any]</remarks>
    public static string? Colour(uint? argb) => argb is { } colour ? FormattableString.Invariant($"#{colour & 0xFFFFFF:x6}") : null;
}
