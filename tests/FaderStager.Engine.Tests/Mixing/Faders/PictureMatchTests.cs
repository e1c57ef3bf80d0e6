using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Faders;

/// <summary>A and B at equal loudness, as heard at the outputs of the tracks.</summary>
public sealed class PictureMatchTests
{
    private const double SameLu = 0.1;

    [Test]
    public void SwitchPicture_LouderOne_ComesDownAndBothAreHeardEquallyLoud()
    {
        using NoiseMix song = Band();
        double a = song.Hear().Lufs;
        song.Mix.SwitchPicture();
        song.Mix.SetFader(song.Tracks[1].Id, 8);
        song.Mix.SetFader(song.Tracks[2].Id, 5);
        double unmatched = song.Hear().Lufs;
        song.Mix.SwitchPicture();
        double backAtA = song.Hear().Lufs;
        song.Mix.SwitchPicture();
        double b = song.Hear().Lufs;
        Assert.Multiple(() =>
        {
            Assert.That(unmatched - a, Is.GreaterThan(2), "what a person does to the present picture is heard as it is");
            Assert.That(backAtA, Is.EqualTo(unmatched).Within(SameLu), "A comes up to what was just heard");
            Assert.That(b, Is.EqualTo(backAtA).Within(SameLu));
            Assert.That(song.Mix.Pictures.Match.Kind, Is.EqualTo(PictureMatchKind.Matched));
        });
    }

    [Test]
    public void SwitchPicture_RandomFadersOnManyTracks_StaysEquallyLoud([Range(1, 6)] int seed)
    {
        Random random = new(seed);
        using NoiseMix song = new();
        for (int i = 0; i < 9; i++)
        {
            song.Add($"Track {i}", -40 + (random.NextDouble() * 12));
        }

        song.Hear();
        song.Mix.SwitchPicture();
        foreach (TrackInstance track in song.Tracks)
        {
            song.Mix.SetFader(track.Id, Math.Round((random.NextDouble() * 16) - 10, 1));
        }

        double before = song.Hear().Lufs;
        song.Mix.SwitchPicture();
        double after = song.Hear().Lufs;
        Assert.Multiple(() =>
        {
            Assert.That(Math.Abs(song.Mix.Pictures.GainDb), Is.GreaterThan(0.05), "these pictures differ");
            Assert.That(after, Is.EqualTo(before).Within(SameLu));
        });
    }

    [Test]
    public void SwitchPicture_NoRoomAboveTheSofterOne_NeverClipsAndTheLouderOneComesDown()
    {
        using NoiseMix song = new();
        TrackInstance vocal = song.Add("Lead Vocal", -9);
        TrackInstance bass = song.Add("Bass", -9);
        song.Hear();
        song.Mix.SwitchPicture();
        song.Mix.SetFader(vocal.Id, 6);
        song.Mix.SetFader(bass.Id, 6);
        double loud = song.Hear().Lufs;
        song.Mix.SwitchPicture();
        PictureMatch up = song.Mix.Pictures.Match;
        (double Lufs, double PeakDbfs) soft = song.Hear();
        song.Mix.SwitchPicture();
        (double Lufs, double PeakDbfs) down = song.Hear();
        Assert.Multiple(() =>
        {
            Assert.That(up.Kind, Is.EqualTo(PictureMatchKind.Limited));
            Assert.That(soft.PeakDbfs, Is.LessThan(0));
            Assert.That(soft.Lufs, Is.LessThan(loud - 1), "there is no room for all of it");
            Assert.That(song.Mix.Pictures.GainDb, Is.LessThan(-1), "the louder one comes down by the rest");
            Assert.That(down.Lufs, Is.EqualTo(soft.Lufs).Within(SameLu));
        });
    }

    [Test]
    public void GainAbove0_FadersComeUp_LeavesTheirRoom()
    {
        using NoiseMix song = Band();
        song.Hear();
        song.Mix.SwitchPicture();
        song.Mix.SetAllFaders(6);
        song.Mix.SwitchPicture();
        Assert.That(song.Mix.Pictures.GainDb, Is.EqualTo(6).Within(SameLu));
        song.Mix.SetAllFaders(12);
        song.Tracks[0].TrimDb = 12;
        song.Hear();
        Assert.That(song.Mix.Pictures.GainDb, Is.LessThanOrEqualTo(Math.Max(0, Headroom.HighestPeakDbfs - song.Snapshot.PredictedPeakDbfs) + 1e-9));
    }

