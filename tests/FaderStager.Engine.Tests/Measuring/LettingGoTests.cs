using FaderStager.Measuring;

namespace FaderStager.Engine.Tests.Measuring;

/// <summary>What is measured is true now: a track that was changed upstream is measured anew from where it was heard again.</summary>
public sealed class LettingGoTests
{
    private static Material Drone(int slots = 1_800) => new(seed: 1, kind: 3, slots);

    private static TrackAnalysis Heard(Material material)
    {
        TrackAnalysis analysis = new();
        material.Play(analysis, 0, material.Length);
        return analysis;
    }

    private static double RelativeLu(TrackAnalysis track, TrackAnalysis focal)
    {
        RelativeLoudness relative = new();
        relative.Update(track, focal, isPestana: false);
        return relative.RelativeLu;
    }

    /// <summary>Issue 10, item 1: read -4.0 LU "steady" where +2.0 is true.</summary>
    [Test]
    public void Track_TenDecibelsUpAndChorusLooped_ReadsWhatIsTrueNow()
    {
        TrackAnalysis focal = Heard(Drone());
        Material track = new(seed: 1, kind: 3, 1_800) { GainDb = -8 };
        TrackAnalysis analysis = Heard(track);
        track.GainDb = 2;
        for (int pass = 0; pass < 5; pass++)
        {
            track.Play(analysis, 900, 1_200);
        }

        Assert.That(RelativeLu(analysis, focal), Is.EqualTo(2).Within(0.05));
        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(-20).Within(0.05));
        Assert.That(analysis.Change?.Count, Is.EqualTo(1));
        Assert.That(analysis.Change?.DifferenceLu, Is.EqualTo(10).Within(0.01));
        Assert.That(analysis.Change?.SinceSeconds, Is.EqualTo(90).Within(0.11));
    }

    /// <summary>Issue 10, item 1: the focal itself, -6.4 "in place" where -10 is true.</summary>
    [Test]
    public void Focal_SixDecibelsUpAndFirstPartHeardAgain_TracksReadAgainstWhatItIsNow()
    {
        Material focal = new(seed: 3, kind: 1, 1_200);
        TrackAnalysis focalAnalysis = Heard(focal);
        TrackAnalysis track = Heard(new Material(seed: 3, kind: 1, 1_200) { GainDb = -4 });
        focal.GainDb = 6;
        focal.Play(focalAnalysis, 0, 300);

        Assert.That(RelativeLu(track, focalAnalysis), Is.EqualTo(-10).Within(0.1));
    }

    /// <summary>Issue 10, item 1: the reading ran away to -31 dB while it said 0.0.</summary>
    [Test]
    public void PostFader_FaderMovedAsAskedAndLooped_ReadsInPlaceAndStaysThere()
    {
        TrackAnalysis focal = Heard(Drone());
        Material track = new(seed: 1, kind: 3, 1_800) { GainDb = 0 };
        TrackAnalysis analysis = Heard(track);
        for (int hint = 0; hint < 5; hint++)
        {
            double move = Math.Round(-8 - RelativeLu(analysis, focal), 1);
            track.GainDb += move;
            track.Play(analysis, 600, 900);
            Assert.That(RelativeLu(analysis, focal), Is.EqualTo(-8).Within(0.1), $"after hint {hint + 1} of {move} dB");
        }

        Assert.That(track.GainDb, Is.EqualTo(-8).Within(0.1));
    }

    /// <summary>Issue 10, item 2: the clip is trimmed as asked; the peak before is not held.</summary>
    [Test]
    public void Peaks_ClipTrimmedAndSongHeardAgain_AreThoseOfTheTrimmedClip()
    {
        Material track = new(seed: 4, kind: 1, 1_200);
        TrackAnalysis analysis = Heard(track);
        double before = analysis.TruePeakDbtp;
        double momentaryBefore = analysis.MomentaryMaxLufs;
        track.GainDb = -18;
        track.Play(analysis, 0, 1_200);

        Assert.That(analysis.TruePeakDbtp, Is.EqualTo(before - 18).Within(0.1));
        Assert.That(analysis.SamplePeakDbfs, Is.EqualTo(before - 18).Within(0.1));
        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(momentaryBefore - 18).Within(0.1));
        Assert.That(analysis.ShortTermMaxLufs, Is.LessThan(momentaryBefore - 17.9));
    }

    /// <summary>A click that is gone from the clip is gone from the peaks once its place was heard again; nothing else is let go.</summary>
    [Test]
    public void Peaks_ClickCutOut_GoesWithItsSecond()
    {
        TrackAnalysis analysis = new();
        Material track = Drone(600);
        track.Play(analysis, 0, 600);
        analysis.File(Slots.OfMeanSquare(305, 0.004f) with { SamplePeak = 1, TruePeak = 1.1f, RunStart = 0 });
        analysis.Update();
        Assert.That(analysis.SamplePeakDbfs, Is.Zero.Within(1e-6));

        track.Play(analysis, 295, 330);

        Assert.That(analysis.SamplePeakDbfs, Is.EqualTo(-21.3).Within(0.1));
        Assert.That(analysis.TruePeakDbtp, Is.EqualTo(-21.3).Within(0.1));
        Assert.That(analysis.Change, Is.Null);
        Assert.That(analysis.Windows.PassedCount, Is.EqualTo(597));
    }

    /// <summary>Issue 10, item 2: windows that reach back before the reset do not count.</summary>
    [Test]
    public void Clear_WhileTheSongPlays_HoldsNoMaximumOfBefore()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 100; slot++)
        {
            analysis.File(Slots.At(slot, -10) with { RunStart = 0 });
        }

        analysis.Clear();
        for (int slot = 100; slot < 200; slot++)
        {
            double reachesBackLufs = slot < 130 ? -12 : -40;
            float window = (float)Audio.Blocks.Decibels.MeanSquareOfLoudness(reachesBackLufs);
            analysis.File(Slots.At(slot, -40) with { RunStart = 0, MomentaryMaxMeanSquare = window, ShortTermMaxMeanSquare = window });
            analysis.Update();
            Assert.That(analysis.MomentaryMaxLufs, Is.LessThan(-39));
            Assert.That(analysis.ShortTermMaxLufs, Is.LessThan(-39));
        }

        Assert.That(analysis.ShortTermMaxLufs, Is.EqualTo(-40).Within(0.2));
    }

    /// <summary>A render of a part after live play follows the same rule.</summary>
    [Test]
    public void OfflineRender_OfAPartAfterLivePlay_LetsTheRestGoOnlyWhenItDiffers()
    {
        Material track = new(seed: 5, kind: 1, 1_800);
        TrackAnalysis analysis = Heard(track);
        double live = analysis.Windows.IntegratedLufs;
        track.Play(analysis, 600, 900);
        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(live).Within(1e-6));
        Assert.That(analysis.Change, Is.Null);

        track.GainDb = -5;
        track.Play(analysis, 600, 900);
        Assert.That(analysis.Windows.IntegratedLufs, Is.LessThan(live - 2));
        Assert.That(analysis.Windows.PassedCount, Is.LessThanOrEqualTo(300));
    }

    [TestCase(0, 1_200)]
    [TestCase(300, 900)]
    public void MutedPart_HeardAgain_IsSilentAndNothingElseIsLetGo(int from, int to)
    {
        Material track = Drone(1_200);
        TrackAnalysis analysis = Heard(track);
        track.GainDb = -200;
        track.Play(analysis, from, to);

        Assert.That(analysis.Change, Is.Null);
        Assert.That(analysis.Windows.PassedCount, Is.EqualTo(from == 0 ? 0 : 597).Within(8));
    }

    /// <summary>Another take and another equaliser differ from slot to slot; what was heard again on this run stays.</summary>
    [Test]
    public void AnotherTake_HeardFromStartToEnd_ReadsTheTake([Range(1, 20)] int seed, [Values(0, 1, 2)] int kind)
    {
        TrackAnalysis analysis = Heard(new Material(seed, 1, 1_800));
        Material take = new(seed + 100, kind, 1_800) { GainDb = (seed % 7) - 3 };
        take.Play(analysis, 0, 1_800);

        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(Heard(take).Windows.IntegratedLufs).Within(0.3));
        Assert.That(analysis.TruePeakDbtp, Is.EqualTo(Heard(take).TruePeakDbtp).Within(0.1));
    }

    /// <summary>An equaliser that lifts some sounds and not others.</summary>
    [Test]
    public void Equaliser_SongHeardAgain_ReadsTheTruth([Range(1, 10)] int seed)
    {
        Random random = new(seed);
        double[] before = [.. Enumerable.Range(0, 1_800).Select(slot => -30 + (6 * Math.Sin(slot / 30.0)) + (random.NextDouble() * 4))];
        double[] after = [.. before.Select((lufs, slot) => lufs + 3 + (3 * Math.Sin(slot / 11.0)))];
        TrackAnalysis analysis = new();
        TrackAnalysis truth = new();
        File(analysis, before);
        File(analysis, after);
        File(truth, after);

        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(truth.Windows.IntegratedLufs).Within(0.3));

        static void File(TrackAnalysis analysis, double[] song)
        {
            for (int slot = 0; slot < song.Length; slot++)
            {
                analysis.File(Slots.At(slot, song[slot]) with { RunStart = 0 });
                if (slot % 10 == 0)
                {
                    analysis.Update();
                }
            }

            analysis.Update();
        }
    }

    [Test]
    public void TrimTurnedWhileALoopPlays_ReadsWhereItEnded()
    {
        TrackAnalysis focal = Heard(Drone());
        Material track = Drone();
        TrackAnalysis analysis = Heard(track);
        for (int step = 0; step < 60; step++)
        {
            track.GainDb = -6 * step / 60.0;
            track.Play(analysis, 600 + step, 601 + step);
        }

        track.GainDb = -6;
        track.Play(analysis, 660, 700);
        track.Play(analysis, 600, 700);

        Assert.That(RelativeLu(analysis, focal), Is.EqualTo(-6).Within(0.1));
    }

    [Test]
    public void Change_ShortLoop_IsFoundToo()
    {
        TrackAnalysis focal = Heard(Drone());
        Material track = Drone();
        TrackAnalysis analysis = Heard(track);
        track.GainDb = 4;
        for (int pass = 0; pass < 4; pass++)
        {
            track.Play(analysis, 603, 628);
        }

        Assert.That(RelativeLu(analysis, focal), Is.EqualTo(4).Within(0.05));
        Assert.That(analysis.TruePeakDbtp, Is.EqualTo(-21.3 + 4).Within(0.1));
        Assert.That(analysis.Change?.Count, Is.EqualTo(1));
    }

    [Test]
    public void Change_TwoChanges_AreCounted_AndAClearForgetsThem()
    {
        Material track = Drone();
        TrackAnalysis analysis = Heard(track);
        track.GainDb = 4;
        track.Play(analysis, 600, 700);
        track.GainDb = -2;
        track.Play(analysis, 600, 700);

        Assert.That(analysis.Change, Is.EqualTo(new UpstreamChange(2, analysis.Change!.Value.SinceSlot, analysis.Change.Value.DifferenceLu)));
        Assert.That(analysis.Change.Value.DifferenceLu, Is.EqualTo(-6).Within(0.01));
        analysis.Clear();
        Assert.That(analysis.Change, Is.Null);
    }
}
