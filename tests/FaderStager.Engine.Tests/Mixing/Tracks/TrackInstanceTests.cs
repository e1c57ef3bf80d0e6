using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

public sealed class TrackInstanceTests
{
    private const int Frames = 4_000;

    private static readonly ProcessSetup Setup = new(48_000, Frames, 2);

    private static float[] Noise(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, Frames).Select(_ => (float)((random.NextDouble() * 2) - 1))];
    }

    private static (float[] Left, float[] Right) Run(TrackInstance track)
    {
        float[] left = Noise(1);
        float[] right = Noise(2);
        track.Process(new AudioBlock(left, right, left, right), SongPosition.RollingAt(0));
        return (left, right);
    }

    [Test]
    public void Process_PluginFaderAtZero_IsBitExact()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator);
        track.Prepare(Setup);

        Assert.That(Run(track), Is.EqualTo((Noise(1), Noise(2))));
    }

    [Test]
    public void Process_PluginFaderMoved_ScalesTheAudio()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator) { FaderDb = -6 };
        track.Prepare(Setup);
        float[] left = Run(track).Left;

        Assert.That(left[^1], Is.EqualTo(Noise(1)[^1] * Math.Pow(10, -6 / 20.0)).Within(1e-6));
    }

    [TestCase(FaderPlace.DawFader, 0)]
    [TestCase(FaderPlace.PostFader, 0)]
    [TestCase(FaderPlace.HostFader, 0)]
    [TestCase(FaderPlace.PluginFader, 1)]
    public void Process_FaderElsewhereOrBypassed_LeavesTheAudioUntouched(FaderPlace place, double bypass)
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator) { FaderDb = -6, FaderPlace = place };
        track.Edit(ParameterId.Bypass, bypass);
        track.Prepare(Setup);

        Assert.That(Run(track).Left, Is.EqualTo(Noise(1)));
    }

    [Test]
    public void Process_BeforePrepare_PassesTheAudio()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator);

        Assert.That(Run(track).Left, Is.EqualTo(Noise(1)));
    }

    [Test]
    public void Process_WhileParametersMove_AllocatesNothing()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator);
        track.Prepare(Setup);
        float[] left = Noise(1);
        float[] right = Noise(2);
        Play(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Play(1);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.That(allocated, Is.Zero);

        void Play(int round)
        {
            for (int block = 0; block < 200; block++)
            {
                track.SetFromHost(ParameterId.Fader, block % 7 / 7.0);
                track.SetFromHost(ParameterId.Focal, block & 1);
                track.Process(new AudioBlock(left, right, left, right), SongPosition.RollingAt(((200 * round) + block) * Frames));
            }
        }
    }

    [Test]
    public void Name_HostNamesTheTrack_UnlessThePersonDid()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator) { HostName = "SD top" };
        Assert.That((track.Name, track.Role), Is.EqualTo(("SD top", Role.Snare)));

        track.Name = "Bass DI";
        track.HostName = "Kick";
        Assert.That((track.Name, track.Role), Is.EqualTo(("Bass DI", Role.Bass)));

        track.Name = " ";
        Assert.That(track.Name, Is.EqualTo("Kick"));
    }

    [Test]
    public void HostTrack_ColourAndIndex_ReachTheReadingAndAreNotSaved()
    {
        using Session session = new();
        TrackInstance track = session.Add("Bass");
        session.Coordinator.Refresh();
        Assert.That(session.Snapshot.Tracks[0].HostTrack, Is.EqualTo(new HostTrack()), "a host that says nothing");

        track.HostTrack = new HostTrack(" Bs ", 0xFF102030, 7);
        session.Coordinator.Refresh();
        Assert.That(session.Snapshot.Tracks[0].HostTrack, Is.EqualTo(new HostTrack("Bs", 0xFF102030, 7)));
        Assert.That(session.Snapshot.Tracks[0].Name, Is.EqualTo("Bass"));

        using TrackInstance again = new(session.Coordinator);
        again.LoadState(track.SaveState());
        Assert.That(again.HostTrack, Is.EqualTo(new HostTrack()));
    }

    [Test]
    public void Role_ChosenByThePerson_IsNotGuessedAgain()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator) { Role = Role.Effects };
        track.Name = "Bass";
        using TrackInstance again = new(session.Coordinator);
        again.LoadState(track.SaveState());
        again.Name = "Kick";

        Assert.That((track.Role, again.Role), Is.EqualTo((Role.Effects, Role.Effects)));
    }

    [Test]
    public void SetFromHost_ReadOnlyParameter_IsIgnored()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator);
        track.SetFromHost(ParameterId.RelativeLoudness, 1);

        Assert.That(track.Parameters[ParameterId.RelativeLoudness], Is.Zero);
    }

    [Test]
    public void Gesture_Drag_IsOneBeginManyPerformsOneEnd()
    {
        using Session session = new();
        FakeHost host = new();
        using TrackInstance track = new(session.Coordinator, host);
        track.BeginGesture(ParameterId.Fader);
        track.Gesture(ParameterId.Fader, -1);
        track.Gesture(ParameterId.Fader, -2);
        track.EndGesture(ParameterId.Fader);

        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Fader", "perform Fader -1.0 dB", "perform Fader -2.0 dB", "end Fader" }));
    }

    [Test]
    public void Prepare_OutOfRange_SaysWhich()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator);

        Assert.That(() => track.Prepare(new ProcessSetup(1, 64, 2)), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("8,000 to 384,000 Hz"));
    }

    [Test]
    public void Constructor_AtAScan_JoinsNothing()
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator);
        session.Coordinator.Refresh();

        Assert.That(session.Coordinator.TrackCount, Is.Zero);
    }

    [Test]
    public void SetFromHost_FaderWrittenBackInSinglePrecision_IsNoHandOnTheFader()
    {
        using Session session = new();
        TrackInstance track = session.Add("Bass");
        session.Mix.SetAllFaders(-7.3);
        track.SetFromHost(ParameterId.Fader, (float)ParameterInfo.Of(ParameterId.Fader).ToNormalized(-7.3));
        session.Coordinator.Refresh();
        Assert.That(session.Reading(track).IsHandSet, Is.False);

        track.SetFromHost(ParameterId.Fader, ParameterInfo.Of(ParameterId.Fader).ToNormalized(-6));
        session.Coordinator.Refresh();

        Assert.That(session.Reading(track).IsHandSet, Is.True);
    }
}
