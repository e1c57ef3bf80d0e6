using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Staging.Approaches;

public sealed class HintHysteresisTests
{
    [TestCase(null, 2.99, false)]
    [TestCase(null, 3.01, true)]
    [TestCase(null, -3.01, true)]
    [TestCase(HintKind.InPlace, 3.24, false)]
    [TestCase(HintKind.InPlace, 3.26, true)]
    [TestCase(HintKind.Placed, -3.26, true)]
    [TestCase(HintKind.TooLoud, 2.76, true)]
    [TestCase(HintKind.TooLoud, 2.74, false)]
    [TestCase(HintKind.Buried, -2.76, true)]
    [TestCase(HintKind.Adjust, 2.74, false)]
    [TestCase(HintKind.NotHeard, 3.01, true)]
    [TestCase(null, double.NaN, false)]
    public void IsOff_ToleranceOfThree_ChangesHalfALuApart(HintKind? shown, double deviationLu, bool isOff) =>
        Assert.That(HintHysteresis.IsOff(deviationLu, 3, shown), Is.EqualTo(isOff));

    [TestCase(double.NaN)]
    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.PositiveInfinity)]
    public void IsOff_UnusableTolerance_TakesThree(double toleranceLu)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(HintHysteresis.IsOff(2.9, toleranceLu, null), Is.False);
            Assert.That(HintHysteresis.IsOff(3.1, toleranceLu, null), Is.True);
        }
    }

    [Test]
    public void Approaches_ByKind_AreFound()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ReportNames.Name(ApproachKind.TopDown), Is.EqualTo("top-down"));
            Assert.That(ReportNames.Name(ApproachKind.BottomUp), Is.EqualTo("bottom-up"));
            Assert.That(ReportNames.Name((ApproachKind)9), Is.EqualTo("top-down"));
        }
    }
}
