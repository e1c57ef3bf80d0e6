using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Measuring;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Mixing.Voices;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Mixes;

/// <summary>Turns the tracks of a mix into the state that is published: readings, sums, advice.</summary>
/// <remarks>[worker] under the coordinator's lock.</remarks>
internal static class MixEvaluation
{
    /// <summary>The state of a mix without tracks.</summary>
    public static MixState Empty(MixGroup group, MixSettings settings, ProfileLibrary profiles) =>
        Advise(new MixSnapshot { Group = group, Settings = settings, Profile = ProfileOf(settings, profiles), Tracks = [] });

    /// <summary>Evaluates a mix.</summary>
    /// <param name="before">What was published last.</param>
    /// <param name="settings">The settings in force.</param>
    /// <param name="profiles">The profiles.</param>
    /// <param name="tracks">The tracks in the order they joined in.</param>
    /// <param name="board">The voices of the mix.</param>
    /// <param name="isRolling">Whether the song is playing.</param>
    /// <returns>The state to publish.</returns>
    public static MixState Evaluate(MixState before, MixSettings settings, ProfileLibrary profiles, IReadOnlyList<TrackInstance> tracks, VoiceBoard board, bool isRolling)
    {
        Dictionary<Guid, HintKind> shownKinds = before.Advice.Hints.ToDictionary(hint => hint.TrackId, hint => hint.Kind);
        bool isPestana = settings.Weighting == RelativeWeighting.Pestana;
        TrackInstance? focal = tracks.FirstOrDefault(track => track.IsFocal);
        TargetProfile profile = settings.FollowsFocal ? BuiltInProfiles.Following(focal?.Role)
            : ReferenceEquals(before.Snapshot.Settings, settings) ? before.Snapshot.Profile
            : ProfileOf(settings, profiles);
        foreach (TrackInstance track in tracks)
        {
            track.MeasurePestana(isPestana);
            track.Analysis.Update();
        }

        foreach (TrackInstance track in tracks)
        {
            track.Relative.Update(track.Analysis, focal?.Analysis, isPestana);
        }

        board.Update(tracks, focal, isPestana);
        ImmutableArray<TrackReading>.Builder readings = ImmutableArray.CreateBuilder<TrackReading>(tracks.Count);
        foreach (TrackInstance track in tracks)
        {
            readings.Add(Read(track, focal, settings, profile, shownKinds));
        }

        ImmutableArray<TrackReading> all = readings.MoveToImmutable();
        ImmutableArray<Voice> voices = board.Group(tracks, all, focal, isPestana);
        IReadOnlyList<int> focalVoice = voices.FirstOrDefault(voice => voice.Reading.IsFocal)?.Members ?? [];
        (double focalAgainstRestLu, bool isMeasured) = FocalAgainstRest(tracks, focal, focalVoice, isPestana);
        MixSnapshot snapshot = new()
        {
            Group = before.Snapshot.Group,
            Sequence = before.Snapshot.Sequence + 1,
            Settings = settings,
            Profile = profile,
            Tracks = all,
            FocalAgainstRestLu = focalAgainstRestLu,
            RestIsMeasured = isMeasured,
            PredictedPeakDbfs = Headroom.PredictedPeakDbfs(all),
            IsRolling = isRolling,
            KitLu = board.KitLu,
        };
        return new MixState(snapshot, VoiceFold.Advise(ApproachList.For(settings.Approach), snapshot, voices));
    }

    private static MixState Advise(MixSnapshot snapshot) =>
        new(snapshot, ApproachList.For(snapshot.Settings.Approach).Advise(snapshot));

    private static TargetProfile ProfileOf(MixSettings settings, ProfileLibrary profiles) =>
        profiles.Find(settings.ProfileName) ?? ProfileLibrary.Default;

