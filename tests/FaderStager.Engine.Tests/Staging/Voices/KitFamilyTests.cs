using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Voices;

public sealed class KitFamilyTests
{
    private static readonly TopDown Approach = new();

    // The kit as one is 12 LU over its place, its drums stand to one another as the profile has them: it moves as one.
    [Test]
    public void TopDown_KitTooLoud_MovesAsOne()
    {
        MixAdvice advice = Approach.Advise(Kit(6, 6, 6));

        Assert.That(advice.Hints.Skip(1).Select(hint => hint.MoveDb), Is.All.EqualTo(advice.Hints[1].MoveDb).And.All.LessThan(-5));
    }

    [Test]
    public void TopDown_KitInPlace_IsLeftThoughItsDrumsStandHighByThemselves() =>
        Assert.That(Approach.Advise(Kit(0, 0, 0)).Hints.Skip(1).Select(hint => hint.Kind), Is.All.EqualTo(HintKind.InPlace));

    [TestCase(6, 6, 6)]
    [TestCase(12, 0, 0)]
    [TestCase(-9, 8, 3)]
    public void TopDown_AppliedTwice_IsAppliedOnce(double kick, double snare, double overheads)
    {
        MixSnapshot mix = Kit(kick, snare, overheads);
        MixSnapshot after = Applied(mix, Approach.Advise(mix));
        after = after with { KitLu = Sum(after) };

        Assert.That(Approach.Advise(after).Hints.Select(hint => hint.MoveDb), Is.All.EqualTo(0).Within(0.11));
    }

    // Drums at their targets (-10, -12, -12 sum to -6.5, the drums as one belong at -6), each off by the given LU.
    private static MixSnapshot Kit(double kick, double snare, double overheads)
    {
        MixSnapshot mix = Mix(
            Focal(),
            Track(2, "Kick", Role.Kick, -10 + kick) with { UnderFocalLu = -10 + kick },
            Track(3, "Snare", Role.Snare, -12 + snare) with { UnderFocalLu = -12 + snare },
            Track(4, "OH", Role.Overheads, -12 + overheads) with { UnderFocalLu = -12 + overheads });
        return mix with { KitLu = Sum(mix) };
    }

    private static double Sum(MixSnapshot mix) =>
        10 * Math.Log10(mix.Tracks.Where(track => !track.IsFocal).Sum(track => Math.Pow(10, (track.UnderFocalLu + track.FaderDb) / 10)));
}
