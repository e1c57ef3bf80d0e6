using FaderStager.Engine.Tests.Staging.Approaches;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Voices;

/// <summary>Bottom-up takes a kit as one step.</summary>
public sealed class KitStartTests
{
    private const double Down = double.NegativeInfinity;

    [Test]
    public void BottomUp_KitIsDown_ComesUpAsOneToItsPlace()
    {
        MixSnapshot mix = Kit(Down, Down, Down);
        MixAdvice advice = new BottomUp().Advise(mix);
        Hint[] drums = [.. advice.Hints.Skip(1)];

        double sumLu = 10 * Math.Log10(drums.Sum(hint => Math.Pow(10, (hint.Track.UnderFocalLu + hint.SuggestedFaderDb) / 10)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(drums.Select(hint => hint.Kind), Is.All.EqualTo(HintKind.Next));
            Assert.That(drums.Select(hint => hint.Cause), Is.All.EqualTo(Cause.KitTurn));
            Assert.That(sumLu, Is.EqualTo(mix.KitTargetLu).Within(0.1));
            Assert.That(advice.Headline, Does.StartWith("Next: bring the kit up as one, 6.0 LU under the focal: Kick to "));
        }
    }

    [Test]
    public void BottomUp_OneDrumIsUp_SetsTheOthersOneByOne() =>
        Assert.That(new BottomUp().Advise(Kit(0, Down, Down)).Hints.Skip(2).Select(hint => hint.Cause), Is.EquivalentTo(new[] { Cause.Turn, Cause.OthersFirst }));

    // Drums 4 LU hotter at their inserts than they belong.
    private static MixSnapshot Kit(double kickDb, double snareDb, double overheadsDb) => Mix(
        MixSettings.Default with { Approach = ApproachKind.BottomUp },
        Focal(),
        Track(2, "Kick", Role.Kick, -6, kickDb) with { UnderFocalLu = -6 },
        Track(3, "Snare", Role.Snare, -8, snareDb) with { UnderFocalLu = -8 },
        Track(4, "OH", Role.Overheads, -8, overheadsDb) with { UnderFocalLu = -8 }) with { KitTracks = 3 };
}
