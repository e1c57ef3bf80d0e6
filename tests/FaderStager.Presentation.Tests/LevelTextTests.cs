using FaderStager.Presentation.Texts;

namespace FaderStager.Presentation.Tests;

public sealed class LevelTextTests
{
    [TestCase(-7.46, "−7.5 LU")]
    [TestCase(1.94, "+1.9 LU")]
    [TestCase(-0.04, "0.0 LU")]
    [TestCase(double.NaN, "not heard yet")]
    [TestCase(double.NegativeInfinity, "not heard yet")]
    public void Reading_AnyFigure_HasSignUnitAndOneDecimalOrWords(double lu, string text) =>
        Assert.That(LevelText.Reading(lu), Is.EqualTo(text));

    [TestCase(-7.5, "−7.5 dB")]
    [TestCase(0, "0.0 dB")]
    [TestCase(double.NegativeInfinity, "down")]
    [TestCase(-60, "down")]
    [TestCase(double.NaN, "–")]
    public void Fader_AnyPosition_ReadsAsAPerson(double db, string text) => Assert.That(LevelText.Fader(db), Is.EqualTo(text));

    [TestCase(-4.8, "down 4.8 dB")]
    [TestCase(0.1, "up 0.1 dB")]
    [TestCase(0.04, "leave it")]
    [TestCase(double.NaN, "")]
    public void Move_AnyFigure_IsWordsFirst(double db, string text) => Assert.That(LevelText.Move(db), Is.EqualTo(text));

    [TestCase(84.9, "1:24")]
    [TestCase(3725, "1:02:05")]
    [TestCase(-3, "0:00")]
    [TestCase(double.NaN, "0:00")]
    public void Time_AnySeconds_IsMinutesAndSeconds(double seconds, string text) => Assert.That(LevelText.Time(seconds), Is.EqualTo(text));

    [TestCase("-7.5", -7.5)]
    [TestCase(" −7.5 dB ", -7.5)]
    [TestCase("+2,5", 2.5)]
    [TestCase("down", double.NegativeInfinity)]
    [TestCase("-inf dB", double.NegativeInfinity)]
    public void TryParseFader_WhatPeopleType_IsRead(string text, double db)
    {
        Assert.That(LevelText.TryParseFader(text, out double read), Is.True);
        Assert.That(read, Is.EqualTo(db));
    }

    [TestCase("")]
    [TestCase(null)]
    [TestCase("loud")]
    [TestCase("1e999")]
    [TestCase("nan")]
    public void TryParseFader_Garbage_IsRefused(string? text) => Assert.That(LevelText.TryParseFader(text, out _), Is.False);

    [Test]
    public void Target_WithTolerance_IsOneFigure() => Assert.That(LevelText.Target(-8, 3), Is.EqualTo("−8.0 ±3.0 LU"));

    [Test]
    public void Definitions_EveryOne_IsASentence()
    {
        string[] texts = [.. typeof(Definitions).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

        Assert.That(texts, Has.Length.GreaterThan(30));
        Assert.That(texts, Is.Unique);
        Assert.That(texts, Is.All.EndsWith("."));
    }
}
