using System.Collections.Immutable;
using FaderStager.Measuring;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Staging.Readings;

/// <summary>One track of a mix as it stands: what it is, where its fader is, what was measured.</summary>
/// <remarks>
/// [any] Read-only outside the engine. Loudness and peaks are those at the insert, before the staging fader.
/// Negative infinity = silence or a fader that is down; NaN = not measured.
/// </remarks>
public sealed record TrackReading
{
    /// <summary>The track's identity.</summary>
    public Guid Id { get; internal set; }

    /// <summary>The name a person sees.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The track's role, said or guessed.</summary>
    public Role Role { get; internal set; }

    /// <summary>What the host says of the track's channel: its colour, its place in the mixer. All null where the host says nothing.</summary>
    public HostTrack HostTrack { get; internal set; } = new();

    /// <summary>Whether this is the focal element.</summary>
    public bool IsFocal { get; internal set; }

    /// <summary>Whether the track counts in the mix.</summary>
    public bool InMix { get; internal set; } = true;

    /// <summary>Where its fader is.</summary>
    public FaderPlace FaderPlace { get; internal set; }

    /// <summary>The staging fader in dB; negative infinity = down, NaN = it is the DAW's and nobody said where it stands. Always 0 for <see cref="FaderPlace.PostFader"/>: the reading holds the fader.</summary>
    public double FaderDb { get; internal set; }

    /// <summary>The position in dB that waits for a person to set the DAW's fader to it, and counts in no reading yet; NaN = none.</summary>
    public double PendingFaderDb { get; internal set; } = double.NaN;

    /// <summary>Where the DAW's own fader is known to stand, in dB; beside the plug-in fader 0 unless it was confirmed elsewhere. NaN = nobody said.</summary>
    public double DawFaderDb { get; internal set; }

    /// <summary>Whether the host's fader was asked for and the host gives no access to it: it is the DAW's, set by hand.</summary>
    public bool LacksHostFader { get; internal set; }

    /// <summary>The focal's name that the person's own offset was kept against, where it is another one now and the offset does not count; else null.</summary>
    public string? KeptAgainst { get; internal set; }

    /// <summary>Whether a person kept or typed the target against this focal: nothing lowers it.</summary>
    public bool HasOwnTarget { get; internal set; }

    /// <summary>Whether a person's hand set the fader last, or the host's automation: not a hint, and not a start of all faders alike.</summary>
    public bool IsHandSet { get; internal set; }

    /// <summary>The track as its plug-ins get it: without what the host's folders and pan do behind them, where that is in what was measured.</summary>
    /// <returns>Itself where nothing stands between, as in a plug-in; else a copy.</returns>
    /// <remarks>[any]</remarks>
    public TrackReading AtPlugIns() => HostTrack.GainBehindDb is 0 or double.NaN ? this : this with
    {
        HostTrack = HostTrack with { GainBehindDb = 0 },
        RmsDbfs = RmsDbfs - HostTrack.GainBehindDb,
        RmsMedianDbfs = RmsMedianDbfs - HostTrack.GainBehindDb,
        RmsLoudestDbfs = RmsLoudestDbfs - HostTrack.GainBehindDb,
        SamplePeakDbfs = SamplePeakDbfs - HostTrack.GainBehindDb,
        TruePeakDbtp = TruePeakDbtp - HostTrack.GainBehindDb,
        MomentaryMaxLufs = MomentaryMaxLufs - HostTrack.GainBehindDb,
        DcOffset = DcOffset / Audio.Blocks.Decibels.ToAmplitude(HostTrack.GainBehindDb),
    };

    /// <summary>Whether the plug-in is bypassed: its own fader is not heard then.</summary>
    public bool IsBypassed { get; internal set; }

    /// <summary>The last change of the track upstream that was heard, since which it is measured anew; null = none.</summary>
    public UpstreamChange? Change { get; internal set; }

    /// <summary>How many moves before the insert were told that the figures hold: see <c>TrackInstance.NoteLevelMove</c>.</summary>
    public long LevelMovesTold { get; internal set; }

    /// <summary>Whether anything was measured at all, silence included.</summary>
    public bool HasData { get; internal set; }

    /// <summary>Integrated loudness in LUFS; negative infinity = no window passed the gate.</summary>
    public double IntegratedLufs { get; internal set; } = double.NaN;

