using System.Text;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

public sealed class TrackStateTests
{
    private static readonly TrackState Full = new()
    {
        Id = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
        Name = "Lead \"Vox\" \u00e9\u4e2d",
        Role = Role.LeadVocal,
        RoleIsChosen = true,
        IsFocal = true,
        Group = MixGroup.C,
        FaderPlace = FaderPlace.DawFader,
        FaderDb = -7.5,
        TargetOffsetLu = 1.5,
        InMix = false,
        IsBypassed = true,
        FocalReferenceFaderDb = -3,
        Mix = new MixSettings
        {
            Revision = 42,
            Approach = ApproachKind.BottomUp,
            Start = TopDownStart.Auto,
            ProfileName = "rock",
            ToleranceLu = 2.5,
            FaderTopDb = 12,
            AnchorKind = AnchorKind.RmsDbfs,
            AnchorLevel = -18,
            Weighting = RelativeWeighting.Pestana,
            Order = [Guid.Parse("00000000-0000-0000-0000-000000000001")],
        },
    };

    [Test]
    public void WriteThenRead_EveryField_IsTheSame()
    {
        TrackState read = TrackState.Read(Full.Write(), out string? warning);

        Assert.That(warning, Is.Null);
        Assert.That(Encoding.UTF8.GetString(read.Write()), Is.EqualTo(Encoding.UTF8.GetString(Full.Write())));
        Assert.That((read.Id, read.Name, read.Role, read.FaderDb, read.Mix.Revision, read.Mix.ToleranceLu), Is.EqualTo((Full.Id, Full.Name, Full.Role, -7.5, 42L, (double?)2.5)));
    }

    [Test]
    public void WriteThenRead_FaderDown_StaysDown() =>
        Assert.That(TrackState.Read((Full with { FaderDb = double.NegativeInfinity }).Write(), out _).FaderDb, Is.EqualTo(double.NegativeInfinity));

    [Test]
    public void Read_NewerVersion_KeepsWhatItDoesNotKnow()
    {
        byte[] newer = Encoding.UTF8.GetBytes("""{"format":9,"id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","faderDb":-3,"hue":{"a":[1,2]},"mix":{"revision":7,"tempo":120}}""");
        TrackState state = TrackState.Read(newer, out string? warning);
        string written = Encoding.UTF8.GetString(state.Write());

        Assert.That(warning, Does.Contain("newer FaderStager"));
        Assert.That(state.FaderDb, Is.EqualTo(-3));
        Assert.That(written, Does.Contain("\"hue\":{\"a\":[1,2]}").And.Contain("\"tempo\":120").And.Contain("\"format\":9"));
    }

    [TestCase("", "empty")]
    [TestCase("   ", "damaged")]
    [TestCase("VST preset, not ours", "damaged")]
    [TestCase("{\"format\":1,\"faderDb\":-3", "damaged")]
    [TestCase("[1,2,3]", "not one of FaderStager's")]
    [TestCase("{\"format\":1,\"mix\":{\"a\":1,\"a\":2}}", "damaged")]
    [TestCase("{\"format\":1,\"x\":\"\\ud800\"}", "damaged")]
    [TestCase("{\"plugin\":\"other\"}", "not one of FaderStager's")]
    public void Read_NoStateAtAll_GivesDefaultsAndOneReadableWarning(string bytes, string said)
    {
        TrackState state = TrackState.Read(Encoding.UTF8.GetBytes(bytes), out string? warning);

        Assert.That(warning, Does.Contain(said).And.EndWith("."));
        Assert.That((state.FaderDb, state.IsFocal, state.InMix, state.Mix.Revision), Is.EqualTo((0.0, false, true, 0L)));
    }

    [Test]
    public void Read_OneBadField_CostsOnlyItself()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("""{"format":1,"name":5,"faderDb":"loud","role":"Theremin","targetOffsetLu":2,"mix":{"profile":"rock","start":"Later"}}""");
        TrackState state = TrackState.Read(bytes, out string? warning);

