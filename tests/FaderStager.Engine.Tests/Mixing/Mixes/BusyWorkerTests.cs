using System.Diagnostics;
using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

/// <summary>A worker that is busy, a folder that answers late and a host that throws keep nobody waiting and cost nothing but their own call.</summary>
public sealed class BusyWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public void Edits_WhileATurnIsUnderWay_DoNotWaitForIt()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance bass = session.Add("Bass");
        vocal.IsFocal = true;
        session.Play(4);
        using ManualResetEventSlim isBusy = new();
        using ManualResetEventSlim mayEnd = new();
        Task worker = Task.Run(() => session.Coordinator.BetweenTurns(() =>
        {
            isBusy.Set();
            mayEnd.Wait(Patience);
        }));
        isBusy.Wait(Patience);

        Task person = Task.Run(() =>
        {
            bass.FaderDb = -6;
            bass.Name = "Bass DI";
            session.Mix.SetAllFaders(-3);
            session.Mix.Undo();
            session.Mix.Edit(settings => settings with { AnchorLevel = -18 });
            session.Mix.ResetMeasurements();
            _ = (session.Mix.CanUndo, session.Mix.ActivePicture, session.Mix.State, session.Mix.Published, session.Coordinator.TrackCount, session.Coordinator.Diagnostics);
            byte[] saved = bass.SaveState();
            bass.LoadState(saved);
            new TrackInstance(session.Coordinator).Dispose();
        });

        Assert.That(person.Wait(Patience), Is.True, "the person waited for the worker");
        mayEnd.Set();
        worker.Wait();
        Assert.That(bass.Name, Is.EqualTo("Bass DI"));
    }

    [Test]
    public void Worker_LateByFiveSecondsAtHundredTimes_LosesNothing()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        session.PlayWithoutTurns(500);
        session.Coordinator.Refresh();

        Assert.That((vocal.LostSlots, session.Coordinator.Diagnostics.LostSlots), Is.EqualTo((0L, 0L)));
        Assert.That(session.Reading(vocal).HeardSeconds, Is.EqualTo(499.7).Within(0.2));
    }

    [Test]
    public void Profiles_FolderReadInBackground_IsAskedForWithoutWaiting()
    {
        string folder = Directory.CreateTempSubdirectory("profiles").FullName;
        try
        {
            ProfileLibrary library = new(folder);
            library.ReadInBackground();
            Assert.That(library.All.Length, Is.GreaterThanOrEqualTo(ProfileLibrary.BuiltIn.Length), "the built-in ones are there at once");
            Assert.That(SpinWait.SpinUntil(() => library.Version > 0, Patience), Is.True);

            File.WriteAllText(Path.Combine(folder, "mine.json"), FaderStager.Staging.Targets.TargetProfileJson.Write(ProfileLibrary.Default with { Name = "mine" }));
            library.Refresh();

            Assert.That(SpinWait.SpinUntil(() => library.Find("mine") is not null, Patience), Is.True);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    [Platform("Linux")]
    public void Profiles_FileThatNeverAnswers_KeepsNobodyWaiting()
    {
        string folder = Directory.CreateTempSubdirectory("profiles").FullName;
        string pipe = Path.Combine(folder, "late.json");
        try
        {
            using (Process made = Process.Start("mkfifo", [pipe]))
            {
                made.WaitForExit();
            }

            ProfileLibrary library = new(folder);
            library.ReadInBackground();
            using Coordinator coordinator = new(library, TimeProvider.System);
            using TrackInstance track = new(coordinator);
            Session.Prepare(track);
            Task person = Task.Run(() =>
            {
                track.Mix.Edit(settings => settings with { ProfileName = "mine", ProfileIsChosen = true });
                coordinator.Refresh();
                _ = (library.All, library.Warnings, library.Find("mine"), track.Mix.State);
            });

            Assert.That(person.Wait(Patience), Is.True, "somebody waited for the file");
            Assert.That(track.Mix.Settings.ProfileName, Is.EqualTo("mine"), "the name stays: the profile may come yet");
        }
        finally
        {
            // Lets the reader go.
            using (new FileStream(pipe, FileMode.Open, FileAccess.Write))
            {
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Host_ThatThrowsAtEveryCall_CostsNothingButItsCalls()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator, new ThrowingHost());
        Session.Prepare(track);
        TrackInstance other = session.Add("Other");
        track.Name = "Snare";
        track.IsFocal = true;
        other.IsFocal = true;
        session.Mix.SetAllFaders(-6);
        session.Play(2);

        Assert.That((track.IsFocal, other.IsFocal, track.FaderDb, other.FaderDb), Is.EqualTo((false, true, -6.0, -6.0)));
        Assert.That(session.Snapshot.Tracks, Has.Length.EqualTo(2));
    }

    private sealed class ThrowingHost : IHostLink
    {
        public void BeginGroup() => throw new InvalidOperationException();

        public void EndGroup() => throw new InvalidOperationException();

        public void BeginEdit(ParameterId id) => throw new InvalidOperationException();

        public void PerformEdit(ParameterId id, double normalized) => throw new InvalidOperationException();

        public void EndEdit(ParameterId id) => throw new InvalidOperationException();

        public void MarkDirty() => throw new InvalidOperationException();
    }
}
