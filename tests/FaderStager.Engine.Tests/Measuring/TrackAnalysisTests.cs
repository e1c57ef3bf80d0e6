using FaderStager.Audio.Blocks;
using FaderStager.Measuring;

namespace FaderStager.Engine.Tests.Measuring;

public sealed class TrackAnalysisTests
{
    /// <summary>Long enough for several pages, with loud, soft and silent parts.</summary>
    private static float[] SomeSong(int seed, int slots = 3_000)
    {
        Random random = new(seed);
        float[] song = new float[slots];
        double lufs = -30;
        for (int i = 0; i < slots; i++)
        {
            lufs = i % 70 == 0 ? -60 + (random.NextDouble() * 50) : lufs;
            song[i] = random.Next(40) == 0 ? 0 : (float)Decibels.MeanSquareOfLoudness(lufs + (random.NextDouble() * 6));
        }

        return song;
    }

    private static TrackAnalysis Analyse(float[] song, IEnumerable<int> order)
    {
        TrackAnalysis analysis = new();
        int filed = 0;
        foreach (int slot in order)
        {
            analysis.File(Slots.OfMeanSquare(slot, song[slot]));
            if (++filed % 997 == 0)
            {
                analysis.Update();
            }
        }

        analysis.Update();
        return analysis;
    }

