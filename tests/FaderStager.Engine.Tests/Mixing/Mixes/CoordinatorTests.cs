using System.Runtime.CompilerServices;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

public sealed class CoordinatorTests
{
    [Test]
    public void Join_CopiedTrack_GetsAnIdentityOfItsOwnKeepsItsSettingsAndIsNotFocal()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.IsFocal = true;
        vocal.TargetOffsetLu = -2;
        vocal.FaderDb = -4.5;

        TrackInstance copy = new(session.Coordinator);
        copy.LoadState(vocal.SaveState());
        Session.Prepare(copy);
        session.Coordinator.Refresh();

        Assert.That(copy.Id, Is.Not.EqualTo(vocal.Id));
        Assert.That(copy.IsFocal, Is.False);
        Assert.That(vocal.IsFocal, Is.True);
        Assert.That((copy.Name, copy.FaderDb, copy.TargetOffsetLu), Is.EqualTo(("Vocal", -4.5, -2.0)));
    }

    [Test]
    public void Join_TwoCopiesLoadedBeforeEitherIsPrepared_BothStandApart()
    {
        using Session session = new();
        byte[] state = session.Add("Vocal").SaveState();
        TrackInstance first = new(session.Coordinator);
        TrackInstance second = new(session.Coordinator);
        first.LoadState(state);
        second.LoadState(state);
        Session.Prepare(first);
        Session.Prepare(second);
        session.Coordinator.Refresh();

        Assert.That(session.Snapshot.Tracks.Select(track => track.Id), Is.Unique);
        Assert.That(session.Snapshot.Tracks, Has.Length.EqualTo(3));
    }

    [Test]
    public void Name_OfTracksThatNobodyNamed_IsTheLowestNumberThatIsFree()
    {
        using Session session = new();
        TrackInstance[] tracks = [.. Enumerable.Range(0, 3).Select(_ => new TrackInstance(session.Coordinator))];
        Assert.That(tracks[0].Name, Is.EqualTo("Track"));
        Array.ForEach(tracks, Session.Prepare);
        Assert.That(tracks.Select(track => track.Name), Is.EqualTo(new[] { "Track 1", "Track 2", "Track 3" }));

        tracks[1].Dispose();
        using TrackInstance next = new(session.Coordinator);
        Session.Prepare(next);
        Assert.That(next.Name, Is.EqualTo("Track 2"));
        next.HostName = "Bass";
        Assert.That(next.Name, Is.EqualTo("Bass"));
        next.HostName = null;
        Session.Prepare(next);
        Assert.That(next.Name, Is.EqualTo("Track 2"), "prepared again it keeps its number");
    }

    [Test]
    public void LoadState_TracksOwnState_KeepsIdentityAndFocal()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.IsFocal = true;
        Guid id = vocal.Id;
        byte[] state = vocal.SaveState();
        vocal.IsFocal = false;
        vocal.LoadState(state);

        Assert.That(vocal.Id, Is.EqualTo(id));
        Assert.That(vocal.IsFocal, Is.True);
    }

    [Test]
    public void LoadState_ProjectOpenedAgain_HasItsIdentitiesFocalAndSettings()
    {
        using Session before = new();
        TrackInstance vocal = before.Add("Vocal");
        TrackInstance bass = before.Add("Bass");
        vocal.IsFocal = true;
        before.Mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp, ProfileName = "rock" });
        byte[][] states = [bass.SaveState(), vocal.SaveState()];

        using Session after = new();
        TrackInstance[] tracks = [after.Add("Track 1"), after.Add("Track 2")];
        for (int i = 0; i < tracks.Length; i++)
        {
            tracks[i].LoadState(states[i]);
        }

        after.Coordinator.Refresh();

        Assert.That(tracks.Select(track => track.Id), Is.EqualTo(new[] { bass.Id, vocal.Id }));
        Assert.That(after.Snapshot.Focal?.Name, Is.EqualTo("Vocal"));
        Assert.That(after.Mix.Settings.Approach, Is.EqualTo(ApproachKind.BottomUp));
        Assert.That(after.Mix.Settings.ProfileName, Is.EqualTo("rock"));
        Assert.That(tracks.Select(track => track.Parameters[ParameterId.Approach]), Is.All.EqualTo((double)ApproachKind.BottomUp));
    }

    [Test]
    public void Focal_FlaggedOnAnother_ClearsTheOneBeforeAndTellsItsHostOnce()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance vocal = session.Add("Vocal", host: host);
        TrackInstance guitar = session.Add("Guitar");
        vocal.IsFocal = true;
        host.Forget();
        guitar.IsFocal = true;

        Assert.That(vocal.IsFocal, Is.False);
        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Focal", "perform Focal no", "end Focal" }));
    }

    [Test]
    public void Focal_SetByAutomation_IsSettledAtTheNextTurn()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance guitar = session.Add("Guitar");
        vocal.IsFocal = true;
        guitar.SetFromHost(ParameterId.Focal, 1);
        session.Coordinator.Refresh();

        Assert.That((vocal.IsFocal, guitar.IsFocal), Is.EqualTo((false, true)));
    }

    [Test]
    public void Focal_FlaggedFromTwoThreadsAtOnce_LeavesExactlyOne()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance guitar = session.Add("Guitar");
        using Barrier barrier = new(2);
        for (int round = 0; round < 300; round++)
        {
            Parallel.Invoke(() => Flag(vocal), () => Flag(guitar));
            session.Coordinator.Refresh();

            Assert.That(vocal.IsFocal ^ guitar.IsFocal, Is.True, $"round {round}");
            Assert.That(session.Snapshot.Tracks.Count(track => track.IsFocal), Is.EqualTo(1));
        }

        void Flag(TrackInstance track)
        {
            track.SetFromHost(ParameterId.Focal, 0);
            barrier.SignalAndWait();
            track.IsFocal = true;
        }
    }

    [Test]
    public void Focal_Removed_LeavesNoFocalAndSaysSo()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        session.Add("Bass");
        vocal.IsFocal = true;
        session.Coordinator.Refresh();
        vocal.Dispose();
        session.Coordinator.Refresh();

        Assert.That(session.Snapshot.Focal, Is.Null);
        Assert.That(session.Mix.State.Advice.Headline, Does.Contain("Flag the focal"));
        Assert.That(session.Mix.State.Advice.Hints.Single().Kind, Is.EqualTo(HintKind.NoFocal));
    }

    [Test]
    public void Groups_TwoProjects_StayApart()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance speech = session.Add("Speech");
        speech.Group = MixGroup.B;
        vocal.IsFocal = true;
        speech.IsFocal = true;
        session.Coordinator.Mix(MixGroup.B).Edit(settings => settings with { ProfileName = "speech" });
        session.Coordinator.Refresh();

        Assert.That(session.Snapshot.Focal?.Name, Is.EqualTo("Vocal"));
        Assert.That(session.Coordinator.Mix(MixGroup.B).State.Snapshot.Focal?.Name, Is.EqualTo("Speech"));
        Assert.That(session.Mix.Settings.ProfileName, Is.EqualTo("pop"));
        Assert.That(session.Snapshot.Tracks, Has.Length.EqualTo(1));
    }

    [Test]
    public void Approach_ChangedByOneTracksAutomation_IsEveryTracks()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance bass = session.Add("Bass", host: host);
        vocal.SetFromHost(ParameterId.Approach, 1);
        session.Coordinator.Refresh();

        Assert.That(session.Mix.Settings.Approach, Is.EqualTo(ApproachKind.BottomUp));
        Assert.That(bass.Parameters[ParameterId.Approach], Is.EqualTo(1));
        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Approach", "perform Approach bottom-up", "end Approach" }));
    }

    [Test]
    public void Expiry_InstanceLetGoOfWithoutClosing_LeavesWhenItIsCollected()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass");
        AddAndForget(session.Coordinator);
        session.Coordinator.Refresh();
        Assert.That(session.Snapshot.Tracks, Has.Length.EqualTo(2));

        GC.Collect();
        GC.WaitForPendingFinalizers();
        session.Coordinator.Refresh();

        Assert.That(session.Snapshot.Tracks.Select(track => track.Name), Is.EqualTo(new[] { "Bass" }));
        GC.KeepAlive(bass);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void AddAndForget(Coordinator coordinator) => Session.Prepare(new TrackInstance(coordinator) { Name = "Lost" });
    }

    [Test]
    public void Expiry_InstanceSwitchedOffAndNeverClosed_LeavesWhileOthersPlay_AndIsBackWithItsNextBlock()
    {
        using Session session = new();
        session.Add("Bass");
        TrackInstance ghost = session.Add("Ghost");
        session.Play(1);
        ghost.Deactivate();
        session.Play(Coordinator.InactiveLeavesAfterSeconds + 2, except: ghost);
        Assert.That(session.Snapshot.Tracks.Select(track => track.Name), Is.EqualTo(new[] { "Bass" }));

        session.Play(1);

        Assert.That(session.Snapshot.Tracks, Has.Length.EqualTo(2));
        Assert.That(session.Reading(ghost).HasData, Is.True, "measurements stay");
    }

    [Test]
    public void Expiry_TrackThatTheHostSuspendsInSilence_Stays()
    {
        using Session session = new();
        session.Add("Bass");
        TrackInstance backing = session.Add("Backing vocals");
        session.Play(1);
        session.Play(60, except: backing);

        Assert.That(session.Snapshot.Tracks, Has.Length.EqualTo(2));
    }

    [Test]
    public void Expiry_EngineOffForEveryone_NobodyLeaves()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass");
        bass.Deactivate();
        session.Time.Advance(TimeSpan.FromDays(1));
        session.Coordinator.Refresh();

        Assert.That(session.Snapshot.Tracks, Has.Length.EqualTo(1));
    }

    [Test]
    public void Leave_LastTrack_ForgetsTheMix()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass");
        session.Mix.Edit(settings => settings with { ProfileName = "metal" });
        bass.Dispose();

        Assert.That(session.Mix.Settings, Is.EqualTo(MixSettings.Default));
        Assert.That(session.Snapshot.Tracks, Is.Empty);
    }

    [Test]
    public void HostCallback_ThatCallsBackIntoTheTrack_DoesNotLock()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance vocal = session.Add("Vocal", host: host);
        TrackInstance guitar = session.Add("Guitar");
        host.OnPerform = (id, normalized) =>
        {
            vocal.SetFromHost(id, normalized);
            Task.Run(() => vocal.SaveState()).Wait();
        };
        vocal.IsFocal = true;
        guitar.IsFocal = true;

        Assert.That(vocal.IsFocal, Is.False);
    }

    [Test]
    public void ThousandInstances_JoiningPlayingLeavingOnFourThreads_LoseNoSlotAndLeaveNoTrack()
    {
        using Session session = new();
        int lost = 0;
        int heard = 0;
        using CancellationTokenSource done = new();
        Task worker = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                session.Coordinator.Refresh();
                Thread.Yield();
            }
        });
        Parallel.For(0, 4, thread =>
        {
            float[] audio = new float[800];
            Array.Fill(audio, 0.1f);
            float[] output = new float[800];
            for (int i = 0; i < 250; i++)
            {
                using TrackInstance track = new(session.Coordinator) { Name = $"Track {thread}/{i}" };
                Session.Prepare(track);
                track.IsFocal = i % 50 == 0;
                for (int block = 0; block < 20; block++)
                {
                    track.Process(new Audio.Blocks.AudioBlock(audio, output), Audio.Blocks.SongPosition.RollingAt(block * 800));
                }

                byte[] state = track.SaveState();
                track.LoadState(state);
                Interlocked.Add(ref lost, (int)track.LostSlots);
                session.Coordinator.BetweenTurns(() =>
                {
                    track.Member.Measurement.Drain();
                    Interlocked.Add(ref heard, track.Member.Measurement.Analysis.Timeline.Pages.Sum(page => page.MeanSquares.Count(slot => !float.IsNaN(slot))));
                });
            }
        });
        done.Cancel();
        worker.Wait();
        session.Coordinator.Refresh();

        Assert.That(lost, Is.Zero);
        Assert.That(heard, Is.EqualTo(1_000 * 20));
        Assert.That(session.Coordinator.TrackCount, Is.Zero);
        Assert.That(session.Snapshot.Tracks, Is.Empty);
    }

    [Test]
    public void Refresh_SameTracksJoinedInAnyOrder_GivesTheSameReadings()
    {
        (string Name, double Lufs)[] tracks = [("Vocal", -20), ("Bass", -23), ("Kick", -31), ("Keys", -36.5)];
        Dictionary<string, Hint> Hints(IEnumerable<(string Name, double Lufs)> order)
        {
            using Session session = new();
            foreach ((string name, double lufs) in order)
            {
                session.Add(name, lufs).IsFocal = name == "Vocal";
            }

            session.Play(12);
            return session.Snapshot.Tracks.Zip(session.Mix.State.Advice.Hints)
                .ToDictionary(pair => pair.First.Name, pair => pair.Second with { Track = Anonymous(pair.First) });
        }

        static TrackReading Anonymous(TrackReading track) => track with { Id = Guid.Empty, Number = 0 };

        Assert.That(Hints(tracks.Reverse()), Is.EquivalentTo(Hints(tracks)));
    }
}
