using FaderStager.Measuring;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Songs;

/// <summary>What of the song counts: readings and hints are made of it, and say so.</summary>
public sealed class WhatCountsTests
{
    // A verse of 40 s at -12 LU, a chorus of 40 s at -6 LU, another verse.
    private static double Guitar(int slot) => slot is >= 400 and < 800 ? -20 : -26;

    private static double Vocal(int slot) => slot is >= 400 and < 800 ? -14 : -16;

    [Test]
    public void WholeSong_IsTheDefault()
    {
        using SlotSong song = Playing(out TrackInstance guitar);

        Assert.That(song.Mix.State.Snapshot.Counts, Is.EqualTo(new SongCounts(CountsKind.WholeSong, 0, 0)));
        Assert.That(song.Reading(guitar).InsertRelativeLu, Is.GreaterThan(-10).And.LessThan(-6));
    }

    [Test]
    public void ChosenPart_TracksAreReadAsIfNothingElseHadBeenHeard()
    {
        using SlotSong song = Playing(out TrackInstance guitar);

        song.Mix.Song.CountPart(5, 35);
        song.Coordinator.Refresh();

        TrackReading reading = song.Reading(guitar);
        Assert.That(reading.InsertRelativeLu, Is.EqualTo(-10).Within(0.01));
        Assert.That(reading.HeardTogetherSeconds, Is.EqualTo(29.7).Within(0.01));
        Assert.That(reading.Counts, Is.EqualTo(new SongCounts(CountsKind.ChosenPart, 5, 35)));
        Assert.That(song.Mix.State.Advice.For(guitar.Id)!.RelativeLu, Is.EqualTo(-10).Within(0.01));
    }

    [Test]
    public void ChosenPart_QuietVerseUnderTheSongsGate_IsReadByItsOwnGate()
    {
        using SlotSong song = new();
        song.Add("Vocal", slot => slot < 600 ? -20 : -18).IsFocal = true;
        TrackInstance guitar = song.Add("Guitar", slot => slot < 600 ? -45 : -22);
        song.Play(0, 1200);

        song.Mix.Song.CountPart(10, 50);
        song.Coordinator.Refresh();

        Assert.That(song.Reading(guitar).InsertRelativeLu, Is.EqualTo(-25).Within(0.01));
        Assert.That(song.Curve(guitar, 1200)[150..450], Is.All.EqualTo(-25).Within(0.01), "and the curve shows what counts");
    }

    [Test]
    public void ChosenPart_IsTheReadingOfASongThatIsNoMoreThanThat([Range(1, 6)] int seed)
    {
        Random random = new(seed);
        double[] vocal = [.. Enumerable.Range(0, 1200).Select(_ => -20 - (40 * random.NextDouble() * random.NextDouble()))];
        double[] guitar = [.. Enumerable.Range(0, 1200).Select(_ => -25 - (40 * random.NextDouble() * random.NextDouble()))];
        (int from, int to) = (random.Next(0, 500), random.Next(700, 1200));
        TrackReading part = Read((0, 1200), song => song.Mix.Song.CountPart(from / 10.0, to / 10.0));
        TrackReading alone = Read((from, to), _ => { });

        Assert.That(part.InsertRelativeLu, Is.EqualTo(alone.InsertRelativeLu).Within(1e-4));
        Assert.That(part.HeardTogetherSeconds, Is.EqualTo(alone.HeardTogetherSeconds).Within(1e-9));
        Assert.That(part.UnderFocalLu, Is.EqualTo(alone.UnderFocalLu).Within(1e-4));

        TrackReading Read((int From, int To) stretch, Action<SlotSong> count)
        {
            using SlotSong song = new();
            song.Add("Vocal", slot => vocal[slot]).IsFocal = true;
            TrackInstance track = song.Add("Guitar", slot => guitar[slot]);
            song.Play(stretch.From, stretch.To);
            count(song);
            song.Coordinator.Refresh();
            return song.Reading(track);
        }
    }

    [Test]
    public void LoudestPart_IsTheDensest30SOfTheSum()
    {
        using SlotSong song = Playing(out TrackInstance guitar);

        song.Mix.Song.Count(CountsKind.LoudestPart);
        song.Coordinator.Refresh();

        SongCounts counts = song.Mix.State.Snapshot.Counts;
        Assert.That((counts.Kind, counts.FromSeconds, counts.ToSeconds), Is.EqualTo((CountsKind.LoudestPart, 40.0, 70.0)), "the first 30 s of the chorus");
        Assert.That(song.Reading(guitar).InsertRelativeLu, Is.EqualTo(-6).Within(0.01));
    }

    [Test]
    public void LoudestPart_FadersDecideWhichItIs()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        TrackInstance early = song.Add("Organ", slot => slot < 400 ? -10 : -60);
        song.Add("Brass", slot => slot >= 800 ? -14 : -60);
        song.Play(0, 1200);
        song.Mix.Song.Count(CountsKind.LoudestPart);
        song.Coordinator.Refresh();
        Assert.That(song.Mix.State.Snapshot.Counts.FromSeconds, Is.LessThan(11));

        early.FaderDb = -20;
        song.Coordinator.Refresh();

