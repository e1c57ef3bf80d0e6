using System.Collections.Immutable;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Engine.Tests.Mixing.Songs;

/// <summary>Where one fader cannot be right: a guitar that is 5 LU louder in the choruses, and its whole kind.</summary>
public sealed class RideTests
{
    private static readonly (int From, int To)[] Choruses = [(200, 400), (600, 800), (900, 1100)];

    private static bool IsChorus(int slot) => Choruses.Any(chorus => slot >= chorus.From && slot < chorus.To);

    [TestCase(5, 0, ApproachKind.TopDown)]
    [TestCase(5, 0, ApproachKind.BottomUp)]
    [TestCase(5, 9, ApproachKind.TopDown)]
    [TestCase(5, -9, ApproachKind.TopDown)]
    [TestCase(-6, 0, ApproachKind.TopDown)]
    [TestCase(8, 4, ApproachKind.TopDown)]
    public void Rides_GuitarAnotherLevelInTheChoruses_AreExactlyThose(double overLu, double allOverLu, ApproachKind approach)
    {
        using SlotSong song = new();
        song.Mix.Edit(settings => settings with { Approach = approach });
        song.Add("Vocal", slot => -20 + Wobble(slot, 31)).IsFocal = true;
        song.Add("Bass", slot => -24 + Wobble(slot, 23));
        song.Add("Keys", slot => -25 + Wobble(slot, 19) + (IsChorus(slot) ? 1 : 0));
        TrackInstance guitar = song.Add("Guitar", slot => -24 + allOverLu + Wobble(slot, 17) + (IsChorus(slot) ? overLu : 0));
        song.Play(0, 1300);

        ImmutableArray<Ride> rides = song.Song.Rides;

        Assert.That(rides.Select(ride => ride.TrackId).Distinct(), Is.EqualTo(new[] { guitar.Id }));
        Ride[] inOrder = [.. rides.OrderBy(ride => ride.FromSeconds)];
        Assert.That(inOrder.Select(ride => ride.FromSeconds), Is.EqualTo(Choruses.Select(chorus => chorus.From / 10.0)).Within(1), "3 s windows over a guitar that wanders by 1.6 LU");
        Assert.That(inOrder.Select(ride => ride.ToSeconds), Is.EqualTo(Choruses.Select(chorus => chorus.To / 10.0)).Within(1), "3 s windows over a guitar that wanders by 1.6 LU");
        Assert.That(inOrder.Select(ride => ride.OverLu), Is.All.EqualTo(overLu).Within(0.7));
        Assert.That(inOrder.Select(ride => ride.Section), Is.All.Not.Empty);
    }

    [Test]
    public void Rides_VerseCounts_AreTheChoruses()
    {
        using SlotSong song = Playing(5);
        song.Mix.Song.CountPart(2, 18);

        Assert.That(song.Song.Rides.Select(ride => ride.OverLu), Is.EqualTo(new[] { 5.0, 5.0, 5.0 }).Within(0.2));
    }

    [Test]
    public void Rides_ChorusCounts_AreTheVerses()
    {
        using SlotSong song = Playing(5);
        song.Mix.Song.CountPart(22, 38);

        Ride[] rides = [.. song.Song.Rides.OrderBy(ride => ride.FromSeconds)];
        Assert.That(rides.Select(ride => ride.OverLu), Is.All.EqualTo(-5).Within(0.2));
        Assert.That(rides.Select(ride => ride.FromSeconds), Is.EqualTo(new[] { 0.0, 40, 80, 110 }).Within(0.6));
    }

    [Test]
    public void Rides_VerseAndChorusEquallyLong_AreTheLouderOnes()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        song.Add("Guitar", slot => slot / 160 % 2 == 1 ? -19 : -24);
        song.Play(0, 640);

        Assert.That(song.Song.Rides.Select(ride => (Math.Round(ride.FromSeconds), Math.Round(ride.OverLu))), Is.EquivalentTo(new[] { (16.0, 5.0), (48.0, 5.0) }));
    }

    [TestCase(3.5)]
    [TestCase(-3.5)]
    public void Rides_WithinTheTolerance_AreNone(double overLu)
    {
        using SlotSong song = Playing(overLu);

        Assert.That(song.Song.Rides, Is.Empty);
    }

    [Test]
    public void Rides_ShorterThanTwoSeconds_AreNone()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        song.Add("Guitar", slot => slot is >= 300 and < 306 ? -18 : -24);
        song.Play(0, 900);

        Assert.That(song.Song.Rides, Is.Empty);
    }

    [Test]
    public void Rides_VoiceThatRestsWithinThem_AreOne()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        song.Add("Guitar", slot => slot is >= 330 and < 360 ? -120 : slot is >= 200 and < 500 ? -18 : -24);
        song.Play(0, 1000);

        Assert.That(song.Song.Rides.Select(ride => (ride.FromSeconds, ride.ToSeconds)), Is.EqualTo(new[] { (20.0, 50.0) }).Within(0.3));
    }

    [Test]
    public void Rides_TheLoudestAndLongest_ComesFirst()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        TrackInstance shaker = song.Add("Shaker", slot => slot is >= 200 and < 500 ? -34 : -40);
        TrackInstance guitar = song.Add("Guitar", slot => slot is >= 600 and < 900 ? -18 : -24);
        song.Play(0, 1600);

        Assert.That(song.Song.Rides.Select(ride => ride.TrackId), Is.EqualTo(new[] { guitar.Id, shaker.Id }));
    }

    [Test]
    public void Rides_FocalDropsUnderAll_IsTheFocalsOwn()
    {
        using SlotSong song = new();
        TrackInstance vocal = song.Add("Vocal", slot => slot is >= 400 and < 600 ? -26 : -20);
        vocal.IsFocal = true;
        song.Add("Bass", slot => -24 + Wobble(slot, 23));
        song.Add("Keys", slot => -25 + Wobble(slot, 19));
        song.Add("Guitar", slot => -24 + Wobble(slot, 17));
        song.Add("Kick", slot => -27);
        song.Play(0, 1300);

        Ride ride = song.Song.Rides.Single();

        Assert.That(ride.TrackId, Is.EqualTo(vocal.Id));
        Assert.That(ride.OverLu, Is.EqualTo(-6).Within(0.5));
        Assert.That((ride.FromSeconds, ride.ToSeconds), Is.EqualTo((40.0, 60.0)).Within(1));
    }

    [Test]
    public void Rides_NoFocalOrNothingHeard_AreNone()
    {
        using SlotSong song = new();
        Assert.That(song.Song, Is.EqualTo(SongState.Empty));
        song.Add("Guitar", slot => slot < 300 ? -20 : -30);
        song.Play(0, 600);

        Assert.That(song.Song.Rides, Is.Empty);
        Assert.That(song.Song.Rows, Is.Empty);
        Assert.That(song.Song.Sections, Is.Not.Empty);
    }

    private static double Wobble(int slot, double period) => 0.8 * Math.Sin(slot / period);

    private static SlotSong Playing(double overLu)
    {
        SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        song.Add("Guitar", slot => -24 + (IsChorus(slot) ? overLu : 0));
        song.Play(0, 1300);
        return song;
    }
}
