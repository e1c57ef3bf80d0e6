using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Voices;

/// <summary>What a host tells of folders and returns is known, and names are not asked again.</summary>
public sealed class ToldBusTests
{
    private static readonly HostBus Drums = new(1, "Drums");
    private static readonly HostBus Kick = new(2, "Kick", Drums);
    private static readonly HostBus Backings = new(3, "BGV");
    private static readonly HostBus Percussion = new(4, "Perc");

    [Test]
    public void Names_ThatTellNothing_AreReadWithTheirFolder()
    {
        using Session session = new();
        TrackInstance[] tracks = [Add(session, "In", Kick), Add(session, "Out", Kick), Add(session, "Anna", Backings), Add(session, "Thing", Drums), Add(session, "Bass", Backings)];

        Assert.That(tracks.Select(track => track.Role), Is.EqualTo(new[] { Role.Kick, Role.Kick, Role.BackingVocals, Role.Other, Role.Bass }));
    }

    [Test]
    public void Folder_OfBackingVocals_IsOneVoice()
    {
        using Session session = WithFocal();
        TrackInstance[] singers = [Add(session, "Anna", Backings), Add(session, "Ben", Backings), Add(session, "Cleo", Backings)];

        session.Play(12);

        Assert.That(singers.Select(track => session.Reading(track).VoiceName), Is.All.EqualTo("BGV"));
    }

    [Test]
    public void Folder_OfMicrophones_IsOneVoiceByItsName()
    {
        using Session session = WithFocal();
        TrackInstance[] kick = [Add(session, "In", Kick), Add(session, "Out", Kick)];
        TrackInstance snare = Add(session, "Snare", Drums);

        session.Play(12);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(kick.Select(track => session.Reading(track).VoiceName), Is.All.EqualTo("Kick"));
            Assert.That(session.Reading(snare).VoiceName, Is.Null);
        }
    }

    [Test]
    public void Folder_OfSeveralInstruments_MakesNoVoice()
    {
        using Session session = WithFocal();
        TrackInstance[] tracks = [Add(session, "Shaker", Percussion), Add(session, "Tambourine", Percussion), Add(session, "Singers", Percussion)];

        session.Play(12);

        Assert.That(tracks.Select(track => session.Reading(track).VoiceName), Is.All.Null);
    }

    [Test]
    public void Takes_OfOnePart_AreOneVoiceWhereTheyHaveABusOfTheirOwn()
    {
        using Session session = WithFocal();
        HostBus guitars = new(9, "Rhythm Guitars");
        TrackInstance[] together = [Add(session, "Gtr 1", guitars), Add(session, "Gtr 2", guitars)];
        TrackInstance[] apart = [Add(session, "Keys 1", null), Add(session, "Keys 2", null)];

        session.Play(12);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(together.Select(track => session.Reading(track).VoiceName), Is.All.EqualTo("Rhythm Guitars"));
            Assert.That(apart.Select(track => session.Reading(track).VoiceName), Is.All.Null);
        }
    }

    [Test]
    public void Return_ThatTheHostTells_IsAReturnWhateverItIsCalled()
    {
        using Session session = new();
        TrackInstance track = session.Add("Aux 3");

        track.HostTrack = new HostTrack("Aux 3", FedBy: [1]);

        Assert.That(track.Role, Is.EqualTo(Role.ReverbReturn));
    }

    [Test]
    public void Return_ThatTheHostTells_IsPlacedAgainstWhatFeedsIt()
    {
        using Session session = WithFocal();
        TrackInstance keys = session.Add("Piano");
        keys.HostTrack = new HostTrack("Piano", MixerIndex: 4);
        TrackInstance other = session.Add("Organ");
        other.HostTrack = new HostTrack("Organ", MixerIndex: 5);
        TrackInstance track = session.Add("Aux 3");
        track.HostTrack = new HostTrack("Aux 3", MixerIndex: 6, FedBy: [4]);

        session.Play(12);

        Assert.That(session.Reading(track).FedByName, Is.EqualTo("Piano"));
    }

    [Test]
    public void Folder_ThatIsLeft_TellsNoMore()
    {
        using Session session = new();
        TrackInstance track = Add(session, "In", Kick);

        track.HostTrack = track.HostTrack with { Bus = null };

        Assert.That(track.Role, Is.EqualTo(Role.Other));
    }

    private static Session WithFocal()
    {
        Session session = new();
        session.Add("Lead Vocal").IsFocal = true;
        return session;
    }

    private static TrackInstance Add(Session session, string name, HostBus? bus)
    {
        TrackInstance track = session.Add(name);
        track.HostTrack = new HostTrack(name, Bus: bus);
        return track;
    }
}
