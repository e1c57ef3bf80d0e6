using System.Globalization;
using FaderStager.Measuring;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>The phrases that hints and headlines are made of: one decimal, unit always, a real minus sign.</summary>
/// <remarks>[any] Pure.</remarks>
internal static class Wording
{
    /// <summary>What bottom-up and top-down say of a mix without focal.</summary>
    internal const string FlagTheFocal = "Flag the focal: the element the mix is built around.";

    /// <summary>A level or a move with its sign: "+2.0 dB", "−7.5 dB", "0.0 dB".</summary>
    internal static string Db(double db) => $"{Signed(db)} dB";

    /// <summary>A distance without sign: "4.8 LU".</summary>
    internal static string Lu(double lu) => $"{Figure(lu)} LU";

    /// <summary>A distance without sign: "4.8 dB".</summary>
    internal static string Distance(double db) => $"{Figure(db)} dB";

    /// <summary>A number with its sign: "+2.0", "−7.5", "0.0".</summary>
    internal static string Signed(double number)
    {
        string figure = Figure(number);
        return figure == "0.0" ? figure : number < 0 ? $"\u2212{figure}" : $"+{figure}";
    }

    /// <summary>"up" or "down".</summary>
    internal static string Way(double moveDb) => moveDb < 0 ? "down" : "up";

    /// <summary>The name of a track, or "a track without name".</summary>
    internal static string Name(TrackReading track) =>
        string.IsNullOrWhiteSpace(track.Name) ? "a track without name" : track.Name.Trim();

    /// <summary>"8.0 LU under the focal", "level with the focal".</summary>
    internal static string Place(double targetLu) => Figure(targetLu) == "0.0"
        ? "level with the focal"
        : $"{Lu(targetLu)} {(targetLu < 0 ? "under" : "above")} the focal";

    /// <summary>"4.8 LU louder than its place 8.0 LU under the focal".</summary>
    internal static string Deviation(double deviationLu, double targetLu) =>
        $"{Lu(deviationLu)} {(deviationLu < 0 ? "softer" : "louder")} than its place {Place(targetLu)}";

    /// <summary>"0.6 LU louder than its target 8.0 LU under the focal, ±3.0 LU allowed".</summary>
    internal static string Within(double deviationLu, TrackReading track)
    {
        string standing = Figure(deviationLu) == "0.0" ? "on" : $"{Lu(deviationLu)} {(deviationLu < 0 ? "softer" : "louder")} than";
        return $"{standing} its target {Place(track.TargetLu)}, ±{Lu(HintHysteresis.Usable(track.ToleranceLu))} allowed";
    }

    /// <summary>How far a reading can be trusted: "heard together 42 s, steady (±1.1 LU)".</summary>
    internal static string Heard(TrackReading track)
    {
        string together = Time(track.HeardTogetherSeconds);
        string spread = double.IsFinite(track.SpreadLu) ? $" (±{Lu(track.SpreadLu)})" : "";
        return track.Confidence switch
        {
            Confidence.Steady => $"heard together {together}, steady{spread}",
            Confidence.Rough => $"heard together {together}, a rough figure{spread}",
            Confidence.Listening => $"still listening, heard together {together}{spread}",
            Confidence.NotHeardTogether => "not heard together yet: compared by their own integrated loudness",
            _ => "hardly heard yet, so take it as a guess",
        };
    }

    /// <summary>"42 s", "1 min 24 s".</summary>
    internal static string Time(double seconds)
    {
        double whole = double.IsFinite(seconds) && seconds > 0 ? Math.Floor(Math.Min(seconds, 360_000)) : 0;
        return whole < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{whole:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(whole / 60):0} min {whole % 60:0} s");
    }

    /// <summary>The focal against the rest and what the profile wants: "The focal is 3.2 LU above the rest; pop wants +1.0 ±3.0 LU."</summary>
    /// <returns>A sentence, or an empty string when there is no figure.</returns>
    internal static string Balance(MixSnapshot mix)
    {
        double balance = mix.FocalAgainstRestLu;
        if (!double.IsFinite(balance))
        {
            return "";
        }

        string standing = Figure(balance) == "0.0" ? "level with the rest" : $"{Lu(balance)} {(balance < 0 ? "under" : "above")} the rest";
        string measured = mix.RestIsMeasured ? ", measured on the mix bus" : "";
        return $"The focal is {standing}{measured}; {mix.Profile.Name} wants {Signed(mix.Profile.FocalAgainstRest.OffsetLu)} ±{Lu(mix.Profile.FocalAgainstRest.ToleranceLu)}.";
    }

    /// <summary>The common move for headroom: "Then lower every fader by 5.6 dB: the bus would peak at −0.4 dBFS."</summary>
    /// <returns>A sentence, or an empty string when no move is needed.</returns>
    internal static string Room(double moveDb, double peakDbfs) => moveDb < 0
        ? $"Then lower every fader by {Distance(moveDb)}: the bus would peak at {Signed(peakDbfs)} dBFS."
        : "";

    /// <summary>Sentences as one text; empty ones are left out.</summary>
    internal static string Join(params ReadOnlySpan<string> sentences)
    {
        List<string> said = [];
        foreach (string sentence in sentences)
        {
            if (sentence.Length > 0)
            {
                said.Add(sentence);
            }
        }

        return string.Join(' ', said);
    }

    private static string Figure(double number) =>
        Math.Abs(Math.Round(number, 1, MidpointRounding.AwayFromZero)).ToString("0.0", CultureInfo.InvariantCulture);
}
