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
    public void Save_NewName_IsInTheFolderAndInTheListAtOnce()
    {
        string folder = Path.Combine(_folder, "not", "made", "yet");
        ProfileLibrary library = new(folder);
        long version = library.Version;
        SavedProfile saved = library.Save(ProfileLibrary.Default with { Name = " My song é ", ForwardLu = 1.5 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved, Is.EqualTo(new SavedProfile(Path.Combine(folder, "My song é.json"))));
            Assert.That(library.All[^1].Name, Is.EqualTo("My song é"));
            Assert.That(library.Version, Is.GreaterThan(version));
            Assert.That(ProfileLibrary.Load(saved.Path!).ForwardLu, Is.EqualTo(1.5));
            Assert.That(new ProfileLibrary(folder).Find("my song é"), Is.Not.Null, "another session finds it");
            Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(1), "nothing is left beside it");
        }
    }

    [Test]
    public void Save_NameThatThePersonHas_IsReplacedOnlyWhereThatIsAskedFor()
    {
        ProfileLibrary library = new(_folder);
        library.Save(ProfileLibrary.Default with { Name = "mine", Description = "first" });
        SavedProfile refused = library.Save(ProfileLibrary.Default with { Name = "mine", Description = "second" });
        string kept = library.Find("mine")!.Description;
        SavedProfile replaced = library.Save(ProfileLibrary.Default with { Name = "mine", Description = "second" }, replaces: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Is.EqualTo(new SavedProfile(null, "You have a profile \"mine\" already.", MayReplace: true)));
            Assert.That(kept, Is.EqualTo("first"));
            Assert.That((replaced.Path, library.Find("mine")!.Description), Is.EqualTo((Path.Combine(_folder, "mine.json"), "second")));
            Assert.That(new ProfileLibrary(_folder).All.Select(profile => profile.Name), Has.Exactly(1).EqualTo("mine"));
        }
    }

    [Test]
    public void Save_NameOfABuiltInOrOfAnotherFile_IsRefused()
    {
        Write("song.json", "jazz");
        ProfileLibrary library = new(_folder);
        using (Assert.EnterMultipleScope())
        {
            foreach (string name in (string[])["pop", "Pop", "jazz", "JAZZ"])
            {
                SavedProfile saved = library.Save(ProfileLibrary.Default with { Name = name }, replaces: true);
                Assert.That((saved.Path, saved.MayReplace), Is.EqualTo(((string?)null, false)));
                Assert.That(saved.Problem, Does.Match("There is a profile \"(pop|jazz)\" already: choose another name."));
            }

            Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
        }
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("a/b")]
    [TestCase("..\\..\\a")]
    [TestCase("../up")]
    [TestCase(".hidden")]
    [TestCase("ends.")]
    [TestCase("con")]
    [TestCase("LPT1.old")]
    [TestCase("tab\there")]
    [TestCase("what?")]
    [TestCase("1234567890123456789012345678901234567890123456789012345678901")]
    public void Save_NoNameForAFile_SaysSoAndWritesNothing(string name)
    {
        SavedProfile saved = new ProfileLibrary(_folder).Save(ProfileLibrary.Default with { Name = name });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((saved.Path, saved.MayReplace), Is.EqualTo(((string?)null, false)));
            Assert.That(saved.Problem, Is.Not.Empty);
            Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
        }
    }

    [Test]
    public void Save_FolderThatCannotBeMade_IsASentence()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        SavedProfile saved = new ProfileLibrary(Path.Combine(file, "Profiles")).Save(ProfileLibrary.Default with { Name = "mine" });
        Assert.That(saved.Problem, Does.StartWith("Not saved: "));
    }

    [Test]
    public void Save_FolderReadInBackground_StaysInTheList()
    {
        ProfileLibrary library = new(_folder);
        library.ReadInBackground();
        library.Save(ProfileLibrary.Default with { Name = "mine" });
        Assert.That(library.Find("mine"), Is.Not.Null);
        long version = library.Version;
        library.Refresh();
        Assert.That(SpinWait.SpinUntil(() => library.Version > version, TimeSpan.FromSeconds(30)), Is.True);
        Assert.That(library.Find("mine"), Is.Not.Null);
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
