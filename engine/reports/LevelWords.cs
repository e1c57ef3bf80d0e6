using System.Globalization;
using System.Runtime.InteropServices;
using FaderStager.Audio.Blocks;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Reports;

/// <summary>The words of step 0: why a trim is advised, where it is made, and whether a track is clipped.</summary>
/// <remarks>[any] Pure. Each call makes its text anew, so ask for what is shown and no more.</remarks>
public static class LevelWords
{
    /// <summary>What the figures rest on, for the foot of a table.</summary>
    /// <param name="settings">The mix's settings.</param>
    /// <returns>Two sentences.</returns>
    /// <remarks>[any]</remarks>
    public static string Sources(MixSettings settings) =>
        PooledText.Of($"0 VU is {FigureText.Level(settings.WorkingLevelDbfs)} dBFS RMS ({SourceOf(settings.WorkingLevelDbfs)}). Peaks of hits at {FigureText.Level(LevelAdvice.PercussivePeakDbfs)} dBFS, no trim above {FigureText.Level(LevelAdvice.HighestPeakDbtp)} dBTP and a mix bus at −6.0 dBFS are rules of thumb.");

    /// <summary>Where a working level comes from.</summary>
    /// <param name="workingLevelDbfs">The level in dBFS RMS.</param>
    /// <returns>A few words.</returns>
    /// <remarks>[any]</remarks>
    public static string SourceOf(double workingLevelDbfs) => workingLevelDbfs switch
    {
        -18 => "the line-up level of EBU R 68",
        -20 => "the line-up level of SMPTE RP 155",
        _ => "a rule of thumb",
    };

    /// <summary>Why a trim is advised, or none: a sentence or two.</summary>
    /// <param name="track">The track.</param>
    /// <param name="finding">What was found of it.</param>
    /// <param name="settings">The mix's settings.</param>
    /// <returns>The text.</returns>
    /// <remarks>[any]</remarks>
    public static string Reason(TrackReading track, in LevelFinding finding, MixSettings settings) =>
        Narrator.Join(Main(track, finding, settings), Clipped(track), Offset(track, finding), OffTrim(track));

    /// <summary>That something between two instances of a track depends on level, where measuring noticed; else empty.</summary>
    /// <param name="track">The instance behind.</param>
    /// <returns>A sentence or two.</returns>
    /// <remarks>[any]</remarks>
    public static string OffTrim(TrackReading track) => double.IsNaN(track.OffTrimLu) ? ""
        : PooledText.Of($"The trim of {Phrases.Db(track.TrimmedByDb)} moved it by {FigureText.Relative(track.TrimmedByDb + track.OffTrimLu)} LU here: something between them depends on level, so listen before you trim.");

    /// <summary>The text to read first: how many tracks are off, what is clipped, what the bus needs.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>A few sentences.</returns>
    /// <remarks>[any]</remarks>
    public static string Headline(MixSnapshot mix)
    {
        List<string>? clipped = null;
        int trims = 0;
        int heard = 0;
        foreach (TrackReading track in mix.Tracks)
        {
            trims += LevelAdvice.Of(track, mix.Settings).IsTrim ? 1 : 0;
            heard += track.HasData ? 1 : 0;
            if (track.IsClipped)
            {
                (clipped ??= []).Add(PooledText.Of($"{Phrases.TrackName(track)} ({ClipMark(track)})"));
            }
        }

        return Narrator.Join(
            heard == 0 ? "Play the song: nothing was heard yet."
            : trims == 0 ? "No track needs a trim."
            : PooledText.Of($"{trims} of {mix.Tracks.Length} tracks want a trim before any fader."),
            clipped is null ? "" : PooledText.Of($"Clipped: {PooledText.Join(", ", CollectionsMarshal.AsSpan(clipped))}."),
            Bus(mix));
    }

    /// <summary>The word or two that stand for a finding: "at level", "trim".</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>Lower-case words.</returns>
    /// <remarks>[any]</remarks>
    public static string Word(in LevelFinding finding) => finding.Cause switch
    {
        LevelCause.Silent => "silent",
        LevelCause.OnlyOffset => "only DC",
        LevelCause.Sum => "a sum",
        LevelCause.SameTrack => "same track",
        LevelCause.BehindFader => "behind the fader",
        LevelCause.AtWorkingLevel or LevelCause.AtPeakLevel => "at level",
        LevelCause.HeldByPeaks when !finding.IsTrim => "no room",
        LevelCause.OffWorkingLevel or LevelCause.OffPeakLevel or LevelCause.HeldByPeaks => "trim",
        _ => "not heard yet",
    };

    /// <summary>The mix bus with every trim made, and the one common move that gives it its room: two sentences at most.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>The text; empty where nothing is up.</returns>
    /// <remarks>[any]</remarks>
    public static string Bus(MixSnapshot mix)
    {
        double peak = Headroom.TrimmedPeakDbfs(mix);
        double move = Headroom.MoveDb(peak);
        return !double.IsFinite(peak) ? ""
            : Narrator.Join(
                PooledText.Of($"With these trims and the faders as they are, the mix bus would peak at {FigureText.Relative(peak)} dBFS."),
                move < 0 ? PooledText.Of($"Lower every fader by {Phrases.Distance(move)} for a bus at {FigureText.Level(Headroom.AimPeakDbfs)} dBFS: the balance stays.") : "");
    }

    /// <summary>Whether and how often a track is clipped, as a mark: "clipped 12 ×", "over by 2.1 dB"; empty where it is whole.</summary>
    /// <param name="track">The track.</param>
    /// <returns>The words.</returns>
    /// <remarks>[any] Above 0 dBFS in float nothing is lost yet; at full scale it is.</remarks>
    public static string ClipMark(TrackReading track) => !track.IsClipped ? ""
        : OverDb(track) > 0 ? PooledText.Of($"over by {Phrases.Distance(OverDb(track))}")
        : PooledText.Of($"clipped {track.ClippedRuns} ×");