        Assert.That((state.FaderDb, state.Role, state.TargetOffsetLu, state.Mix.ProfileName), Is.EqualTo((0.0, Role.Other, 2.0, "rock")));
        Assert.That(warning, Does.Contain("state.name").And.Contain("state.faderDb").And.Contain("state.role").And.Contain("state.mix.start"));
    }

    [Test]
    public void Read_NumbersOutOfRange_AreBroughtIntoIt()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("""{"format":1,"faderDb":400,"targetOffsetLu":-1e300,"mix":{"faderTopDb":99,"toleranceLu":-4,"revision":-1}}""");
        TrackState state = TrackState.Read(bytes, out _);

        Assert.That((state.FaderDb, state.TargetOffsetLu, state.Mix.FaderTopDb, state.Mix.ToleranceLu, state.Mix.Revision), Is.EqualTo((12.0, -24.0, 12.0, (double?)0.1, 0L)));
    }

    [Test]
    public void Read_StateCutAnywhere_NeverThrowsAndAlwaysWarns()
    {
        byte[] whole = Full.Write();
        for (int length = 0; length < whole.Length; length++)
        {
            TrackState.Read(whole.AsSpan(0, length), out string? warning);
            Assert.That(warning, Is.Not.Null.And.Not.Empty, $"cut at {length}");
        }
    }

    [Test]
    public void Read_RandomBytes_NeverThrows() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1UL, 1UL), Prop.ForAll<byte[]>(bytes =>
        {
            TrackState.Read(bytes, out string? warning);
            return warning is not null;
        }));

    [Test]
    public void Read_StateWithOneByteChanged_NeverThrows()
    {
        byte[] whole = Full.Write();
        Random random = new(3);
        for (int i = 0; i < 2_000; i++)
        {
            byte[] changed = [.. whole];
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            TrackState state = TrackState.Read(changed, out _);
            Assert.That(state.Write(), Is.Not.Empty);
        }
    }

    [Test]
    public void Read_HugeOrderAndNames_AreCutAndSaySo()
    {
        string ids = string.Join(',', Enumerable.Range(0, 400_000).Select(number => $"\"00000000-0000-0000-0000-{number + 1:x12}\""));
        string name = new('n', 100_000);
        byte[] bytes = Encoding.UTF8.GetBytes($"{{\"format\":1,\"name\":\"{name}\",\"hue\":[{ids}],\"mix\":{{\"revision\":3,\"profile\":\"{name}\",\"order\":[{ids}],\"voices\":[{{\"tracks\":[{ids}]}},{{\"tracks\":[{ids}]}}]}}}}");
        TrackState state = TrackState.Read(bytes, out string? warning);

        Assert.That(state.Write(), Has.Length.LessThan(128 * 1024), "every track of the mix saves it");
        Assert.That(state.Mix.Voices.Sum(voice => voice.Tracks.Length), Is.EqualTo(1024));
        Assert.That((state.Mix.Order.Length, state.Name?.Length, state.Mix.ProfileName.Length), Is.EqualTo((1024, 256, 256)));
        Assert.That(state.Mix.Order[0], Is.EqualTo(Guid.Parse("00000000-0000-0000-0000-000000000001")));
        Assert.That(warning, Does.Contain("state.mix.order (400000 entries, of which 1024 are kept)").And.Contain("state.name (longer than 256 characters)"));
    }

    [Test]
    public void Edit_HugeOrderAndNames_AreCut()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.Name = new string('v', 255) + "\U0001F3A4 and more";
        session.Mix.Edit(settings => settings with { Order = [.. Enumerable.Range(0, 5_000).Select(_ => Guid.NewGuid())] });

        Assert.That((vocal.Name.Length, session.Mix.Settings.Order.Length), Is.EqualTo((255, 1024)), "never within a character");
    }

    [TestCase("")]
    [TestCase("VST preset, not ours")]
    [TestCase("{\"plugin\":\"another\"}")]
    [TestCase("{\"format\":1,\"id\":\"6f9619ff-8b86-d011-b42d-00c04fc964ff\",\"faderDb\":-3,\"mix\":{\"rev")]
    public void LoadState_BytesThatAreNoState_ChangeNothingAndSaySo(string bytes)
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.IsFocal = true;
        (vocal.FaderDb, vocal.Role, vocal.TargetOffsetLu) = (-4.5, Role.LeadVocal, 2);
        session.Mix.Edit(settings => settings with { ProfileName = "rock" });
        byte[] before = vocal.SaveState();

        string? said = vocal.LoadState(Encoding.UTF8.GetBytes(bytes));

        Assert.That(vocal.SaveState(), Is.EqualTo(before));
        Assert.That(said, Does.EndWith("FaderStager keeps what it has.").Or.EndWith("it keeps what it has."));
        Assert.That(vocal.LoadWarning, Is.EqualTo(said));
        Assert.That(vocal.LoadState(before), Is.Null);
        Assert.That(vocal.LoadWarning, Is.Null);
    }

    [Test]
    public void SaveState_WithoutAPersonsAct_IsTheSameBytes()
    {
        using Session before = new();
        TrackInstance[] saved = [before.Add("Vocal"), before.Add("Bass"), before.Add("Keys")];
        saved[0].IsFocal = true;
        saved[1].FaderDb = -7.3;
        byte[][] project = [.. saved.Select(track => track.SaveState())];

        foreach (int[] order in new int[][] { [0, 1, 2], [2, 1, 0] })
        {
            using Session session = new();
            TrackInstance[] tracks = [.. project.Select(_ => session.Add("Track"))];
            foreach (int i in order)
            {
                tracks[i].LoadState(project[i]);
            }

            Assert.That(tracks.Select(track => track.SaveState()), Is.EqualTo(project), "loaded");
            session.Play(8);
            Assert.That(tracks.Select(track => track.SaveState()), Is.EqualTo(project), "played and settled");
            foreach (ParameterInfo parameter in ParameterInfo.All)
            {
                Array.ForEach(tracks, track => track.SetFromHost(parameter.Id, (float)parameter.ToNormalized(track.Parameters[parameter.Id])));
            }

            session.Coordinator.Refresh();
            Assert.That(tracks.Select(track => track.SaveState()), Is.EqualTo(project), "read and written back by the host");
            Array.ForEach(tracks, track => track.Deactivate());
            Array.ForEach(tracks, Session.Prepare);
            session.Coordinator.Refresh();
            Assert.That(tracks.Select(track => track.SaveState()), Is.EqualTo(project), "off and on again");
        }
    }

    [Test]
    public void SaveState_OfATrackThatJoinsAMixWithAFocal_IsTheSameBytesBeforeAndAfter()
    {
        using Session session = new();
        TrackInstance vocal = session.Add("Vocal");
        vocal.IsFocal = true;
        TrackInstance bass = new(session.Coordinator);
        bass.SetFromHost(ParameterId.Fader, 0.5);
        byte[] before = bass.SaveState();
        Session.Prepare(bass);
        session.Play(2);
        Assert.That(bass.SaveState(), Is.EqualTo(before));

        bass.SetFromHost(ParameterId.Fader, 0.6);
        byte[] moved = bass.SaveState();
        session.Coordinator.Refresh();
        Assert.That(bass.SaveState(), Is.EqualTo(moved), "settled by the save already");
        vocal.FaderDb = 3;
        Assert.That(TrackState.Read(bass.SaveState(), out _).FocalReferenceFaderDb, Is.Zero);
    }
}
