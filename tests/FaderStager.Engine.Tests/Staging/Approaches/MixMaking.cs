using System.Collections.Immutable;
using FaderStager.Engine.Tests.Staging.Targets;
using FaderStager.Measuring;
using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Staging.Approaches;

/// <summary>Mixes made by hand for the tests of the approaches.</summary>
internal static class MixMaking
{
    internal static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A track that was heard for 42 s together with the focal, with its profile's target.</summary>
    internal static TrackReading Track(int number, string name, Role role, double insertRelativeLu, double faderDb = 0)
    {
        RoleTarget target = RoundProfile.Pop.For(role);
        return new TrackReading
        {
            Id = Id(number),
            Name = name,
            Role = role,
            FaderDb = faderDb,
            HasData = true,
            IntegratedLufs = -22 + insertRelativeLu,
            RmsDbfs = -23 + insertRelativeLu,
            TruePeakDbtp = -12 + insertRelativeLu,
            HeardSeconds = 60,
            InsertRelativeLu = insertRelativeLu,
            HeardTogetherSeconds = 42.7,
            SpreadLu = 1.1,
            Confidence = Confidence.Steady,
            TargetLu = target.OffsetLu,
            ToleranceLu = target.ToleranceLu,
        };
    }

    /// <summary>The focal: 22 LU under full scale at its insert.</summary>
    internal static TrackReading Focal(double faderDb = 0) =>
        Track(1, "Lead Vox", Role.LeadVocal, 0, faderDb) with { IsFocal = true, TargetLu = 0 };

    /// <summary>The track where the host's mixer has it.</summary>
    internal static TrackReading AtMixerIndex(this TrackReading track, long index) =>
        track with { HostTrack = new HostTrack(MixerIndex: index) };

    internal static TrackReading Unheard(this TrackReading track) => track with
    {
        HasData = false,
        IntegratedLufs = double.NaN,
        RmsDbfs = double.NaN,
        TruePeakDbtp = double.NaN,
        InsertRelativeLu = double.NaN,
        HeardTogetherSeconds = 0,
        SpreadLu = double.NaN,
        Confidence = Confidence.None,
    };

    internal static TrackReading Silent(this TrackReading track) =>
        track.Unheard() with { HasData = true, IntegratedLufs = double.NegativeInfinity, RmsDbfs = double.NegativeInfinity, TruePeakDbtp = double.NegativeInfinity };

    internal static MixSnapshot Mix(params TrackReading[] tracks) => Mix(MixSettings.Default, tracks);

    internal static MixSnapshot Mix(MixSettings settings, params TrackReading[] tracks) => new()
    {
        Group = MixGroup.A,
        Settings = settings,
        Profile = RoundProfile.Pop,
        Tracks = [.. tracks],
    };

    /// <summary>The mix after a person did all that the advice says: faders, trims, post-fader moves; the kinds shown are kept.</summary>
    internal static MixSnapshot Applied(MixSnapshot mix, MixAdvice advice)
    {
        ImmutableArray<TrackReading> tracks = [.. mix.Tracks.Zip(advice.Hints, Apply)];
        double focalTrim = mix.Focal is { } focal && advice.For(focal.Id) is { TrimDb: not double.NaN } hint ? hint.TrimDb : 0;
        tracks = [.. tracks.Select(track => track.IsFocal ? track : track with { InsertRelativeLu = track.InsertRelativeLu - focalTrim })];
        double focalFader = tracks.FirstOrDefault(track => track.IsFocal)?.FaderDb ?? double.NaN;
        return mix with
        {
            Tracks = [.. tracks.Zip(advice.Hints, (track, hint) => hint.MoveDb == 0 && double.IsNaN(hint.TrimDb) ? track : track with { FocalReferenceFaderDb = focalFader })],
        };
    }

    private static TrackReading Apply(TrackReading track, Hint hint)
    {
        double trim = double.IsNaN(hint.TrimDb) ? 0 : hint.TrimDb;
        double post = track.FaderPlace == FaderPlace.PostFader && !double.IsNaN(hint.MoveDb) ? hint.MoveDb : 0;
        double insert = trim + post;
        return track with
        {
            ShownKind = hint.Kind,
            FaderDb = double.IsNaN(hint.SuggestedFaderDb) ? track.FaderDb : hint.SuggestedFaderDb,
            IntegratedLufs = track.IntegratedLufs + insert,
            RmsDbfs = track.RmsDbfs + insert,
            TruePeakDbtp = track.TruePeakDbtp + insert,
            InsertRelativeLu = track.IsFocal ? track.InsertRelativeLu : track.InsertRelativeLu + insert,
        };
    }
}