        Assert.That(song.Mix.State.Snapshot.Counts.FromSeconds, Is.GreaterThan(75));
    }

    [Test]
    public void LoudestPart_SongShorterThan30S_IsTheWhole()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        song.Add("Guitar", _ => -26);
        song.Play(0, 250);

        song.Mix.Song.Count(CountsKind.LoudestPart);
        song.Coordinator.Refresh();

        Assert.That(song.Mix.State.Snapshot.Counts.IsWhole, Is.True);
    }

    [Test]
    public void Loop_HostGoesRoundTwice_CountsUntilTheSongPlaysOn()
    {
        using SlotSong song = Playing(out TrackInstance guitar);
        song.Mix.Song.Count(CountsKind.Loop);
        song.Coordinator.Refresh();
        Assert.That(song.Mix.State.Snapshot.Counts.IsWhole, Is.True, "nothing loops yet");

        for (int round = 0; round < 4; round++)
        {
            song.Play(450, 600);
        }

        SongCounts counts = song.Mix.State.Snapshot.Counts;
        Assert.That((counts.FromSeconds, counts.ToSeconds), Is.EqualTo((45.0, 60.0)));
        Assert.That(song.Reading(guitar).InsertRelativeLu, Is.EqualTo(-6).Within(0.01));

        song.Play(450, 700);
        Assert.That(song.Mix.State.Snapshot.Counts.IsWhole, Is.True, "the song plays on");
    }

    [Test]
    public void HintAndHeadline_OfAPart_SayWhich()
    {
        using SlotSong song = Playing(out TrackInstance guitar);
        song.Mix.Song.CountPart(42, 75.5);
        song.Coordinator.Refresh();

        Assert.That(song.Mix.State.Advice.Headline, Does.StartWith("From 0:42.0 to 1:15.5: "));
        Assert.That(song.Mix.State.Advice.For(guitar.Id)!.Reason, Does.Contain("from 0:42.0 to 1:15.5"));
    }

    [Test]
    public void HintAndHeadline_OfTheLoudestPart_SayIt()
    {
        using SlotSong song = Playing(out TrackInstance guitar);
        song.Mix.Song.Count(CountsKind.LoudestPart);
        song.Coordinator.Refresh();

        Assert.That(song.Mix.State.Advice.Headline, Does.StartWith("In the loudest part, 0:40.0 to 1:10.0: "));
        Assert.That(song.Mix.State.Advice.For(guitar.Id)!.Reason, Does.Contain("in the loudest part, 0:40.0 to 1:10.0"));
    }

    [Test]
    public void Hint_OfAPartInWhichTheTrackRests_SaysThatItIsNotHeardThere()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        TrackInstance guitar = song.Add("Guitar", slot => slot < 600 ? -26 : -120);
        song.Play(0, 1200);

        song.Mix.Song.CountPart(70, 100);
        song.Coordinator.Refresh();

        Assert.That(song.Mix.State.Advice.For(guitar.Id)!.Reason, Is.EqualTo("Not heard with the focal from 1:10.0 to 1:40.0: let another part count."));
    }

    [Test]
    public void VoiceOfTwoTracks_OfAPart_IsTheSumOfTheirParts()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        TrackInstance left = song.Add("Gtr L", slot => slot < 600 ? -26 : -36);
        song.Add("Gtr R", slot => slot < 600 ? -26 : -36);
        song.Play(0, 1200);

        song.Mix.Song.CountPart(0, 55);
        song.Coordinator.Refresh();

        Assert.That(song.Mix.State.Advice.For(left.Id)!.RelativeLu, Is.EqualTo(-6 + (10 * Math.Log10(2))).Within(0.02));
    }

    [Test]
    public void Counts_AndSectionNames_AreSavedWithTheMix()
    {
        using SlotSong song = Playing(out TrackInstance guitar);
        song.Mix.Song.CountPart(42, 75.5);
        _ = song.Song;
        Assert.That(song.Mix.Song.NameSection(50, "Chorus"), Is.True);
        byte[] saved = guitar.SaveState();

        using SlotSong other = new(isTouched: false);
        TrackInstance loaded = other.Add("Guitar", Guitar);
        string? warning = loaded.LoadState(saved);

        Assert.That(warning, Is.Null);
        MixSettings settings = other.Mix.Settings;
        Assert.That((settings.Counts, settings.CountsFromSeconds, settings.CountsToSeconds), Is.EqualTo((CountsKind.ChosenPart, 42.0, 75.5)));
        Assert.That(settings.SectionNames.Select(name => name.Name), Is.EqualTo(new[] { "Chorus" }));
    }

    [TestCase(10, 10)]
    [TestCase(20, 10)]
    [TestCase(double.NaN, 10)]
    [TestCase(0, double.PositiveInfinity)]
    [TestCase(1.01, 1.05)]
    public void CountPart_NoPart_IsRefused(double from, double to)
    {
        using SlotSong song = Playing(out _);

        Assert.That(song.Mix.Song.CountPart(from, to), Is.False);
        Assert.That(song.Mix.Settings.Counts, Is.EqualTo(CountsKind.WholeSong));
    }

    [Test]
    public void Part_SongChangesWithinIt_Follows()
    {
        double guitarLufs = -26;
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        TrackInstance guitar = song.Add("Guitar", _ => guitarLufs);
        song.Play(0, 600);
        song.Mix.Song.CountPart(10, 40);
        song.Coordinator.Refresh();

        guitarLufs = -30;
        song.Play(0, 600);

        Assert.That(song.Reading(guitar).InsertRelativeLu, Is.EqualTo(-10).Within(0.05));
        Assert.That(song.Reading(guitar).Confidence, Is.EqualTo(Confidence.Steady));
    }

    private static SlotSong Playing(out TrackInstance guitar)
    {
        SlotSong song = new();
        song.Add("Vocal", Vocal).IsFocal = true;
        guitar = song.Add("Guitar", Guitar);
        song.Play(0, 1200);
        return song;
    }
}
