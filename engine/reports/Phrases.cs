using FaderStager.Measuring;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Reports;

/// <summary>The phrases that reasons and headlines are made of: one decimal, unit always, a real minus sign.</summary>
/// <remarks>[any] Pure.</remarks>
internal static class Phrases
{
    /// <summary>A level or a move with its sign: "+2.0 dB", "−7.5 dB", "0.0 dB".</summary>
    internal static string Db(double db) => PooledText.Of($"{FigureText.Relative(db)} dB");

    /// <summary>A fader position: "−7.5 dB", "down".</summary>
    internal static string Fader(double db) => double.IsNegativeInfinity(db) ? "down" : Db(db);

    /// <summary>What a person has to do before the track's staging counts: "Set the DAW's fader from 0.0 dB to −7.9 dB and confirm it; until then 0.0 dB counts."</summary>
    /// <returns>One or two sentences, or an empty string when nothing waits.</returns>
    internal static string Waits(TrackReading track)
    {
        string access = track.LacksHostFader ? "This host gives no access to its faders: set the DAW's by hand and confirm it here." : "";
        string waits = double.IsNaN(track.PendingFaderDb) ? ""
            : double.IsNaN(track.DawFaderDb) ? PooledText.Of($"Set the DAW's fader to {Fader(track.PendingFaderDb)} and confirm it: nobody has said where it stands.")
            : PooledText.Of($"Set the DAW's fader from {Fader(track.DawFaderDb)} to {Fader(track.PendingFaderDb)} and confirm it; until then {Fader(track.DawFaderDb)} counts.");
        return Narrator.Join(access, waits);
    }

    /// <summary>"3 faders are to be set in the DAW and confirmed."</summary>
    /// <returns>A sentence, or an empty string when none is.</returns>
    internal static string Pending(int count) => count switch
    {
        0 => "",
        1 => "1 fader is to be set in the DAW and confirmed.",
        _ => PooledText.Of($"{count} faders are to be set in the DAW and confirmed."),
    };

    /// <summary>That the person's own offset says nothing against this focal.</summary>
    /// <returns>A sentence, or an empty string when it counts, or there is none.</returns>
    internal static string KeptElsewhere(TrackReading track) => track.KeptAgainst is { } focal
        ? PooledText.Of($"Its own target was kept against {(string.IsNullOrWhiteSpace(focal) ? "another focal" : focal.Trim())} and does not count against this focal.")
        : "";

    /// <summary>A distance without sign: "4.8 LU".</summary>
    internal static string Lu(double lu) => PooledText.Of($"{FigureText.Level(Math.Abs(lu))} LU");

    /// <summary>A distance without sign: "4.8 dB".</summary>
    internal static string Distance(double db) => PooledText.Of($"{FigureText.Level(Math.Abs(db))} dB");

    /// <summary>A move as a sentence tells it: see <see cref="FigureText.MoveInWords"/>.</summary>
    internal static string Move(double db) => FigureText.MoveInWords(db);

    /// <summary>"up" or "down".</summary>
    internal static string Way(double moveDb) => moveDb < 0 ? "down" : "up";

    /// <summary>The name of a track, or "a track without name".</summary>
    internal static string Name(TrackReading track) => track.VoiceName is { } voice ? voice : TrackName(track);

    /// <summary>The name of a track alone, whatever its voice, or "a track without name".</summary>
    internal static string TrackName(TrackReading track) => string.IsNullOrWhiteSpace(track.Name) ? "a track without name" : track.Name.Trim();

    /// <summary>"3.0 LU back", "1.5 LU forward".</summary>
    internal static string Forward(double forwardLu) => PooledText.Of($"{Lu(forwardLu)} {(forwardLu < 0 ? "back" : "forward")}");

    /// <summary>"8.0 LU under the focal", "level with the focal".</summary>
    internal static string Place(double targetLu) => IsZero(targetLu)
        ? "level with the focal"
        : PooledText.Of($"{Lu(targetLu)} {(targetLu < 0 ? "under" : "above")} the focal");

    /// <summary>"4.8 LU louder than its place 8.0 LU under the focal".</summary>
    internal static string Deviation(Hint hint) =>
        PooledText.Of($"{Lu(hint.DeviationLu)} {(hint.DeviationLu < 0 ? "softer" : "louder")} than its place {Place(hint.TargetLu)}");

