using FaderStager.Measuring;
using FaderStager.Mixing.Mixes;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Approaches;

public sealed class TopDownTests
{
    private static readonly TopDown Approach = new();

    [Test]
    public void TopDown_SmallMix_SaysWhatHurtsMostFirst()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Focal(),
            Track(2, "Bass", Role.Bass, -2.2),
            Track(3, "Kick", Role.Kick, -9.6),
            Track(4, "Keys", Role.Keys, -13, faderDb: -2.4),
            Track(5, "Shaker", Role.Percussion, 0).Unheard(),
            Track(6, "Pad", Role.Pads, 0).Silent()) with { FocalAgainstRestLu = 3.24 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Headline, Is.EqualTo("The focal is 3.2 LU above the rest, estimated; pop wants +1.0 ±3.0 LU. First: bring Bass down about 5.0 dB to −4.8 dB."));
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[]
            {
                HintKind.Focal, HintKind.TooLoud, HintKind.InPlace, HintKind.Buried, HintKind.NotHeard, HintKind.Silent,
            }));
            Assert.That(advice.Hints.Select(hint => hint.Step), Is.EqualTo((List<int>)[0, 1, 0, 2, 0, 0]));
            Assert.That(advice.Hints.Select(hint => hint.Reason), Is.EqualTo((List<string>)
            [
                "The focal: the others come to it.",
                "4.8 LU louder than its place 7.0 LU under the focal; heard together 42 s, steady (±1.1 LU).",
                "In place: 0.4 LU louder than its target 10.0 LU under the focal, ±5.0 LU allowed; heard together 42 s, steady (±1.1 LU).",
                "6.4 LU softer than its place 9.0 LU under the focal; heard together 42 s, steady (±1.1 LU).",
                "Not heard yet: the song has not reached it, or the host suspends it.",
                "Silent so far: nothing passed the gate.",
            ]));
        }

        Hint keys = advice.Hints[3];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(keys.MoveDb, Is.EqualTo(6.4).Within(1e-9));
            Assert.That(keys.RelativeLu, Is.EqualTo(-15.4).Within(1e-9));
        }
    }

    [Test]
    public void TopDown_PlaceAboveTheFaderTop_TrimsFirst()
    {
        Hint hint = Approach.Advise(Mix(Focal(), Track(2, "Keys", Role.Keys, -17.4, faderDb: 1))).Hints[1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hint.Kind, Is.EqualTo(HintKind.TrimFirst));
            Assert.That(hint.SuggestedFaderDb, Is.EqualTo(6));
            Assert.That(hint.TrimDb, Is.EqualTo(2.4));
            Assert.That(hint.MoveDb, Is.EqualTo(5));
            Assert.That(hint.Reason, Is.EqualTo("The fader cannot reach +8.4 dB, trim the clip up by 2.4 dB first: 7.4 LU softer than its place 9.0 LU under the focal; heard together 42 s, steady (±1.1 LU)."));
        }
    }

    [Test]
    public void TopDown_PlaceBelowTheFader_TrimsDownFirst()
    {
        Hint hint = Approach.Advise(Mix(Focal(-40), Track(2, "Keys", Role.Keys, 15))).Hints[1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hint.Kind, Is.EqualTo(HintKind.TrimFirst));
            Assert.That(hint.SuggestedFaderDb, Is.EqualTo(-59.9));
            Assert.That(hint.TrimDb, Is.EqualTo(-4.1));
        }
    }

    [Test]
    public void TopDown_FaderTopAboveTheHighest_IsHeldAtTheHighest()
    {
        MixSettings settings = MixSettings.Default with { FaderTopDb = 24 };

        Hint hint = Approach.Advise(Mix(settings, Focal(), Track(2, "Keys", Role.Keys, -25, faderDb: 1))).Hints[1];

        Assert.That(hint.SuggestedFaderDb, Is.EqualTo(FaderRange.HighestDb));
    }

    [Test]
    public void TopDown_NoFocal_AsksForOne()
    {
        MixAdvice advice = Approach.Advise(Mix(Track(2, "Bass", Role.Bass, double.NaN)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Headline, Is.EqualTo("Flag the focal: the element the mix is built around."));
            Assert.That(advice.Hints[0].Kind, Is.EqualTo(HintKind.NoFocal));
        }
    }

    [Test]
    public void TopDown_FocalOutOfTheMix_SaysSo() =>
        Assert.That(
            Approach.Advise(Mix(Focal() with { InMix = false }, Track(2, "Bass", Role.Bass, 0))).Headline,
            Is.EqualTo("The focal is out of the mix: take it back in or flag another."));

    [Test]
    public void TopDown_EmptyMix_SaysToInsert() =>
        Assert.That(Approach.Advise(Mix()).Headline, Is.EqualTo("No tracks yet: insert FaderStager on the tracks of the mix."));

    [Test]
    public void TopDown_OutOfMixAndBus_GetNoMove()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Focal(),
            Track(2, "Bass", Role.Bass, 20) with { InMix = false },
            Track(3, "Mix", Role.MixBus, 20)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[] { HintKind.Focal, HintKind.OutOfMix, HintKind.MixBus }));
            Assert.That(advice.Hints[1].MoveDb, Is.NaN);
            Assert.That(advice.Hints[2].MoveDb, Is.NaN);
            Assert.That(advice.Headline, Is.EqualTo("No other track sounds: insert FaderStager on the others."));
        }
    }

    [Test]
    public void TopDown_FadersAlikeButNotAtTheStart_OffersTheStart()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal(-9), Track(2, "Bass", Role.Bass, 0, -9), Track(3, "Keys", Role.Keys, 0, -9).Unheard()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.All.EqualTo(HintKind.Start));
            Assert.That(advice.Hints.Select(hint => hint.SuggestedFaderDb), Is.All.EqualTo(0));
            Assert.That(advice.Hints.Select(hint => hint.MoveDb), Is.All.EqualTo(9));
            Assert.That(advice.Headline, Is.EqualTo("First: set every fader to 0.0 dB, the uniform start."));
        }
    }

    [Test]
    public void TopDown_AllFadersDown_OffersTheStart()
    {
        MixSettings settings = MixSettings.Default with { Start = TopDownStart.MinusTwelveDb };

        MixAdvice advice = Approach.Advise(Mix(settings, Focal(double.NegativeInfinity), Track(2, "Bass", Role.Bass, 0, -60)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.All.EqualTo(HintKind.Start));
            Assert.That(advice.Headline, Is.EqualTo("First: set every fader to −12.0 dB, the uniform start."));
        }
    }

    [Test]
    public void TopDown_FadersSetByHand_AreNotReset() =>
        Assert.That(
            Approach.Advise(Mix(Focal(-3), Track(2, "Bass", Role.Bass, 0, -9))).Hints.Select(hint => hint.Kind),
            Is.EqualTo(new[] { HintKind.Focal, HintKind.InPlace }));

    [Test]
    public void TopDown_StagedMixLoweredForHeadroom_IsNotSentBackToTheStart() =>
        Assert.That(
            Approach.Advise(Mix(Focal(-4), Track(2, "Bass", Role.Bass, -7, -4))).Hints.Select(hint => hint.Kind),
            Is.EqualTo(new[] { HintKind.Focal, HintKind.InPlace }));

    [Test]
    public void TopDown_FadersLoweredAlikeWhereTheStartWouldBeTooHot_StayThere() =>
        Assert.That(
            Approach.Advise(Mix(Focal(-4) with { TruePeakDbtp = -1 }, Track(2, "Bass", Role.Bass, 3, -4))).Hints.Select(hint => hint.Kind),
            Is.EqualTo(new[] { HintKind.Focal, HintKind.TooLoud }));

    [Test]
    public void TopDown_OneFaderDown_GoesToItsPlace()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Focal(-2),
            Track(2, "Bass", Role.Bass, -3, double.NegativeInfinity),
            Track(3, "Keys", Role.Keys, -7, -2)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints[1].Kind, Is.EqualTo(HintKind.Start));
            Assert.That(advice.Hints[1].SuggestedFaderDb, Is.EqualTo(-6));
            Assert.That(advice.Hints[1].MoveDb, Is.NaN);
            Assert.That(advice.Hints[1].Reason, Is.EqualTo("The fader is down: −6.0 dB is its place 7.0 LU under the focal; heard together 42 s, steady (±1.1 LU)."));
            Assert.That(advice.Headline, Is.EqualTo("First: bring Bass up to −6.0 dB."));
        }
    }

    [Test]
    public void TopDown_OneUnheardFaderDown_GoesToTheStart()
    {
        Hint hint = Approach.Advise(Mix(Focal(-2), Track(2, "Bass", Role.Bass, -3, double.NegativeInfinity).Unheard(), Track(3, "Keys", Role.Keys, -7))).Hints[1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hint.Kind, Is.EqualTo(HintKind.Start));
            Assert.That(hint.SuggestedFaderDb, Is.Zero);
        }
    }

    [Test]
    public void TopDown_FocalDown_ComesFirstAndTheOthersAreJudgedAgainstItsStart()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Focal(double.NegativeInfinity),
            Track(2, "Bass", Role.Bass, -1, -1),
            Track(3, "Keys", Role.Keys, -9)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[] { HintKind.Start, HintKind.TooLoud, HintKind.InPlace }));
            Assert.That(advice.Hints[0].Step, Is.EqualTo(1));
            Assert.That(advice.Hints[1].RelativeLu, Is.NaN);
            Assert.That(advice.Hints[1].SuggestedFaderDb, Is.EqualTo(-6));
            Assert.That(advice.Hints[1].Reason, Does.EndWith(", the focal taken at 0.0 dB."));
        }
    }

    [Test]
    public void TopDown_PostFaderTrack_GetsAMoveAndNoPosition()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal(), Track(2, "Bass", Role.Bass, -1) with { FaderPlace = FaderPlace.PostFader }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints[1].MoveDb, Is.EqualTo(-6));
            Assert.That(advice.Hints[1].SuggestedFaderDb, Is.NaN);
            Assert.That(advice.Headline, Is.EqualTo("First: bring Bass down 6.0 dB."));
        }
    }

    [TestCase(Confidence.Rough, "heard together 6 s, a rough figure (±1.1 LU).")]
    [TestCase(Confidence.Listening, "still listening, heard together 6 s (±1.1 LU).")]
    [TestCase(Confidence.NotHeardTogether, "not heard together yet: compared by their own integrated loudness.")]
    [TestCase(Confidence.None, "hardly heard yet, so take it as a guess.")]
    public void TopDown_EachConfidence_IsSaid(Confidence confidence, string tail) =>
        Assert.That(
            Approach.Advise(Mix(Focal(), Track(2, "Bass", Role.Bass, 0) with { Confidence = confidence, HeardTogetherSeconds = 6.9 })).Hints[1].Reason,
            Does.EndWith("; " + tail));

    [Test]
    public void TopDown_LoudMix_LowersEveryFaderAlike()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Focal() with { TruePeakDbtp = -1 },
            Track(2, "Bass", Role.Bass, -7) with { TruePeakDbtp = -9.2 }) with { FocalAgainstRestLu = -0.02, RestIsMeasured = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.StagedPeakDbfs, Is.EqualTo(-0.388).Within(0.001));
            Assert.That(advice.HeadroomMoveDb, Is.EqualTo(-5.6));
            Assert.That(advice.Headline, Is.EqualTo("The focal is level with the rest, measured on the mix bus; pop wants +1.0 ±3.0 LU. Every track is in its place. Then lower every fader by 5.6 dB: the bus would peak at −0.4 dBFS."));
        }
    }

    [Test]
    public void TopDown_LoudTrackAndSoftTrackEquallyOff_RanksTheLoudFirst()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Focal(),
            Track(2, "Pad", Role.Pads, -6),
            Track(3, "Bass", Role.Bass, -1, 0.1)));

        Assert.That(advice.Hints.Select(hint => hint.Step), Is.EqualTo((List<int>)[0, 2, 1]));
    }

    [Test]
    public void TopDown_FocalNotHeard_ComparesNothing()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal().Unheard(), Track(2, "Bass", Role.Bass, 0) with { InsertRelativeLu = double.NaN }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[] { HintKind.Focal, HintKind.NotHeard }));
            Assert.That(advice.Headline, Is.EqualTo("The focal was not heard yet: play the song where it sounds."));
        }
    }

    [Test]
    public void Advise_TrackThatWasChangedUpstream_SaysSinceWhenItIsMeasuredAnew()
    {
        TrackReading changed = Track(2, "Bass", Role.Bass, 0) with { Change = new UpstreamChange(1, 420, 10) };

        Assert.That(Approach.Advise(Mix(Focal(), changed)).Hints[1].Reason, Does.EndWith("changed before FaderStager and measured anew since 0:42."));
    }
}
