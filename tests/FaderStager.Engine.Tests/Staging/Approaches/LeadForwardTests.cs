using FaderStager.Measuring;
using FaderStager.Mixing.Mixes;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Approaches;

public sealed class LeadForwardTests
{
    private static readonly TopDown Approach = new();

    // Every track 4 LU louder than its target and nothing else: the person wants the lead back.
    [Test]
    public void OfFaders_AllTracksAboveTheirTargets_SaysTheLeadIsBack()
    {
        MixSnapshot mix = HandSet(4, 4, 4, 4, 4, 4);
        MixAdvice advice = Approach.Advise(mix with { FocalAgainstRestLu = -5 });

        using (Assert.EnterMultipleScope())
        {
            // Variance 25 x 3 / 9, no rawness: share 12 / (12 + 1.39).
            Assert.That(LeadForward.OfFaders(mix), Is.EqualTo(-3.6).Within(0.01));
            Assert.That(advice.ForwardOfferLu, Is.EqualTo(-3.6).Within(0.01));
            Assert.That(advice.Headline, Does.Contain("Your faders say: lead 3.6 LU back."));
        }
    }

    [Test]
    public void OfFaders_FadersThatScatterWidely_CountForLittle() =>
        Assert.That(LeadForward.OfFaders(HandSet(4, 16, -8, 12, -4, 4)), Is.InRange(-1.2, 0));

    [TestCase(40)]
    [TestCase(-40)]
    public void OfFaders_OneTrackThatIsFarOff_MovesHardlyMore(double far)
    {
        double without = LeadForward.OfFaders(HandSet(4, 5, 3, 4, 5, 3, 4));
        double with = LeadForward.OfFaders(HandSet(4, 5, 3, 4, 5, 3, far));

        Assert.That(with, Is.EqualTo(without).Within(1.5));
    }

    [Test]
    public void OfFaders_FadersAllAlike_IsNothing()
    {
        MixSnapshot mix = Mix(Focal() with { IsHandSet = true }, Track(2, "Bass", Role.Bass, -3) with { IsHandSet = true }, Track(3, "Keys", Role.Keys, -5) with { IsHandSet = true });

        Assert.That(LeadForward.OfFaders(mix), Is.Zero);
    }

    [Test]
    public void OfFaders_FadersThatHintsMoved_SayNothing()
    {
        MixSnapshot mix = HandSet(4, 4, 4, 4);

        Assert.That(LeadForward.OfFaders(mix with { Tracks = [.. mix.Tracks.Select(track => track with { IsHandSet = false })] }), Is.Zero);
    }

    [Test]
    public void OfFaders_HardlyHeardTracks_SayNothing()
    {
        MixSnapshot mix = HandSet(4, 4, 4, 4);

        Assert.That(LeadForward.OfFaders(mix with { Tracks = [.. mix.Tracks.Select(track => track with { Confidence = Confidence.Listening })] }), Is.Zero);
    }

    [Test]
    public void OfFaders_SameGainOnAllFaders_ChangesNothing()
    {
        MixSnapshot mix = HandSet(4, 2, 3, 7, 1);
        MixSnapshot louder = mix with { Tracks = [.. mix.Tracks.Select(track => track with { FaderDb = track.FaderDb + 3 })] };

        Assert.That(LeadForward.OfFaders(louder), Is.EqualTo(LeadForward.OfFaders(mix)));
    }

    [Test]
    public void Offer_OnceTaken_IsNotMadeAgain()
    {
        MixSnapshot mix = HandSet(4, 4, 4, 4);

        Assert.That(Approach.Advise(mix with { Settings = mix.Settings with { ForwardLu = 0 } }).ForwardOfferLu, Is.NaN);
    }

    [Test]
    public void TopDown_FaderThatAPersonSet_GoesToTheEdgeAndStaysThere()
    {
        MixSnapshot mix = Mix(Focal(), Track(2, "Bass", Role.Bass, 2, faderDb: 1) with { IsHandSet = true });
        Hint first = Approach.Advise(mix).Hints[1];
        MixSnapshot after = Applied(mix, Approach.Advise(mix));
        Hint again = Approach.Advise(after).Hints[1];

        using (Assert.EnterMultipleScope())
        {
            // 10 LU off its place at -7 +-3: to within 2.7 LU of it.
            Assert.That((first.Kind, first.MoveDb), Is.EqualTo((HintKind.TooLoud, -7.3)));
            Assert.That(first.Reason, Does.Contain("the move leads to the edge of it"));
            Assert.That((again.Kind, again.MoveDb), Is.EqualTo((HintKind.InPlace, 0)));
        }
    }

