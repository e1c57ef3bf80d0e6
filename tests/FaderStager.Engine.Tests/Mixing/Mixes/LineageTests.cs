using System.Text;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

/// <summary>Whose settings a mix takes: its own lineage's newest, an undo's, and those of a newcomer only where nobody has touched it.</summary>
public sealed class LineageTests
{
    [Test]
    public void LoadState_TrackOfAnotherProjectWithAHigherRevision_TakesTheMixsSettingsAndKeepsWhatIsItsOwn()
    {
        byte[] electronic = ElectronicTrack();
        using Session rock = new();
        TrackInstance vocal = rock.Add("Vocal");
        rock.Mix.Edit(settings => settings with { ProfileName = "rock", AnchorLevel = -21 });

        TrackInstance pasted = new(rock.Coordinator);
        pasted.LoadState(electronic);
        Session.Prepare(pasted);
        rock.Coordinator.Refresh();

        Assert.That((rock.Mix.Settings.ProfileName, rock.Mix.Settings.AnchorLevel), Is.EqualTo(("rock", -21.0)));
        Assert.That((pasted.Name, pasted.FaderDb, pasted.Role, pasted.TargetOffsetLu), Is.EqualTo(("Synth lead", -6.5, Role.Keys, 1.5)));
        Assert.That(pasted.Parameters[ParameterId.Approach], Is.EqualTo((double)ApproachKind.TopDown));
        Assert.That(Saved(pasted), Does.Contain("\"profile\":\"rock\""), "what it saves is the mix it is in");
        Assert.That(Saved(vocal), Does.Contain("\"profile\":\"rock\""));
    }

    [Test]
    public void LoadState_PresetOfAnotherProject_LeavesTheMixAsItIs()
    {
        byte[] electronic = ElectronicTrack();
        using Session rock = new();
        TrackInstance vocal = rock.Add("Vocal");
        rock.Mix.Edit(settings => settings with { ProfileName = "rock", AnchorLevel = -21 });
        vocal.LoadState(vocal.SaveState());
        Guid id = vocal.Id;

        vocal.LoadState(electronic);

        Assert.That((rock.Mix.Settings.ProfileName, rock.Mix.Settings.AnchorLevel), Is.EqualTo(("rock", -21.0)));
        Assert.That((vocal.Id, vocal.FaderDb), Is.EqualTo((id, -6.5)), "it stays who it is and takes what is the track's");
    }

    [Test]
    public void LoadState_TemplateIntoAMixThatNobodyTouched_BringsItsSettings()
    {
        using Session session = new();
        session.Add("Vocal");
        TrackInstance template = new(session.Coordinator);
        template.LoadState(ElectronicTrack());
        Session.Prepare(template);

        Assert.That((session.Mix.Settings.ProfileName, session.Mix.Settings.AnchorLevel), Is.EqualTo(("electronic", -23.0)));
    }

    [Test]
    public void LoadState_TracksOfOneProjectInAnyOrder_TheHighestRevisionWins()
    {
        using Session before = new();
        TrackInstance vocal = before.Add("Vocal");
        TrackInstance frozen = before.Add("Frozen");
        before.Mix.Edit(settings => settings with { ProfileName = "rock" });
        byte[] old = frozen.SaveState();
        before.Mix.Edit(settings => settings with { ProfileName = "metal" });
        byte[] latest = vocal.SaveState();

        foreach (byte[][] order in new[] { new[] { old, latest }, [latest, old], [old, latest, old] })
        {
            using Session after = new();
            Dictionary<byte[], TrackInstance> tracks = [];
            foreach (byte[] state in order)
            {
                if (!tracks.TryGetValue(state, out TrackInstance? track))
                {
                    tracks[state] = track = new TrackInstance(after.Coordinator);
                    Session.Prepare(track);
                }

                track.LoadState(state);
            }

            Assert.That(after.Mix.Settings.ProfileName, Is.EqualTo("metal"), $"{order.Length} loads; a host that gives bytes again takes nothing back");
        }
    }

    [Test]
    public void LoadState_OlderBytesOfTheSameInstance_IsAnUndoOfEverything()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance bass = session.Add("Bass");
        vocal.IsFocal = true;
        MixSettings first = Edit(session.Mix, ApproachKind.BottomUp, "rock", 2, -18, [bass.Id, vocal.Id]);
        byte[] earlier = vocal.SaveState();
        MixSettings second = Edit(session.Mix, ApproachKind.TopDown, "metal", 3, -24, [vocal.Id, bass.Id]);
        byte[] later = vocal.SaveState();

