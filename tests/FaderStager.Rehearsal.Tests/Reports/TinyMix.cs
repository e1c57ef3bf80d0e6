using System.Collections.Immutable;
using FaderStager.Measuring;
using FaderStager.Mixing.Profiles;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Tests.Reports;

/// <summary>A mix of two tracks whose figures are known.</summary>
internal static class TinyMix
{
    public static MixState Of(string bassName = "Bass")
    {
        Guid vocal = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
        Guid bass = new(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
        ImmutableArray<TrackReading> tracks =
        [
            new TrackReading
            {
                Id = vocal,
                Name = "Lead Vocal",
                Role = Role.LeadVocal,
                IsFocal = true,
                HasData = true,
                IntegratedLufs = -20.00049,
                MomentaryMaxLufs = -14,
                ShortTermMaxLufs = -16.25,
                LoudnessRangeLu = 8,
                SamplePeakDbfs = -6,
                TruePeakDbtp = -5.9,
                InsertRelativeLu = 0,
                HeardTogetherSeconds = 33,
                SpreadLu = 0,
                Confidence = Confidence.Steady,
                ToleranceLu = 3,
            },
            new TrackReading
            {
                Id = bass,
                Name = bassName,
                Role = Role.Bass,
                FaderDb = double.NegativeInfinity,
                HasData = true,
                IntegratedLufs = -22,
                InsertRelativeLu = -2,
                HeardTogetherSeconds = 2.5,
                Confidence = Confidence.NotHeardTogether,
                TargetLu = -7,
                ToleranceLu = 3,
            },
        ];
        MixSnapshot mix = new()
        {
            Group = MixGroup.A,
            Settings = MixSettings.Default with { Approach = ApproachKind.BottomUp },
            Profile = ProfileLibrary.Default,
            Tracks = tracks,
            PredictedPeakDbfs = -5.9,
        };
        return new MixState(mix, new BottomUp().Advise(mix));
    }
}
