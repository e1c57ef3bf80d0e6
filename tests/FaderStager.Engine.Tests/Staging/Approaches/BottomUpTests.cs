using FaderStager.Mixing.Mixes;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Approaches;

public sealed class BottomUpTests
{
    private const double Down = double.NegativeInfinity;

    private static readonly BottomUp Approach = new();

    [Test]
    public void BottomUp_AllDown_BringsTheFocalToItsAnchorAndTellsThePlan()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Track(2, "Bass", Role.Bass, -2, Down),
            Focal(Down),
            Track(3, "Kick", Role.Kick, -8, Down),
            Track(4, "Shaker", Role.Percussion, 0, Down).Unheard()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Headline, Is.EqualTo("Next: bring Lead Vox, the focal, up to +2.0 dB."));
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[] { HintKind.Waiting, HintKind.Next, HintKind.Waiting, HintKind.NotHeard }));
            Assert.That(advice.Hints.Select(hint => hint.Step), Is.EqualTo((List<int>)[3, 1, 2, 4]));
            Assert.That(advice.Hints.Take(3).Select(hint => hint.SuggestedFaderDb), Is.EqualTo((List<double>)[-3.0, 2.0, 0.0]));
            Assert.That(advice.Hints[1].Reason, Is.EqualTo("The focal comes first: it reads −22.0 LUFS at its insert and belongs at its anchor of −20.0 LUFS."));
            Assert.That(advice.Hints[0].Reason, Is.EqualTo("Others come first: −3.0 dB is its place 7.0 LU under the focal; heard together 42 s, steady (±1.1 LU)."));
            Assert.That(advice.StagedPeakDbfs, Is.EqualTo(double.NegativeInfinity));
        }
    }

    [Test]
    public void BottomUp_RmsAnchor_ReadsTheRms()
    {
        MixSettings settings = MixSettings.Default with { AnchorKind = AnchorKind.RmsDbfs, AnchorLevel = -18 };

        MixAdvice advice = Approach.Advise(Mix(settings, Focal(Down)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints[0].SuggestedFaderDb, Is.EqualTo(5));
            Assert.That(advice.Hints[0].Reason, Does.Contain("−18.0 dBFS RMS"));
        }
    }

    [Test]
    public void BottomUp_SoftFocal_TrimsItsClipFirstAndPlansOnThat()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal(Down) with { IntegratedLufs = -30 }, Track(2, "Bass", Role.Bass, -2, Down)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints[0].Kind, Is.EqualTo(HintKind.TrimFirst));
            Assert.That(advice.Hints[0].TrimDb, Is.EqualTo(4));
            Assert.That(advice.Hints[0].SuggestedFaderDb, Is.EqualTo(6));
            Assert.That(advice.Hints[1].SuggestedFaderDb, Is.EqualTo(5));
            Assert.That(advice.Headline, Is.EqualTo("Next: trim the clip of Lead Vox, the focal, up by 4.0 dB and bring its fader to +6.0 dB."));
        }
    }

    [Test]
    public void BottomUp_FocalUp_NamesTheNextInOrderOfRole()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Focal(-3.5),
            Track(2, "Keys", Role.Keys, -9, Down),
            Track(3, "Bass", Role.Bass, -4, Down),
            Track(4, "Kick", Role.Kick, -10, -3)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Headline, Is.EqualTo("Next: bring Bass up to −6.5 dB, 7.0 LU under the focal."));
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[] { HintKind.Focal, HintKind.Waiting, HintKind.Next, HintKind.Placed }));
            Assert.That(advice.Hints[0].Reason, Is.EqualTo("The focal is up, 5.5 dB under its anchor of −20.0 LUFS, and stays there: the others come to it."));
            Assert.That(advice.Hints[2].Reason, Is.EqualTo("Its turn: −6.5 dB is its place 7.0 LU under the focal; heard together 42 s, steady (±1.1 LU)."));
            Assert.That(advice.Hints[3].Reason, Is.EqualTo("Placed: 0.5 LU louder than its target 10.0 LU under the focal, ±5.0 LU allowed; heard together 42 s, steady (±1.1 LU)."));
        }
    }

    [Test]
    public void BottomUp_OrderOfThePerson_ComesBeforeTheRoles()
    {
        MixSettings settings = MixSettings.Default with { Order = [Id(9), Id(2)] };

        MixAdvice advice = Approach.Advise(Mix(settings, Focal(), Track(3, "Kick", Role.Kick, 0, Down), Track(2, "Pad", Role.Pads, 0, Down)));

        Assert.That(advice.Hints.Select(hint => hint.Step), Is.EqualTo((List<int>)[1, 3, 2]));
    }

    [Test]
    public void BottomUp_TwoOfARole_PutsTheLouderFirst() =>
        Assert.That(
            BottomUp.Order(Mix(Track(2, "Gtr L", Role.RhythmGuitar, -3), Track(3, "Gtr R", Role.RhythmGuitar, -1), Focal())).Select(track => track.Name),
            Is.EqualTo((List<string>)["Lead Vox", "Gtr R", "Gtr L"]));

    [Test]
    public void BottomUp_TwoOfARole_StandAsInTheHostsMixer() =>
        Assert.That(
            BottomUp.Order(Mix(
                Track(2, "Gtr R", Role.RhythmGuitar, -1).AtMixerIndex(8),
                Track(3, "Gtr L", Role.RhythmGuitar, -3).AtMixerIndex(7),
                Track(4, "Gtr C", Role.RhythmGuitar, 0),
                Track(5, "Kick", Role.Kick, -9).AtMixerIndex(9),
                Focal().AtMixerIndex(30))).Select(track => track.Name),
            Is.EqualTo((List<string>)["Lead Vox", "Kick", "Gtr L", "Gtr R", "Gtr C"]),
            "the role comes first, and a track whose place is not known comes after those of its role");

    [Test]
    public void BottomUp_OrderOfThePerson_ComesBeforeTheHostsMixer()
    {
        MixSettings settings = MixSettings.Default with { Order = [Id(2), Id(3)] };

        Assert.That(
            BottomUp.Order(Mix(settings, Focal(), Track(2, "Gtr R", Role.RhythmGuitar, -1).AtMixerIndex(8), Track(3, "Gtr L", Role.RhythmGuitar, -3).AtMixerIndex(7))).Select(track => track.Name),
            Is.EqualTo((List<string>)["Lead Vox", "Gtr R", "Gtr L"]));
    }

    [Test]
    public void BottomUp_NextUnheard_IsSkippedButKeepsItsStep()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal(), Track(2, "Kick", Role.Kick, 0, Down).Silent(), Track(3, "Bass", Role.Bass, 0, Down)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[] { HintKind.Focal, HintKind.Silent, HintKind.Next }));
            Assert.That(advice.Hints.Select(hint => hint.Step), Is.EqualTo((List<int>)[1, 2, 3]));
        }
    }

    [Test]
    public void BottomUp_TrackUpAndOff_IsAdjusted()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal(), Track(2, "Bass", Role.Bass, -3, -0.5)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints[1].Kind, Is.EqualTo(HintKind.Adjust));
            Assert.That(advice.Hints[1].MoveDb, Is.EqualTo(-3.5));
            Assert.That(advice.Headline, Is.EqualTo("Adjust: bring Bass down 3.5 dB to −4.0 dB."));
        }
    }

    [Test]
    public void BottomUp_AllPlaced_SaysTheBalance() =>
        Assert.That(
            Approach.Advise(Mix(Focal(), Track(2, "Bass", Role.Bass, -7)) with { FocalAgainstRestLu = 0.8 }).Headline,
            Is.EqualTo("All tracks are placed. The focal is 0.8 LU above the rest, estimated; pop wants +1.0 ±3.0 LU."));

    [Test]
    public void BottomUp_FocalMovedLater_LetsTheOthersFollowExactly()
    {
        MixAdvice advice = Approach.Advise(Mix(
            Focal(-1.5),
            Track(2, "Bass", Role.Bass, -7, -2.5) with { FocalReferenceFaderDb = -3.5 },
            Track(3, "Keys", Role.Keys, -20, -3.5) with { FocalReferenceFaderDb = -3.5 },
            Track(4, "Pad", Role.Pads, -7, Down)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Headline, Is.EqualTo("The focal moved up 2.0 dB: let the others follow by +2.0 dB, or put it back to −3.5 dB."));
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[] { HintKind.Focal, HintKind.Adjust, HintKind.TrimFirst, HintKind.Next }));
            Assert.That(advice.Hints[1].MoveDb, Is.EqualTo(2));
            Assert.That(advice.Hints[1].SuggestedFaderDb, Is.EqualTo(-0.5));
            Assert.That(advice.Hints[1].Reason, Is.EqualTo("The focal moved up 2.0 dB: following by +2.0 dB keeps the balance; heard together 42 s, steady (±1.1 LU)."));
            Assert.That(advice.Hints[2].TrimDb, Is.EqualTo(3.5));
        }
    }

    [Test]
    public void BottomUp_FocalMovedWhileOthersAreDown_IsNoMatter() =>
        Assert.That(
            Approach.Advise(Mix(Focal(-2), Track(2, "Bass", Role.Bass, -7, Down) with { FocalReferenceFaderDb = 0 })).Headline,
            Does.StartWith("Next: bring Bass up"));

    // Before the focal moved this one was off its place: nobody put it there, so it is judged as ever.
    [Test]
    public void BottomUp_FocalMovedToATrackThatWasOff_AsksForNoFollowing()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal(-2), Track(2, "Bass", Role.Bass, -7, 0) with { FocalReferenceFaderDb = -6 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints[1].Kind, Is.EqualTo(HintKind.Placed));
            Assert.That(advice.Headline, Is.EqualTo("All tracks are placed."));
        }
    }

    [Test]
    public void BottomUp_NoFocal_AsksForOne()
    {
        MixAdvice advice = Approach.Advise(Mix(Track(2, "Bass", Role.Bass, double.NaN)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Headline, Is.EqualTo("Flag the focal: the element the mix is built around."));
            Assert.That(advice.Hints[0].Kind, Is.EqualTo(HintKind.NoFocal));
            Assert.That(advice.Hints[0].Step, Is.Zero);
        }
    }

    [Test]
    public void BottomUp_FocalDownAndUnheard_LetsTheOthersWait()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal(Down).Unheard(), Track(2, "Bass", Role.Bass, 0, Down) with { InsertRelativeLu = double.NaN }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(advice.Hints.Select(hint => hint.Kind), Is.EqualTo(new[] { HintKind.NotHeard, HintKind.Waiting }));
            Assert.That(advice.Headline, Is.EqualTo("The focal was not heard yet: play the song where it sounds."));
        }
    }

    [Test]
    public void BottomUp_PostFaderTrack_CountsAsUp()
    {
        Hint hint = Approach.Advise(Mix(Focal(), Track(2, "Bass", Role.Bass, -3) with { FaderPlace = FaderPlace.PostFader })).Hints[1];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hint.Kind, Is.EqualTo(HintKind.Adjust));
            Assert.That(hint.MoveDb, Is.EqualTo(-4));
            Assert.That(hint.SuggestedFaderDb, Is.NaN);
        }
    }

    [Test]
    public void BottomUp_OnlyPlacedTracks_CountForThePeak()
    {
        MixAdvice advice = Approach.Advise(Mix(Focal(), Track(2, "Bass", Role.Bass, -3, Down)));

        Assert.That(advice.StagedPeakDbfs, Is.EqualTo(-12).Within(1e-9));
    }
}