    /// <summary>RMS while the track sounds, in dBFS: unweighted, a full-scale sine reads -3.01.</summary>
    public double RmsDbfs { get; internal set; } = double.NaN;

    /// <summary>Median of the 300 ms RMS while it sounds, in dBFS: where a VU meter mostly stands.</summary>
    public double RmsMedianDbfs { get; internal set; } = double.NaN;

    /// <summary>RMS of the loudest 10 s in dBFS.</summary>
    public double RmsLoudestDbfs { get; internal set; } = double.NaN;

    /// <summary>Seconds of song that sound.</summary>
    public double SoundingSeconds { get; internal set; }

    /// <summary>Runs of clipped samples, as they came in before the trim.</summary>
    public long ClippedRuns { get; internal set; }

    /// <summary>DC offset of the channel that has the larger one, linear and signed.</summary>
    public double DcOffset { get; internal set; }

    /// <summary>The instance's own trim in dB, which the levels above stand behind.</summary>
    public double TrimDb { get; internal set; }

    /// <summary>Whether the instance is known to stand first on its track, in front of the other plug-ins.</summary>
    public bool IsFirst { get; internal set; }

    /// <summary>Another instance on the same track that is staged in its place; empty = none. Such an instance is no track of its own.</summary>
    public Guid StagedBy { get; internal set; }

    /// <summary>Whether another instance stands in front of it on the same track: that one's level is the level into the plug-ins.</summary>
    public bool IsBehindTrim { get; internal set; }

    /// <summary>The last trim in front of other plug-ins that this one sits behind, in dB; NaN = none.</summary>
    public double TrimmedByDb { get; internal set; } = double.NaN;

    /// <summary>How much louder or softer than that trim says the track was heard again, in LU: something between depends on level. NaN = nothing told.</summary>
    public double OffTrimLu { get; internal set; } = double.NaN;

    /// <summary>Where a VU meter's needle stands now, rolling or not, in dBFS RMS.</summary>
    public double LiveVuDbfs { get; internal set; } = double.NaN;

    /// <summary>Sample peak over RMS in dB; NaN in silence.</summary>
    public double CrestDb => double.IsFinite(RmsDbfs) ? SamplePeakDbfs - RmsDbfs : double.NaN;

    /// <summary>Whether samples were clipped before they came in.</summary>
    public bool IsClipped => ClippedRuns > 0;

    /// <summary>Highest momentary loudness in LUFS.</summary>
    public double MomentaryMaxLufs { get; internal set; } = double.NaN;

    /// <summary>Highest short-term loudness in LUFS.</summary>
    public double ShortTermMaxLufs { get; internal set; } = double.NaN;

    /// <summary>Loudness range in LU.</summary>
    public double LoudnessRangeLu { get; internal set; } = double.NaN;

    /// <summary>Highest sample peak in dBFS.</summary>
    public double SamplePeakDbfs { get; internal set; } = double.NaN;

    /// <summary>Highest true peak in dBTP.</summary>
    public double TruePeakDbtp { get; internal set; } = double.NaN;

    /// <summary>Seconds of song that passed the track's own gate.</summary>
    public double HeardSeconds { get; internal set; }

    /// <summary>Momentary loudness now, rolling or not, in LUFS at the insert.</summary>
    public double LiveMomentaryLufs { get; internal set; } = double.NaN;

    /// <summary>Loudness against the focal in LU, both at their inserts (faders not counted); NaN = none. 0 for the focal itself.</summary>
    public double InsertRelativeLu { get; internal set; } = double.NaN;

    /// <summary>Energy of the track over all that the focal sounds, silence included, against the focal's in LU, both at their inserts; NaN = not known.</summary>
    public double UnderFocalLu { get; internal set; } = double.NaN;

    /// <summary>Whether the reading rests on too little to move a fader by without looking: under 3 s together.</summary>
    public bool IsWeak => Confidence is not (Confidence.Rough or Confidence.Steady);

    /// <summary>The same over the last 3 s of song that both have reached.</summary>
    public double LiveInsertRelativeLu { get; internal set; } = double.NaN;

    /// <summary>Seconds of song in which track and focal both passed their gates.</summary>
    public double HeardTogetherSeconds { get; internal set; }

    /// <summary>Standard deviation of the relative loudness from one 3 s stretch of song to the next, in LU; NaN under two stretches.</summary>
    public double SpreadLu { get; internal set; } = double.NaN;

