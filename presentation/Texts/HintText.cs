using FaderStager.Measuring;
using FaderStager.Presentation.States;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Texts;

/// <summary>Words, shape and tone of a hint.</summary>
/// <remarks>[any] Pure.</remarks>
internal static class HintText
{
    private const double SameDb = 0.05;

    public static StateShape Shape(Hint? hint) => hint?.Kind switch
    {
        HintKind.Focal => StateShape.Star,
        HintKind.InPlace or HintKind.Placed => StateShape.Tick,
        HintKind.TooLoud => StateShape.ArrowDown,
        HintKind.Buried => StateShape.ArrowUp,
        HintKind.Adjust or HintKind.Start => hint.MoveDb < 0 ? StateShape.ArrowDown : StateShape.ArrowUp,
        HintKind.Next => StateShape.Triangle,
        HintKind.Waiting => StateShape.HollowDot,
        HintKind.Silent => StateShape.Dash,
        HintKind.OutOfMix => StateShape.Cross,
        HintKind.MixBus => StateShape.Square,
        HintKind.TrimFirst => StateShape.Exclamation,
        _ => StateShape.QuestionMark,
    };

    public static StateTone Tone(Hint? hint) => hint?.IsWeak == true ? StateTone.Unknown : hint?.Kind switch
    {
        HintKind.Focal => StateTone.Focal,
        HintKind.InPlace or HintKind.Placed => StateTone.InPlace,
        HintKind.TooLoud => StateTone.TooLoud,
        HintKind.Buried => StateTone.Buried,
        HintKind.Adjust or HintKind.TrimFirst => hint.RelativeLu > hint.TargetLu ? StateTone.TooLoud : StateTone.Buried,
        HintKind.Next or HintKind.Start => StateTone.Next,
        _ => StateTone.Unknown,
    };

    public static string Word(Hint? hint) => hint is null ? "not in the mix yet" : HintWords.Of(hint);

    /// <summary>The suggested move: "down 4.8 dB", "bring it up", "leave it", "trim the clip up 1.8 dB", or empty.</summary>
    public static string Move(Hint? hint) => hint switch
    {
        null => "",
        { TrimDb: not double.NaN } => PooledText.Of($"trim the clip {LevelText.Move(hint.TrimDb)}"),
        { MoveDb: double.NaN, SuggestedFaderDb: not double.NaN } => "bring it up",
        _ => LevelText.Move(hint.MoveDb),
    };

    /// <summary>Where the move leads: "to −7.5 dB", "then set the fader to +6.0 dB", "stays at 0.0 dB", or empty.</summary>
    public static string Position(Hint? hint, FaderPlace place) => hint switch
    {
        null => "",
        { TrimDb: not double.NaN, SuggestedFaderDb: not double.NaN } => PooledText.Of($"then set the fader to {LevelText.Fader(hint.SuggestedFaderDb)}"),
        { SuggestedFaderDb: not double.NaN } when IsMove(hint) => PooledText.Of($"to {LevelText.Fader(hint.SuggestedFaderDb)}"),
        { SuggestedFaderDb: not double.NaN } => PooledText.Of($"stays at {LevelText.Fader(hint.SuggestedFaderDb)}"),
        _ when place == FaderPlace.PostFader && IsMove(hint) => "from where it stands",
        _ => "",
    };

    /// <summary>Move and position in one line for a table: "down 8.9 dB to −6.5 dB", "trim the clip up 1.8 dB, then set the fader to +6.0 dB".</summary>
    public static string Line(Hint? hint, FaderPlace place) =>
        hint is null || !IsMove(hint) ? ""
        : double.IsNaN(hint.TrimDb) ? Join(Move(hint), Position(hint, place))
        : PooledText.Join(", ", Move(hint), Position(hint, place));

    /// <summary>"steady, heard together 0:42 (±1.1 LU)".</summary>
    public static string Confidence(TrackReading? track)
    {
        string together = LevelText.Time(track?.HeardTogetherSeconds ?? 0);
        string spread = track is not null && double.IsFinite(track.SpreadLu) ? PooledText.Of($" (±{FigureText.Level(Math.Abs(track.SpreadLu))} LU)") : "";
        string sure = track?.Confidence switch
        {
            Measuring.Confidence.Steady => PooledText.Of($"steady, heard together {together}{spread}"),
            Measuring.Confidence.Rough => PooledText.Of($"rough, heard together {together}{spread}"),
            Measuring.Confidence.Listening => PooledText.Of($"listening, heard together {together}"),
            Measuring.Confidence.NotHeardTogether => "not heard together: compared by their own loudness",
            _ when track?.HeardSeconds > 0 => PooledText.Of($"heard {LevelText.Time(track.HeardSeconds)}, nothing to compare it with yet"),
            _ => "nothing heard yet",
        };
        return track is { IsStaged: true, Change: { } change } ? PooledText.Of($"{sure}, measured anew since {SongWords.Clock(change.SinceSeconds)}") : sure;
    }

    /// <summary>Whether a hint asks for a move at all.</summary>
    public static bool IsMove(Hint hint) =>
        Math.Abs(hint.MoveDb) >= SameDb
        || double.IsFinite(hint.TrimDb)
        || (double.IsNaN(hint.MoveDb) && double.IsFinite(hint.SuggestedFaderDb));

    /// <summary>What a row says of a position that waits: "set −6.5 dB in the DAW".</summary>
    public static string Waiting(TrackReading track) => PooledText.Of($"set {LevelText.Fader(track.PendingFaderDb)} in the DAW");

    /// <summary>Whether pressing Apply would move a fader, or say that a post-fader track's was moved.</summary>
    public static bool CanApply(Hint? hint, TrackReading? track) =>
        hint is not null && track is not null
        && (track.FaderPlace == FaderPlace.PostFader
            ? double.IsFinite(hint.MoveDb) && IsMove(hint)
            : !double.IsNaN(track.PendingFaderDb) || (double.IsFinite(hint.SuggestedFaderDb) && !(Math.Abs(hint.SuggestedFaderDb - track.FaderDb) < SameDb)));

    /// <summary>Where "apply all" would bring the fader, in dB; NaN = it is there, or on its way already.</summary>
    public static double ToApply(Hint? hint, TrackReading? track)
    {
        bool isAsked = CanApply(hint, track) && track!.FaderPlace != FaderPlace.PostFader && double.IsFinite(hint!.SuggestedFaderDb);
        double aim = double.IsNaN(track?.PendingFaderDb ?? double.NaN) ? track?.FaderDb ?? double.NaN : track!.PendingFaderDb;
        return isAsked && !(Math.Abs(hint!.SuggestedFaderDb - aim) < SameDb) ? hint.SuggestedFaderDb : double.NaN;
    }

    public static string ApplyLabel(FaderPlace place) => place switch
    {
        FaderPlace.DawFader => "I have set it",
        FaderPlace.PostFader => "I have moved it",
        _ => "Apply",
    };

    public static string Join(params ReadOnlySpan<string> parts) => PooledText.Join(" ", parts);
}
