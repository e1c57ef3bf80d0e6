using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>The sequences of calls that a shell may rely on, numbered as at <see cref="IHostLink"/>.</summary>
public sealed class HostLinkTests
{
    [Test]
    public void Scenario1_APersonSetsAValue_IsOneGesture()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance bass = session.Add("Bass", host: host);
        host.Forget();

        bass.FaderDb = -6;

        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Fader", "perform Fader -6.0 dB", "end Fader" }));
    }

    [Test]
    public void Scenario2_APersonDrags_IsOneGestureOfManyValues()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance bass = session.Add("Bass", host: host);
        host.Forget();

        using (FaderDrag drag = session.Mix.DragFader(bass.Id)!)
        {
            drag.MoveTo(-1);
            drag.MoveTo(-2);
        }

        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Fader", "perform Fader -1.0 dB", "perform Fader -2.0 dB", "end Fader" }));
    }

    [Test]
    public void Scenario3_TheMixSetsAnotherTrack_IsAWholeGestureThere()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance vocal = session.Add("Vocal", host: host);
        TrackInstance bass = session.Add("Bass");
        vocal.IsFocal = true;
        host.Forget();

        bass.IsFocal = true;

        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Focal", "perform Focal no", "end Focal" }));
    }

    [Test]
    public void Scenario4_ABatch_IsOneGroupAtEveryHostConcerned()
    {
        using Session session = new();
        FakeHost host = new();
        session.Add("Vocal", host: host);
        session.Add("Bass", host: host);
        TrackInstance bypassed = session.Add("Guide", host: new FakeHost());
        bypassed.InMix = false;
        host.Forget();

        session.Mix.SetAllFaders(-12);

        Assert.That(host.Calls, Is.EqualTo(new[]
        {
            "begin group", "begin group",
            "begin Fader", "perform Fader -12.0 dB", "end Fader",
            "begin Fader", "perform Fader -12.0 dB", "end Fader",
            "end group", "end group",
        }));
        host.Forget();
        session.Mix.Undo();
        Assert.That(host.Calls.Count(call => call.EndsWith("group", StringComparison.Ordinal)), Is.EqualTo(4), "taking a batch back is a batch");
    }

    [Test]
    public void Scenario5_WhatIsSavedAndIsNoParameter_MarksEachTrackOnce()
    {
        using Session session = new();
        FakeHost host = new();
        FakeHost elsewhere = new();
        TrackInstance vocal = session.Add("Vocal", host: host);
        TrackInstance other = session.Add("Bass", host: elsewhere);
        other.Group = MixGroup.B;
        host.Forget();
        elsewhere.Forget();

        session.Mix.Edit(settings => settings with { ToleranceLu = 2 });
        Assert.That(host.Calls, Is.EqualTo(new[] { "dirty" }));
        session.Mix.Edit(settings => settings with { ProfileName = "rock" });
        Assert.That(host.Calls, Is.EqualTo(new[] { "dirty", "dirty" }));
        Assert.That(elsewhere.Calls, Is.Empty, "another mix saves nothing of it");

        vocal.Role = Role.LeadVocal;
        host.Forget();
        vocal.Name = "Lead";
        Assert.That(host.Calls, Is.EqualTo(new[] { "dirty" }));
    }

    [Test]
    public void Scenario6_AValueThatTheHostSet_IsNotToldBack()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance bass = session.Add("Bass", host: host);
        host.Forget();

        foreach (ParameterInfo parameter in ParameterInfo.All.Where(info => info.Id != ParameterId.MixGroup))
        {
            bass.SetFromHost(parameter.Id, 1);
            session.Coordinator.Refresh();
        }

        Assert.That(host.Calls, Is.Empty);
    }

    [Test]
    public void Scenario7_ARoleGuessedFromAName_IsToldAndItsEchoIsNoChoice()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance track = new(session.Coordinator, host);
        Session.Prepare(track);
        track.HostName = "Bass";
        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Role", "perform Role bass", "end Role" }));

        track.SetFromHost(ParameterId.Role, ParameterInfo.Of(ParameterId.Role).ToNormalized((double)Role.Bass));
        track.HostName = "Kick";
        Assert.That(track.Role, Is.EqualTo(Role.Kick), "the host wrote back what it was told");

        track.SetFromHost(ParameterId.Role, ParameterInfo.Of(ParameterId.Role).ToNormalized((double)Role.Keys));
        track.HostName = "Bass";
        Assert.That(track.Role, Is.EqualTo(Role.Keys), "another value is the person's choice");
    }

    [Test]
    public void Scenario8_TheFaderGoesToTheHostsOwnAndBack_IsToldAndTheHostsGoesToZero()
    {
        using Session session = new();
        FakeHost host = new() { ChannelFaderDb = -2 };
        TrackInstance bass = session.Add("Bass", host: host);
        bass.FaderDb = -6;
        host.Forget();

        bass.FaderPlace = FaderPlace.HostFader;
        Assert.That(host.Calls, Is.EqualTo(new[]
        {
            "begin FaderPlace", "perform FaderPlace host fader", "begin Fader", "perform Fader -8.0 dB", "end Fader", "end FaderPlace",
        }));
        host.Forget();
        bass.FaderPlace = FaderPlace.PluginFader;
        Assert.That(host.Calls, Is.EqualTo(new[] { "begin FaderPlace", "perform FaderPlace plug-in fader", "move channel fader 0.0 dB", "end FaderPlace" }));
        Assert.That(bass.FaderDb, Is.EqualTo(-8), "the value is as it was, so there is nothing to tell of it");
        host.Forget();

        session.Mix.Undo();
        Assert.That(host.Calls, Is.EqualTo(new[]
        {
            "begin group",
            "begin FaderPlace", "perform FaderPlace host fader", "end FaderPlace",
            "begin Fader", "perform Fader -8.0 dB", "end Fader",
            "end group",
        }));
    }

    [Test]
    public void Link_ThatThrows_CostsItsOwnCallOnly()
    {
        using Session session = new();
        FakeHost broken = new() { OnPerform = (_, _) => throw new InvalidOperationException("a host's own mistake") };
        FakeHost sound = new();
        session.Add("Vocal", host: broken);
        session.Add("Bass", host: sound);
        broken.Forget();
        sound.Forget();

        Assert.DoesNotThrow(() => session.Mix.SetAllFaders(-12));

        Assert.That(sound.Gestures(ParameterId.Fader), Is.EqualTo(1));
        Assert.That(broken.Calls, Has.Member("end group"));
    }
}