    [Test]
    public void Integrated_SongFiledInOrder_IsTheReferences([Range(1, 5)] int seed)
    {
        float[] song = SomeSong(seed);
        TrackAnalysis analysis = Analyse(song, Enumerable.Range(0, song.Length));

        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(ReferenceLoudness.IntegratedLufs(song)).Within(1e-4));
        Assert.That(analysis.Windows.PassedCount, Is.EqualTo(ReferenceLoudness.Gated(song).Count));
    }

    /// <summary>EBU Tech 3342 allows 1 LU: bins of 0.1 LU can move the gate past a window, and a percentile across a gap in the distribution.</summary>
    [Test]
    public void LoudnessRange_SongFiledInOrder_IsTheReferencesWithinTheStandardsTolerance([Range(1, 5)] int seed)
    {
        float[] song = SomeSong(seed);
        TrackAnalysis analysis = Analyse(song, Enumerable.Range(0, song.Length));

        Assert.That(analysis.LoudnessRangeLu, Is.EqualTo(ReferenceLoudness.RangeLu(song)).Within(1));
    }

    [Test]
    public void Update_SlotsShuffled_ReadsTheSameToTheBit()
    {
        float[] song = SomeSong(11);
        int[] shuffled = [.. Enumerable.Range(0, song.Length)];
        new Random(5).Shuffle(shuffled);
        TrackAnalysis inOrder = Analyse(song, Enumerable.Range(0, song.Length));
        TrackAnalysis outOfOrder = Analyse(song, shuffled);

        Assert.That(outOfOrder.Windows.IntegratedLufs, Is.EqualTo(inOrder.Windows.IntegratedLufs));
        Assert.That(outOfOrder.Windows.PassedCount, Is.EqualTo(inOrder.Windows.PassedCount));
        Assert.That(outOfOrder.LoudnessRangeLu, Is.EqualTo(inOrder.LoudnessRangeLu));
        Assert.That(outOfOrder.ShortTermMaxLufs, Is.EqualTo(inOrder.ShortTermMaxLufs));
        Assert.That(outOfOrder.RmsDbfs, Is.EqualTo(inOrder.RmsDbfs));
    }

    [Test]
    public void Update_ChorusLoopedManyTimes_CountsItOnce()
    {
        float[] song = SomeSong(12);
        IEnumerable<int> looped = Enumerable.Range(0, song.Length).Concat(Enumerable.Repeat(Enumerable.Range(800, 400), 6).SelectMany(slots => slots));

        Assert.That(Analyse(song, looped).Windows.IntegratedLufs, Is.EqualTo(Analyse(song, Enumerable.Range(0, song.Length)).Windows.IntegratedLufs));
    }

    [Test]
    public void Update_SlotsOverwritten_ForgetsWhatWasThere()
    {
        float[] before = SomeSong(13);
        float[] after = SomeSong(14);
        TrackAnalysis analysis = Analyse(before, Enumerable.Range(0, before.Length));
        for (int slot = 0; slot < after.Length; slot++)
        {
            analysis.File(Slots.OfMeanSquare(slot, after[slot]));
        }

        analysis.Update();

        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(ReferenceLoudness.IntegratedLufs(after)).Within(1e-4));
        Assert.That(analysis.LoudnessRangeLu, Is.EqualTo(ReferenceLoudness.RangeLu(after)).Within(1));
    }

    [Test]
    public void Clear_ThenTheSameNumberOfOtherSlots_ReadsOnlyThose()
    {
        TrackAnalysis analysis = new();
        File(analysis, -20);
        analysis.Clear();
        File(analysis, -40);
        analysis.Update();

        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(-40).Within(1e-3));
        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(-40).Within(1e-3));
        Assert.That(analysis.ShortTermMaxLufs, Is.EqualTo(-40).Within(1e-3));

        static void File(TrackAnalysis analysis, double lufs)
        {
            for (int slot = 0; slot < 50; slot++)
            {
                analysis.File(Slots.At(slot, lufs));
            }
        }
    }

    /// <summary>A window between the borders of the slots is 0.9 LU over those on them here, which is what five slots can hold.</summary>
    [TestCase(4, -20)]
    [TestCase(5, -19.1)]
    public void Maxima_LoopStartedOnHeardMaterial_CountOnlyWindowsThatDoNotReachBackToTheStart(int slotsAfterStart, double expectedLufs)
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 100; slot++)
        {
            analysis.File(Slots.At(slot, -20, isCold: slot == 0));
        }

        float loud = (float)Decibels.MeanSquareOfLoudness(-19.1);
        analysis.File(Slots.At(50, -20) with { RunStart = 50 });
        analysis.File(Slots.At(50 + slotsAfterStart, -20) with { RunStart = 50, MomentaryMaxMeanSquare = loud });
        analysis.Update();

        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(expectedLufs).Within(1e-3));
    }

    [Test]
    public void Maxima_SongThatStartsAtOnce_CountFromItsFirstWindow()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 5; slot++)
        {
            float window = slot < 4 ? float.NaN : (float)Decibels.MeanSquareOfLoudness(-19.1);
            analysis.File(Slots.At(slot, -20, isCold: slot == 0) with { RunStart = 0, MomentaryMaxMeanSquare = window });
        }

        analysis.Update();

        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(-19.1).Within(1e-3));
    }

    /// <summary>A run that is too young to have windows of its own takes none away.</summary>
    [Test]
    public void Maxima_PartHeardAgainFromAJump_StayThoseOfTheStraightRun()
    {
        TrackAnalysis analysis = new();
        float window = (float)Decibels.MeanSquareOfLoudness(-20);
        float loudest = (float)Decibels.MeanSquareOfLoudness(-19.9);
        for (int slot = 0; slot < 200; slot++)
        {
            float own = slot == 105 ? loudest : window;
            analysis.File(Slots.At(slot, -20, isCold: slot == 0) with { RunStart = 0, MomentaryMaxMeanSquare = own, ShortTermMaxMeanSquare = own });
        }

        for (int slot = 100; slot < 200; slot++)
        {
            float own = slot > 130 ? window : float.NaN;
            analysis.File(Slots.At(slot, -20, isCold: slot == 100) with { RunStart = 100, MomentaryMaxMeanSquare = own, ShortTermMaxMeanSquare = own });
        }

        analysis.Update();

        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(-19.9).Within(1e-3));
        Assert.That(analysis.ShortTermMaxLufs, Is.EqualTo(-19.9).Within(1e-3));
    }

    [Test]
    public void Maxima_WindowLouderThanItsSlots_CountForNoMoreThanTheyHold()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 60; slot++)
        {
            float loud = (float)Decibels.MeanSquareOfLoudness(-6);
            analysis.File(Slots.At(slot, -20) with { MomentaryMaxMeanSquare = loud, ShortTermMaxMeanSquare = loud });
        }

        analysis.Update();

        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(-19.03).Within(0.01), "five slots of 100 ms in 400 ms");
        Assert.That(analysis.ShortTermMaxLufs, Is.EqualTo(-19.86).Within(0.01), "31 slots in 3 s");
    }

    [Test]
    public void Readings_NothingHeard_AreSilenceOrNaN()
    {
        TrackAnalysis analysis = new();
        analysis.Update();

        Assert.That(analysis.HasData, Is.False);
        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(double.NegativeInfinity));
        Assert.That(analysis.LoudnessRangeLu, Is.NaN);
        Assert.That(analysis.TruePeakDbtp, Is.EqualTo(double.NegativeInfinity));
    }

    [Test]
    public void Windows_AcrossAGap_DoNotCount()
    {
        TrackAnalysis analysis = new();
        foreach (int slot in new[] { 0, 1, 2, 4, 5, 6 })
        {
            analysis.File(Slots.At(slot, -20));
        }

        analysis.Update();

        Assert.That(analysis.Windows.PassedCount, Is.Zero);
    }

    [Test]
    public void Windows_AcrossAPageBorder_Count()
    {
        TrackAnalysis analysis = new();
        for (int slot = SlotPage.Length - 2; slot < SlotPage.Length + 2; slot++)
        {
            analysis.File(Slots.At(slot, -20));
        }

        analysis.Update();

        Assert.That(analysis.Windows.PassedCount, Is.EqualTo(1));
    }
}