    [Test]
    public void SwitchPicture_SwitchedOff_PlaysEachAsItsFadersStand()
    {
        using NoiseMix song = Band();
        double a = song.Hear().Lufs;
        song.Mix.Pictures.MatchLoudness(false);
        song.Mix.SwitchPicture();
        song.Mix.SetFader(song.Tracks[1].Id, 8);
        song.Mix.SwitchPicture();
        double again = song.Hear().Lufs;
        Assert.Multiple(() =>
        {
            Assert.That(again, Is.EqualTo(a).Within(SameLu));
            Assert.That(song.Mix.Pictures.GainDb, Is.Zero);
            Assert.That(song.Mix.Pictures.Match.Kind, Is.EqualTo(PictureMatchKind.Off));
        });
    }

    [Test]
    public void MatchLoudness_SwitchedOffWhileItPlays_EndsAtOnce()
    {
        using NoiseMix song = Matched(out double a);
        song.Mix.Pictures.MatchLoudness(false);
        Assert.Multiple(() =>
        {
            Assert.That(song.Mix.Pictures.GainDb, Is.Zero);
            Assert.That(song.Hear().Lufs, Is.EqualTo(a).Within(SameLu));
        });
    }

    [Test]
    public void Match_Plays_IsInNoFaderNoSavedByteAndNoParameter()
    {
        using NoiseMix song = Band();
        song.Hear();
        song.Mix.SwitchPicture();
        song.Mix.SetFader(song.Tracks[1].Id, 8);
        song.Mix.Pictures.MatchLoudness(false);
        song.Mix.SwitchPicture();
        song.Refresh();
        byte[][] plain = [.. song.Tracks.Select(track => track.SaveState())];
        double[] plainReadings = Readings(song.Snapshot);
        song.Mix.SwitchPicture();
        song.Mix.Pictures.MatchLoudness(true);
        song.Mix.SwitchPicture();
        song.Refresh();
        Assert.Multiple(() =>
        {
            Assert.That(song.Mix.Pictures.GainDb, Is.GreaterThan(1));
            Assert.That(song.Tracks.Select(track => track.SaveState()), Is.EqualTo(plain));
            Assert.That(song.Tracks.Select(track => track.FaderDb), Is.All.Zero);
            Assert.That(Readings(song.Snapshot), Is.EqualTo(plainReadings).Within(1e-9));
        });
    }

    [Test]
    public void Undo_OfASwitch_IsMatchedLikeAnySwitch()
    {
        using NoiseMix song = Band();
        double a = song.Hear().Lufs;
        song.Mix.SwitchPicture();
        song.Mix.SetFader(song.Tracks[1].Id, 8);
        song.Mix.SwitchPicture();
        double matched = song.Hear().Lufs;
        song.Mix.Undo();
        Assert.Multiple(() =>
        {
            Assert.That(song.Mix.ActivePicture, Is.EqualTo(FaderPictureSlot.B));
            Assert.That(song.Mix.Pictures.GainDb, Is.Zero.Within(0.05));
            Assert.That(song.Hear().Lufs, Is.EqualTo(matched).Within(SameLu).And.GreaterThan(a + 1));
        });
    }

    [Test]
    public void Keep_WhileMatched_KeepsWhatTheFadersSay()
    {
        using NoiseMix song = Matched(out _);
        song.Refresh();
        TrackReading guitar = song.Snapshot.Tracks[1];
        double reads = guitar.RelativeLu(song.Snapshot.Focal!);
        song.Mix.Keep(guitar.Id, out _);
        song.Refresh();
        Assert.That(song.Snapshot.Tracks[1].TargetLu, Is.EqualTo(reads).Within(0.051));
    }

