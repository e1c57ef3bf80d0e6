using FaderStager.Audio.Blocks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Staging.Levels;

/// <summary>Step 0: which trim brings each track to its working level, before any fader.</summary>
/// <remarks>
/// [any] Pure, allocates nothing. Sustained tracks go to the working level by their RMS, percussive ones to a peak: the transients of drums do not belong at
/// 0 VU, which a VU meter never shows of them.
/// <b>Sources:</b> peaks of about -10 dBFS and none above -6 on tracks, mix bus peaks of -6 to -3 dBFS, and every limit below, are
/// rules of thumb of the trade; the working level's are told at <see cref="MixSettings.WorkingLevelDbfs"/>.
/// </remarks>
public static class LevelAdvice
{
    /// <summary>Where the peaks of percussive tracks belong, in dBFS. Rule of thumb.</summary>
    public const double PercussivePeakDbfs = -10;

    /// <summary>No trim up lifts a true peak above this, in dBTP. Rule of thumb: 3 dB for what plug-ins add.</summary>
    public const double HighestPeakDbtp = -3;

    /// <summary>A trim smaller than this is not worth the while, in dB. Rule of thumb: a VU meter is read to a dB.</summary>
    public const double LeastTrimDb = 1;

    /// <summary>Drums whose crest is smaller are held notes, such as a long synthetic kick: they go by RMS. In dB; rule of thumb.</summary>
    public const double SmallestDrumCrestDb = 9;

    /// <summary>Other tracks whose crest is larger are plucked or hit: they go by their peaks. In dB; rule of thumb: voices and strummed guitars reach 18.</summary>
    public const double LargestSustainedCrestDb = 20;

    /// <summary>A DC offset below this needs no word, in dBFS. Rule of thumb: 1 % of full scale costs 0.1 dB of headroom.</summary>
    public const double LeastOffsetDbfs = -40;

    /// <summary>Nothing but offset: the sound is this much below it, in dB.</summary>
    private const double OffsetOverSoundDb = 20;

    /// <summary>The largest trim that is advised, in dB: what FaderStager's own has.</summary>
    private const double LargestTrimDb = 36;

    /// <summary>What step 0 finds of a track.</summary>
    /// <param name="track">Its reading.</param>
    /// <param name="settings">The mix's settings.</param>
    /// <returns>The finding.</returns>
    /// <remarks>[any]</remarks>
    public static LevelFinding Of(TrackReading track, MixSettings settings)
    {
        track = track.AtPlugIns();
        bool hasOffset = Decibels.FromAmplitude(track.DcOffset) > LeastOffsetDbfs;
        LevelCause? none = WhyNone(track);
        if (none is { } cause)
        {
            return new LevelFinding(MaterialKind.Unknown, false, cause, double.NaN, TrimPlace.None, double.NaN, double.NaN, hasOffset);
        }

        (MaterialKind material, bool isByRole) = MaterialOf(track);
        double rms = SoundDbfs(track);
        (double wanted, cause) = material == MaterialKind.Percussive
            ? (PercussivePeakDbfs - track.SamplePeakDbfs, LevelCause.OffPeakLevel)
            : (settings.WorkingLevelDbfs - rms, LevelCause.OffWorkingLevel);
        double room = HighestPeakDbtp - Math.Max(track.TruePeakDbtp, track.SamplePeakDbfs);
        if (material == MaterialKind.Sustained && wanted > 0 && wanted > room)
        {
            (wanted, cause) = (Math.Max(0, room), LevelCause.HeldByPeaks);
        }

        double trim = FaderRange.Round(Math.Clamp(track.TrimDb + wanted, -LargestTrimDb, LargestTrimDb) - track.TrimDb);
        if (Math.Abs(trim) < LeastTrimDb)
        {
            (trim, cause) = (0, cause == LevelCause.HeldByPeaks ? cause : material == MaterialKind.Percussive ? LevelCause.AtPeakLevel : LevelCause.AtWorkingLevel);
        }

        TrimPlace where = trim == 0 ? TrimPlace.None : track.IsFirst ? TrimPlace.OwnTrim : TrimPlace.ClipGain;
        return new LevelFinding(material, isByRole, cause, trim, where, track.SamplePeakDbfs + trim, rms + trim - settings.WorkingLevelDbfs, hasOffset);
    }

    /// <summary>By what a track is judged: drums by their peaks unless they hold their notes, others by RMS unless they are all attack.</summary>
    /// <param name="track">Its reading, which sounds.</param>
    /// <returns>The kind, and whether the role decided it.</returns>
    /// <remarks>[any]</remarks>
    public static (MaterialKind Material, bool IsByRole) MaterialOf(TrackReading track)
    {
        bool isDrum = track.Role is Role.Kick or Role.Snare or Role.Toms or Role.HiHat or Role.Overheads or Role.DrumBus or Role.Percussion;
        double crest = track.CrestDb;
        return isDrum
            ? crest < SmallestDrumCrestDb ? (MaterialKind.Sustained, false) : (MaterialKind.Percussive, true)
            : crest > LargestSustainedCrestDb ? (MaterialKind.Percussive, false) : (MaterialKind.Sustained, track.Role != Role.Other);
    }

    private static LevelCause? WhyNone(TrackReading track) =>
        !track.HasData ? LevelCause.NotHeard
        : IsOnlyOffset(track) ? LevelCause.OnlyOffset
        : !double.IsFinite(track.RmsDbfs) || !double.IsFinite(track.SamplePeakDbfs) ? LevelCause.Silent
        : track.Role == Role.MixBus || track.Sums != SumKind.None ? LevelCause.Sum
        : track.IsBehindTrim ? LevelCause.SameTrack
        : track.FaderPlace == FaderPlace.PostFader ? LevelCause.BehindFader
        : null;

    // Where DC starts, the filter of the gate rings once: a tenth of a second may seem to sound.
    private static bool IsOnlyOffset(TrackReading track)
    {
        double offsetDbfs = Decibels.FromAmplitude(track.DcOffset);
        return offsetDbfs > LeastOffsetDbfs && !(track.MomentaryMaxLufs > offsetDbfs - OffsetOverSoundDb);
    }

    /// <summary>RMS of what sounds: without a DC offset, which is counted in the RMS and heard nowhere.</summary>
    private static double SoundDbfs(TrackReading track)
    {
        double sound = Decibels.ToPower(track.RmsDbfs) - (track.DcOffset * track.DcOffset);
        return sound > Decibels.ToPower(track.RmsDbfs - OffsetOverSoundDb) ? Decibels.FromPower(sound) : track.RmsDbfs;
    }
}
