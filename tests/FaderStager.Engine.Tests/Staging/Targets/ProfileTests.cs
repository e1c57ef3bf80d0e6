using FaderStager.Mixing.Profiles;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Staging.Targets;

public sealed class ProfileTests
{
    private const string Least = """{"format":1,"name":"mine","focalAgainstRest":{"offsetLu":1,"toleranceLu":3},"roles":{"bass":{"offsetLu":-5,"toleranceLu":2,"source":"ears"}}}""";

    private static IEnumerable<TargetProfile> BuiltIn => ProfileLibrary.BuiltIn;

    [Test]
    public void BuiltIn_Names_AreTheEight() =>
        Assert.That(BuiltIn.Select(profile => profile.Name), Is.EqualTo((List<string>)["pop", "rock", "electronic", "acoustic", "metal", "speech", "film", "instrumental"]));

    [TestCaseSource(nameof(BuiltIn))]
    public void BuiltIn_EveryRole_HasANumberAndItsSource(TargetProfile profile)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(profile.Roles.Keys, Is.EquivalentTo(Enum.GetValues<Role>()));
            Assert.That(profile.Roles.Values.Append(profile.FocalAgainstRest).Select(target => target.Source.Length), Is.All.GreaterThan(10));
            Assert.That(profile.Roles.Values.Append(profile.FocalAgainstRest).Select(target => target.ToleranceLu), Is.All.InRange(3, 5));
            Assert.That(profile.Description, Is.Not.Empty);
        }
    }

    // A source is a paper with its year, or says that it is none.
    [TestCaseSource(nameof(BuiltIn))]
    public void BuiltIn_EverySource_IsAPaperOrSaysThatItIsARule(TargetProfile profile) =>
        Assert.That(
            profile.Roles.Values.Append(profile.FocalAgainstRest).Select(target => target.Source),
            Is.All.Matches("rule of thumb|definition|20[0-9][0-9]"));

    [TestCaseSource(nameof(BuiltIn))]
    public void BuiltIn_LeadRole_IsZero(TargetProfile profile) =>
        Assert.That(profile.For(profile.Name is "speech" or "film" ? Role.Speech : Role.LeadVocal).OffsetLu, Is.Zero);

    // 24 songs with a lead vocal stand at -3.1 LU, the middle half of them from -5.1 to -1.1.
    [Test]
    public void Pop_UsualBand_StandsWhereVocalMixesDo() =>
        Assert.That(-SumOf(ProfileLibrary.Default, Band), Is.InRange(-5.1, -1.1));

    // A kit of single drums is as loud as the drums as one: the same band, measured on more tracks.
    [TestCase("pop")]
    [TestCase("instrumental")]
    public void Kit_SingleDrums_SumToTheDrumsAsOne(string name)
    {
        TargetProfile profile = BuiltIn.First(known => known.Name == name);

        Assert.That(SumOf(profile, [Role.Kick, Role.Snare, Role.Overheads, Role.HiHat]), Is.EqualTo(profile.For(Role.DrumBus).OffsetLu).Within(0.5));
    }

    // Where stems and the study of chart hits disagree the tolerance holds both.
    [TestCase("pop", -3.1, 1)]
    [TestCase("rock", -3.1, 0)]
    [TestCase("metal", -3.1, -3)]
    public void FocalAgainstRest_SourcesThatDisagree_AreBothWithin(string name, double stems, double chartHits)
    {
        RoleTarget target = BuiltIn.First(known => known.Name == name).FocalAgainstRest;

        Assert.That((List<double>)[stems, chartHits], Is.All.InRange(target.OffsetLu - target.ToleranceLu, target.OffsetLu + target.ToleranceLu));
    }

    [TestCase(null, "pop")]
    [TestCase(Role.Other, "pop")]
    [TestCase(Role.LeadVocal, "pop")]
    [TestCase(Role.BackingVocals, "pop")]
    [TestCase(Role.LeadGuitar, "instrumental")]
    [TestCase(Role.Keys, "instrumental")]
    [TestCase(Role.Kick, "instrumental")]
    public void Following_VoiceOrInstrument_HasItsProfile(Role? focal, string name) =>
        Assert.That(BuiltInProfiles.Following(focal).Name, Is.EqualTo(name));

    /// <summary>Issue 10: a kick that is flagged while the vocal is in the mix makes no instrumental of it.</summary>
    [TestCase(Role.Kick, "pop")]
    [TestCase(Role.Bass, "pop")]
    [TestCase(Role.LeadGuitar, "instrumental")]
    public void Following_InstrumentBesideALeadVocal_IsThatOfASongUnlessItLeads(Role focal, string name) =>
        Assert.That(BuiltInProfiles.Following(focal, hasVoice: true).Name, Is.EqualTo(name));

    /// <summary>Vocal 0, the rest at +2.5, of it a kick at -7: the kick alone against all others.</summary>
    [TestCase(Role.LeadVocal, -2.5)]
    [TestCase(Role.LeadGuitar, -2.5)]
    [TestCase(Role.Kick, -11.1)]
    [TestCase(Role.Bass, -7.2)]
    public void FocalAgainstRest_RoleOfTheFocal_FollowsFromTheTable(Role focal, double lu) =>
        Assert.That(BuiltInProfiles.Default.FocalAgainstRestLu(focal), Is.EqualTo(lu).Within(0.06));

    [Test]
    public void Json_Spread_IsReadAndWritten()
    {
        TargetProfile profile = TargetProfileJson.Read(Least.Replace("\"toleranceLu\":2", "\"toleranceLu\":2,\"spreadLu\":1.5", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(profile.For(Role.Bass).SpreadLu, Is.EqualTo(1.5));
            Assert.That(TargetProfileJson.Write(profile), Does.Contain("\"spreadLu\": 1.5"));
        }
    }

    [TestCaseSource(nameof(BuiltIn))]
    public void BuiltIn_OffsetsSummed_AgreeWithTheFocalAgainstTheRest(TargetProfile profile)
    {
        Role[] rest = profile.Name is "speech" or "film" ? [Role.Music, Role.Ambience, Role.Effects] : Band;

        Assert.That(-SumOf(profile, rest), Is.EqualTo(profile.FocalAgainstRest.OffsetLu).Within(profile.FocalAgainstRest.ToleranceLu));
    }

    [TestCaseSource(nameof(BuiltIn))]
    public void Json_WrittenAndRead_IsTheSame(TargetProfile profile)
    {
        TargetProfile read = TargetProfileJson.Read(TargetProfileJson.Write(profile));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Roles, Is.EqualTo(profile.Roles));
            Assert.That(read with { Roles = profile.Roles }, Is.EqualTo(profile));
        }
    }

    [Test]
    public void Json_LeastFile_FillsInOther()
    {
        TargetProfile profile = TargetProfileJson.Read(Least);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(profile.For(Role.Bass), Is.EqualTo(new RoleTarget(-5, 2, "ears")));
            Assert.That(profile.For(Role.Kick), Is.EqualTo(TargetProfileJson.DefaultOther));
            Assert.That(profile.FocalAgainstRest.Source, Is.EqualTo("not said"));
        }
    }

    [Test]
    public void Json_ByteOrderMarkCommentsAndUnknownFields_AreTaken()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "/* mine */"u8, .. System.Text.Encoding.UTF8.GetBytes(Least.Replace("\"format\":1", "\"colour\":[1],\"format\":1,", StringComparison.Ordinal).Replace(",,", ",", StringComparison.Ordinal))];

        Assert.That(TargetProfileJson.Read(bytes).Name, Is.EqualTo("mine"));
    }

    [TestCase("", "The file is empty.")]
    [TestCase("null", "The file says only \"null\"*")]
    [TestCase("[]", "Not a readable profile at line 1, position *")]
    [TestCase("{\n  \"format\": 1,\n  \"name\": oops\n}", "Not a readable profile at line 3, position * ($.name)*")]
    [TestCase("{}", "\"format\" is missing: write \"format\": 1.")]
    [TestCase("""{"format":2}""", "Format 2 is newer than format 1*update FaderStager.")]
    [TestCase("""{"format":0}""", "Format 0 does not exist*")]
    [TestCase("""{"format":1}""", "\"name\" is missing or empty.")]
    [TestCase("""{"format":1,"name":"x"}""", "\"roles\" is missing*")]
    [TestCase("""{"format":1,"name":"x","roles":{}}""", "focalAgainstRest: the target is missing.")]
    [TestCase("""{"format":1,"name":"x","focalAgainstRest":{"offsetLu":1,"toleranceLu":3},"roles":{"snair":{"offsetLu":1,"toleranceLu":3}}}""", "roles: there is no role \"snair\". Did you mean \"snare\"*")]
    [TestCase("""{"format":1,"name":"x","focalAgainstRest":{"offsetLu":1,"toleranceLu":3},"roles":{"bass":{"toleranceLu":3}}}""", "roles, \"bass\": \"offsetLu\" is missing.")]
    [TestCase("""{"format":1,"name":"x","focalAgainstRest":{"offsetLu":1,"toleranceLu":3},"roles":{"bass":{"offsetLu":1,"toleranceLu":0}}}""", "roles, \"bass\": \"toleranceLu\" is 0; it must be above 0*")]
    [TestCase("""{"format":1,"name":"x","focalAgainstRest":{"offsetLu":1,"toleranceLu":3},"roles":{"bass":{"offsetLu":1e999,"toleranceLu":3}}}""", "roles, \"bass\": \"offsetLu\" is *")]
    [TestCase("""{"format":1,"name":"x","focalAgainstRest":{"offsetLu":1,"toleranceLu":3},"roles":{"bass":{"offsetLu":"loud","toleranceLu":3}}}""", "Not a readable profile at line 1, position * ($.roles.bass.offsetLu)*")]
    [TestCase("""{"format":1,"name":"x","focalAgainstRest":{"offsetLu":1,"toleranceLu":3},"roles":{"bass":null}}""", "roles, \"bass\": the target is missing.")]
    [TestCase("""{"format":1,"name":"x","focalAgainstRest":{"offsetLu":1,"toleranceLu":3},"roles":{"bass":{"offsetLu":1,"toleranceLu":3},"Bass":{"offsetLu":1,"toleranceLu":3}}}""", "roles: \"Bass\" names the role bass for the second time.")]
    public void Json_Wrong_SaysWhatAndWhere(string json, string message)
    {
        ProfileFormatException? problem = Assert.Throws<ProfileFormatException>(() => TargetProfileJson.Read(json));

        string pattern = "^" + System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        Assert.That(problem!.Message, Does.Match(pattern));
    }

    private static readonly Role[] Band =
    [
        Role.Kick, Role.Snare, Role.Overheads, Role.Toms, Role.HiHat, Role.Bass, Role.RhythmGuitar, Role.Keys, Role.Pads, Role.BackingVocals,
    ];

    private static double SumOf(TargetProfile profile, Role[] roles) =>
        10 * Math.Log10(roles.Sum(role => Math.Pow(10, profile.For(role).OffsetLu / 10)));
}
