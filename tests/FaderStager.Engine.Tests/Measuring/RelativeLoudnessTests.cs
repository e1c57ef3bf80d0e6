using FaderStager.Measuring;

namespace FaderStager.Engine.Tests.Measuring;

public sealed class RelativeLoudnessTests
{
    private static TrackAnalysis Track(IEnumerable<(int From, int To, double Lufs)> parts)
    {
        TrackAnalysis analysis = new();
        foreach ((int from, int to, double lufs) in parts)
        {
            for (int slot = from; slot < to; slot++)
            {
                analysis.File(Slots.At(slot, lufs));
            }
        }

        analysis.Update();
        return analysis;
    }

    private static RelativeLoudness Compare(TrackAnalysis track, TrackAnalysis? focal)
    {
        RelativeLoudness relative = new();
        relative.Update(track, focal, isPestana: false);
        return relative;
    }

    [Test]
    public void Relative_TrackThatPlaysOnlyInTheChorus_IsComparedWithTheChorusOfTheFocal()
    {
        // The focal sings the verse at -24 and the chorus at -18; the backing vocals sing the chorus at -26.
        TrackAnalysis focal = Track([(0, 400, -24), (400, 800, -18)]);
        TrackAnalysis backing = Track([(0, 400, -90), (400, 800, -26)]);

        RelativeLoudness relative = Compare(backing, focal);

        Assert.That(relative.RelativeLu, Is.EqualTo(-8).Within(0.05), "not -26 minus the focal's integrated loudness over all the song");
        Assert.That(relative.Confidence, Is.EqualTo(Confidence.Steady));
        Assert.That(relative.SecondsTogether, Is.EqualTo(40).Within(0.5));
    }

    [Test]
    public void Relative_RandomSongs_IsTheReferences([Range(1, 4)] int seed)
    {
        Random random = new(seed);
        float[] track = Song(random);
        float[] focal = Song(random);
        RelativeLoudness relative = Compare(Of(track), Of(focal));
        (int count, double lu) = ReferenceLoudness.Relative(track, focal);

        Assert.That(relative.SecondsTogether, Is.EqualTo(count * 0.1).Within(1e-6));
        Assert.That(relative.RelativeLu, Is.EqualTo(lu).Within(1e-3));

        static float[] Song(Random random) => [.. Enumerable.Range(0, 2500).Select(_ => (float)Math.Pow(10, -1 - (random.NextDouble() * 3)))];

        static TrackAnalysis Of(float[] song)
        {
            TrackAnalysis analysis = new();
            for (int slot = 0; slot < song.Length; slot++)
            {
                analysis.File(Slots.OfMeanSquare(slot, song[slot]));
            }

            analysis.Update();
            return analysis;
        }
    }

    [Test]
    public void Relative_NeverHeardTogether_IsIntegratedMinusIntegratedAndSaysSo()
    {
        RelativeLoudness relative = Compare(Track([(400, 800, -26)]), Track([(0, 400, -20)]));

        Assert.That(relative.RelativeLu, Is.EqualTo(-6).Within(1e-3));
        Assert.That(relative.Confidence, Is.EqualTo(Confidence.NotHeardTogether));
    }

    [TestCase(20, Confidence.Listening)]
    [TestCase(60, Confidence.Rough)]
    [TestCase(120, Confidence.Steady)]
    public void Confidence_BySecondsTogether(int slots, Confidence expected) =>
        Assert.That(Compare(Track([(0, slots, -26)]), Track([(0, slots, -20)])).Confidence, Is.EqualTo(expected));

    [Test]
    public void Confidence_NoFocalOrSilentFocal_IsNone()
    {
        Assert.That(Compare(Track([(0, 99, -26)]), null).Confidence, Is.EqualTo(Confidence.None));
        Assert.That(Compare(Track([(0, 99, -26)]), Track([(0, 99, -95)])).Confidence, Is.EqualTo(Confidence.None));
        Assert.That(Compare(Track([(0, 99, -26)]), Track([(0, 99, -95)])).RelativeLu, Is.NaN);
    }

