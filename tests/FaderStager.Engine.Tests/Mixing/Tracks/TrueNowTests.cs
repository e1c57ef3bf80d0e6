using FaderStager.Audio.Blocks;
using FaderStager.Audio.Following;
using FaderStager.Measuring;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>Issue 10 through the public track: readings that are true now, from blocks to the published snapshot.</summary>
public sealed class TrueNowTests
{
    [Test]
    public void TenDecibelsUpAndChorusLooped_ReadsWhatIsTrueNow()
    {
        using Song song = new();
        Player focal = song.Add("Lead Vocal", _ => -20);
        Player bass = song.Add("Bass", _ => -28);
        focal.Track.IsFocal = true;
        song.Play(0, 180);
        Assert.That(song.RelativeLu(bass), Is.EqualTo(-8).Within(0.05));

        bass.GainDb = 10;
        for (int pass = 0; pass < 5; pass++)
        {
            song.Play(90, 120);
        }

        Assert.That(song.RelativeLu(bass), Is.EqualTo(2).Within(0.05), "was -4.0");
        Assert.That(song.Reading(bass).TruePeakDbtp, Is.EqualTo(-18).Within(0.2));
        Assert.That(song.Reading(bass).Confidence, Is.EqualTo(Confidence.Steady));
        Assert.That(song.Reading(bass).Change!.Value.SinceSeconds, Is.EqualTo(90).Within(0.5));
    }

    [Test]
    public void VocalSixDecibelsUpAndFirstPartHeardAgain_TracksReadAgainstWhatItIsNow()
    {
        using Song song = new();
        Player focal = song.Add("Lead Vocal", seconds => seconds % 8 < 6 ? -20 : -26);
        Player keys = song.Add("Keys", seconds => seconds % 8 < 6 ? -24 : -30);
        focal.Track.IsFocal = true;
        song.Play(0, 120);
        focal.GainDb = 6;
        song.Play(0, 30);

        Assert.That(song.RelativeLu(keys), Is.EqualTo(-10).Within(0.1), "was -6.4");
    }

    [Test]
    public void ClipTrimmedAsAsked_PeaksAndPredictedBusPeakFollow()
    {
        using Song song = new();
        Player focal = song.Add("Lead Vocal", _ => -20);
        Player loud = song.Add("Synth", seconds => seconds % 10 < 1 ? -2 : -5);
        focal.Track.IsFocal = true;
        song.Play(0, 60);
        double peakBefore = song.Reading(loud).TruePeakDbtp;
        loud.GainDb = -18;
        song.Play(0, 60);

        Assert.That(song.Reading(loud).TruePeakDbtp, Is.EqualTo(peakBefore - 18).Within(0.2));
        Assert.That(song.Reading(loud).SamplePeakDbfs, Is.EqualTo(-20).Within(0.2));
        Assert.That(song.Snapshot.PredictedPeakDbfs, Is.EqualTo(Decibels.FromPower(Decibels.ToPower(-20) + Decibels.ToPower(-20))).Within(0.3));
        Assert.That(song.Reading(loud).MomentaryMaxLufs, Is.EqualTo(-20).Within(0.2));
    }

    [Test]
    public void LoopShorterThanThreeSeconds_DoesNotListenForEver()
    {
        using Song song = new();
        Player focal = song.Add("Lead Vocal", _ => -20);
        Player bass = song.Add("Bass", _ => -26);
        focal.Track.IsFocal = true;
        song.Play(60, 62.5);
        Assert.That(song.Reading(bass).Confidence, Is.EqualTo(Confidence.Listening));

        for (int pass = 0; pass < 5; pass++)
        {
            song.Play(60, 62.5);
        }

        Assert.That(song.Reading(bass).Confidence, Is.EqualTo(Confidence.Rough));
        Assert.That(song.RelativeLu(bass), Is.EqualTo(-6).Within(0.05));
    }

