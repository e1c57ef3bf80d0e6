using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Approaches;

public sealed class HeadroomTests
{
    [TestCase(1)]
    [TestCase(10)]
    [TestCase(100)]
    public void PredictedPeak_EqualTracks_GrowsByTenLogN(int count)
    {
        TrackReading[] tracks = [.. Enumerable.Range(1, count).Select(number => Track(number, "T", Role.Keys, 0))];

        Assert.That(Headroom.PredictedPeakDbfs([.. tracks]), Is.EqualTo(-12 + (10 * Math.Log10(count))).Within(1e-9));
    }

    [Test]
    public void PredictedPeak_DownOutAndBusTracks_DoNotCount()
    {
        TrackReading[] tracks =
        [
            Track(1, "A", Role.Keys, 0, -6),
            Track(2, "B", Role.Keys, 0, double.NegativeInfinity),
            Track(3, "C", Role.Keys, 0) with { InMix = false },
            Track(4, "Mix", Role.MixBus, 10),
            Track(5, "D", Role.Keys, 0).Unheard(),
            Track(6, "E", Role.Keys, 0, double.NaN),
        ];

        Assert.That(Headroom.PredictedPeakDbfs([.. tracks]), Is.EqualTo(-18).Within(1e-9));
    }

    [Test]
    public void PredictedPeak_Nothing_IsNegativeInfinity() =>
        Assert.That(Headroom.PredictedPeakDbfs([]), Is.EqualTo(double.NegativeInfinity));

    [TestCase(-0.4, -5.6)]
    [TestCase(4.0, -10.0)]
    [TestCase(-3.0, 0.0)]
    [TestCase(-20.0, 0.0)]
    [TestCase(double.NaN, 0.0)]
    [TestCase(double.PositiveInfinity, 0.0)]
    [TestCase(double.NegativeInfinity, 0.0)]
    public void Move_Peak_LeadsToMinusSix(double peakDbfs, double moveDb) =>
        Assert.That(Headroom.MoveDb(peakDbfs), Is.EqualTo(moveDb));

    [TestCase(TopDownStart.ZeroDb, 12, 0.0)]
    [TestCase(TopDownStart.MinusTwelveDb, 1, -12.0)]
    [TestCase(TopDownStart.Auto, 0, 0.0)]
    [TestCase(TopDownStart.Auto, 1, 0.0)]
    [TestCase(TopDownStart.Auto, 10, -10.0)]
    [TestCase(TopDownStart.Auto, 12, -10.7918)]
    [TestCase(TopDownStart.Auto, 100, -12.0)]
    public void UniformStart_TracksAndKind_GivesThePosition(TopDownStart start, int tracks, double db) =>
        Assert.That(UniformStart.Db(start, tracks), Is.EqualTo(db).Within(1e-4));
}