    [TestCase(22, false)]
    [TestCase(22, true)]
    [TestCase(40, false)]
    public void TopDown_ManyTracksInTheirPlaces_ComeDownTogether(int count, bool isHandSet)
    {
        MixSnapshot mix = Mix([Focal(), .. Enumerable.Range(2, count).Select(number => Track(number, $"Gtr {number}", Role.RhythmGuitar, -8 + (number % 3)) with
        {
            IsHandSet = isHandSet,
            UnderFocalLu = -8 + (number % 3),
        })]) with { FocalAgainstRestLu = -6 };
        MixAdvice advice = Approach.Advise(mix);
        MixSnapshot after = Applied(mix, advice);
        MixAdvice again = Approach.Advise(after);
        double balance = -10 * Math.Log10(after.Tracks.Where(track => !track.IsFocal).Sum(track => Math.Pow(10, (track.UnderFocalLu + track.FaderDb) / 10)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.LoweringLu, Is.GreaterThan(1));
            Assert.That(advice.Headline, Does.Contain($"{count} tracks share the backing: each "));
            Assert.That(balance, Is.GreaterThan(1 - 3 - 0.15), "inside the profile's bound");
            Assert.That(again.Hints.Select(hint => hint.MoveDb), Is.All.Zero, "applying twice is applying once");
        }
    }

    [TestCase(-2.5, false)]
    [TestCase(-6, true)]
    public void Headline_TellsOfPlacesThatComeDown_WhereTheyDoByHalfALuAtLeast(double focalAgainstRestLu, bool isTold)
    {
        MixSnapshot mix = Mix([Focal(), .. Enumerable.Range(2, 12).Select(number => Track(number, $"Gtr {number}", Role.RhythmGuitar, -9) with { UnderFocalLu = -9 + (isTold ? 3 : 0) })])
            with { FocalAgainstRestLu = focalAgainstRestLu };
        MixAdvice advice = Approach.Advise(mix);
        Assert.That((advice.LoweringLu >= 0.5, advice.Headline.Contains("share the backing", StringComparison.Ordinal)), Is.EqualTo((isTold, isTold)), $"{advice.LoweringLu}: {advice.Headline}");
    }

    [Test]
    public void TopDown_LoudTracksThatAreHardlyHeard_LowerTheOthersPlacesByNothing()
    {
        MixSnapshot mix = Mix(
            Focal(),
            Track(2, "Gtr", Role.RhythmGuitar, 7) with { UnderFocalLu = 12, Confidence = Confidence.Listening },
            Track(3, "Kick", Role.Kick, 5) with { UnderFocalLu = 5 });

        MixAdvice advice = Approach.Advise(mix);

        Assert.That(advice.LoweringLu, Is.Zero);
        Assert.That(advice.Hints[2].SuggestedFaderDb, Is.EqualTo(-15), "to its own place, and no further for the guitar's sake");
    }

    [Test]
    public void TopDown_LeadBack_LetsTheBackingStand()
    {
        MixSnapshot mix = Mix(Focal(), Track(2, "Gtr", Role.RhythmGuitar, 0) with { UnderFocalLu = 4, TargetLu = 0 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Approach.Advise(mix).LoweringLu, Is.GreaterThan(0));
            Assert.That(Approach.Advise(mix with { Settings = mix.Settings with { ForwardLu = -4 } }).LoweringLu, Is.Zero);
        }
    }

    [TestCase(Role.LeadVocal, Role.Kick, 10)]
    [TestCase(Role.Bass, Role.LeadVocal, -7)]
    [TestCase(Role.Keys, Role.LeadGuitar, -9)]
    public void Against_FocalThatSupports_IsNotComeDownTo(Role role, Role focal, double offset) =>
        Assert.That(Targets.RoundProfile.Pop.Against(role, focal), Is.EqualTo(offset));

    // Tracks whose faders stand so that each is off its target by the given LU.
    private static MixSnapshot HandSet(params double[] deviations) => Mix(
    [
        Focal() with { IsHandSet = true },
        .. deviations.Select((deviation, index) => Track(index + 2, $"Gtr {index}", Role.RhythmGuitar, -9, faderDb: 1 + deviation) with { IsHandSet = true }),
    ]);
}