    /// <summary>What of the song the reading against the focal is made of. Loudness, RMS and peaks at the insert are the whole song's.</summary>
    public SongCounts Counts { get; internal set; }

    /// <summary>How sure the relative reading is.</summary>
    public Confidence Confidence { get; internal set; }

    /// <summary>Target against the focal in LU: the profile's for the role plus the person's offset; 0 for the focal.</summary>
    public double TargetLu { get; internal set; }

    /// <summary>Tolerance about the target in LU.</summary>
    public double ToleranceLu { get; internal set; }

    /// <summary>Where the focal's fader was when this track's fader was last moved, in dB; NaN = not known.</summary>
    public double FocalReferenceFaderDb { get; internal set; } = double.NaN;

    /// <summary>The kind of the hint shown last, for hysteresis; null before the first.</summary>
    public HintKind? ShownKind { get; internal set; }

    /// <summary>The number that names a track that nobody named; tracks that joined first have the lower ones; 0 = not known.</summary>
    public int Number { get; internal set; }

    /// <summary>
    /// The fader that counts in the reading, in dB: 0 for a post-fader track, whose level at the insert holds the fader already. A plug-in fader that is
    /// bypassed counts 0; beside it counts where the DAW's own is known to stand.
    /// </summary>
    public double CountedFaderDb => FaderPlace switch
    {
        FaderPlace.PostFader => 0,
        FaderPlace.PluginFader => (IsBypassed ? 0 : FaderDb) + DawFaderDb,
        _ => FaderDb,
    };

    /// <summary>The common gain in dB behind the fader that makes two pictures of the mix equally loud; 0 = none. A mix bus hears it, and no place or move counts it.</summary>
    public double MatchDb { get; internal set; }

    /// <summary>What stands between the insert and the mix bus, in dB: the fader that counts, and the gain that makes two pictures equally loud.</summary>
    public double HeardFaderDb => CountedFaderDb + MatchDb;

    /// <summary>Whether the fader is down: at or below -60 dB. A post-fader track cannot be known to be.</summary>
    public bool IsDown => CountedFaderDb <= FaderRange.DownDb;

    /// <summary>The voice that the track belongs to where that has several tracks; null = the track is a voice of its own.</summary>
    public string? VoiceName { get; internal set; }

    /// <summary>The identity of the voice's leading track: the same for all tracks of a voice; empty where the track is a voice of its own.</summary>
    public Guid VoiceId { get; internal set; }

    /// <summary>Whether a person made the voice: joined, split, named or pinned it.</summary>
    public bool VoiceIsChosen { get; internal set; }

    /// <summary>What feeds a return of an effect, as the leading tracks of voices; empty = nothing tells.</summary>
    public ImmutableArray<Guid> FedBy { get; internal set; } = [];

    /// <summary>Whether it is a return of an effect of which nothing tells what feeds it.</summary>
    public bool FeedIsUnknown { get; internal set; }

    /// <summary>What feeds it, as a person calls it; null = nothing tells.</summary>
    public string? FedByName { get; internal set; }

    /// <summary>What the track's name says it is for: what is not for the listener is out of the mix until a person takes it in.</summary>
    public TrackUse Use { get; internal set; }

    /// <summary>Whether the track holds the sum of other tracks of the mix.</summary>
    public SumKind Sums { get; internal set; }

    /// <summary>Whether hints move this track: it is in the mix, not its bus, no sum of others, and no other instance of its track is staged for it.</summary>
    public bool IsStaged => InMix && Role != Role.MixBus && Sums == SumKind.None && StagedBy == Guid.Empty;

    /// <summary>Whether there is a loudness to place: something passed the gate.</summary>
    public bool IsAudible => HasData && double.IsFinite(IntegratedLufs);

    /// <summary>Loudness against the focal in LU with both faders counted; NaN when either is down or unread.</summary>
    /// <param name="focal">The focal's reading.</param>
    /// <returns>Relative loudness in LU.</returns>
    /// <remarks>[any]</remarks>
    public double RelativeLu(TrackReading focal) =>
        IsDown || focal.IsDown ? double.NaN : RelativeLuAt(CountedFaderDb, focal.CountedFaderDb);

