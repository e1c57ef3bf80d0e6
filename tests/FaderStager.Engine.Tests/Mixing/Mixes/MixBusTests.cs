using FaderStager.Audio.Blocks;
using FaderStager.Engine.Tests.Mixing.Tracks;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

/// <summary>Issue 10, case 5: what an instance on the mix bus tells is true after every move.</summary>
public sealed class MixBusTests
{
    [Test]
    public void FocalAgainstRest_GuitarDown10_IsEstimatedUntilHeard_ThenMeasured()
    {
        using Song song = Of(out _, out Player guitar, out _);
        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((true, 0.0)));

        guitar.Track.FaderDb = -10;
        song.Refresh();
        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((false, 10.0)), "was 0.0 measured");

        song.Play(60, 62);
        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((false, 10.0)), "too little was heard since");

        song.Play(62, 75);
        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((true, 10.0)));
    }

    /// <summary>The worker was late: what waits for it was heard before the move, and is not taken for what was heard since.</summary>
    [Test]
    public void FocalAgainstRest_SlotsThatWaitedWhenAFaderMoved_AreOfBefore()
    {
        using Song song = Of(out _, out Player guitar, out _);
        song.PlayWithoutTurns(60, 100);
        guitar.Track.FaderDb = -10;
        song.Refresh();
        song.Refresh();

        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((false, 10.0)));
    }

    [Test]
    public void FocalAgainstRest_FocalUp29_IsUpByAsMuch()
    {
        using Song song = Of(out Player vocal, out _, out _);
        vocal.Track.FaderDb = 2.9;
        song.Refresh();
        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((false, 2.9)), "was +16.3");

        song.Play(0, 10);
        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((true, 2.9)));
    }

    /// <summary>The bus counts for what it heard, not for the whole song of the focal: its loud part is held against the focal's there.</summary>
    [Test]
    public void FocalAgainstRest_BusHeardTheLoudPartOnly_IsMeasuredThere()
    {
        using Song song = new();
        Player vocal = song.Add("Lead Vocal", seconds => seconds < 60 ? -26 : -20);
        Player guitar = song.Add("Guitar", seconds => seconds < 60 ? -26 : -20);
        song.AddBus();
        vocal.Track.IsFocal = true;
        song.Play(0, 120);
        guitar.Track.FaderDb = -6;
        song.Play(60, 80);

        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((true, 6.0)));
    }

    [Test]
    public void FocalAgainstRest_TrackJoinsInTheLoudPart_IsHeldAgainstTheFocalThere()
    {
        using Song song = new();
        song.Add("Lead Vocal", seconds => seconds < 60 ? -30 : -20).Track.IsFocal = true;
        song.Play(0, 60);
        song.Add("Guitar", _ => -17);
        song.Play(60, 90);

        Assert.That(song.Snapshot.FocalAgainstRestLu, Is.EqualTo(-3).Within(0.1));
    }

    [TestCase(0, FaderPlace.PluginFader)]
    [TestCase(-3, FaderPlace.PluginFader)]
    [TestCase(-3, FaderPlace.DawFader)]
    public void FocalAgainstRest_AnyOrderOfMoves_IsTheTruth(double vocalDb, FaderPlace place)
    {
        using Song song = Of(out Player vocal, out Player guitar, out _);
        vocal.Track.FaderPlace = guitar.Track.FaderPlace = place;
        Random random = new(7);
        for (int move = 0; move < 12; move++)
        {
            double guitarDb = Math.Round((random.NextDouble() * 24) - 18, 1);
            (vocal.Track.FaderDb, guitar.Track.FaderDb) = (vocalDb, guitarDb);
            song.Refresh();
            Assert.That(song.Snapshot.FocalAgainstRestLu, Is.EqualTo(vocalDb - guitarDb).Within(0.05), "at once");
            double from = random.Next(0, 40);
            song.Play(from, from + random.Next(1, 20));
            Assert.That(song.Snapshot.FocalAgainstRestLu, Is.EqualTo(vocalDb - guitarDb).Within(0.1), "once it was heard");
        }
    }

    /// <summary>A move that only hearing tells of: the clip of the guitar was made louder.</summary>
    [Test]
    public void FocalAgainstRest_TrackChangedUpstream_BusOfBeforeDoesNotCount()
    {
        using Song song = Of(out _, out Player guitar, out _);
        guitar.GainDb = 6;
        song.Play(20, 30);

        Assert.That((song.Snapshot.RestIsMeasured, Math.Round(song.Snapshot.FocalAgainstRestLu, 1)), Is.EqualTo((true, -6.0)));
    }

    [Test]
    public void PredictedPeak_BusHeard_IsWhatItMeasuredAndMovesWithTheFaders()
    {
        using Song song = new();
        Player vocal = song.Add("Lead Vocal", _ => -12);
        Player guitar = song.Add("Guitar", _ => -12);
        Player bus = song.AddBus();
        bus.GainDb = 4;
        vocal.Track.IsFocal = true;
        song.Play(0, 60);
        double foretoldDb = -12 + 3.01;
        Assert.That(song.Snapshot.PeakIsFromBus);
        Assert.That(song.Snapshot.PredictedPeakDbfs, Is.EqualTo(foretoldDb + 4).Within(0.2));
        Assert.That(song.Snapshot.BusLufs, Is.EqualTo(foretoldDb + 4).Within(0.1));
        Assert.That(song.Mix.State.Advice.HeadroomMoveDb, Is.Zero);

        song.Mix.MoveAllFaders(5);
        song.Refresh();
        Assert.That(song.Snapshot.PredictedPeakDbfs, Is.EqualTo(foretoldDb + 9).Within(0.2), "a known move, at once");
        Assert.That(song.Mix.State.Advice.HeadroomMoveDb, Is.EqualTo(-6).Within(0.25));
        song.Play(10, 20);
        Assert.That(song.Snapshot.PredictedPeakDbfs, Is.EqualTo(foretoldDb + 9).Within(0.2));

        (vocal.Track.FaderDb, guitar.Track.FaderDb) = (0, -40);
        song.Refresh();
        Assert.That(song.Snapshot.PredictedPeakDbfs, Is.EqualTo(-12 + 4).Within(0.2));
    }

    /// <summary>The bus plays into a peak that no track foretells; a part of the song that it has not heard is foretold all the same.</summary>
    [Test]
    public void PredictedPeak_BusJoinedLate_IsTheHigherOfBoth()
    {
        using Song song = new();
        Player vocal = song.Add("Lead Vocal", seconds => seconds < 30 ? -6 : -20);
        vocal.Track.IsFocal = true;
        song.Play(0, 60);
        song.AddBus();
        song.Play(40, 60);
        Assert.That((song.Snapshot.PeakIsFromBus, Math.Round(song.Snapshot.PredictedPeakDbfs)), Is.EqualTo((false, -6.0)));

        song.Play(0, 60);
        Assert.That((song.Snapshot.PeakIsFromBus, Math.Round(song.Snapshot.PredictedPeakDbfs)), Is.EqualTo((true, -6.0)));
    }

    [Test]
    public void PredictedPeak_AllFadersDown_IsNothing()
    {
        using Song song = Of(out _, out _, out _);
        song.Mix.SetAllFaders(double.NegativeInfinity);
        song.Refresh();

        Assert.That(song.Snapshot.PredictedPeakDbfs, Is.EqualTo(double.NegativeInfinity));
        Assert.That(song.Snapshot.FocalAgainstRestLu, Is.NaN);
    }

    [TestCase(double.NegativeInfinity, 0)]
    [TestCase(-20, 1.76)]
    [TestCase(-15, 4.12)]
    public void BusAgainstTracks_SomethingElseOnTheBus_IsHowMuchMore(double elseLufs, double moreLu)
    {
        using Song song = new();
        song.Add("Lead Vocal", _ => -20).Track.IsFocal = true;
        song.Add("Guitar", _ => -20);
        song.AddBus(_ => Decibels.ToPower(elseLufs));
        song.Play(0, 30);

        Assert.That(song.Snapshot.BusAgainstTracksLu, Is.EqualTo(moreLu).Within(0.1));
    }

    /// <summary>After a move nothing is said until the bus has heard of it.</summary>
    [Test]
    public void BusAgainstTracks_FaderMoved_IsNotKnownUntilHeard()
    {
        using Song song = Of(out _, out Player guitar, out _);
        guitar.Track.FaderDb = -30;
        song.Refresh();
        Assert.That(song.Snapshot.BusAgainstTracksLu, Is.NaN);

        song.Play(5, 15);
        Assert.That(song.Snapshot.BusAgainstTracksLu, Is.Zero.Within(0.1));
    }

    /// <summary>A track that joins brings a sound that the bus had before: what it heard then says nothing of the tracks.</summary>
    [Test]
    public void BusAgainstTracks_TrackInsertedLate_IsNotHeldAgainstTheTracksOfBefore()
    {
        using Song song = new();
        song.Add("Lead Vocal", _ => -20).Track.IsFocal = true;
        song.AddBus(_ => Decibels.ToPower(-14));
        song.Play(0, 30);
        Assert.That(song.Snapshot.BusAgainstTracksLu, Is.EqualTo(7).Within(0.1));

        song.Add("Guitar", _ => -14);
        song.Refresh();
        Assert.That(song.Snapshot.BusAgainstTracksLu, Is.NaN);
        song.Play(30, 40);
        Assert.That(song.Snapshot.BusAgainstTracksLu, Is.Zero.Within(0.1));
    }

    /// <summary>A vocal, a guitar and the bus that sums them, heard for 60 s.</summary>
    private static Song Of(out Player vocal, out Player guitar, out Player bus)
    {
        Song song = new();
        vocal = song.Add("Lead Vocal", _ => -20);
        guitar = song.Add("Guitar", _ => -20);
        bus = song.AddBus();
        vocal.Track.IsFocal = true;
        song.Play(0, 60);
        return song;
    }
}
