using FaderStager.Engine.Tests.Staging.Approaches;
using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Learning;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Targets;

public sealed class ProfileLearnerTests
{
    [Test]
    public void Learn_StemsOfAMix_TakesTheirReadings()
    {
        LearnedProfile learned = ProfileLearner.Learn(
            Mix(
                Focal(),
                Track(2, "Bass", Role.Bass, -4.24),
                Track(3, "Gtr L", Role.RhythmGuitar, -9),
                Track(4, "Gtr R", Role.RhythmGuitar, -6),
                Track(5, "Gtr C", Role.RhythmGuitar, -12.5),
                Track(6, "Key L", Role.Keys, -10),
                Track(7, "Key R", Role.Keys, -10.6),
                Track(8, "Shaker", Role.Percussion, -9) with { HeardTogetherSeconds = 1 },
                Track(9, "Pad", Role.Pads, 0).Silent()) with { FocalAgainstRestLu = 2.26 },
            " mine ");

        TargetProfile profile = learned.Profile!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(learned.Problem, Is.Null);
            Assert.That(profile.Name, Is.EqualTo("mine"));
            Assert.That(profile.For(Role.Bass), Is.EqualTo(new RoleTarget(-4.2, 3, "learned from 1 stem of mine, 43 s heard together")));
            Assert.That(profile.For(Role.RhythmGuitar), Is.EqualTo(new RoleTarget(-9, 3.5, "learned from 3 stems of mine, 43 s heard together")));
            Assert.That(profile.For(Role.Keys), Is.EqualTo(new RoleTarget(-10.3, 1.5, "learned from 2 stems of mine, 43 s heard together")));
            Assert.That(profile.For(Role.LeadVocal).OffsetLu, Is.Zero);
            Assert.That(profile.For(Role.Kick).OffsetLu, Is.EqualTo(-7));
            Assert.That(profile.For(Role.Kick).Source, Does.StartWith("not in the reference mix; pop's number: "));
            Assert.That(profile.FocalAgainstRest, Is.EqualTo(new RoleTarget(2.3, 3, "learned from 7 stems of mine")));
            Assert.That(learned.Used, Is.EqualTo((List<string>)["Lead Vox", "Bass", "Gtr L", "Gtr R", "Gtr C", "Key L", "Key R"]));
            Assert.That(learned.LeftOut, Is.EqualTo((List<string>)["Shaker: not heard together with the focal", "Pad: silent"]));
        }
    }

    [Test]
    public void Learn_SeveralSongs_TakesMediansAndSaysHowSureEachIs()
    {
        double[] basses = [-4, -5, -6, -9, -3];
        SongBalance[] songs =
        [
            .. basses.Select((bass, i) => ProfileLearner.Hear(Mix(
                i == 0
                    ? [Focal(), Track(2, "Bass", Role.Bass, bass), Track(3, "Sax", Role.Brass, -8)]
                    : i < 3
                        ? [Focal(), Track(2, "Bass", Role.Bass, bass), Track(4, "Gtr 1", Role.RhythmGuitar, -8 - (4 * i)), Track(5, "Gtr 2", Role.RhythmGuitar, -9 - (4 * i))]
                        : [Focal(), Track(2, "Bass", Role.Bass, bass)]) with
            {
                FocalAgainstRestLu = -2 - (i * 0.5),
            })),
            new SongBalance { Problem = "no focal" },
        ];

        LearnedProfile learned = ProfileLearner.Learn(songs, "mine");

        TargetProfile profile = learned.Profile!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(profile.For(Role.Bass), Is.EqualTo(new RoleTarget(-5, 1.5, "learned from all 5 songs of mine, 5 stems, spread ±1.0 LU: sure") { SpreadLu = 1 }));
            Assert.That(profile.For(Role.Brass), Is.EqualTo(new RoleTarget(-8, 3, "learned from 1 of 5 songs of mine, 1 stem: one song alone")));
            Assert.That(profile.For(Role.RhythmGuitar), Is.EqualTo(new RoleTarget(-14.5, 2, "learned from 2 of 5 songs of mine, 4 stems, spread ±2.0 LU: few songs") { SpreadLu = 2 }));
            Assert.That(profile.For(Role.LeadVocal), Is.EqualTo(new RoleTarget(0, 3, "the focal of 5 of 5 songs")));
            Assert.That(profile.For(Role.Kick).Source, Does.StartWith("not in the reference mixes; pop's number: "));
            Assert.That(profile.FocalAgainstRest, Is.EqualTo(new RoleTarget(-3, 1.5, "learned from all 5 songs of mine, spread ±0.5 LU: sure") { SpreadLu = 0.5 }));
            Assert.That(learned.Roles.Select(figure => (figure.Role, figure.Songs)), Is.EquivalentTo((List<(Role, int)>)[(Role.Bass, 5), (Role.Brass, 1), (Role.RhythmGuitar, 2)]));
            Assert.That(learned.Voices.Select(figure => (figure.Voice, figure.OffsetLu, figure.SpreadLu, figure.Songs)), Is.EqualTo((List<(string?, double, double, int)>)[("Gtr 1", -14, 2, 2), ("Gtr 2", -15, 2, 2)]));
            Assert.That(TargetProfileJson.Read(TargetProfileJson.Write(profile)).Roles, Is.EqualTo(profile.Roles));
        }
    }

    [Test]
    public void Learn_ManyTracksOfOneSong_DoNotOutweighTheOthers()
    {
        MixSnapshot crowded = Mix([Focal(), .. Enumerable.Range(2, 12).Select(i => Track(i, $"Gtr {i}", Role.RhythmGuitar, -20))]);
        MixSnapshot lean = Mix(Focal(), Track(2, "Gtr", Role.RhythmGuitar, -10));

        RoleTarget target = ProfileLearner.Learn([ProfileLearner.Hear(crowded), ProfileLearner.Hear(lean), ProfileLearner.Hear(lean)], "mine").Profile!.For(Role.RhythmGuitar);

        Assert.That((target.OffsetLu, target.ToleranceLu), Is.EqualTo((-10, 10)), "the one song that differs is within the tolerance");
        Assert.That(target.Source, Does.EndWith("few songs, and they differ"));
    }

    [Test]
    public void Learn_OrderOfSongs_DoesNotMatter()
    {
        SongBalance[] songs = [.. Enumerable.Range(0, 7).Select(i => ProfileLearner.Hear(Mix(Focal(), Track(2, "Bass", Role.Bass, -4 - (i * i * 0.3)))))];

        Assert.That(ProfileLearner.Learn([.. songs.Reverse()], "mine").Profile!.Roles, Is.EqualTo(ProfileLearner.Learn(songs, "mine").Profile!.Roles));
    }

    [Test]
    public void Learn_NoSongOfUse_SaysSo() =>
        Assert.That(
            ProfileLearner.Learn([new SongBalance { Problem = "one" }, new SongBalance { Problem = "two" }], "mine").Problem,
            Is.EqualTo("None of the songs has anything to learn from."));

    [Test]
    public void Learn_WrittenAndRead_IsTheSame()
    {
        TargetProfile profile = ProfileLearner.Learn(Mix(Focal(), Track(2, "Bass", Role.Bass, -4.24)), "mine").Profile!;

        Assert.That(TargetProfileJson.Read(TargetProfileJson.Write(profile)).Roles, Is.EqualTo(profile.Roles));
    }

    [Test]
    public void Learn_NoFocal_SaysSo() =>
        Assert.That(
            ProfileLearner.Learn(Mix(Track(2, "Bass", Role.Bass, 0)), "mine").Problem,
            Is.EqualTo("Flag the focal first: a profile says where the other tracks sit against it."));

    [Test]
    public void Learn_SilentFocal_SaysSo() =>
        Assert.That(
            ProfileLearner.Learn(Mix(Focal().Silent(), Track(2, "Bass", Role.Bass, 0)), "mine").Problem,
            Does.StartWith("The focal, Lead Vox, was never heard"));

    [Test]
    public void Learn_NothingHeardWithTheFocal_SaysSo()
    {
        LearnedProfile learned = ProfileLearner.Learn(Mix(Focal(), Track(2, "Bass", Role.Bass, 0).Unheard()), "mine");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(learned.Profile, Is.Null);
            Assert.That(learned.Problem, Does.StartWith("No stem was heard together"));
            Assert.That(learned.LeftOut, Is.EqualTo((List<string>)["Bass: not heard"]));
        }
    }

    [TestCase("")]
    [TestCase("   ")]
    public void Learn_NoName_SaysSo(string name) =>
        Assert.That(ProfileLearner.Learn(Mix(Focal()), name).Problem, Does.StartWith("A profile needs a name"));

    [Test]
    public void Learn_RolesOfNoName_CountAsOther() =>
        Assert.That(
            ProfileLearner.Learn(Mix(Focal(), Track(2, "X", (Role)99, -6), Track(3, "Y", Role.Other, -8)), "mine").Profile!.For(Role.Other).OffsetLu,
            Is.EqualTo(-7));

    [Test]
    public void Learn_TwoSidesOfOneVoice_AreOneReading()
    {
        Guid voice = Guid.NewGuid();
        MixSnapshot mix = Mix(
            Focal(),
            Track(2, "Gtr L", Role.RhythmGuitar, -10) with { VoiceId = voice },
            Track(3, "Gtr R", Role.RhythmGuitar, -10) with { VoiceId = voice });

        Assert.That(ProfileLearner.Learn(mix, "mine").Profile!.For(Role.RhythmGuitar).OffsetLu, Is.EqualTo(-7));
    }

    [Test]
    public void Learn_AnyGarbage_NeverThrows() =>
        FsCheck.Check.One(
            Seeded.Config(500),
            FsCheck.Fluent.Prop.ForAll(MixGenerators.Garbage(), (MixSnapshot mix) =>
                ProfileLearner.Learn(mix, "mine") is { } learned
                && (learned.Profile is null || TargetProfileJson.Read(TargetProfileJson.Write(learned.Profile)).Roles.Count == learned.Profile.Roles.Count)));
}