    /// <summary>The same over the last 3 s of song that both have reached.</summary>
    /// <param name="focal">The focal's reading.</param>
    /// <returns>Relative loudness in LU.</returns>
    /// <remarks>[any]</remarks>
    public double LiveRelativeLu(TrackReading focal) => RelativeLu(focal) + (LiveInsertRelativeLu - InsertRelativeLu);

    /// <summary>Loudness against the focal in LU with the faders where they might be.</summary>
    /// <param name="faderDb">This track's fader in dB; for a post-fader track its move.</param>
    /// <param name="focalFaderDb">The focal's fader in dB.</param>
    /// <returns>Relative loudness in LU.</returns>
    /// <remarks>[any] The one place of this sum: level at the insert + fader - the focal's fader.</remarks>
    public double RelativeLuAt(double faderDb, double focalFaderDb) => InsertRelativeLu + faderDb - focalFaderDb;

    /// <summary>The same reading with the fader elsewhere: a hand that moves is seen before the worker's next turn.</summary>
    /// <param name="faderDb">Position in dB; a post-fader track keeps its own, and so does one of whose fader nobody said where it stands.</param>
    /// <returns>This reading where nothing differs, else a copy.</returns>
    /// <remarks>[any]</remarks>
    public TrackReading WithFader(double faderDb) =>
        FaderPlace == FaderPlace.PostFader || double.IsNaN(FaderDb) || FaderDb.Equals(faderDb) ? this : this with { FaderDb = faderDb };

    /// <summary>Takes all that another reading says.</summary>
    /// <param name="from">The other reading.</param>
    internal void Take(TrackReading from)
    {
        (IsBypassed, Change, LevelMovesTold) = (from.IsBypassed, from.Change, from.LevelMovesTold);
        (PendingFaderDb, DawFaderDb, LacksHostFader) = (from.PendingFaderDb, from.DawFaderDb, from.LacksHostFader);
        (KeptAgainst, HasOwnTarget) = (from.KeptAgainst, from.HasOwnTarget);
        (Id, Name, Role, HostTrack) = (from.Id, from.Name, from.Role, from.HostTrack);
        (IsFocal, InMix, FaderPlace, FaderDb) = (from.IsFocal, from.InMix, from.FaderPlace, from.FaderDb);
        (IsHandSet, HasData, IntegratedLufs, RmsDbfs) = (from.IsHandSet, from.HasData, from.IntegratedLufs, from.RmsDbfs);
        (RmsMedianDbfs, RmsLoudestDbfs, SoundingSeconds, LiveVuDbfs) = (from.RmsMedianDbfs, from.RmsLoudestDbfs, from.SoundingSeconds, from.LiveVuDbfs);
        (ClippedRuns, DcOffset, TrimDb, IsFirst) = (from.ClippedRuns, from.DcOffset, from.TrimDb, from.IsFirst);
        (StagedBy, IsBehindTrim, TrimmedByDb, OffTrimLu) = (from.StagedBy, from.IsBehindTrim, from.TrimmedByDb, from.OffTrimLu);
        (MomentaryMaxLufs, ShortTermMaxLufs, LoudnessRangeLu, SamplePeakDbfs) = (from.MomentaryMaxLufs, from.ShortTermMaxLufs, from.LoudnessRangeLu, from.SamplePeakDbfs);
        (TruePeakDbtp, HeardSeconds, LiveMomentaryLufs, InsertRelativeLu) = (from.TruePeakDbtp, from.HeardSeconds, from.LiveMomentaryLufs, from.InsertRelativeLu);
        (UnderFocalLu, LiveInsertRelativeLu, HeardTogetherSeconds, SpreadLu) = (from.UnderFocalLu, from.LiveInsertRelativeLu, from.HeardTogetherSeconds, from.SpreadLu);
        (Confidence, TargetLu, ToleranceLu, FocalReferenceFaderDb) = (from.Confidence, from.TargetLu, from.ToleranceLu, from.FocalReferenceFaderDb);
        (ShownKind, Number, VoiceName, Use) = (from.ShownKind, from.Number, from.VoiceName, from.Use);
        (Sums, Counts, VoiceId, VoiceIsChosen) = (from.Sums, from.Counts, from.VoiceId, from.VoiceIsChosen);
        MatchDb = from.MatchDb;
        (FedBy, FedByName, FeedIsUnknown) = (from.FedBy, from.FedByName, from.FeedIsUnknown);
    }
}
