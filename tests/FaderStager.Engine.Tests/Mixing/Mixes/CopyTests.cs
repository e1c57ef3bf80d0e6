using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;

namespace FaderStager.Engine.Tests.Mixing.Mixes;

/// <summary>Duplicates, undo after them, templates, removal and its undo: who is who, and who is focal.</summary>
public sealed class CopyTests
{
    [Test]
    public void LoadState_GivenAgainToACopy_KeepsItsIdentityAndTheFocal()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.IsFocal = true;
        byte[] bytes = vocal.SaveState();
        TrackInstance copy = Made(session, bytes);
        Guid id = copy.Id;

        copy.FaderDb = -5;
        copy.LoadState(bytes);
        Assert.That((copy.Id, copy.FaderDb), Is.EqualTo((id, 0.0)), "host undo after the duplicate");
        Assert.That((vocal.IsFocal, copy.IsFocal), Is.EqualTo((true, false)));

        copy.IsFocal = true;
        copy.LoadState(bytes);
        session.Coordinator.Refresh();
        Assert.That((vocal.IsFocal, copy.IsFocal), Is.EqualTo((true, false)), "the copy was not focal when it was made: the flag goes back");
        Assert.That(copy.Id, Is.EqualTo(id));
    }

    [Test]
    public void LoadState_OfAnOriginalThatIsSwitchedOff_IsTheOriginal()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        session.Add("Bass");
        vocal.IsFocal = true;
        session.Mix.Edit(settings => settings with { Order = [vocal.Id] });
        (Guid id, byte[] bytes) = (vocal.Id, vocal.SaveState());

        vocal.Deactivate();
        TrackInstance again = Made(session, bytes);
        session.Coordinator.Refresh();
        Assert.That((again.Id, again.IsFocal), Is.EqualTo((id, true)));
        Assert.That(session.Snapshot.Focal?.Id, Is.EqualTo(id));

        Session.Prepare(vocal);
        session.Coordinator.Refresh();
        Assert.That((again.Id, again.IsFocal, vocal.IsFocal), Is.EqualTo((id, true, false)), "the one that was off comes back as a copy");
        Assert.That(vocal.Id, Is.Not.EqualTo(id));
    }

    [Test]
    public void LoadState_OfARemovedFocal_IsFocalAgain()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        session.Add("Bass");
        vocal.IsFocal = true;
        (Guid id, byte[] bytes) = (vocal.Id, vocal.SaveState());
        vocal.Dispose();
        session.Coordinator.Refresh();
        Assert.That(session.Mix.State.Advice.Headline, Does.StartWith("Flag the focal again: Vocal, which was it, has left this mix or was switched off."));

        TrackInstance again = Made(session, bytes);
        session.Coordinator.Refresh();

        Assert.That((again.Id, again.IsFocal), Is.EqualTo((id, true)));
        Assert.That(session.Mix.State.Advice.Headline, Does.Not.Contain("Flag the focal"));
    }

    [Test]
    public void LoadState_TemplateThatWasFocal_DoesNotStealTheFocal()
    {
        using Session session = new();
        byte[] template = FocalElsewhere();
        TrackInstance vocal = session.Add("Vocal");
        vocal.IsFocal = true;
        FakeHost host = new();
        TrackInstance pasted = new(session.Coordinator, host);
        pasted.LoadState(template);
        Session.Prepare(pasted);
        pasted.LoadState(template);
        session.Coordinator.Refresh();

        Assert.That((vocal.IsFocal, pasted.IsFocal), Is.EqualTo((true, false)), "also where the host gives the bytes twice");
        pasted.IsFocal = true;
        byte[] focal = pasted.SaveState();
        vocal.IsFocal = true;
        pasted.LoadState(focal);
        Assert.That((vocal.IsFocal, pasted.IsFocal), Is.EqualTo((false, true)), "an undo gives back what the person had chosen");
    }

    [Test]
    public void LoadState_TemplateThatWasFocal_IsTheFocalOfAMixWithoutOne()
    {
        using Session session = new();
        session.Add("Bass");
        TrackInstance pasted = Made(session, FocalElsewhere());

        Assert.That(pasted.IsFocal, Is.True);
    }

    [Test]
    public void LoadState_UndoOfFlaggingAnotherTrack_GivesTheFlagBack()
    {
        using Session session = new();
        FakeHost host = new();
        TrackInstance vocal = session.Add("Vocal", host: host);
        TrackInstance bass = session.Add("Bass");
        vocal.IsFocal = true;
        byte[] before = bass.SaveState();
        bass.IsFocal = true;
        host.Forget();

        bass.LoadState(before);

        Assert.That((vocal.IsFocal, bass.IsFocal), Is.EqualTo((true, false)));
        Assert.That(host.Gestures(ParameterId.Focal), Is.EqualTo(1));
    }

    [Test]
    public void LoadState_SameProjectTwice_HasItsFocalAndOrderWhenTheFirstOneIsClosed()
    {
        byte[][] project = Project();
        using Session session = new();
        TrackInstance[] first = [.. project.Select(bytes => Made(session, bytes))];
        TrackInstance[] second = [.. project.Select(bytes => Made(session, bytes))];
        session.Coordinator.Refresh();
        Assert.That(first.Concat(second).Select(track => track.Id), Is.Unique);
        Assert.That(session.Snapshot.Tracks.Count(track => track.IsFocal), Is.EqualTo(1));

        Array.ForEach(first, track => track.Dispose());
        session.Coordinator.Refresh();

        Assert.That(session.Snapshot.Focal?.Name, Is.EqualTo("Vocal"));
        Assert.That(session.Mix.Settings.Order, Is.EqualTo(new[] { second[2].Id, second[0].Id }));

        TrackInstance[] third = [.. project.Select(bytes => Made(session, bytes))];
        session.Coordinator.Refresh();
        Assert.That(second.Concat(third).Select(track => track.Id), Is.Unique);
        Assert.That(session.Snapshot.Tracks.Count(track => track.IsFocal), Is.EqualTo(1));
    }

    [Test]
    public void Leave_OfTheFocalWithACopy_LeavesTheCopyInItsPlaceUntilItIsBack()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        session.Add("Bass");
        vocal.IsFocal = true;
        byte[] bytes = vocal.SaveState();
        TrackInstance copy = Made(session, bytes);

        vocal.Dispose();
        session.Coordinator.Refresh();
        Assert.That(copy.IsFocal, Is.True);

        TrackInstance again = Made(session, bytes);
        session.Coordinator.Refresh();
        Assert.That((again.IsFocal, copy.IsFocal), Is.EqualTo((true, false)), "a host that takes plug-ins offline for a moment does not move the focal");
    }

    [Test]
    public void Order_OfRemovedTracks_IsBackWithTheirUndo()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        session.Add("Bass");
        Guid id = vocal.Id;
        session.Mix.Edit(settings => settings with { Order = [id] });
        byte[] bytes = vocal.SaveState();

        vocal.Dispose();
        Assert.That(session.Mix.Settings.Order, Is.Empty, "no order that names nobody");
        Made(session, bytes);

        Assert.That(session.Mix.Settings.Order, Is.EqualTo(new[] { id }));
    }

    [Test]
    public void Join_TwoCopiesOfAFocalLoadedBeforeEitherIsPrepared_LeaveOneFocal()
    {
        byte[] bytes = FocalElsewhere();
        using Session session = new();
        TrackInstance[] tracks = [.. Enumerable.Range(0, 3).Select(_ => new TrackInstance(session.Coordinator))];
        Array.ForEach(tracks, track => track.LoadState(bytes));
        Array.ForEach(tracks, Session.Prepare);
        session.Coordinator.Refresh();

        Assert.That(tracks.Select(track => track.IsFocal), Is.EqualTo(new[] { true, false, false }));
        Assert.That(tracks.Select(track => track.Id), Is.Unique);
    }

    [Test]
    public void Group_FocalMovedToAMixThatHasOne_DoesNotTakeTheFlagThere()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        TrackInstance speech = session.Add("Speech");
        speech.Group = FaderStager.Staging.Settings.MixGroup.B;
        vocal.IsFocal = true;
        speech.IsFocal = true;
        vocal.Group = FaderStager.Staging.Settings.MixGroup.B;

        Assert.That((vocal.IsFocal, speech.IsFocal), Is.EqualTo((false, true)));
    }

    internal static TrackInstance Made(Session session, byte[] bytes)
    {
        TrackInstance track = new(session.Coordinator);
        track.LoadState(bytes);
        Session.Prepare(track);
        return track;
    }

    private static byte[][] Project()
    {
        using Session session = new();
        TrackInstance[] tracks = [session.Add("Vocal"), session.Add("Bass"), session.Add("Keys")];
        tracks[0].IsFocal = true;
        session.Mix.Edit(settings => settings with { Order = [tracks[2].Id, tracks[0].Id] });
        return [.. tracks.Select(track => track.SaveState())];
    }

    private static byte[] FocalElsewhere()
    {
        using Session elsewhere = new();
        TrackInstance lead = elsewhere.Add("Template lead");
        lead.IsFocal = true;
        return lead.SaveState();
    }
}
