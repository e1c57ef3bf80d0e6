using FaderStager.Measuring;

namespace FaderStager.Engine.Tests.Measuring;

/// <summary>Moves that are known exactly: a fader that the meter sits behind.</summary>
public sealed class ShiftTests
{
    private static TrackAnalysis Heard(Material material, int to = 1_800)
    {
        TrackAnalysis analysis = new();
        material.Play(analysis, 0, to);
        return analysis;
    }

    [TestCase(-8)]
    [TestCase(6.3)]
    public void Shift_SongHeard_MovesEveryReadingByAsMuch(double db)
    {
        TrackAnalysis before = Heard(new Material(7, 1, 1_800));
        TrackAnalysis analysis = Heard(new Material(7, 1, 1_800));
        long version = analysis.Version;
        analysis.Shift(db);
        analysis.Update();

        Assert.That(analysis.Version, Is.Not.EqualTo(version));
        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(before.Windows.IntegratedLufs + db).Within(1e-4));
        Assert.That(analysis.Windows.PassedCount, Is.EqualTo(before.Windows.PassedCount));
        Assert.That(analysis.RmsDbfs, Is.EqualTo(before.RmsDbfs + db).Within(0.02));
        Assert.That(analysis.TruePeakDbtp, Is.EqualTo(before.TruePeakDbtp + db).Within(1e-4));
        Assert.That(analysis.SamplePeakDbfs, Is.EqualTo(before.SamplePeakDbfs + db).Within(1e-4));
        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(before.MomentaryMaxLufs + db).Within(1e-4));
        Assert.That(analysis.ShortTermMaxLufs, Is.EqualTo(before.ShortTermMaxLufs + db).Within(1e-4));
        Assert.That(analysis.LoudnessRangeLu, Is.EqualTo(before.LoudnessRangeLu).Within(0.21));
        Assert.That(analysis.Change, Is.Null);
    }

    [Test]
    public void Shift_ThenHeardAgainBehindTheMove_IsNoChange()
    {
        Material track = new(7, 1, 1_800);
        TrackAnalysis analysis = Heard(track);
        analysis.Shift(-8);
        track.GainDb = -8;
        track.Play(analysis, 300, 900);

        Assert.That(analysis.Change, Is.Null);
        Assert.That(analysis.Windows.PassedCount, Is.GreaterThan(1_000));
    }

    /// <summary>The host's fader is moved while the song plays: the slots that are on their way were measured before.</summary>
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public void Shift_WhileTheSongPlays_SlotsOnTheirWayDoNotCountAtTheWrongLevel(int onTheirWay)
    {
        TrackAnalysis analysis = new();
        for (int slot = 0; slot < 600; slot++)
        {
            analysis.File(Slots.At(slot, -20) with { RunStart = 0 });
        }

        analysis.Shift(-8);
        for (int slot = 600; slot < 900; slot++)
        {
            analysis.File(Slots.At(slot, slot < 600 + onTheirWay ? -20 : -28) with { RunStart = 0 });
        }

        analysis.Update();

        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(-28).Within(1e-3));
        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(-28).Within(1e-3));
        Assert.That(analysis.SamplePeakDbfs, Is.EqualTo(-27.3).Within(0.1));
    }

    /// <summary>The person moves the fader, listens, and only then says so.</summary>
    [TestCase(2)]
    [TestCase(12)]
    [TestCase(19)]
    [TestCase(60)]
    [TestCase(300)]
    public void Shift_ToldAfterTheMoveWasHeard_MovesNothingTwice(int heardSlots)
    {
        Material track = new(1, 3, 1_800);
        TrackAnalysis analysis = Heard(track);
        track.GainDb = -8;
        track.Play(analysis, 600, 600 + heardSlots);
        analysis.Shift(-8);
        analysis.Update();

        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(-30).Within(0.01));
        Assert.That(analysis.TruePeakDbtp, Is.EqualTo(-29.3).Within(0.1));
        Assert.That(analysis.MomentaryMaxLufs, Is.EqualTo(-30).Within(0.01));
        track.Play(analysis, 600, 700);
        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(-30).Within(0.01));
    }

    [Test]
    public void Shift_SecondMoveOfTheSameSize_MovesAgain()
    {
        Material track = new(1, 3, 1_800);
        TrackAnalysis analysis = Heard(track);
        track.GainDb = -4;
        track.Play(analysis, 600, 700);
        analysis.Shift(-4);
        analysis.Shift(-4);
        analysis.Update();

        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(-30).Within(0.01));
    }

    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    public void Shift_NotFinite_IsRefusedAndChangesNothing(double db)
    {
        TrackAnalysis analysis = Heard(new Material(1, 3, 100), 100);

        Assert.That(() => analysis.Shift(db), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("finite"));
        analysis.Update();
        Assert.That(analysis.Windows.IntegratedLufs, Is.EqualTo(-22).Within(0.01));
    }
}