    /// <summary>Where a trim is made, as a person says it: "clip gain", "Pre-Gain (Cubase)"; empty for nowhere.</summary>
    /// <param name="where">Where.</param>
    /// <param name="host">The DAW's name as it tells it, or null.</param>
    /// <returns>The words.</returns>
    /// <remarks>[any]</remarks>
    public static string Where(TrimPlace where, string? host) => where switch
    {
        TrimPlace.OwnTrim => "FaderStager's trim",
        TrimPlace.ClipGain or TrimPlace.InputGain => GainOf(host),
        _ => "",
    };

    private static string GainOf(string? host) =>
        Names(host, "Cubase") || Names(host, "Nuendo") ? "Pre-Gain"
        : Names(host, "REAPER") ? "item or take volume"
        : Names(host, "Studio One") || Names(host, "Fender Studio") ? "input trim"
        : Names(host, "Bitwig") ? "clip gain"
        : Names(host, "Ardour") || Names(host, "Mixbus") ? "region gain or the channel's trim"
        : Names(host, "Live") ? "clip gain"
        : "clip gain";

    private static bool Names(string? host, string name) => host?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    private static string Main(TrackReading track, in LevelFinding finding, MixSettings settings) => finding.Cause switch
    {
        LevelCause.Silent => "Silent so far: nothing to trim.",
        LevelCause.OnlyOffset => "Nothing sounds here but a DC offset: nothing to trim.",
        LevelCause.Sum => "A sum of tracks: they set its level, so trim them and move all faders alike for the bus.",
        LevelCause.SameTrack => "Another FaderStager stands in front of it on the same track: that one reads the level into the plug-ins, and trims.",
        LevelCause.BehindFader => "FaderStager sits behind the fader here: insert it before the fader to read the level into the plug-ins.",
        LevelCause.AtWorkingLevel => PooledText.Of($"{Kind(finding)}, at its working level: {Rms(track, settings)}."),
        LevelCause.OffWorkingLevel => PooledText.Of($"{Kind(finding)}, {Rms(track, settings)}: {Trim(finding)}."),
        LevelCause.HeldByPeaks => finding.IsTrim
            ? PooledText.Of($"{Kind(finding)}, {Rms(track, settings)}, and its peaks leave room for a part of the way: {Trim(finding)}.")
            : PooledText.Of($"{Kind(finding)}, {Rms(track, settings)}, but its peaks leave no room to come up: leave it."),
        LevelCause.AtPeakLevel => PooledText.Of($"{Kind(finding)}, at its peak level: {Peak(track)}."),
        LevelCause.OffPeakLevel => PooledText.Of($"{Kind(finding)}, {Peak(track)}: {Trim(finding)}."),
        _ => "Not heard yet: the song has not reached it, or the host suspends it.",
    };

    private static string Kind(in LevelFinding finding) => (finding.Material, finding.IsByRole) switch
    {
        (MaterialKind.Percussive, true) => "Percussive by its role",
        (MaterialKind.Percussive, false) => "Percussive by its crest",
        (_, true) => "Sustained by its role",
        _ => "Sustained by its crest",
    };

    private static string Rms(TrackReading track, MixSettings settings)
    {
        double off = track.RmsDbfs - settings.WorkingLevelDbfs;
        string standing = FigureText.Level(off) == "0.0" ? "on 0 VU" : PooledText.Of($"{Phrases.Distance(off)} {(off < 0 ? "under" : "over")} 0 VU");
        return PooledText.Of($"its RMS of {FigureText.Level(track.RmsDbfs)} dBFS is {standing}");
    }

    private static string Peak(TrackReading track)
    {
        double off = track.SamplePeakDbfs - LevelAdvice.PercussivePeakDbfs;
        string standing = FigureText.Level(off) == "0.0" ? "on" : PooledText.Of($"{Phrases.Distance(off)} {(off < 0 ? "under" : "over")}");
        return PooledText.Of($"its peaks of {FigureText.Level(track.SamplePeakDbfs)} dBFS are {standing} {FigureText.Level(LevelAdvice.PercussivePeakDbfs)} dBFS");
    }

    private static string Trim(in LevelFinding finding) =>
        PooledText.Of($"trim it {Phrases.Way(finding.TrimDb)} {Phrases.Distance(finding.TrimDb)}, and it peaks at {FigureText.Level(finding.PeakAfterDbfs)} dBFS");

    private static string Clipped(TrackReading track) => !track.IsClipped ? ""
        : OverDb(track) > 0
            ? PooledText.Of($"Its file or take goes {Phrases.Distance(OverDb(track))} over full scale: as float it is whole, so turn it down at the clip, before anything clips it.")
            : PooledText.Of($"Clipped {Times(track.ClippedRuns)} before it came in: no trim mends that, so record, bounce or export it lower.");

    private static string Times(long runs) => runs == 1 ? "once" : PooledText.Of($"{runs.ToString(CultureInfo.InvariantCulture)} times");

    private static string Offset(TrackReading track, in LevelFinding finding) => finding.HasOffset
        ? PooledText.Of($"A DC offset of {FigureText.Level(Decibels.FromAmplitude(track.DcOffset))} dBFS takes headroom: take it out with a high-pass.")
        : "";

    /// <summary>How far the input goes over full scale, before the trim.</summary>
    private static double OverDb(TrackReading track) => FaderRange.Round(track.SamplePeakDbfs - track.TrimDb);
}
