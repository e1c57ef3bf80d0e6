using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.States;

namespace FaderStager.Presentation.Tests;

public sealed class FirstRunTests
{
    private string _folder = "";

    private string SettingsPath => Path.Combine(_folder, "FaderStager", PersonSettings.FileName);

    private PersonSettings Person => new(Path.Combine(_folder, "FaderStager"));

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("faderstager").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void FirstRun_AllThreeDone_GoesAndNeverComesBack()
    {
        using EditorRig rig = new() { Person = Person };
        TrackInstance vocal = rig.Session.Add("Vocal");
        rig.Session.Add("Bass");
        rig.Open(vocal).Pass(300);
        FirstRunViewModel first = rig.Editor.FirstRun;
        Assert.That(first.IsVisible, Is.True);
        Assert.That(Done(first), Is.EqualTo(new[] { false, false, false }));

        rig.Editor.Header.IsFocal = true;
        rig.Pass(300);
        Assert.That(Done(first), Is.EqualTo(new[] { true, false, false }));
        Assert.That((first.Steps[0].Shape, first.Steps[1].Shape), Is.EqualTo((StateShape.Tick, StateShape.HollowDot)));

        rig.Editor.Header.IsFocal = false;
        rig.Play(1);
        Assert.That(Done(first), Is.EqualTo(new[] { true, false, true }), "what was done once is done");
        Assert.That(first.IsVisible, Is.True);

        rig.Editor.Header.ChooseTopDownCommand.Execute(null);
        rig.Pass(300);
        Assert.That(first.IsVisible, Is.False, "the approach that was in force can be picked, too");

        using EditorRig later = new() { Person = Person };
        later.Open(later.Session.Add("Vocal")).Pass(300);
        Assert.That(later.Editor.FirstRun.IsVisible, Is.False);
    }

    [Test]
    public void FirstRun_BottomUpPickedElsewhere_CountsAsPicked()
    {
        using EditorRig rig = new();
        rig.Open(rig.Session.Add("Vocal"));
        rig.Session.Add("Bass").Edit(ParameterId.Approach, 1);
        rig.Pass(500);

        Assert.That(Done(rig.Editor.FirstRun), Is.EqualTo(new[] { false, true, false }));
    }

    [Test]
    public void GotIt_Pressed_PutsTheLinesAwayForGood()
    {
        using EditorRig rig = new() { Person = Person };
        rig.Open(rig.Session.Add("Vocal")).Editor.FirstRun.GotItCommand.Execute(null);

        Assert.That(rig.Editor.FirstRun.IsVisible, Is.False);
        Assert.That(Person.IsFirstRunDone, Is.True);
    }

    [TestCase("")]
    [TestCase("{ \"firstRunDone\": tr")]
    [TestCase("[true]")]
    [TestCase("{ \"firstRunDone\": \"yes\" }")]
    [TestCase("{ \"firstRunDone\": true, \"firstRunDone\": false }")]
    [TestCase("\0\u0001\u0002")]
    public void Settings_DamagedFile_ShowAgainAndAreMended(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SettingsPath)!);
        File.WriteAllText(SettingsPath, text);
        Assert.That(Person.IsFirstRunDone, Is.False);

        Person.RememberFirstRun();
        Assert.That(Person.IsFirstRunDone, Is.True);
    }

    [Test]
    public void Settings_FileThatIsTooLarge_IsNotRead()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SettingsPath)!);
        File.WriteAllText(SettingsPath, "{ \"firstRunDone\": true }" + new string(' ', PersonSettings.LargestFileBytes));

        Assert.That(Person.IsFirstRunDone, Is.False);
    }

    [Test]
    public void Settings_OfANewerVersion_KeepWhatIsNotKnown()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SettingsPath)!);
        File.WriteAllText(SettingsPath, "{ \"colours\": [1, 2], \"firstRunDone\": false }");
        Person.RememberFirstRun();

        Assert.That(Person.IsFirstRunDone, Is.True);
        Assert.That(File.ReadAllText(SettingsPath), Does.Contain("colours"));
    }

    [Test]
    public void Settings_FolderThatCannotBeMade_ShowAgainAndNothingElse()
    {
        File.WriteAllText(Path.Combine(_folder, "FaderStager"), "a file stands where the folder should be");
        using EditorRig rig = new() { Person = Person };
        rig.Open(rig.Session.Add("Vocal")).Editor.FirstRun.GotItCommand.Execute(null);

        Assert.That(rig.Editor.FirstRun.IsVisible, Is.False, "for this opening");
        Assert.That(Person.IsFirstRunDone, Is.False);
    }

    [Test]
    public void Settings_FileThatIsAFolder_ShowAgainAndNothingElse()
    {
        Directory.CreateDirectory(SettingsPath);
        Person.RememberFirstRun();

        Assert.That(Person.IsFirstRunDone, Is.False);
    }

    [TestCase("")]
    [TestCase("somewhere")]
    public void Settings_NoFullPath_AreNeitherReadNorWritten(string folder)
    {
        PersonSettings nowhere = new(folder);
        nowhere.RememberFirstRun();

        Assert.That(nowhere.IsFirstRunDone, Is.False);
        Assert.That(File.Exists(Path.Combine(folder, PersonSettings.FileName)), Is.False);
    }

    private static bool[] Done(FirstRunViewModel first) => [.. first.Steps.Select(step => step.IsDone)];
}
