using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Engine.Tests.Staging.Levels;

/// <summary>Which trim brings a track to its level, and which it does not need.</summary>
public sealed class LevelAdviceTests
{
    [TestCase(Role.Pads, -27, -17, 9, LevelCause.OffWorkingLevel)]
    [TestCase(Role.Pads, -9, 0, -9, LevelCause.OffWorkingLevel)]
    [TestCase(Role.Pads, -18.7, -8, 0, LevelCause.AtWorkingLevel)]
    [TestCase(Role.LeadVocal, -30, -12, 9, LevelCause.HeldByPeaks)]
    [TestCase(Role.LeadVocal, -20, -2, 0, LevelCause.HeldByPeaks)]
    [TestCase(Role.Kick, -16, -2, -8, LevelCause.OffPeakLevel)]
    [TestCase(Role.Snare, -30, -10.5, 0, LevelCause.AtPeakLevel)]
    [TestCase(Role.Kick, -12, -5, -6, LevelCause.OffWorkingLevel)]
    [TestCase(Role.RhythmGuitar, -30, -8, -2, LevelCause.OffPeakLevel)]
    public void Of_Track_SaysTrimAndCause(Role role, double rmsDbfs, double peakDbfs, double trimDb, LevelCause cause)
    {
        LevelFinding finding = LevelAdvice.Of(Track(role, rmsDbfs, peakDbfs), MixSettings.Default);
        Assert.That((finding.TrimDb, finding.Cause), Is.EqualTo((trimDb, cause)));
        Assert.That(finding.Where, Is.EqualTo(trimDb == 0 ? TrimPlace.None : TrimPlace.ClipGain));
        Assert.That(finding.PeakAfterDbfs, Is.EqualTo(peakDbfs + trimDb).Within(1e-9));
    }

    [TestCase(-20)]
    [TestCase(-16)]
    [TestCase(-14)]
    [TestCase(-12)]
    [TestCase(-23.4)]
    public void Of_OtherWorkingLevel_GoesThere(double dbfs)
    {
        LevelFinding finding = LevelAdvice.Of(Track(Role.Pads, -30, -25), MixSettings.Default with { WorkingLevelDbfs = dbfs });
        Assert.That(finding.TrimDb, Is.EqualTo(dbfs + 30).Within(0.051));
        Assert.That(finding.VuAfterDb, Is.EqualTo(0).Within(0.051));
    }

    [Test]
    public void Of_WhatHasNoLevel_SaysWhy()
    {
        TrackReading track = Track(Role.Pads, -30, -20);
        Assert.That(CauseOf(track with { HasData = false }), Is.EqualTo(LevelCause.NotHeard));
        Assert.That(CauseOf(track with { RmsDbfs = double.NegativeInfinity }), Is.EqualTo(LevelCause.Silent));
        Assert.That(CauseOf(track with { DcOffset = 0.3, MomentaryMaxLufs = double.NegativeInfinity }), Is.EqualTo(LevelCause.OnlyOffset));
        Assert.That(CauseOf(track with { Role = Role.MixBus }), Is.EqualTo(LevelCause.Sum));
        Assert.That(CauseOf(track with { Sums = SumKind.Bus }), Is.EqualTo(LevelCause.Sum));
        Assert.That(CauseOf(track with { FaderPlace = FaderPlace.PostFader }), Is.EqualTo(LevelCause.BehindFader));
        Assert.That(CauseOf(track with { IsBehindTrim = true }), Is.EqualTo(LevelCause.SameTrack));
    }

    [Test]
    public void Of_OwnTrim_StaysInItsRange()
    {
        LevelFinding finding = LevelAdvice.Of(Track(Role.Pads, -58, -50) with { TrimDb = 10, IsFirst = true }, MixSettings.Default);
        Assert.That((finding.TrimDb, finding.Where), Is.EqualTo((26.0, TrimPlace.OwnTrim)), "10 + 26 = 36");
    }

    [Test]
    public void Of_OffsetBesideTheSound_IsTakenOutOfTheRms()
    {
        double rms = 10 * Math.Log10(Math.Pow(10, -2) + (0.1 * 0.1));
        LevelFinding finding = LevelAdvice.Of(Track(Role.Pads, rms, -8) with { DcOffset = 0.1 }, MixSettings.Default);
        Assert.That(finding.TrimDb, Is.EqualTo(2).Within(0.01), "-20 dBFS of sound");
        Assert.That(finding.HasOffset);
    }

    [Test]
    public void Of_AnyFigures_ThrowsNothing([Values(double.NaN, double.NegativeInfinity, double.PositiveInfinity, -500.0, 500.0, 0.0)] double rms, [Values(double.NaN, double.NegativeInfinity, double.PositiveInfinity, 0.0)] double peak)
    {
        LevelFinding finding = LevelAdvice.Of(Track(Role.Pads, rms, peak), MixSettings.Default);
        Assert.That(double.IsNaN(finding.TrimDb) || Math.Abs(finding.TrimDb) <= 36);
    }

    private static LevelCause CauseOf(TrackReading track) => LevelAdvice.Of(track, MixSettings.Default).Cause;

    private static TrackReading Track(Role role, double rmsDbfs, double peakDbfs) => new()
    {
        Role = role,
        HasData = true,
        RmsDbfs = rmsDbfs,
        SamplePeakDbfs = peakDbfs,
        TruePeakDbtp = peakDbfs,
        MomentaryMaxLufs = rmsDbfs + 3,
        IntegratedLufs = rmsDbfs,
    };
}
