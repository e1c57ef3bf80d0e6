using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Staging.Approaches;

/// <summary>Faders that would end far from 0 dB ask for a trim first, in both directions.</summary>
public sealed class TrimHintsTests
{
    [TestCase(-24.8, -9, -9, -15.8)]
    [TestCase(-24.8, -19, -4.8, -20)]
    [TestCase(9, -27, 9, 0)]
    [TestCase(9, -18, 3, 6)]
    public void Of_FarFader_NamesTheTrimAndWhereTheFaderEnds(double faderDb, double rmsDbfs, double trimDb, double afterDb)
    {
        (double trim, double after) = TrimHints.Of(Track(rmsDbfs), MixSettings.Default, faderDb);
        Assert.That((trim, after), Is.EqualTo((trimDb, afterDb)));
    }

    [TestCase(-20)]
    [TestCase(0)]
    [TestCase(6)]
    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    public void Of_FaderInItsRange_AsksForNone(double faderDb) =>
        Assert.That(TrimHints.Of(Track(-9), MixSettings.Default, faderDb).TrimDb, Is.NaN);

    private static TrackReading Track(double rmsDbfs) => new()
    {
        Role = Role.Keys,
        HasData = true,
        RmsDbfs = rmsDbfs,
        SamplePeakDbfs = rmsDbfs + 10,
        TruePeakDbtp = rmsDbfs + 10,
        IntegratedLufs = rmsDbfs + 2,
    };
}