    [Test]
    public void Spread_SteadyTrack_IsNothing_AndGrowsWithTheDifferenceBetweenParts()
    {
        TrackAnalysis focal = Track([(0, 600, -20)]);

        Assert.That(Compare(Track([(0, 600, -26)]), focal).SpreadLu, Is.EqualTo(0).Within(1e-3));
        Assert.That(Compare(Track([(0, 300, -24), (300, 600, -28)]), focal).SpreadLu, Is.EqualTo(2.05).Within(0.15));
    }

    [Test]
    public void Live_TracksRenderedAheadOfOneAnother_AreComparedUpToWhereBothHaveCome()
    {
        TrackAnalysis focal = Track([(0, 100, -20)]);
        TrackAnalysis ahead = Track([(0, 98, -26), (98, 102, -40)]);

        Assert.That(Compare(ahead, focal).LiveRelativeLu, Is.EqualTo(-6).Within(0.2));
    }

    [Test]
    public void Live_TrackThatStandsElsewhereInTheSong_HasNone() =>
        Assert.That(Compare(Track([(500, 600, -26)]), Track([(0, 100, -20)])).LiveRelativeLu, Is.NaN);

    [Test]
    public void Update_OtherFocal_ComparesWithThatOne()
    {
        TrackAnalysis track = Track([(0, 200, -26)]);
        RelativeLoudness relative = Compare(track, Track([(0, 200, -20)]));
        relative.Update(track, Track([(0, 200, -30)]), isPestana: false);

        Assert.That(relative.RelativeLu, Is.EqualTo(4).Within(1e-3));
    }

    [Test]
    public void Pestana_NotMeasured_HasNoReading()
    {
        RelativeLoudness relative = new();
        relative.Update(Track([(0, 200, -26)]), Track([(0, 200, -20)]), isPestana: true);

        Assert.That(relative.RelativeLu, Is.NaN);
    }

    /// <summary>Issue 10, item 10: there is no more to hear of a loop than the loop.</summary>
    [TestCase(3, Confidence.Listening)]
    [TestCase(6, Confidence.Rough)]
    public void Confidence_LoopShorterThanThreeSeconds_IsAsSureAsItCanBeOnceItWentRound(int passes, Confidence expected)
    {
        TrackAnalysis track = new();
        TrackAnalysis focal = new();
        for (int pass = 0; pass < passes; pass++)
        {
            for (int slot = 100; slot < 125; slot++)
            {
                track.File(Slots.At(slot, -26, isCold: slot == 100) with { RunStart = 100 });
                focal.File(Slots.At(slot, -20, isCold: slot == 100) with { RunStart = 100 });
            }
        }

        track.Update();
        focal.Update();
        RelativeLoudness relative = Compare(track, focal);

        Assert.That(relative.Confidence, Is.EqualTo(expected));
        Assert.That(relative.SecondsTogether, Is.EqualTo(2.2).Within(1e-9));
        Assert.That(relative.RepeatedSeconds, Is.EqualTo((passes - 1) * 2.4).Within(1e-9));
        Assert.That(relative.RelativeLu, Is.EqualTo(-6).Within(1e-3));
    }

    /// <summary>Issue 10, item 5: a track that was inserted late is not silent before it joined.</summary>
    [Test]
    public void UnderFocal_TrackThatJoinedLate_CountsFromWhenItJoined()
    {
        TrackAnalysis focal = Track([(0, 900, -20)]);
        RelativeLoudness late = Compare(Track([(800, 900, -17)]), focal);
        RelativeLoudness paused = Compare(Track([(0, 800, -100), (800, 900, -17)]), focal);

        Assert.That(Audio.Blocks.Decibels.LoudnessLufs(late.MeanSquareUnderFocal), Is.EqualTo(-17).Within(1e-3));
        Assert.That(late.SecondsUnderFocal, Is.EqualTo(9.7).Within(1e-9));
        Assert.That(Audio.Blocks.Decibels.LoudnessLufs(paused.MeanSquareUnderFocal), Is.EqualTo(-26.5).Within(0.1), "silence that was heard is silence");
        Assert.That(paused.SecondsUnderFocal, Is.EqualTo(89.7).Within(1e-9));
    }
}
