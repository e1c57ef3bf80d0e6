using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>Several instances on one track are one track: the first one trims, the last one is staged, and the balance stays.</summary>
public sealed class TrimTests
{
    [Test]
    public void TrimAtTheFirst_LaterReadingOfTheBalanceStays_SoundBetweenRises()
    {
        using ChainRig rig = ChainRig.With(2);
        (TrackInstance first, TrackInstance last) = (rig.Bass[0], rig.Bass[1]);
        float between = 0;
        rig.Between = x =>
        {
            between = Math.Max(between, Math.Abs(x));
            return x;
        };
        rig.Play(0, 27);
        between = 0;
        rig.Play(20, 25);
        float loudest = between;
        double before = rig.Balance(last);
        double lufs = ChainRig.Reading(last).IntegratedLufs;

        first.TrimDb = 6;
        rig.Coordinator.Refresh();
        Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1), "within one refresh");
        Assert.That(ChainRig.Reading(last).IntegratedLufs, Is.EqualTo(lufs + 6).Within(0.1));
        Assert.That(last.FaderDb, Is.EqualTo(-6).Within(0.01));
        Assert.That(first.FaderDb, Is.Zero);

        rig.Play(25, 27);
        between = 0;
        rig.Play(20, 25);
        Assert.That(between, Is.EqualTo(loudest * Decibels.ToAmplitude(6)).Within(0.5).Percent);
        rig.Play(0, 20);
        Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1), "heard again it is the same");
        Assert.That(ChainRig.Reading(last).OffTrimLu, Is.NaN);

        first.TrimDb = 0;
        rig.Play(20, 25);
        Assert.That(last.FaderDb, Is.Zero.Within(1e-9));
        Assert.That(rig.Out, Is.EqualTo(rig.In), "bit-exact at 0");
        Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1));
    }

    [Test]
    public void TrimFromTheHost_LikeAPersons_KeepsTheBalance()
    {
        using ChainRig rig = ChainRig.With(2);
        rig.Play(0, 20);
        double before = rig.Balance(rig.Bass[1]);
        rig.Bass[0].SetFromHost(ParameterId.Trim, ParameterInfo.Of(ParameterId.Trim).ToNormalized(6));
        rig.Coordinator.Refresh();
        Assert.That(rig.Balance(rig.Bass[1]), Is.EqualTo(before).Within(0.1));
        Assert.That(rig.Bass[1].FaderDb, Is.EqualTo(-6).Within(0.01));
    }

    [TestCase(0.1)]
    [TestCase(0.2)]
    [TestCase(0.3)]
    public void TrimWhileTheSongRolls_HeardBeforeTheNextTurn_KeepsTheBalance(double secondsBeforeTheTurn)
    {
        using ChainRig rig = ChainRig.With(2);
        (TrackInstance first, TrackInstance last) = (rig.Bass[0], rig.Bass[1]);
        rig.BassAmplitude = _ => 0.05;
        rig.Play(0, 4);
        double before = rig.Balance(last);
        double second = 4;
        foreach (double trimDb in new[] { 6.0, 0, -12, 0 })
        {
            first.SetFromHost(ParameterId.Trim, ParameterInfo.Of(ParameterId.Trim).ToNormalized(trimDb));
            rig.PlayInOneTurn(second, second + secondsBeforeTheTurn);
            Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1), "within one refresh");
            rig.Play(second + secondsBeforeTheTurn, second + 2);
            Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1), "and after it");
            second += 2;
        }
    }

    [TestCase(0, 5)]
    [TestCase(2, 3)]
    [TestCase(3, 0.5)]
    [TestCase(5, 0.1)]
    public void TrimWhileTheWorkerIsLate_KeepsTheBalance(double secondsBefore, double secondsBehind)
    {
        using ChainRig rig = ChainRig.With(2);
        (TrackInstance first, TrackInstance last) = (rig.Bass[0], rig.Bass[1]);
        rig.BassAmplitude = _ => 0.05;
        rig.Play(0, 10);
        double before = rig.Balance(last);
        double second = 10;
        foreach (double trimDb in new[] { 6.0, 0, -12, 0 })
        {
            rig.PlayUnheard(second, second + secondsBefore);
            second += secondsBefore;
            first.SetFromHost(ParameterId.Trim, ParameterInfo.Of(ParameterId.Trim).ToNormalized(trimDb));
            rig.PlayInOneTurn(second, second + secondsBehind);
            Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1), "within one refresh");
            rig.Play(second + secondsBehind, second + secondsBehind + 2);
            Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1), "and after it");
            second += secondsBehind + 2;
        }
    }

    [Test]
    public void TwoInstances_AreOneTrackOfTheMix()
    {
        using ChainRig rig = ChainRig.With(2);
        rig.Play(0, 20);
        MixState state = rig.Mix.State;
        Assert.That(state.Snapshot.Tracks.Count(track => track.IsStaged), Is.EqualTo(2), "the vocal and the bass");
        Assert.That(ChainRig.Reading(rig.Bass[0]).StagedBy, Is.EqualTo(rig.Bass[1].Id));
        Assert.That(state.Advice.For(rig.Bass[0].Id)!.Reason, Does.Contain("this one is its trim"));
        Assert.That(LevelAdvice.Of(ChainRig.Reading(rig.Bass[0]), state.Snapshot.Settings).Where, Is.EqualTo(TrimPlace.OwnTrim));
        Assert.That(LevelAdvice.Of(ChainRig.Reading(rig.Bass[1]), state.Snapshot.Settings).Cause, Is.EqualTo(LevelCause.SameTrack));
    }

    [Test]
    public void TakeTrims_BringsTheFirstToItsLevel_OneUndoTakesAllBack()
    {
        using ChainRig rig = ChainRig.With(2);
        rig.Play(0, 20);
        (TrackInstance first, TrackInstance last) = (rig.Bass[0], rig.Bass[1]);
        double before = rig.Balance(last);
        double advised = LevelAdvice.Of(ChainRig.Reading(first), MixSettings.Default).TrimDb;
        Assert.That(rig.Mix.TakeTrims(), Is.EqualTo(new[] { first.Id }));
        rig.Coordinator.Refresh();
        Assert.That(first.TrimDb, Is.EqualTo(advised).Within(0.001));
        Assert.That(LevelAdvice.Of(ChainRig.Reading(first), MixSettings.Default).IsTrim, Is.False);
        Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1));

        rig.Mix.Undo();
        rig.Coordinator.Refresh();
        Assert.That((first.TrimDb, last.FaderDb), Is.EqualTo((0.0, 0.0)));
        Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1));
    }

    [Test]
    public void CompressorBetween_IsNoticedAndSaid()
    {
        using ChainRig rig = ChainRig.With(2);

        // A gain computer: above 0.05 it lets half of each decibel through.
        double envelope = 0;
        rig.Between = x =>
        {
            envelope = Math.Max(Math.Abs(x), envelope * 0.998);
            return envelope > 0.05 ? (float)(x * Math.Pow(0.05 / envelope, 0.5)) : x;
        };
        rig.Play(0, 20);
        rig.Bass[0].TrimDb = 6;
        rig.Play(0, 20);
        TrackReading last = ChainRig.Reading(rig.Bass[1]);
        Assert.That(last.OffTrimLu, Is.InRange(-4, -2));
        Assert.That(LevelWords.OffTrim(last), Does.StartWith("The trim of +6.0 dB moved it by +").And.Contain("depends on level, so listen before you trim"));
    }

    [Test]
    public void SingleInstance_TrimKeepsItsOwnBalance()
    {
        using ChainRig rig = ChainRig.With(1);
        rig.Play(0, 20);
        double before = rig.Balance(rig.Bass[0]);
        rig.Bass[0].TrimDb = -4;
        rig.Coordinator.Refresh();
        Assert.That(rig.Balance(rig.Bass[0]), Is.EqualTo(before).Within(0.1));
        Assert.That(rig.Bass[0].FaderDb, Is.EqualTo(4).Within(0.01));
    }

    [Test]
    public void TwoInstancesInDifferentMixes_BothBalancesStay()
    {
        using ChainRig rig = ChainRig.With(2);
        rig.Bass[1].Group = MixGroup.B;
        TrackInstance other = rig.Add("Lead Vocal", null);
        other.Group = MixGroup.B;
        rig.Play(0, 20);
        double lufs = ChainRig.Reading(rig.Bass[1]).IntegratedLufs;
        rig.Bass[0].TrimDb = 6;
        rig.Coordinator.Refresh();
        Assert.That(ChainRig.Reading(rig.Bass[1]).IntegratedLufs, Is.EqualTo(lufs + 6).Within(0.1), "the sound behind rises, in whatever mix");
        Assert.That(rig.Bass[1].FaderDb, Is.EqualTo(-6).Within(0.01));
        Assert.That(rig.Bass[0].FaderDb, Is.Zero, "its plug-in fader would only take the trim back");
        Assert.That(ChainRig.Reading(rig.Bass[0]).IsStaged && ChainRig.Reading(rig.Bass[1]).IsStaged, "each counts in its own mix");
    }

    [Test]
    public void ThreeInstances_TheLastIsStaged_AndEachHearsTheTrimsBeforeIt()
    {
        using ChainRig rig = ChainRig.With(3);
        rig.Play(0, 20);
        double balance = rig.Balance(rig.Bass[2]);
        double[] before = [.. rig.Bass.Select(track => ChainRig.Reading(track).IntegratedLufs)];
        rig.Bass[0].TrimDb = 6;
        rig.Coordinator.Refresh();
        rig.Bass[1].TrimDb = -2;
        rig.Coordinator.Refresh();
        double[] moved = [.. rig.Bass.Select((track, i) => ChainRig.Reading(track).IntegratedLufs - before[i])];
        Assert.That(moved, Is.EqualTo(new[] { 6, 4.0, 4 }).Within(0.1));
        Assert.That(rig.Bass.Select(track => track.FaderDb), Is.EqualTo(new[] { 0, 0, -4.0 }).Within(0.01));
        Assert.That(rig.Balance(rig.Bass[2]), Is.EqualTo(balance).Within(0.1));
        Assert.That(rig.Mix.State.Snapshot.Tracks.Count(track => track.IsStaged), Is.EqualTo(2));
    }

    [Test]
    public void FirstInstanceRemoved_LevelBehindFollows_NoFaderMoves()
    {
        using ChainRig rig = ChainRig.With(2);
        rig.Play(0, 20);
        (TrackInstance first, TrackInstance last) = (rig.Bass[0], rig.Bass[1]);
        double lufs = ChainRig.Reading(last).IntegratedLufs;
        first.TrimDb = 6;
        rig.Coordinator.Refresh();
        rig.Bass.RemoveAt(0);
        first.Dispose();
        rig.Coordinator.Refresh();
        Assert.That(ChainRig.Reading(last).IntegratedLufs, Is.EqualTo(lufs).Within(0.1));
        Assert.That(last.FaderDb, Is.EqualTo(-6).Within(0.01), "the trim is gone with its instance; the hint says where the fader belongs");
        Assert.That(ChainRig.Reading(last).IsStaged);
    }

    [Test]
    public void PairedByHand_WhereTheHostTellsNothing_TrimsTheOther()
    {
        using ChainRig rig = ChainRig.With(2, new HostTrack("Bass"));
        rig.Play(0, 20);
        (TrackInstance first, TrackInstance last) = (rig.Bass[0], rig.Bass[1]);
        Assert.That(ChainRig.Reading(first).StagedBy, Is.EqualTo(Guid.Empty), "a name alone pairs nothing");
        Assert.That(rig.Mix.Pair(first.Id, last.Id));
        rig.Coordinator.Refresh();
        double before = rig.Balance(last);
        first.TrimDb = 6;
        rig.Coordinator.Refresh();
        Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1));
        Assert.That(last.FaderDb, Is.EqualTo(-6).Within(0.01));

        TrackInstance again = new(rig.Coordinator);
        Assert.That(again.LoadState(first.SaveState()), Is.Null);
        Assert.That(again.TrimDb, Is.EqualTo(6));
        Assert.That(rig.Mix.Pair(first.Id, first.Id), Is.False);
    }

    [Test]
    public void DawsOwnFader_WaitsForThePersonAtThePlaceThatKeepsTheBalance()
    {
        using ChainRig rig = ChainRig.With(2);
        TrackInstance last = rig.Bass[1];
        last.FaderPlace = FaderPlace.DawFader;
        last.FaderDb = -3;
        rig.Play(0, 20);
        double before = rig.Balance(last);
        rig.Bass[0].TrimDb = 6;
        rig.Coordinator.Refresh();
        Assert.That(last.FaderDb, Is.EqualTo(-3), "nobody has moved it yet");
        Assert.That(ChainRig.Reading(last).PendingFaderDb, Is.EqualTo(-9).Within(0.01));
        rig.Mix.ConfirmFader(last.Id);
        rig.Coordinator.Refresh();
        Assert.That(rig.Balance(last), Is.EqualTo(before).Within(0.1));
    }

    [Test]
    public void LoadedTrim_MovesNoFader()
    {
        using ChainRig rig = ChainRig.With(2);
        rig.Bass[0].TrimDb = 6;
        byte[] trimmed = rig.Bass[0].SaveState();
        rig.Bass[0].TrimDb = 0;
        rig.Coordinator.Refresh();
        Assert.That(rig.Bass[1].FaderDb, Is.Zero.Within(1e-9));
        rig.Bass[0].LoadState(trimmed);
        rig.Coordinator.Refresh();
        Assert.That(rig.Bass[0].TrimDb, Is.EqualTo(6));
        Assert.That(rig.Bass[1].FaderDb, Is.Zero.Within(1e-9), "its own state says where it is");
    }

    [Test]
    public void Pictures_AndUndo_MoveAlongWithATrim()
    {
        using ChainRig rig = ChainRig.With(2);
        rig.Play(0, 20);
        rig.Mix.SetFader(rig.Bass[1].Id, -3);
        rig.Bass[0].TrimDb = 6;
        rig.Coordinator.Refresh();
        Assert.That(rig.Bass[1].FaderDb, Is.EqualTo(-9).Within(0.01));
        rig.Mix.Undo();
        Assert.That(rig.Bass[1].FaderDb, Is.EqualTo(-6).Within(0.01), "where it was before its move, with the trim counted");
    }

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    public void BadSamples_ThroughATrim_TakeNothingDown(float bad)
    {
        using ChainRig rig = ChainRig.With(2);
        rig.Bass[0].TrimDb = 6;
        rig.BassAmplitude = seconds => seconds is > 5 and < 5.1 ? bad : 0.1;
        rig.Play(0, 20);
        Assert.That(double.IsFinite(ChainRig.Reading(rig.Bass[1]).IntegratedLufs));
        Assert.That(double.IsFinite(rig.Balance(rig.Bass[1])));
    }

    [Test]
    public void Silence_ThroughATrim_StaysSilence()
    {
        using ChainRig rig = ChainRig.With(2);
        rig.BassAmplitude = _ => 0;
        rig.Play(0, 5);
        rig.Bass[0].TrimDb = 36;
        rig.Play(5, 10);
        Assert.That(rig.Out, Has.All.Zero);
        Assert.That(ChainRig.Reading(rig.Bass[1]).IntegratedLufs, Is.EqualTo(double.NegativeInfinity));
    }
}
