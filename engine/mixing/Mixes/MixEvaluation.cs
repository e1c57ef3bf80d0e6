using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Measuring;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Songs;
using FaderStager.Mixing.Voices;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Mixes;

/// <summary>Fills a state with the tracks of a mix: readings, sums, advice.</summary>
/// <remarks>[worker], outside the lock: it reads what the worker owns and values that are single words. Allocates nothing.</remarks>
internal static class MixEvaluation
{
    /// <summary>The state of a mix without tracks.</summary>
    public static MixState Empty(MixGroup group, MixSettings settings, TargetProfile profile, long sequence)
    {
        MixSnapshot snapshot = new() { Group = group, Settings = settings, Profile = profile, Sequence = sequence };
        return new MixState(snapshot, ApproachList.For(settings.Approach).Advise(snapshot));
    }

    /// <summary>Brings measurements up to date and fills a state with them.</summary>
    /// <param name="state">The state to fill.</param>
    /// <param name="before">What was published last.</param>
    /// <param name="tracks">The tracks in the order they joined in, as many as the state holds.</param>
    /// <param name="focal">The focal among them, or null.</param>
    /// <param name="board">The voices of the mix.</param>
    /// <param name="bus">What its bus tells.</param>
    /// <param name="counter">What finds the part of the song that counts.</param>
    public static void Fill(MixState state, MixState before, ReadOnlySpan<TrackMember> tracks, TrackMember? focal, VoiceBoard board, BusBoard bus, SongCounter counter)
    {
        MixSnapshot mix = state.Snapshot;
        bool isPestana = mix.Settings.Weighting == RelativeWeighting.Pestana;
        foreach (TrackMember track in tracks)
        {
            track.Audio.MeasurePestana(isPestana);
            track.Measurement.Analysis.Update();
        }

        foreach (TrackMember track in tracks)
        {
            track.Measurement.Relative.Update(track.Measurement.Analysis, focal?.Measurement.Analysis, isPestana);
        }

        board.Group(tracks, focal, isPestana, mix.Settings.Voices);
        Count(mix, tracks, focal, counter, isPestana);
        for (int index = 0; index < tracks.Length; index++)
        {
            Read(mix.Tracks[index], tracks[index], focal, mix);
            mix.Tracks[index].ShownKind = ShownKind(before, tracks[index].Id, index);
        }

        board.Read(mix.Tracks.AsSpan(), focal, isPestana);
        (mix.KitLu, mix.KitTracks) = (board.KitLu, board.KitTracks);
        bus.Update(tracks, mix, focal, isPestana);
        bus.Read(mix);
        (mix.FocalAgainstRestLu, mix.RestIsMeasured) = FocalAgainstRest(mix, board.FocalVoice, bus);
        VoiceFold.Advise(ApproachList.For(mix.Settings.Approach), mix, state.Advice, board.Voices);
        TrimHints.Fill(state.Advice, mix.Settings);
    }

    /// <summary>Where the profile has a track against the focal, in LU.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="track">The track.</param>
    /// <param name="focal">The focal, or null.</param>
    public static double ProfileTargetLu(TargetProfile profile, TrackMember track, TrackMember? focal)
    {
        Role focalRole = focal?.Role ?? Role.LeadVocal;
        Role role = track.Role == Role.LeadVocal && focalRole == Role.LeadVocal && SingsAlong(track) ? Role.BackingVocals : track.Role;
        return profile.Against(role, focalRole);
    }

    // Another lead vocal beside the one that leads: a double or a second voice sings with it and stands under it; one that takes turns with it is as loud.
    private static bool SingsAlong(TrackMember track)
    {
        const double LeastSeconds = 10;
        double heard = track.Measurement.Analysis.Windows.PassedCount * 0.1;
        return heard < LeastSeconds || track.Measurement.Relative.SecondsTogether >= heard / 2;
    }

    // What counts is found with the faders, and everything else is read of what counts.
    private static void Count(MixSnapshot mix, ReadOnlySpan<TrackMember> tracks, TrackMember? focal, SongCounter counter, bool isPestana)
    {
        for (int index = 0; index < tracks.Length; index++)
        {
            ReadFader(mix.Tracks[index], tracks[index]);
        }

        mix.Counts = counter.Find(mix.Settings, tracks, mix.Tracks.AsSpan(), focal);
        SlotRange part = mix.Counts.IsWhole ? default : SlotRange.Of(mix.Counts.FromSeconds, mix.Counts.ToSeconds);
        foreach (TrackMember track in tracks)
        {
            track.Measurement.Count(part);
        }

        foreach (TrackMember track in tracks)
        {
            track.Measurement.CountedRelative.Update(track.Measurement.Counted, focal?.Measurement.Counted, isPestana);
        }
    }

    private static void ReadFader(TrackReading reading, TrackMember track)
    {
        reading.Role = track.Role;
        reading.InMix = track.InMix;
        reading.FaderPlace = track.FaderPlace;
        reading.FaderDb = reading.FaderPlace == FaderPlace.PostFader ? 0 : track.FaderDb;
        reading.DawFaderDb = track.Fader.DawDb;
        reading.PendingFaderDb = track.Fader.PendingDb;
        reading.LacksHostFader = track.Fader.Asked == FaderPlace.HostFader && reading.FaderPlace != FaderPlace.HostFader;
        reading.MatchDb = track.Audio.AudibleMatchDb;
        reading.IsBypassed = track.Parameters[ParameterId.Bypass] > 0;
        reading.Sums = track.Measurement.Sums;
    }

    // Tracks mostly stand where they stood in the state before.
    private static HintKind? ShownKind(MixState before, Guid id, int index)
    {
        ImmutableArray<Hint> hints = before.Advice.Hints;
        if (index < hints.Length && hints[index].TrackId == id)
        {
            return hints[index].Kind;
        }

        return before.Advice.For(id)?.Kind;
    }