    private static TrackReading Read(TrackInstance track, TrackInstance? focal, MixSettings settings, TargetProfile profile, Dictionary<Guid, HintKind> shownKinds)
    {
        TrackAnalysis analysis = track.Analysis;
        RelativeLoudness relative = track.Relative;
        RoleTarget target = profile.For(track.Role);
        return new TrackReading
        {
            Id = track.Id,
            Name = track.Name,
            Role = track.Role,
            HostTrack = track.HostTrack,
            IsFocal = track.IsFocal,
            InMix = track.InMix,
            Use = track.Use,
            Sums = track.Sums,
            FaderPlace = track.FaderPlace,
            FaderDb = CountedFaderDb(track),
            IsHandSet = track.FaderIsHandSet && track.FaderPlace != FaderPlace.PostFader,
            HasData = analysis.HasData,
            IntegratedLufs = analysis.HasData ? analysis.Windows.IntegratedLufs : double.NaN,
            RmsDbfs = analysis.HasData ? analysis.RmsDbfs : double.NaN,
            MomentaryMaxLufs = analysis.HasData ? analysis.MomentaryMaxLufs : double.NaN,
            ShortTermMaxLufs = analysis.HasData ? analysis.ShortTermMaxLufs : double.NaN,
            LoudnessRangeLu = analysis.LoudnessRangeLu,
            SamplePeakDbfs = analysis.HasData ? analysis.SamplePeakDbfs : double.NaN,
            TruePeakDbtp = analysis.HasData ? analysis.TruePeakDbtp : double.NaN,
            HeardSeconds = analysis.Windows.PassedCount * 0.1,
            LiveMomentaryLufs = Decibels.LoudnessLufs(track.LiveMomentaryMeanSquare),
            InsertRelativeLu = track.IsFocal ? 0 : relative.RelativeLu,
            UnderFocalLu = relative.UnderFocalLu,
            LiveInsertRelativeLu = relative.LiveRelativeLu,
            HeardTogetherSeconds = relative.SecondsTogether,
            SpreadLu = relative.SpreadLu,
            Confidence = relative.Confidence,
            TargetLu = track.IsFocal ? 0 : profile.Against(track.Role, focal?.Role ?? Role.LeadVocal) + track.TargetOffsetLu - (track.Role == Role.MixBus ? 0 : settings.ForwardLu ?? 0),
            ToleranceLu = settings.ToleranceLu ?? target.ToleranceLu,
            FocalReferenceFaderDb = track.FocalReferenceFaderDb,
            ShownKind = shownKinds.TryGetValue(track.Id, out HintKind shown) ? shown : null,
        };
    }

    /// <summary>Energy of the focal against that of all others while the focal sounds, faders counted.</summary>
    private static (double Lu, bool IsMeasured) FocalAgainstRest(IReadOnlyList<TrackInstance> tracks, TrackInstance? focal, IReadOnlyList<int> focalVoice, bool isPestana)
    {
        if (focal is null)
        {
            return (double.NaN, false);
        }

        double focalPower = focal.Analysis.RelativeWindows(isPestana).MeanSquare * Decibels.ToPower(CountedFaderDb(focal));
        double estimated = 0;
        double measured = double.NaN;
        for (int index = 0; index < tracks.Count; index++)
        {
            TrackInstance track = tracks[index];
            if (focalVoice.Contains(index) || ReferenceEquals(track, focal) || !track.InMix || track.Sums != SumKind.None)
            {
                continue;
            }

            if (track.Role != Role.MixBus)
            {
                estimated += track.Relative.MeanSquareUnderFocal * Decibels.ToPower(CountedFaderDb(track));
            }
            else if (track.Relative.SecondsTogether >= RelativeLoudness.LeastSecondsTogether)
            {
                measured = track.Relative.MeanSquareUnderFocal - focalPower;
            }
        }

        bool isMeasured = measured > 0;
        double lu = Decibels.FromPower(focalPower / (isMeasured ? measured : estimated));
        return (double.IsFinite(lu) ? lu : double.NaN, isMeasured && double.IsFinite(lu));
    }

    private static double CountedFaderDb(TrackInstance track) => track.FaderPlace == FaderPlace.PostFader ? 0 : track.FaderDb;
}
