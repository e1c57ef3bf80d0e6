using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Approaches;

/// <summary>Where a lower start saves every trim, that is offered first.</summary>
public sealed class LowerStartTests
{
    private const double Down = double.NegativeInfinity;

    // Keys 17 LU under a focal at 0 dB, wanted 9 under it: +8 dB, 2 more than a fader has.
    [Test]
    public void TopDown_FaderThatCannotReach_OffersALowerLevelForAll()
    {
        MixAdvice advice = new TopDown().Advise(Mix(Focal(), Track(2, "Keys", Role.Keys, -17, -3)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.LowerStartDb, Is.EqualTo(2));
            Assert.That(advice.Headline, Does.Contain("Lower every fader by 2.0 dB and nothing needs trimming."));
        }
    }

    [Test]
    public void TopDown_LoweredAsOffered_NeedsNoTrim()
    {
        MixSnapshot mix = Mix(Focal(), Track(2, "Keys", Role.Keys, -17, -3), Track(3, "Bass", Role.Bass, -14, 1));
        double lowerDb = new TopDown().Advise(mix).LowerStartDb;

        MixSnapshot lowered = mix with { Tracks = [.. mix.Tracks.Select(track => track with { FaderDb = track.FaderDb - lowerDb })] };

        Assert.That(lowerDb, Is.GreaterThan(0));
        Assert.That(new TopDown().Advise(lowered).Hints.Select(hint => hint.TrimDb), Is.All.NaN);
    }

    [Test]
    public void BottomUp_TrackThatCannotReach_OffersALowerFocal()
    {
        MixSnapshot mix = Mix(Focal(), Track(2, "Keys", Role.Keys, -17, Down));
        MixAdvice advice = new BottomUp().Advise(mix);

        Assert.That(advice.Headline, Does.StartWith("Start the focal 2.0 dB lower and nothing needs trimming."));
    }

    [Test]
    public void Advise_TooFarForAnyFader_AsksForTheTrim() =>
        Assert.That(new TopDown().Advise(Mix(Focal(), Track(2, "Keys", Role.Keys, -40, -3))).LowerStartDb, Is.Zero);

    [Test]
    public void Advise_NothingToTrim_OffersNothing() =>
        Assert.That(new TopDown().Advise(Mix(Focal(), Track(2, "Keys", Role.Keys, -3))).LowerStartDb, Is.Zero);
}