    private static void Read(TrackReading reading, TrackMember track, TrackMember? focal, MixSnapshot mix)
    {
        bool isFocal = ReferenceEquals(track, focal);
        TrackAnalysis analysis = track.Measurement.Analysis;
        RelativeLoudness relative = track.Measurement.CountedRelative;
        bool hasData = analysis.HasData;
        RoleTarget target = mix.Profile.For(track.Role);
        reading.Id = track.Id;
        reading.Number = track.Edits.Number;
        reading.Name = track.Edits.Name;
        reading.HostTrack = track.Edits.HostTrack;
        reading.IsFocal = isFocal;
        reading.Counts = mix.Counts;
        reading.Change = analysis.Change;
        reading.LevelMovesTold = track.Measurement.ShiftsDone;
        reading.IsHandSet = track.Edits.FaderIsHandSet && reading.FaderPlace != FaderPlace.PostFader;
        reading.Use = track.Edits.Use;
        reading.HasData = hasData;
        reading.IntegratedLufs = hasData ? analysis.Windows.IntegratedLufs : double.NaN;
        reading.RmsDbfs = hasData ? analysis.RmsDbfs : double.NaN;
        reading.RmsMedianDbfs = hasData ? analysis.Levels.RmsMedianDbfs : double.NaN;
        reading.RmsLoudestDbfs = hasData ? analysis.Levels.RmsLoudestDbfs : double.NaN;
        reading.SoundingSeconds = analysis.Levels.SoundingSeconds;
        reading.ClippedRuns = analysis.Levels.ClippedRuns;
        reading.DcOffset = analysis.Levels.DcOffset;
        reading.TrimDb = track.Audio.AudibleTrimDb;
        reading.IsFirst = track.Chain.IsFirst;
        reading.IsBehindTrim = track.Chain.IsBehind;
        reading.StagedBy = track.Chain.Staged;
        reading.TrimmedByDb = track.Measurement.TrimmedByDb;
        reading.OffTrimLu = track.Measurement.OffTrimLu;
        reading.LiveVuDbfs = Decibels.FromAmplitude(track.Audio.LiveVuAmplitude);
        reading.MomentaryMaxLufs = hasData ? analysis.MomentaryMaxLufs : double.NaN;
        reading.ShortTermMaxLufs = hasData ? analysis.ShortTermMaxLufs : double.NaN;
        reading.LoudnessRangeLu = analysis.LoudnessRangeLu;
        reading.SamplePeakDbfs = hasData ? analysis.SamplePeakDbfs : double.NaN;
        reading.TruePeakDbtp = hasData ? analysis.TruePeakDbtp : double.NaN;
        reading.HeardSeconds = analysis.Windows.PassedCount * 0.1;
        reading.LiveMomentaryLufs = Decibels.LoudnessLufs(track.Audio.LiveMomentaryMeanSquare);
        reading.InsertRelativeLu = isFocal ? 0 : relative.RelativeLu;
        reading.UnderFocalLu = relative.UnderFocalLu;
        reading.LiveInsertRelativeLu = track.Measurement.Relative.LiveRelativeLu;
        reading.HeardTogetherSeconds = relative.SecondsTogether;
        reading.SpreadLu = relative.SpreadLu;
        reading.Confidence = relative.Confidence;
        KeptFocal? kept = track.Edits.KeptAgainst;
        bool counts = kept is null || focal is null || kept.Id == focal.Id;
        reading.KeptAgainst = counts || track.Parameters[ParameterId.TargetOffset] == 0 ? null : kept!.Name;
        reading.HasOwnTarget = kept is not null && counts && focal is not null;
        reading.TargetLu = isFocal ? 0
            : ProfileTargetLu(mix.Profile, track, focal) + (counts ? track.Parameters[ParameterId.TargetOffset] : 0) - (track.Role == Role.MixBus ? 0 : mix.ForwardLu);
        reading.ToleranceLu = mix.Settings.ToleranceLu ?? target.ToleranceLu;
        reading.FocalReferenceFaderDb = track.Edits.FocalReferenceFaderDb;
    }

    /// <summary>
    /// The focal against all others while it sounds, faders counted: measured where the bus has heard enough since the last move of a
    /// fader and the whole song counts, else estimated from the tracks. Energies count in that of the focal at its insert.
    /// </summary>
    private static (double Lu, bool IsMeasured) FocalAgainstRest(MixSnapshot mix, ImmutableArray<int> focalVoice, BusBoard bus)
    {
        double focalPower = 0;
        double voicePower = 0;
        double estimated = 0;
        for (int index = 0; index < mix.Tracks.Length; index++)
        {
            TrackReading reading = mix.Tracks[index];
            double power = reading.IsDown ? 0 : Decibels.ToPower(reading.UnderFocalLu + reading.HeardFaderDb);
            if (reading.IsFocal)
            {
                focalPower = reading.IsDown ? 0 : Decibels.ToPower(reading.HeardFaderDb);
            }
            else if (reading.IsStaged && !double.IsNaN(power))
            {
                (voicePower, estimated) = focalVoice.Contains(index) ? (voicePower + power, estimated) : (voicePower, estimated + power);
            }
        }

        double measured = mix.Counts.IsWhole && bus.SecondsUnderFocal >= RelativeLoudness.LeastSecondsTogether ? bus.PowerUnderFocal - focalPower - voicePower : 0;
        bool isMeasured = measured > 0;
        double lu = Decibels.FromPower(focalPower / (isMeasured ? measured : estimated));
        return (double.IsFinite(lu) ? lu : double.NaN, isMeasured && double.IsFinite(lu));
    }
}
