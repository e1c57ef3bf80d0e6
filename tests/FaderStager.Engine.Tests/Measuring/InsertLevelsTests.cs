using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;
using FaderStager.Measuring;

namespace FaderStager.Engine.Tests.Measuring;

/// <summary>The level into the plug-ins, slot by slot over the song.</summary>
public sealed class InsertLevelsTests
{
    [Test]
    public void Rms_BurstsWithPauses_IsThatOfTheBursts()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 400; slot++)
        {
            analysis.File(Slot(slot, slot % 20 < 10 ? -18 : -90));
        }

        analysis.Update();
        Assert.That(analysis.Levels.RmsDbfs, Is.EqualTo(-18).Within(0.02));
        Assert.That(analysis.Levels.SoundingSeconds, Is.EqualTo(20).Within(0.01));
        Assert.That(analysis.Levels.RmsMedianDbfs, Is.EqualTo(-18).Within(BinDb));
        Assert.That(analysis.Levels.RmsLoudestDbfs, Is.EqualTo(-18).Within(0.02));
        Assert.That(analysis.RmsDbfs, Is.EqualTo(analysis.Levels.RmsDbfs));
    }

    [Test]
    public void Loudest_OneLoudStretch_IsThatStretch([Values(0, 950, 3000)] int at)
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 4000; slot++)
        {
            analysis.File(Slot(slot, slot >= at && slot < at + 100 ? -12 : -24));
        }

        analysis.Update();
        Assert.That(analysis.Levels.RmsLoudestDbfs, Is.EqualTo(-12).Within(0.02));
    }

    [Test]
    public void Loudest_SongUnderTenSeconds_IsAllOfIt()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 50; slot++)
        {
            analysis.File(Slot(slot, -20));
        }

        analysis.Update();
        Assert.That(analysis.Levels.RmsLoudestDbfs, Is.EqualTo(-20).Within(0.02));
    }

    [Test]
    public void Median_QuietVersesLoudChorus_StandsWhereTheNeedleMostlyDoes()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 1000; slot++)
        {
            analysis.File(Slot(slot, slot < 700 ? -26 : -14));
        }

        analysis.Update();
        Assert.That(analysis.Levels.RmsMedianDbfs, Is.EqualTo(-26).Within(BinDb));
        Assert.That(analysis.Levels.RmsDbfs, Is.EqualTo(Decibels.FromPower((0.7 * Decibels.ToPower(-26)) + (0.3 * Decibels.ToPower(-14)))).Within(0.02));
    }

    [Test]
    public void Silence_HasNoLevel()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 100; slot++)
        {
            analysis.File(Slots.OfMeanSquare(slot, 0));
        }

        analysis.Update();
        Assert.That(analysis.Levels.RmsDbfs, Is.EqualTo(double.NegativeInfinity));
        Assert.That(analysis.Levels.RmsMedianDbfs, Is.EqualTo(double.NegativeInfinity));
        Assert.That(analysis.Levels.RmsLoudestDbfs, Is.EqualTo(double.NegativeInfinity));
        Assert.That((analysis.Levels.ClippedRuns, analysis.Levels.DcOffset), Is.EqualTo((0L, 0.0)));
    }

    [Test]
    public void DcOffset_OfLowNotes_AveragesOut()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 600; slot++)
        {
            float rest = 0.02f * MathF.Sin(slot);
            analysis.File(Slot(slot, -18) with { LeftMean = rest, RightMean = -0.01f + rest });
        }

        analysis.Update();
        Assert.That(analysis.Levels.DcOffset, Is.EqualTo(-0.01).Within(0.0005));
    }

    [Test]
    public void ClippedRuns_HeardAgain_CountOnce()
    {
        TrackAnalysis analysis = new();
        for (int pass = 0; pass < 3; pass++)
        {
            for (int slot = 0; slot < 100; slot++)
            {
                analysis.File(Slot(slot, -18) with { ClippedRuns = slot % 10 == 0 ? 7 : 0 });
            }
        }

        analysis.Update();
        Assert.That(analysis.Levels.ClippedRuns, Is.EqualTo(70));
    }

    [Test]
    public void ChangedUpstream_LetsTheOlderLevelsGo()
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 1200; slot++)
        {
            analysis.File(Slot(slot, -8) with { ClippedRuns = 3, LeftMean = 0.1f });
        }

        for (int slot = 0; slot < 100; slot++)
        {
            analysis.File(Slot(slot, -20));
        }

        analysis.Update();
        Assert.That(analysis.Change, Is.Not.Null);
        Assert.That(analysis.Levels.RmsDbfs, Is.EqualTo(-20).Within(0.02));
        Assert.That(analysis.Levels.RmsLoudestDbfs, Is.EqualTo(-20).Within(0.02));
        Assert.That(analysis.Levels.ClippedRuns, Is.Zero);
        Assert.That(analysis.Levels.DcOffset, Is.EqualTo(0).Within(1e-6));
    }

    [Test]
    public void Shift_MovesEveryLevelButWhatClipped([Values(-9.5, 6)] double db)
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 1200; slot++)
        {
            analysis.File(Slot(slot, -24 + (slot % 5)) with { ClippedRuns = 1, LeftMean = 0.01f });
        }

        analysis.Update();
        (double rms, double median, double loudest) = (analysis.Levels.RmsDbfs, analysis.Levels.RmsMedianDbfs, analysis.Levels.RmsLoudestDbfs);
        analysis.Shift(db);
        analysis.Update();
        Assert.That(analysis.Levels.RmsDbfs, Is.EqualTo(rms + db).Within(0.02));
        Assert.That(analysis.Levels.RmsMedianDbfs, Is.EqualTo(median + db).Within(BinDb));
        Assert.That(analysis.Levels.RmsLoudestDbfs, Is.EqualTo(loudest + db).Within(0.02));
        Assert.That(analysis.Levels.ClippedRuns, Is.EqualTo(1200));
        Assert.That(analysis.Levels.DcOffset, Is.EqualTo(0.01 * Decibels.ToAmplitude(db)).Within(0.2).Percent);
    }

    [Test]
    public void Update_PageByPage_ReadsLikeAllAtOnce()
    {
        Random random = new(5);
        TrackAnalysis steady = new();
        TrackAnalysis once = new();
        for (int i = 0; i < 6000; i++)
        {
            long slot = (i / 400 * 300) + (i % 400);
            LoudnessSlot heard = Slot(slot, -30 + (12 * Math.Sin(slot / 40.0))) with { ClippedRuns = random.Next(2) };
            steady.File(heard);
            once.File(heard);
            if (random.Next(20) == 0)
            {
                steady.Update();
            }
        }

        steady.Update();
        once.Update();
        Assert.That(steady.Levels.RmsDbfs, Is.EqualTo(once.Levels.RmsDbfs).Within(1e-9));
        Assert.That(steady.Levels.RmsMedianDbfs, Is.EqualTo(once.Levels.RmsMedianDbfs).Within(1e-9));
        Assert.That(steady.Levels.RmsLoudestDbfs, Is.EqualTo(once.Levels.RmsLoudestDbfs).Within(1e-9));
        Assert.That(steady.Levels.ClippedRuns, Is.EqualTo(once.Levels.ClippedRuns));
    }

    private const double BinDb = LevelPage.BinDb;

    /// <summary>A slot of an RMS in dBFS; its K-weighted energy is that of both channels of a mono track.</summary>
    private static LoudnessSlot Slot(long index, double rmsDbfs) => Slots.OfMeanSquare(index, (float)(2 * Decibels.ToPower(rmsDbfs)));
}
