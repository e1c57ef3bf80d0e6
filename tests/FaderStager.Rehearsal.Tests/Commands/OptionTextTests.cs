using FaderStager.Rehearsal.Commands;
using FaderStager.Staging.Settings;

namespace FaderStager.Rehearsal.Tests.Commands;

public sealed class OptionTextTests
{
    [TestCase("-20", AnchorKind.IntegratedLufs, -20)]
    [TestCase("−23 LUFS", AnchorKind.IntegratedLufs, -23)]
    [TestCase("-18rms", AnchorKind.RmsDbfs, -18)]
    [TestCase("-18.5 dBFS RMS", AnchorKind.RmsDbfs, -18.5)]
    public void Anchor_AsPeopleWriteIt_IsRead(string text, AnchorKind kind, double level) =>
        Assert.That(OptionText.Anchor(text), Is.EqualTo((kind, level)));

    [TestCase("Kick=-6", "Kick", -6)]
    [TestCase("Kick = −6.5 dB", "Kick", -6.5)]
    [TestCase("A=B=+3", "A=B", 3)]
    [TestCase("Kick=-inf", "Kick", double.NegativeInfinity)]
    [TestCase("Kick=down", "Kick", double.NegativeInfinity)]
    public void Fader_AsPeopleWriteIt_IsRead(string text, string name, double db) =>
        Assert.That(OptionText.FaderOf(text), Is.EqualTo(KeyValuePair.Create(name, db)));

    [TestCase("0", TopDownStart.ZeroDb)]
    [TestCase("-12", TopDownStart.MinusTwelveDb)]
    [TestCase("Auto", TopDownStart.Auto)]
    public void Start_AsPeopleWriteIt_IsRead(string text, TopDownStart start) => Assert.That(OptionText.Start(text), Is.EqualTo(start));
}
