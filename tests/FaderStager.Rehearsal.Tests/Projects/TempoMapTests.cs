using FaderStager.Rehearsal.Projects.DawProject;

namespace FaderStager.Rehearsal.Tests.Projects;

public sealed class TempoMapTests
{
    [Test]
    public void Tempo_ThatHolds_IsCounted()
    {
        TempoMap map = new(120, [(0, 120, false), (8, 60, false), (12, 240, false)]);

        Assert.That(new[] { -2.0, 0, 8, 12, 16 }.Select(map.SecondsAt), Is.EqualTo(new[] { -1.0, 0, 4, 8, 9 }).Within(1e-9));
    }

    [Test]
    public void Tempo_ThatRamps_IsTheIntegralOfItsBeats()
    {
        TempoMap map = new(120, [(0, 60, true), (10, 180, false)]);
        double slow = 0;
        const int Steps = 100_000;
        for (int step = 0; step < Steps; step++)
        {
            slow += 10.0 / Steps * 60 / (60 + (12 * (step + 0.5) * 10 / Steps));
        }

        Assert.That(map.SecondsAt(10), Is.EqualTo(slow).Within(1e-6));
        Assert.That(map.SecondsAt(13), Is.EqualTo(slow + 1).Within(1e-6));
    }

    [TestCase(3)]
    [TestCase(7.25)]
    [TestCase(25)]
    public void Beats_AndBack_AreTheSame(double beat)
    {
        TempoMap map = new(90, [(0, 60, true), (10, 180, false), (20, 100, true), (24, 90, false)]);

        Assert.That(map.BeatAt(map.SecondsAt(beat)), Is.EqualTo(beat).Within(1e-9));
    }

    [Test]
    public void Bends_AreTheChangesAndTheRamps()
    {
        TempoMap map = new(90, [(0, 60, true), (16, 180, false), (20, 100, false)]);

        Assert.That(map.BendsBetween(3, 20), Is.EqualTo(new double[] { 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }));
        Assert.That(map.BendsBetween(-4, 0.5), Is.EqualTo(new[] { 0.0 }));
        Assert.That(map.BendsBetween(17, 90), Is.EqualTo(new[] { 20.0 }));
    }

    [Test]
    public void Tempo_ThatIsNone_IsPassedOver()
    {
        TempoMap map = new(double.NaN, [(0, double.NaN, false), (4, -3, true), (double.NaN, 100, false)]);

        Assert.That(map.SecondsAt(2), Is.EqualTo(1));
    }
}