        vocal.LoadState(earlier);
        Assert.That(Without(session.Mix.Settings), Is.EqualTo(Without(first)));
        Assert.That(session.Mix.Settings.Order, Is.EqualTo(new[] { bass.Id, vocal.Id }));
        Assert.That(bass.Parameters[ParameterId.Approach], Is.EqualTo((double)ApproachKind.BottomUp), "the others follow");
        Assert.That(vocal.SaveState(), Is.EqualTo(earlier));

        vocal.LoadState(later);
        Assert.That(Without(session.Mix.Settings), Is.EqualTo(Without(second)), "redo");
        vocal.LoadState(earlier);
        bass.LoadState(bass.SaveState());
        Assert.That(Without(session.Mix.Settings), Is.EqualTo(Without(first)));
    }

    [Test]
    public void LoadState_BytesFromBeforeTheFirstEdit_BringTheUntouchedMixBack()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        byte[] untouched = vocal.SaveState();
        session.Mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp, ProfileName = "metal", ToleranceLu = 3 });

        vocal.LoadState(untouched);

        Assert.That(session.Mix.Settings, Is.EqualTo(MixSettings.Default));
    }

    [Test]
    public void Edit_AfterAnUndo_IsNewerThanWhatWasTakenBack()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        session.Mix.Edit(settings => settings with { ProfileName = "rock" });
        byte[] earlier = vocal.SaveState();
        session.Mix.Edit(settings => settings with { ProfileName = "metal" });
        long takenBack = session.Mix.Settings.Revision;
        vocal.LoadState(earlier);

        session.Mix.Edit(settings => settings with { ProfileName = "electronic" });

        Assert.That(session.Mix.Settings.Revision, Is.GreaterThan(takenBack));
    }

    [Test]
    public void Group_AllTracksMovedToAnotherMix_TakeSettingsAndUndoAlong()
    {
        using Session session = new();
        TrackInstance[] tracks = [session.Add("Vocal"), session.Add("Bass"), session.Add("Keys")];
        tracks[0].IsFocal = true;
        session.Mix.Edit(settings => settings with { ProfileName = "rock", ToleranceLu = 2 });
        session.Mix.SetAllFaders(-12);
        session.Mix.SetFader(tracks[1].Id, -3);

        tracks[2].Group = MixGroup.B;
        session.Mix.Edit(settings => settings with { AnchorLevel = -18 });
        tracks[1].Group = MixGroup.B;
        tracks[0].Group = MixGroup.B;
        session.Coordinator.Refresh();

        Mix moved = session.Coordinator.Mix(MixGroup.B);
        Assert.That((moved.Settings.ProfileName, moved.Settings.ToleranceLu, moved.Settings.AnchorLevel), Is.EqualTo(("rock", (double?)2, -18.0)));
        Assert.That((moved.CanUndo, session.Mix.CanUndo), Is.EqualTo((true, false)));
        moved.Undo();
        Assert.That(tracks.Select(track => track.FaderDb), Is.EqualTo(new[] { -12.0, -12, -12 }));
        moved.Undo();
        Assert.That(tracks.Select(track => track.FaderDb), Is.EqualTo(new[] { 0.0, 0, 0 }));
        Assert.That(session.Mix.Settings, Is.EqualTo(MixSettings.Default), "the next project in A starts afresh");
        Assert.That(moved.State.Snapshot.Focal?.Name, Is.EqualTo("Vocal"));
    }

    [Test]
    public void Group_MixThatWasSplit_GoesItsOwnWay()
    {
        using Session session = new();
        TrackInstance[] tracks = [session.Add("Vocal"), session.Add("Bass"), session.Add("Speech")];
        session.Mix.Edit(settings => settings with { ProfileName = "rock" });
        tracks[2].Group = MixGroup.B;
        session.Coordinator.Mix(MixGroup.B).Edit(settings => settings with { ProfileName = "speech" });
        session.Mix.Edit(settings => settings with { ProfileName = "metal" });
        session.Mix.Edit(settings => settings with { ToleranceLu = 1 });
        tracks[1].Group = MixGroup.B;

        Assert.That(session.Coordinator.Mix(MixGroup.B).Settings.ProfileName, Is.EqualTo("speech"));
        Assert.That(session.Mix.Settings.ProfileName, Is.EqualTo("metal"));
    }

    [Test]
    public void LoadState_OfTwoProjectsSavedBy010_TheFirstOneStays()
    {
        static byte[] Old(Guid id, string profile, int revision) => Encoding.UTF8.GetBytes(
            "{\"format\":1,\"id\":\"" + id + "\",\"mix\":{\"revision\":" + revision + ",\"profile\":\"" + profile + "\",\"order\":[]}}");
        using Session session = new();
        foreach (byte[] state in new[] { Old(Guid.NewGuid(), "rock", 3), Old(Guid.NewGuid(), "rock", 3), Old(Guid.NewGuid(), "electronic", 9) })
        {
            TrackInstance track = new(session.Coordinator);
            Session.Prepare(track);
            track.LoadState(state);
        }

        Assert.That((session.Mix.Settings.ProfileName, session.Mix.Settings.Revision), Is.EqualTo(("rock", 3L)));
        Guid lineage = session.Mix.Settings.Lineage;
        Assert.That(lineage, Is.Not.EqualTo(Guid.Empty));
        session.Mix.Edit(settings => settings with { ToleranceLu = 2 });
        Assert.That(session.Mix.Settings.Lineage, Is.EqualTo(lineage));
    }

    [Test]
    public void Project_OfTwoTabsInOneProcess_NeverMeet()
    {
        using Session session = new();
        TrackInstance here = Prepared(session.Coordinator, 1);
        here.Name = "Vocal";
        here.IsFocal = true;
        here.Mix.Edit(settings => settings with { ProfileName = "rock" });
        byte[] saved = here.SaveState();

        TrackInstance again = Prepared(session.Coordinator, 2);
        again.LoadState(saved);
        again.Mix.Edit(settings => settings with { ProfileName = "metal" });
        session.Coordinator.Refresh();

        Assert.That((again.Id, again.IsFocal, here.IsFocal), Is.EqualTo((here.Id, true, true)), "the same project in two tabs is two mixes");
        Assert.That((here.Mix.Settings.ProfileName, again.Mix.Settings.ProfileName), Is.EqualTo(("rock", "metal")));
        Assert.That((here.Mix.State.Snapshot.Tracks.Length, again.Mix.State.Snapshot.Tracks.Length), Is.EqualTo((1, 1)));
        Assert.That(session.Coordinator.TrackCount, Is.EqualTo(2));
        again.Dispose();
        session.Coordinator.Refresh();
        Assert.That(session.Coordinator.Mix(2, MixGroup.A).Settings, Is.EqualTo(MixSettings.Default));
        Assert.That(here.Mix.Settings.ProfileName, Is.EqualTo("rock"));
    }

    [Test]
    public void Project_ToldAfterTheTracksJoined_TakesSettingsAndUndoThere()
    {
        using Session session = new();
        TrackInstance[] tracks = [session.Add("Vocal"), session.Add("Bass")];
        TrackInstance elsewhere = Prepared(session.Coordinator, 9);
        tracks[0].IsFocal = true;
        session.Mix.Edit(settings => settings with { ProfileName = "rock" });
        session.Mix.SetAllFaders(-12);

        tracks[1].Project = 7;
        tracks[0].Project = 7;
        session.Coordinator.Refresh();

        Mix mix = tracks[0].Mix;
        Assert.That(mix, Is.SameAs(tracks[1].Mix).And.Not.SameAs(elsewhere.Mix));
        Assert.That((mix.Settings.ProfileName, mix.CanUndo, mix.State.Snapshot.Focal?.Name), Is.EqualTo(("rock", true, "Vocal")));
        Assert.That(mix.State.Snapshot.Tracks.Select(track => track.Number), Is.Unique);
    }

    private static TrackInstance Prepared(Coordinator coordinator, nint project)
    {
        TrackInstance track = new(coordinator) { Project = project };
        Session.Prepare(track);
        return track;
    }

    private static byte[] ElectronicTrack()
    {
        using Session session = new();
        TrackInstance synth = session.Add("Synth lead");
        (synth.FaderDb, synth.TargetOffsetLu, synth.Role) = (-6.5, 1.5, Role.Keys);
        for (int edit = 0; edit < 9; edit++)
        {
            session.Mix.Edit(settings => settings with { ProfileName = "electronic", AnchorLevel = -23, Approach = ApproachKind.BottomUp });
        }

        return synth.SaveState();
    }

    private static MixSettings Edit(Mix mix, ApproachKind approach, string profile, double toleranceLu, double anchor, Guid[] order)
    {
        mix.Edit(settings => settings with { Approach = approach, ProfileName = profile, ToleranceLu = toleranceLu, AnchorLevel = anchor, Order = [.. order] });
        return mix.Settings;
    }

    private static MixSettings Without(MixSettings settings) => settings with { Order = [] };

    private static string Saved(TrackInstance track) => Encoding.UTF8.GetString(track.SaveState());
}
