using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;

namespace FaderStager.Engine.Tests.Mixing.Voices;

/// <summary>A person joins, splits, names and pins voices.</summary>
public sealed class MixVoicesTests
{
    [Test]
    public void Join_TwoTracks_MoveAsOneAndAreReadAsTheirSum()
    {
        using Session session = WithFocal();
        TrackInstance keys = session.Add("Keys", -20);
        TrackInstance pad = session.Add("Pad", -20);
        session.Play(12);
        double alone = Hint(session, keys).RelativeLu;

        session.Mix.Voices.Join([pad.Id], keys.Id);
        session.Play(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Hint(session, keys).RelativeLu, Is.EqualTo(alone + 3.01).Within(0.05));
            Assert.That(Hint(session, pad).MoveDb, Is.EqualTo(Hint(session, keys).MoveDb));
            Assert.That(session.Reading(pad).VoiceName, Is.EqualTo("Keys"));
            Assert.That(session.Reading(pad).VoiceIsChosen);
        }
    }

    [Test]
    public void Split_OneMicrophone_StaysApartWhateverItsName()
    {
        using Session session = WithFocal();
        TrackInstance[] guitars = [session.Add("Gtr L"), session.Add("Gtr R"), session.Add("Gtr DI")];
        session.Play(12);
        Assert.That(guitars.Select(track => session.Reading(track).VoiceName), Is.All.EqualTo("Gtr"));

        session.Mix.Voices.Split([guitars[2].Id]);
        session.Play(20);

        Assert.That(guitars.Select(track => session.Reading(track).VoiceName), Is.EqualTo(new[] { "Gtr", "Gtr", null }));
    }

    [Test]
    public void Name_OfAVoice_IsWhatHintsCallIt()
    {
        using Session session = WithFocal();
        TrackInstance[] guitars = [session.Add("Gtr L", -5), session.Add("Gtr R", -5)];
        session.Play(12);

        session.Mix.Voices.Name(guitars[1].Id, "  Wall of guitars ");
        session.Play(1);

        Assert.That(guitars.Select(track => session.Reading(track).VoiceName), Is.All.EqualTo("Wall of guitars"));
    }

    [Test]
    public void Undo_TakesVoicesAndFadersBackInTurn()
    {
        using Session session = WithFocal();
        TrackInstance keys = session.Add("Keys");
        TrackInstance pad = session.Add("Pad");
        session.Play(4);
        _ = session.Mix.SetFader(keys.Id, -3);
        session.Mix.Voices.Join([pad.Id], keys.Id);
        _ = session.Mix.SetFader(keys.Id, -6);

        _ = session.Mix.Undo();
        Assert.That((keys.FaderDb, session.Mix.Settings.Voices.Length), Is.EqualTo((-3.0, 1)));
        _ = session.Mix.Undo();
        Assert.That((keys.FaderDb, session.Mix.Settings.Voices.Length), Is.EqualTo((-3.0, 0)));
        _ = session.Mix.Undo();
        Assert.That((keys.FaderDb, session.Mix.CanUndo), Is.EqualTo((0.0, false)));
    }

    [Test]
    public void State_OfATrack_CarriesTheVoicesAndOldOnesHaveNone()
    {
        using Session session = WithFocal();
        TrackInstance keys = session.Add("Keys");
        TrackInstance pad = session.Add("Pad");
        session.Mix.Voices.Join([pad.Id], keys.Id);
        session.Mix.Voices.Name(keys.Id, "Bed");
        byte[] saved = keys.SaveState();

        using Session loaded = new();
        TrackInstance again = new(loaded.Coordinator);
        string? warning = again.LoadState(saved);
        Session.Prepare(again);

        VoiceChoice voice = loaded.Mix.Settings.Voices.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(warning, Is.Null);
            Assert.That((voice.Name, voice.Tracks.ToArray()), Is.EqualTo(("Bed", new[] { keys.Id, pad.Id })));
            Assert.That(new TrackInstance(loaded.Coordinator).LoadState("{\"format\":1,\"mix\":{\"revision\":9}}"u8), Is.Null);
        }
    }

    [Test]
    public void Track_ThatGoesAndComesBack_IsInItsVoiceAgain()
    {
        using Session session = WithFocal();
        TrackInstance keys = session.Add("Keys");
        TrackInstance pad = session.Add("Pad");
        session.Play(4);
        session.Mix.Voices.Join([pad.Id], keys.Id);
        byte[] saved = pad.SaveState();
        pad.Dispose();
        session.Mix.Voices.Name(keys.Id, "Bed");

        TrackInstance back = session.Add("Pad again");
        _ = back.LoadState(saved);
        session.Coordinator.Refresh();

        Assert.That((session.Reading(back).VoiceName, session.Reading(keys).VoiceName), Is.EqualTo(("Bed", "Bed")));
    }

    [Test]
    public void Release_LeavesTracksToTheirNames()
    {
        using Session session = WithFocal();
        TrackInstance[] guitars = [session.Add("Gtr L"), session.Add("Gtr R")];
        session.Play(4);
        session.Mix.Voices.Split([.. guitars.Select(track => track.Id)]);
        session.Coordinator.Refresh();
        Assert.That(guitars.Select(track => session.Reading(track).VoiceName), Is.All.Null);

        foreach (TrackInstance guitar in guitars)
        {
            session.Mix.Voices.Release(guitar.Id);
        }

        session.Coordinator.Refresh();
        Assert.That(guitars.Select(track => session.Reading(track).VoiceName), Is.All.EqualTo("Gtr"));
    }

    [Test]
    public void Keep_OfOneMicrophone_KeepsItsVoice()
    {
        using Session session = WithFocal();
        TrackInstance[] guitars = [session.Add("Gtr L", -22), session.Add("Gtr R", -22)];
        session.Play(12);
        Assert.That(Hint(session, guitars[0]).MoveDb, Is.LessThan(-1));

        Assert.That(session.Mix.Keep(guitars[1].Id));
        session.Play(1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(guitars.Select(track => Hint(session, track).MoveDb), Is.All.Zero);
            Assert.That(guitars.Select(track => Hint(session, track).DeviationLu), Is.All.EqualTo(0).Within(0.06));
        }
    }

    [Test]
    public void TargetOffset_OfOneMicrophone_IsThatOfItsVoice()
    {
        using Session session = WithFocal();
        TrackInstance[] guitars = [session.Add("Gtr L", -10), session.Add("Gtr R", -10)];
        session.Play(12);
        double target = Hint(session, guitars[0]).TargetLu;

        _ = session.Mix.EditTrack(guitars[1].Id, ParameterId.TargetOffset, 3);
        session.Play(1);

        Assert.That(guitars.Select(track => Hint(session, track).TargetLu), Is.All.EqualTo(target + 3).Within(0.01));
    }

    [Test]
    public void Apply_OfTwoVoicesOfOneName_MovesTheOneThatIsMeant()
    {
        using Session session = WithFocal();
        TrackInstance[] keys = [session.Add("Keys A", -5), session.Add("Keys B", -5)];
        TrackInstance[] pads = [session.Add("Pad A", -5), session.Add("Pad B", -5)];
        session.Play(12);
        session.Mix.Voices.Join([keys[1].Id], keys[0].Id);
        session.Mix.Voices.Name(keys[0].Id, "Bed");
        session.Mix.Voices.Join([pads[1].Id], pads[0].Id);
        session.Mix.Voices.Name(pads[0].Id, "Bed");
        session.Play(1);

        var moved = session.Mix.Apply(keys[0].Id).Select(move => move.TrackId);

        Assert.That(moved, Is.EquivalentTo(keys.Select(track => track.Id)));
    }

    private static Session WithFocal()
    {
        Session session = new();
        session.Add("Lead Vocal").IsFocal = true;
        return session;
    }

    private static Hint Hint(Session session, TrackInstance track) => session.Mix.State.Advice.For(track.Id)!;
}
