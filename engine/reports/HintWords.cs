using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Reports;

/// <summary>The word or two that stand for a kind of hint wherever a person reads it.</summary>
/// <remarks>[any]</remarks>
public static class HintWords
{
    /// <summary>The words of a hint: those of its kind, or what a track is that gets no move: "bus", "by ear".</summary>
    /// <param name="hint">The hint.</param>
    /// <returns>Lower-case words.</returns>
    public static string Of(Hint hint) => hint.Cause switch
    {
        Cause.SumOfOthers => "bus",
        Cause.ParallelToOthers => "parallel bus",
        Cause.ReturnByEar => "by ear",
        Cause.NoPosition or Cause.FocalHasNoPosition => "fader unknown",
        _ => Of(hint.Kind),
    };

    /// <summary>The words of a kind: "too loud", "not heard yet".</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Lower-case words.</returns>
    public static string Of(HintKind kind) => kind switch
    {
        HintKind.Focal => "focal",
        HintKind.NoFocal => "no focal",
        HintKind.NotHeard => "not heard yet",
        HintKind.Silent => "silent",
        HintKind.OutOfMix => "out of the mix",
        HintKind.MixBus => "mix bus",
        HintKind.InPlace => "in place",
        HintKind.TooLoud => "too loud",
        HintKind.Buried => "buried",
        HintKind.Start => "start",
        HintKind.Next => "next",
        HintKind.Waiting => "waiting",
        HintKind.Placed => "placed",
        HintKind.Adjust => "adjust",
        HintKind.TrimFirst => "trim first",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of hint."),
    };
}