    [Test]
    public void SwitchPicture_FaderAtItsEnd_IsMatchedAllTheSame()
    {
        using NoiseMix song = Band();
        song.Hear();
        song.Mix.SetFader(song.Tracks[0].Id, FaderRange.HighestDb);
        song.Mix.SetFader(song.Tracks[2].Id, double.NegativeInfinity);
        song.Mix.SwitchPicture();
        song.Mix.SetAllFaders(8);
        double loud = song.Hear().Lufs;
        song.Mix.SwitchPicture();
        Assert.Multiple(() =>
        {
            Assert.That(song.Hear().Lufs, Is.EqualTo(loud).Within(SameLu));
            Assert.That(song.Tracks[0].FaderDb, Is.EqualTo(FaderRange.HighestDb));
        });
    }

    [Test]
    public void SwitchPicture_HostsFaders_MatchesInThePlugIns()
    {
        using NoiseMix song = new();
        FakeHost host = new() { ChannelFaderDb = 0 };
        TrackInstance vocal = song.Add("Lead Vocal", -30, host);
        song.Add("Bass", -34);
        vocal.FaderPlace = FaderPlace.HostFader;
        song.Hear();
        song.Mix.SwitchPicture();
        song.Mix.SetFader(vocal.Id, 4);
        song.Mix.SwitchPicture();
        Assert.Multiple(() =>
        {
            Assert.That(song.Mix.Pictures.GainDb, Is.InRange(2, 4));
            Assert.That(vocal.FaderDb, Is.Zero, "the host's fader is where the picture has it");
        });
    }

    [Test]
    public void SwitchPicture_FadersOfTheDawWait_IsNotMatched()
    {
        using NoiseMix song = Band();
        song.Tracks[1].FaderPlace = FaderPlace.DawFader;
        song.Hear();
        song.Mix.SwitchPicture();
        song.Mix.SetFader(song.Tracks[1].Id, 8);
        song.Mix.SwitchPicture();
        Assert.That((song.Mix.Pictures.Match.Kind, song.Mix.Pictures.GainDb), Is.EqualTo((PictureMatchKind.Waits, 0.0)));
    }

    [Test]
    public void SwitchPicture_TrackBypassed_IsNotMatchedAndSaysWhich()
    {
        using NoiseMix song = Matched(out _);
        song.Tracks[2].Edit(ParameterId.Bypass, 1);
        song.Refresh();
        Assert.That(song.Mix.Pictures.GainDb, Is.Zero, "a gain that one track does not play with changes the balance");
        song.Mix.SwitchPicture();
        Assert.That(song.Mix.Pictures.Match, Is.EqualTo(new PictureMatch(PictureMatchKind.Bypassed, TrackName: "Bass")));
    }

    [Test]
    public void SwitchPicture_WhileATurnIsUnderWay_IsMatchedWithTheNextTurn()
    {
        using NoiseMix song = Band();
        song.Hear();
        song.Mix.SwitchPicture();
        song.Mix.SetFader(song.Tracks[1].Id, 8);
        double loud = song.Hear().Lufs;
        song.BetweenTurns(() => Task.Run(song.Mix.SwitchPicture).Wait());
        Assert.That(song.Mix.Pictures.Match.Kind, Is.EqualTo(PictureMatchKind.Pending));
        song.Refresh();
        Assert.Multiple(() =>
        {
            Assert.That(song.Mix.Pictures.Match.Kind, Is.EqualTo(PictureMatchKind.Matched));
            Assert.That(song.Hear().Lufs, Is.EqualTo(loud).Within(SameLu));
        });
    }

    [Test]
    public void SwitchPicture_NothingHeard_IsNotMatched()
    {
        using NoiseMix song = Band();
        song.Mix.SwitchPicture();
        song.Mix.SetAllFaders(-3);
        song.Mix.SwitchPicture();
        Assert.That((song.Mix.Pictures.Match.Kind, song.Mix.Pictures.GainDb), Is.EqualTo((PictureMatchKind.NotHeard, 0.0)));
    }

    [Test]
    public void SwitchPicture_OneIsHardlyAMixYet_IsNotMatched()
    {
        using NoiseMix song = Band();
        song.Hear();
        song.Mix.SwitchPicture();
        song.Mix.SetAllFaders(-30);
        song.Mix.SwitchPicture();
        Assert.That((song.Mix.Pictures.Match.Kind, song.Mix.Pictures.GainDb), Is.EqualTo((PictureMatchKind.TooFarApart, 0.0)));
    }

