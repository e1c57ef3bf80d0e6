using FaderStager.Mixing.Profiles;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Profiles;

public sealed class ProfileLibraryTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("faderstager-profiles-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Library_MissingFolder_HasTheBuiltIn()
    {
        ProfileLibrary library = new(Path.Combine(_folder, "nowhere"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(library.All, Has.Length.EqualTo(8));
            Assert.That(library.Warnings, Is.Empty);
            Assert.That(library.Find(" Pop ")?.Name, Is.EqualTo("pop"));
            Assert.That(library.Find("jazz"), Is.Null);
            Assert.That(library.TryFind("jazz", out TargetProfile instead), Is.False);
            Assert.That(instead, Is.SameAs(ProfileLibrary.Default));
        }
    }

    [Test]
    public void Library_UserProfiles_AreListedAfterTheBuiltIn()
    {
        Write("b.json", "zither");
        Write("a.json", "jazz");
        ProfileLibrary library = new(_folder);

        Assert.That(library.All.Skip(8).Select(profile => profile.Name), Is.EqualTo((List<string>)["jazz", "zither"]));
    }

    [Test]
    public void Library_CorruptProfile_IsLeftOutWithAWarning()
    {
        File.WriteAllText(Path.Combine(_folder, "bad.json"), "{\"format\":1,");
        File.WriteAllText(Path.Combine(_folder, "empty.json"), "");
        Write("good.json", "jazz");
        ProfileLibrary library = new(_folder);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(library.All, Has.Length.EqualTo(9));
            Assert.That(library.Warnings, Has.Length.EqualTo(2));
            Assert.That(library.Warnings[0], Does.StartWith("Left out: bad.json: Not a readable profile at line 1"));
            Assert.That(library.Warnings[1], Is.EqualTo("Left out: empty.json: The file is empty."));
        }
    }

    [Test]
    public void Library_NameOfABuiltIn_StaysWithTheBuiltIn()
    {
        Write("pop.json", "Pop");
        Write("pop2.json", "pop");
        ProfileLibrary library = new(_folder);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(library.Find("pop"), Is.SameAs(ProfileLibrary.Default));
            Assert.That(library.Find("Pop (user)")?.Description, Is.EqualTo("made by hand"));
            Assert.That(library.All, Has.Length.EqualTo(10));
            Assert.That(library.Warnings[0], Is.EqualTo("pop.json: the name \"Pop\" is taken, so it is listed as \"Pop (user)\"."));
        }
    }

    [Test]
    public void Library_Refreshed_SeesNewFiles()
    {
        ProfileLibrary library = new(_folder);
        int before = library.All.Length;
        Write("new.json", "jazz");
        library.Refresh();

        Assert.That(library.All, Has.Length.EqualTo(before + 1));
    }

    [Test]
    public void Load_NoSuchFile_NamesIt() =>
        Assert.That(() => ProfileLibrary.Load(Path.Combine(_folder, "none.json")), Throws.TypeOf<ProfileFormatException>().With.Message.Contains("none.json"));

    [TestCase("")]
    [TestCase("\0")]
    public void Load_NoPath_ThrowsTheSame(string path) =>
        Assert.That(() => ProfileLibrary.Load(path), Throws.TypeOf<ProfileFormatException>());

    [Test]
    public void Load_HugeFile_IsRefused()
    {
        string path = Path.Combine(_folder, "huge.json");
        File.WriteAllBytes(path, new byte[ProfileLibrary.LargestFileBytes + 1]);

        Assert.That(() => ProfileLibrary.Load(path), Throws.TypeOf<ProfileFormatException>().With.Message.Contains("larger than"));
    }

    [Test]
    public void DefaultFolder_Always_EndsInTheProfilesFolder() =>
        Assert.That(ProfileLibrary.DefaultFolder, Does.EndWith(Path.Combine("FaderStager", "Profiles")));

    private void Write(string file, string name) =>
        File.WriteAllText(Path.Combine(_folder, file), TargetProfileJson.Write(ProfileLibrary.Default with { Name = name, Description = "made by hand" }));

    [Test]
    public void Add_ProfileOfATakenName_IsFoundBesideTheBuiltInOne()
    {
        ProfileLibrary library = new(Path.Combine(Path.GetTempPath(), "no-such-folder-of-profiles"));
        string name = library.Add(ProfileLibrary.Default with { Description = "mine" });

        Assert.That(name, Is.EqualTo("pop (user)"));
        Assert.That(library.Find(name)?.Description, Is.EqualTo("mine"));
        Assert.That(library.Find("pop"), Is.EqualTo(ProfileLibrary.Default));
        Assert.That(library.All, Has.Length.EqualTo(ProfileLibrary.BuiltIn.Length + 1));
    }

    [Test]
    public void DefaultFolder_WhateverTheSystemHas_IsNoRelativePath() =>
        Assert.That(Path.IsPathFullyQualified(ProfileLibrary.DefaultFolder), Is.True, ProfileLibrary.DefaultFolder);
}
