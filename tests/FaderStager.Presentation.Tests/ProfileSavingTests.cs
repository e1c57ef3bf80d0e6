using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Mixes;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Tests;

/// <summary>The balance of the mix saved as a profile of the person's own.</summary>
public sealed class ProfileSavingTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("faderstager").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Save_MixAsItStands_IsAProfileToChooseAndSaysHowSureItIs()
    {
        using EditorRig rig = Band();
        rig.Mix.SetFader(rig.Session.Tracks[1].Id, -3);
        rig.Mix.SetForward(2);
        rig.Pass(300);
        ProfileSavingViewModel saving = rig.Editor.Profile.Saving;
        saving.NameText = " My band ";
        saving.SaveCommand.Execute(null);
        rig.Pass(300);
        TargetProfile saved = rig.Editor.Profile.Profiles.Single(profile => profile.Name == "My band");
        Assert.Multiple(() =>
        {
            Assert.That(saved.For(Role.Bass).OffsetLu, Is.EqualTo(-7).Within(0.05));
            Assert.That((saved.ForwardLu, rig.Editor.Profile.Selected.Name), Is.EqualTo((2.0, "round")), "nobody has chosen it yet");
            Assert.That(saving.SavedText.Split(Environment.NewLine), Is.EqualTo(new[]
            {
                $"My band: one song alone, Vocal vs rest {Presentation.Texts.LevelText.Lu(saved.FocalAgainstRest.OffsetLu)}",
                "bass \u22127.0 \u00b13.0 LU: 1 track, 12 s",
                "keys \u22129.0 \u00b11.5 LU: 2 tracks, 12 s (Keys \u22128.0, Organ \u221210.0)",
                "left out: Pad: not heard",
            }));
            Assert.That(rig.Editor.Notice.Text, Is.EqualTo("Saved as profile \"My band\", from 4 tracks: choose it where the profile stands"));
            Assert.That(File.Exists(Path.Combine(_folder, "My band.json")));
        });

        rig.Editor.Profile.Selected = saved;
        Assert.That((rig.Mix.Settings.ProfileName, rig.Mix.Settings.ForwardLu), Is.EqualTo(("My band", (double?)null)), "its numbers hold how far forward the lead is");
    }

    [Test]
    public void Save_NameThatIsTaken_AsksBeforeItReplaces()
    {
        using EditorRig rig = Band();
        ProfileSavingViewModel saving = rig.Editor.Profile.Saving;
        saving.NameText = "mine";
        saving.SaveCommand.Execute(null);
        byte[] first = File.ReadAllBytes(Path.Combine(_folder, "mine.json"));
        rig.Mix.SetFader(rig.Session.Tracks[1].Id, -9);
        rig.Pass(300);
        saving.SaveCommand.Execute(null);
        Assert.Multiple(() =>
        {
            Assert.That(rig.Editor.Notice.Text, Is.EqualTo("You have a profile \"mine\" already. Press Replace to put this balance in its place, or type another name"));
            Assert.That((rig.Editor.Notice.IsRefusal, saving.SaveLabel), Is.EqualTo((true, "Replace")));
            Assert.That(File.ReadAllBytes(Path.Combine(_folder, "mine.json")), Is.EqualTo(first));
        });

        saving.NameText = "mine 2";
        Assert.That(saving.SaveLabel, Is.EqualTo("Save"), "another name is another question");
        saving.NameText = "mine";
        saving.SaveCommand.Execute(null);
        saving.SaveCommand.Execute(null);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllBytes(Path.Combine(_folder, "mine.json")), Is.Not.EqualTo(first));
            Assert.That((saving.SaveLabel, rig.Editor.Profile.Profiles.Count(profile => profile.Name == "mine")), Is.EqualTo(("Save", 1)));
        });
    }

    [TestCase("", "Type a name for the profile first.")]
    [TestCase("pop", "There is a profile \"pop\" already: choose another name.")]
    [TestCase("a/b", "\"a/b\" is no name for a file: leave out the /.")]
    public void Save_NameThatCannotBe_SaysWhy(string name, string why)
    {
        using EditorRig rig = Band();
        rig.Editor.Profile.Saving.NameText = name;
        rig.Editor.Profile.Saving.SaveCommand.Execute(null);
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.IsRefusal, rig.Editor.Profile.Saving.SavedText), Is.EqualTo((why, true, "")));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public void Save_NothingToLearnFrom_SaysWhy()
    {
        using EditorRig rig = Band();
        rig.Session.Tracks[0].IsFocal = false;
        rig.Pass(300);
        rig.Editor.Profile.Saving.NameText = "mine";
        rig.Editor.Profile.Saving.SaveCommand.Execute(null);
        Assert.That(rig.Editor.Notice.Text, Does.StartWith("Not saved: Flag the focal first"));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    private EditorRig Band()
    {
        EditorRig rig = new() { Profiles = new ProfileLibrary(_folder) };
        TrackInstance vocal = rig.Session.Add("Vocal", -20);
        rig.Session.Add("Bass", -24);
        rig.Session.Add("Keys", -28);
        rig.Session.Add("Organ", -30).Role = Role.Keys;
        vocal.IsFocal = true;
        rig.Open(vocal).Play(12);
        rig.Session.Add("Pad", -28);
        return rig.Pass(300);
    }
}