    /// <summary>"4.8 LU louder than its place" without saying where that is.</summary>
    internal static string FromPlace(Hint hint) => PooledText.Of($"{Lu(hint.DeviationLu)} {(hint.DeviationLu < 0 ? "softer" : "louder")} than its place");

    /// <summary>Where a return belongs: "9.0 LU under it".</summary>
    internal static string UnderSource(Hint hint) => PooledText.Of($"{Lu(hint.UnderSourceLu)} {(hint.UnderSourceLu <= 0 ? "under" : "above")} it");

    /// <summary>"0.6 LU louder than its target 8.0 LU under the focal, ±3.0 LU allowed".</summary>
    internal static string Within(Hint hint)
    {
        string standing = IsZero(hint.DeviationLu) ? "on" : PooledText.Of($"{Lu(hint.DeviationLu)} {(hint.DeviationLu < 0 ? "softer" : "louder")} than");
        return PooledText.Of($"{standing} its target {Place(hint.TargetLu)}, ±{Lu(hint.ToleranceLu)} allowed");
    }

    /// <summary>How far a reading can be trusted: "heard together 42 s, steady (±1.1 LU)".</summary>
    internal static string Heard(TrackReading track)
    {
        string together = Time(track.HeardTogetherSeconds);
        string spread = double.IsFinite(track.SpreadLu) ? PooledText.Of($" (±{Lu(track.SpreadLu)})") : "";
        string heard = track.Confidence switch
        {
            Confidence.Steady => PooledText.Of($"heard together {together}, steady{spread}"),
            Confidence.Rough => PooledText.Of($"heard together {together}, a rough figure{spread}"),
            Confidence.Listening => PooledText.Of($"still listening, heard together {together}{spread}"),
            Confidence.NotHeardTogether => "not heard together yet: compared by their own integrated loudness",
            _ => "hardly heard yet, so take it as a guess",
        };
        string where = track.Counts.IsWhole ? "" : PooledText.Of($" {SongWords.Where(track.Counts)}");
        heard += where;
        return track.Change is { } change ? PooledText.Of($"{heard}, changed before FaderStager and measured anew since {SongWords.Clock(change.SinceSeconds)}") : heard;
    }

    /// <summary>The focal against the rest and what the profile wants: "The focal is 3.2 LU above the rest, estimated; pop wants +1.0 ±3.0 LU."</summary>
    /// <returns>A sentence, or an empty string when there is no figure.</returns>
    internal static string Balance(MixSnapshot mix)
    {
        double balance = mix.FocalAgainstRestLu;
        if (!double.IsFinite(balance))
        {
            return "";
        }

        string standing = IsZero(balance) ? "level with the rest" : PooledText.Of($"{Lu(balance)} {(balance < 0 ? "under" : "above")} the rest");
        string measured = mix.RestIsMeasured ? ", measured on the mix bus" : ", estimated";
        return PooledText.Of($"The focal is {standing}{measured}; {mix.Profile.Name} wants {FigureText.Relative(mix.WantedFocalAgainstRestLu)} ±{Lu(mix.Profile.FocalAgainstRest.ToleranceLu)}.");
    }

    /// <summary>The common move for headroom: "Then lower every fader by 5.6 dB: the bus would peak at −0.4 dBFS."</summary>
    /// <returns>A sentence, or an empty string when no move is needed.</returns>
    internal static string Room(MixAdvice advice) => advice.HeadroomMoveDb < 0
        ? PooledText.Of($"Then lower every fader by {Distance(advice.HeadroomMoveDb)}: the bus would peak at {FigureText.Relative(advice.StagedPeakDbfs)} dBFS.")
        : "";

    private static bool IsZero(double figure) => FigureText.Level(figure) == "0.0";

    // "42 s", "1 min 24 s".
    private static string Time(double seconds)
    {
        double whole = double.IsFinite(seconds) && seconds > 0 ? Math.Floor(Math.Min(seconds, 360_000)) : 0;
        return whole < 60
            ? PooledText.Of($"{whole:0} s")
            : PooledText.Of($"{Math.Floor(whole / 60):0} min {whole % 60:0} s");
    }
}
