using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

public sealed class ParameterInfoTests
{
    [TestCase(-61, "none dB")]
    [TestCase(-60, "-inf dB")]
    [TestCase(-7.5, "-7.5 dB")]
    [TestCase(6, "6.0 dB")]
    public void SuggestedFader_IsReadBothWays(double plain, string text)
    {
        ParameterInfo info = ParameterInfo.Of(ParameterId.SuggestedFader);
        Assert.That(info.ToText(plain), Is.EqualTo(text));
        Assert.That(info.TryParse(text, out double read), Is.True);
        Assert.That(read, Is.EqualTo(plain));
        Assert.That(info.FromNormalized(info.ToNormalized(plain)), Is.EqualTo(plain).Within(1e-9));
        Assert.That(info.IsReadOnly, Is.True);
    }

    [Test]
    public void All_IdsNamesAndUnits_AreThoseThatProjectsWereSavedWith() => Assert.That(
        ParameterInfo.All.Select(info => $"{(int)info.Id} {info.Name} [{info.Unit}] {info.StepCount}"),
        Is.EqualTo(new[]
        {
            "0 Fader [dB] 0",
            "1 Focal [] 1",
            "2 Approach [] 1",
            "3 Role [] 23",
            "4 Mix group [] 7",
            "5 Fader place [] 3",
            "6 Target offset [LU] 0",
            "7 In mix [] 1",
            "8 Bypass [] 1",
            "9 Relative loudness [LU] 0",
            "10 Suggested move [dB] 0",
            "11 Hint [] 14",
            "12 Trim [dB] 0",
            "13 VU [dB] 0",
            "14 Clipped [] 1",
            "15 Focal against rest [LU] 0",
            "16 Focal against rest is [] 6",
            "17 Suggested fader [dB] 0",
            "18 Apply [] 1",
            "19 All faders [] 1",
        }));

    [Test]
    public void Text_EveryParameterAcrossItsRange_ReadsBackWhatItWrote()
    {
        foreach (ParameterInfo info in ParameterInfo.All)
        {
            for (double normalized = 0; normalized <= 1; normalized += 1.0 / 64)
            {
                double plain = info.FromNormalized(normalized);
                Assert.That(info.TryParse(info.ToText(plain), out double read), Is.True, info.ToText(plain));
                Assert.That(read, Is.EqualTo(plain).Within(0.0501), info.Name);
            }
        }
    }

    [Test]
    public void Normalized_EveryParameterAcrossItsRange_IsARoundTrip()
    {
        foreach (ParameterInfo info in ParameterInfo.All)
        {
            for (double normalized = 0; normalized <= 1; normalized += 1.0 / 64)
            {
                double plain = info.FromNormalized(normalized);
                Assert.That(info.FromNormalized(info.ToNormalized(plain)), Is.EqualTo(plain).Within(1e-9), info.Name);
            }
        }
    }

    [TestCase("-7.5 dB", -7.5)]
    [TestCase("\u22127.5", -7.5)]
    [TestCase("-inf", double.NegativeInfinity)]
    [TestCase("-INF dB", double.NegativeInfinity)]
    [TestCase("−7,5 dB", -7.5)]
    [TestCase("99 dB", 12)]
    [TestCase("-80", double.NegativeInfinity)]
    public void TryParse_Fader_TakesWhatPeopleType(string text, double db)
    {
        Assert.That(ParameterInfo.Of(ParameterId.Fader).TryParse(text, out double plain), Is.True);
        Assert.That(plain, Is.EqualTo(db));
    }

    [TestCase("")]
    [TestCase("loud")]
    [TestCase(null)]
    public void TryParse_NoNumber_IsRefused(string? text) =>
        Assert.That(ParameterInfo.Of(ParameterId.Fader).TryParse(text, out _), Is.False);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(-3)]
    public void FromNormalized_AnythingAHostSends_IsLegal(double normalized)
    {
        foreach (ParameterInfo info in ParameterInfo.All)
        {
            double plain = info.FromNormalized(normalized);
            Assert.That(plain, Is.EqualTo(info.Legal(plain)));
            Assert.That(info.ToText(plain), Is.Not.Empty);
        }
    }
}