    /// <summary>Any gain at any time of the first pass, any material; then any part that was heard before it is heard again.</summary>
    [Test]
    public void AnyGainAtAnyTime_PartHeardAgain_ReadsWithin03LuOfTheTruth([Range(1, 60)] int seed)
    {
        Random random = new(seed);
        double[] phrases = [.. Enumerable.Range(0, 200).Select(_ => -34 + (random.NextDouble() * 16))];
        double pauseSeconds = random.Next(3) * 0.4;
        double LufsAt(double seconds) => seconds % 2.5 < pauseSeconds ? -90 : phrases[(int)(seconds / 0.7)];
        using Song song = new();
        Player focal = song.Add("Lead Vocal", LufsAt);
        Player bass = song.Add("Bass", LufsAt);
        focal.Track.IsFocal = true;
        double partSeconds = OnABlock(5 + (random.NextDouble() * 20));
        double changedAt = OnABlock(partSeconds + (random.NextDouble() * (90 - partSeconds)));
        double part = OnABlock(random.NextDouble() * (changedAt - partSeconds));
        double gainDb = (0.05 + (18 * random.NextDouble())) * ((random.Next(2) * 2) - 1);
        song.Play(0, changedAt);
        bass.GainDb = gainDb;
        song.Play(changedAt, 90);
        song.Play(part, part + partSeconds);

        Assert.That(song.RelativeLu(bass), Is.EqualTo(gainDb).Within(0.3), $"{gainDb:0.00} dB at {changedAt:0.0} s, {part:0.0} to {part + partSeconds:0.0} s heard again");

        // The sines change their level from block to block, so that the same song is the same samples.
        static double OnABlock(double seconds) => Math.Floor(seconds * 50) / 50;
    }

    /// <summary>Case 4: blocks of a whole slot and a position that stands at 0. What was filed until that was known is no silence.</summary>
    [TestCase(800)]
    [TestCase(1_600)]
    public void PositionStands_LargeBlocks_IsNotHeardAndNotSilent(int frames)
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance bass = session.Add("Bass");
        vocal.IsFocal = true;
        float[] input = [.. Enumerable.Range(0, frames).Select(i => 0.1f * MathF.Sin(i))];
        foreach (TrackInstance track in new[] { vocal, bass })
        {
            track.Prepare(new ProcessSetup(Session.SampleRateHz, frames, 1));
            for (int block = 0; block < 30; block++)
            {
                track.Process(new AudioBlock(input, new float[frames]), SongPosition.RollingAt(0));
            }
        }

        session.Coordinator.Refresh();

        Assert.That(bass.Following, Is.EqualTo(SongFollowing.PositionStands));
        Assert.That(session.Mix.State.Advice.For(bass.Id)!.Kind, Is.EqualTo(HintKind.NotHeard));
        Assert.That(session.Reading(bass).LiveMomentaryLufs, Is.GreaterThan(-40));
    }

    [Test]
    public void TrackInsertedLate_IsNotSilentBeforeItJoined()
    {
        using Song song = new();
        Player focal = song.Add("Lead Vocal", _ => -20);
        focal.Track.IsFocal = true;
        song.Play(0, 110);
        song.Add("Guitars", _ => -17);
        song.Play(110, 120);

        Assert.That(song.Snapshot.FocalAgainstRestLu, Is.EqualTo(-3).Within(0.1), "was +7.9");
    }

    [Test]
    public void UnchangedSong_LoopedManyTimes_LetsNothingGo()
    {
        using Song song = new();
        Player focal = song.Add("Lead Vocal", seconds => -20 - (seconds % 7));
        Player bass = song.Add("Bass", seconds => -24 - (3 * (seconds % 1)));
        focal.Track.IsFocal = true;
        song.Play(0, 40);
        double heardSeconds = song.Reading(bass).HeardSeconds;
        for (int pass = 0; pass < 20; pass++)
        {
            song.Play(11.3, 17.9);
        }

        Assert.That(song.Reading(bass).HeardSeconds, Is.EqualTo(heardSeconds).Within(0.2));
        Assert.That(bass.Track.Member.Measurement.Analysis.Change, Is.Null);
    }
}
