using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Staging.Targets;

/// <summary>However many tracks stand in their places, the focal against the rest stays inside the profile's bound.</summary>
public sealed class FocalAgainstRestTests
{
    private static readonly Role[] Band =
    [
        Role.Bass, Role.RhythmGuitar, Role.Keys, Role.BackingVocals, Role.Pads, Role.LeadSynth, Role.Percussion, Role.LeadGuitar, Role.Brass, Role.DrumBus,
    ];

    private static IEnumerable<TestCaseData> Mixes() =>
        from profile in BuiltInProfiles.All
        where profile.Name is not ("speech" or "film")
        from tracks in (int[])[8, 16, 40]
        select new TestCaseData(profile, tracks).SetArgDisplayNames($"{profile.Name}, {tracks} tracks");

    [TestCaseSource(nameof(Mixes))]
    public void TopDown_AllApplied_LeavesTheFocalInsideItsBound(TargetProfile profile, int count)
    {
        // Every track 9 LU too loud, set by a person at that.
        MixSnapshot mix = new()
        {
            Profile = profile,
            Settings = MixSettings.Default with { ForwardLu = 0 },
            Tracks =
            [
                Track(1, Role.LeadVocal, 0, 0, 4) with { IsFocal = true },
                .. Enumerable.Range(2, count - 1).Select(number => Of(number, Band[number % Band.Length], profile)),
            ],
        };

        MixAdvice advice = new TopDown().Advise(mix);
        double power = advice.Hints.Where(hint => !hint.Track.IsFocal).Sum(hint => Math.Pow(10, (hint.Track.UnderFocalLu + hint.SuggestedFaderDb) / 10));
        double endsLu = -10 * Math.Log10(power);

        Assert.That(endsLu, Is.GreaterThanOrEqualTo(profile.FocalAgainstRest.OffsetLu - profile.FocalAgainstRest.ToleranceLu - 0.2));
    }

    private static TrackReading Of(int number, Role role, TargetProfile profile)
    {
        RoleTarget target = profile.For(role);
        return Track(number, role, target.OffsetLu + 9, target.OffsetLu, target.ToleranceLu);
    }

    private static TrackReading Track(int number, Role role, double lu, double targetLu, double toleranceLu) => new()
    {
        Id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        Name = $"{role} {number}",
        Role = role,
        HasData = true,
        IntegratedLufs = -22 + lu,
        TruePeakDbtp = -12,
        InsertRelativeLu = lu,
        UnderFocalLu = lu,
        HeardTogetherSeconds = 40,
        Confidence = FaderStager.Measuring.Confidence.Steady,
        TargetLu = targetLu,
        ToleranceLu = toleranceLu,
        IsHandSet = true,
    };
}