    [Test]
    public void Match_OfflineRendering_IsNotInWhatIsRendered()
    {
        using NoiseMix song = Matched(out double a);
        foreach (TrackInstance track in song.Tracks)
        {
            NoiseMix.Prepare(track, isOffline: true);
        }

        Assert.That(song.Hear().Lufs, Is.EqualTo(a).Within(SameLu));
    }

    [Test]
    public void Match_MixBusHearsIt_ReadingsStayThoseOfTheFaders()
    {
        using NoiseMix song = Matched(out _, hasBus: true);
        song.Hear();
        MixSnapshot matched = song.Snapshot;
        song.Mix.Pictures.MatchLoudness(false);

        // Twice, for the ramp itself is heard once.
        song.Hear();
        song.Hear();
        MixSnapshot plain = song.Snapshot;
        Assert.Multiple(() =>
        {
            Assert.That(plain.RestIsMeasured && matched.RestIsMeasured);
            Assert.That(matched.FocalAgainstRestLu, Is.EqualTo(plain.FocalAgainstRestLu).Within(SameLu));
            Assert.That(matched.BusAgainstTracksLu, Is.EqualTo(plain.BusAgainstTracksLu).Within(SameLu));
            Assert.That(matched.PredictedPeakDbfs, Is.EqualTo(plain.PredictedPeakDbfs).Within(SameLu));
            Assert.That(matched.BusLufs, Is.EqualTo(plain.BusLufs).Within(SameLu));
        });
    }

    [Test]
    public void Match_TrackOutOfTheMix_IsLeftAlone()
    {
        using NoiseMix song = Matched(out _);
        song.Tracks[1].InMix = false;
        song.Refresh();
        song.Mix.SetFader(song.Tracks[0].Id, double.NegativeInfinity);
        song.Mix.SetFader(song.Tracks[2].Id, double.NegativeInfinity);
        double matched = song.Hear().Lufs;
        song.Mix.Pictures.MatchLoudness(false);
        Assert.That(song.Hear().Lufs, Is.EqualTo(matched).Within(0.01));
    }

    [TestCase(false, FaderPictureSlot.A)]
    [TestCase(true, FaderPictureSlot.B)]
    public void Hide_ByChance_Numbers1WhatPlaysThen(bool startsWithOther, FaderPictureSlot first)
    {
        using NoiseMix song = Band();
        MixPictures pictures = song.Mix.Pictures;
        pictures.Hide(startsWithOther);
        Assert.That((pictures.IsHidden, pictures.Number, song.Mix.ActivePicture), Is.EqualTo((true, 1, first)));
        song.Mix.SwitchPicture();
        pictures.Hide(startsWithOther: true);
        Assert.That(pictures.Number, Is.EqualTo(2), "hiding what is hidden changes nothing");
        pictures.Show();
        Assert.That(pictures.IsHidden, Is.False);
    }

    private static double[] Readings(MixSnapshot mix) =>
        [.. mix.Tracks.SelectMany(track => new[] { track.FaderDb, track.RelativeLu(mix.Focal!), track.TargetLu }), mix.FocalAgainstRestLu, mix.PredictedPeakDbfs];

    private static NoiseMix Band(bool hasBus = false)
    {
        NoiseMix song = new(hasBus);
        song.Add("Lead Vocal", -34).IsFocal = true;
        song.Add("Rhythm Guitar", -36).Role = Role.RhythmGuitar;
        song.Add("Bass", -36).Role = Role.Bass;
        return song;
    }

    // At A, brought up to a louder B.
    private static NoiseMix Matched(out double unmatchedLufs, bool hasBus = false)
    {
        NoiseMix song = Band(hasBus);
        unmatchedLufs = song.Hear().Lufs;
        song.Mix.SwitchPicture();
        song.Mix.SetFader(song.Tracks[1].Id, 8);
        song.Mix.SwitchPicture();
        Assert.That(song.Mix.Pictures.GainDb, Is.GreaterThan(1));
        return song;
    }
}
