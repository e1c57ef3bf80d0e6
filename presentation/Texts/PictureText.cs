using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Mixes;
using FaderStager.Reports;

namespace FaderStager.Presentation.Texts;

/// <summary>Words for the two fader pictures. While they are hidden from the person, none of them tells which is which.</summary>
/// <remarks>[any]</remarks>
internal static class PictureText
{
    /// <summary>What the active picture is called: "A", or "1" while the letters are hidden.</summary>
    public static string Name(Mix mix) => mix.Pictures.IsHidden ? (mix.Pictures.Number == 1 ? "1" : "2") : Letter(mix);

    /// <summary>What a switch did beside moving faders: "B plays 1.5 dB lower: equally loud"; empty = nothing to tell.</summary>
    public static string Matched(Mix mix)
    {
        PictureMatch match = mix.Pictures.Match;
        (string here, string other) = mix.ActivePicture == FaderPictureSlot.A ? ("A", "B") : ("B", "A");
        return match.Kind switch
        {
            PictureMatchKind.Bypassed => $"not matched in loudness: {match.TrackName} is bypassed",
            PictureMatchKind.Waits => "not matched in loudness: faders wait to be set in the DAW",
            PictureMatchKind.TooFarApart => $"more than {PictureMatch.LargestGainDb:0} dB apart, so not matched in loudness",
            PictureMatchKind.NotHeard => "not matched in loudness: play the song first",
            PictureMatchKind.Pending => "matched in loudness in a moment",
            PictureMatchKind.Off => "as loud as its faders stand",
            PictureMatchKind.Limited when mix.Pictures.IsHidden => "as near in loudness as headroom allows",
            PictureMatchKind.Limited when match.GainDb > 0 => $"{Plays(here, match.GainDb)}, no room for more: {other} comes down when you go back",
            PictureMatchKind.Limited => $"no headroom to play {here} as loud: {other} comes down when you go back",
            _ when mix.Pictures.IsHidden => "equally loud",
            _ when match.GainDb == 0 => "equally loud as they are",
            _ => $"{Plays(here, match.GainDb)}: equally loud",
        };
    }

    /// <summary>"B plays 1.5 dB lower"; empty where no common gain plays, or where it would tell what is hidden.</summary>
    public static string Gain(Mix mix) => IsTold(mix) ? Plays(Letter(mix), mix.Pictures.GainDb) : "";

    /// <summary>The same where there is little room: "B −1.5 dB".</summary>
    public static string ShortGain(Mix mix) => IsTold(mix) ? PooledText.Of($"{Letter(mix)} {LevelText.Fader(mix.Pictures.GainDb)}") : "";

    private static string Letter(Mix mix) => mix.ActivePicture == FaderPictureSlot.A ? "A" : "B";

    private static bool IsTold(Mix mix) => !mix.Pictures.IsHidden && Math.Abs(mix.Pictures.GainDb) >= 0.05;

    private static string Plays(string picture, double gainDb) => PooledText.Of($"{picture} plays {LevelText.Distance(gainDb)} {(gainDb < 0 ? "lower" : "higher")}");
}
