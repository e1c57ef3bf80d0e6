using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

/// <summary>What one editor does to the tracks of others.</summary>
public sealed class MixEditTests
{
    [Test]
    public void EditTrack_RoleOfAnother_IsThePersonsWordAndReachesThatTracksHost()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance other = session.Add("Bass", host: host);

        Assert.That(session.Mix.EditTrack(other.Id, ParameterId.Role, (double)Role.Keys), Is.True);
        other.Name = "Kick";

        Assert.That(other.Role, Is.EqualTo(Role.Keys), "a chosen role is not guessed again");
        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Role", "perform Role keys", "end Role", "dirty" }), "the name is saved too");
    }

    [Test]
    public void EditTrack_Focal_ClearsTheOneBefore()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance bass = session.Add("Bass");
        vocal.IsFocal = true;

        session.Mix.EditTrack(bass.Id, ParameterId.Focal, 1);

        Assert.That((vocal.IsFocal, bass.IsFocal), Is.EqualTo((false, true)));
    }

    [Test]
    public void EditTrack_Fader_CanBeUndone()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance bass = session.Add("Bass", host: host);

        session.Mix.EditTrack(bass.Id, ParameterId.Fader, -7);
        session.Mix.Undo();

        Assert.That(bass.FaderDb, Is.Zero);
        Assert.That(host.Gestures(ParameterId.Fader), Is.EqualTo(2));
    }

    [Test]
    public void EditTrack_NoSuchTrackOrAnotherMix_ChangesNothing()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass");
        bass.Group = MixGroup.B;

        Assert.That(session.Mix.EditTrack(Guid.NewGuid(), ParameterId.Focal, 1), Is.False);
        Assert.That(session.Mix.EditTrack(bass.Id, ParameterId.Focal, 1), Is.False);
        Assert.That(bass.IsFocal, Is.False);
    }

    [Test]
    public void SetFaders_SomeTracks_IsOneUndo()
    {
        using Session session = new();
        TrackInstance[] tracks = [session.Add("Vocal"), session.Add("Bass"), session.Add("Keys")];

        Assert.That(session.Mix.SetFaders(new Dictionary<Guid, double> { [tracks[0].Id] = -3, [tracks[1].Id] = -6 }), Has.Length.EqualTo(2));
        Assert.That(tracks.Select(track => track.FaderDb), Is.EqualTo(new double[] { -3, -6, 0 }));

        session.Mix.Undo();

        Assert.That(tracks.Select(track => track.FaderDb), Is.All.Zero);
        Assert.That(session.Mix.CanUndo, Is.False);
    }

    [Test]
    public void DragFader_ManyMoves_IsOneGestureAndOneUndo()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance bass = session.Add("Bass", host: host);

        using (FaderDrag drag = session.Mix.DragFader(bass.Id)!)
        {
            drag.MoveTo(-1.04);
            drag.MoveTo(-2.06);
            drag.MoveTo(double.NaN);
        }

        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Fader", "perform Fader -1.0 dB", "perform Fader -2.1 dB", "end Fader" }));
        Assert.That(session.Mix.Undo(), Is.EqualTo(new[] { new FaderMove(bass.Id, -2.1, 0) }));
    }

    [Test]
    public void DragFader_EndedTwiceOrUnmoved_LeavesNothingToUndo()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance bass = session.Add("Bass", host: host);
        FaderDrag drag = session.Mix.DragFader(bass.Id)!;
        drag.Dispose();
        drag.Dispose();
        drag.MoveTo(-10);

        Assert.That(host.Calls, Is.EqualTo(new[] { "begin Fader", "end Fader" }));
        Assert.That((bass.FaderDb, session.Mix.CanUndo), Is.EqualTo((0.0, false)));
    }

    [Test]
    public void Reading_HostFaderTrack_IsTheInsertAndTheHostsFader()
    {
        using Session session = new();
        TrackInstance focal = session.Add("Vocal");
        TrackInstance bass = session.Add("Bass");
        focal.IsFocal = true;
        bass.FaderPlace = FaderPlace.HostFader;
        bass.SetFromHost(ParameterId.Fader, ParameterInfo.Of(ParameterId.Fader).ToNormalized(-6));
        session.Play(5);

        Assert.That(session.Reading(bass).RelativeLu(session.Reading(focal)), Is.EqualTo(-6).Within(0.05));
        Assert.That(session.Mix.DragFader(bass.Id), Is.Not.Null);
    }

    [Test]
    public void DragFader_PostFaderTrack_HasNone()
    {
        using Session session = new();
        TrackInstance bass = session.Add("Bass");
        bass.FaderPlace = FaderPlace.PostFader;

        Assert.That(session.Mix.DragFader(bass.Id), Is.Null);
    }

    [Test]
    public void IsRolling_SongPlaysAndStands_FollowsWithinASecond()
    {
        using Session session = new();
        session.Add("Bass");
        session.Coordinator.Refresh();
        Assert.That(session.Snapshot.IsRolling, Is.False, "nothing played yet");

        session.Play(1);
        Assert.That(session.Snapshot.IsRolling, Is.True);

        session.Time.Advance(TimeSpan.FromSeconds(0.9));
        session.Coordinator.Refresh();
        Assert.That(session.Snapshot.IsRolling, Is.True, "a large buffer");

        session.Time.Advance(TimeSpan.FromSeconds(0.2));
        session.Coordinator.Refresh();
        Assert.That(session.Snapshot.IsRolling, Is.False);
    }
}
