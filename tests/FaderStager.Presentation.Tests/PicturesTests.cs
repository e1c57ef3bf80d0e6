using System.Text.RegularExpressions;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Mixes;

namespace FaderStager.Presentation.Tests;

/// <summary>A and B: equally loud, and blind.</summary>
public sealed partial class PicturesTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faderstager").FullName;

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Switch_ToTheSofterPicture_SaysHowItIsMatched()
    {
        using EditorRig rig = Band(out TrackInstance guitar);
        rig.Editor.Mix.SwitchPictureCommand.Execute(null);
        Assert.That(rig.Editor.Notice.Text, Is.EqualTo("Picture B: the same faders so far"));
        rig.Mix.SetFader(guitar.Id, 9);
        rig.Pass(300).Editor.Mix.SwitchPictureCommand.Execute(null);
        rig.Pass(300);
        double gain = rig.Mix.Pictures.GainDb;
        string figure = gain.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Multiple(() =>
        {
            Assert.That(gain, Is.GreaterThan(1));
            Assert.That(rig.Editor.Notice.Text, Is.EqualTo($"Picture A: Guitar +9.0 dB to 0.0 dB; A plays {figure} dB higher: equally loud"));
            Assert.That((Pictures(rig).MatchLabel, Pictures(rig).ShortMatchLabel), Is.EqualTo(($"A plays {figure} dB higher", $"A +{figure} dB")));
            Assert.That(rig.Row("Guitar").FaderText, Is.EqualTo("0.0 dB"), "no fader holds the gain");
        });

        rig.Editor.Mix.SwitchPictureCommand.Execute(null);
        rig.Pass(300);
        Assert.That((Pictures(rig).MatchLabel, rig.Editor.Notice.Text), Is.EqualTo(("", "Picture B: Guitar 0.0 dB to +9.0 dB; equally loud as they are")));
    }

    [Test]
    public void MatchLabel_Pressed_EndsTheGainAndIsRemembered()
    {
        PersonSettings person = new(_folder);
        using EditorRig rig = Band(out TrackInstance guitar, person);
        Differ(rig, guitar);
        Assert.That(Pictures(rig).MatchLabel, Is.Not.Empty);
        Pictures(rig).EndMatchCommand.Execute(null);
        rig.Pass(300);
        Assert.Multiple(() =>
        {
            Assert.That((Pictures(rig).MatchLabel, rig.Mix.Pictures.GainDb, Pictures(rig).IsMatching), Is.EqualTo(("", 0.0, false)));
            Assert.That(rig.Editor.Notice.Text, Is.EqualTo("A and B sound as loud as their faders stand"));
            Assert.That(new PersonSettings(_folder).PicturesAreEquallyLoud, Is.False);
        });
        using EditorRig next = Band(out _, new PersonSettings(_folder));
        Assert.That(Pictures(next).IsMatching, Is.False, "another session of the same person");
        Pictures(next).IsMatching = true;
        Assert.That(new PersonSettings(_folder).PicturesAreEquallyLoud, Is.True);
    }

    [Test]
    public void Person_WhoseSettingsAreNowhere_StillSwitchesItOff()
    {
        using EditorRig rig = Band(out TrackInstance guitar);
        Pictures(rig).IsMatching = false;
        Differ(rig, guitar);
        Assert.That((Pictures(rig).IsMatching, rig.Mix.Pictures.GainDb), Is.EqualTo((false, 0.0)));
    }

    [Test]
    public void Bypassed_SaysWhichTrack()
    {
        using EditorRig rig = Band(out TrackInstance guitar);
        guitar.Edit(ParameterId.Bypass, 1);
        Differ(rig, guitar);
        Assert.That(rig.Editor.Notice.Text, Does.EndWith("; not matched in loudness: Guitar is bypassed"));
    }

    [Test, Repeat(8)]
    public void Blind_UntilAsked_NoWordTellsTheLetter()
    {
        using EditorRig rig = Band(out TrackInstance guitar);
        Differ(rig, guitar);
        Pictures(rig).BlindCommand.Execute(null);
        List<string> said = [rig.Editor.Notice.Text];
        for (int press = 0; press < 3; press++)
        {
            rig.Pass(300);
            said.AddRange(Words(rig));
            rig.Editor.Mix.SwitchPictureCommand.Execute(null);
            said.AddRange(Words(rig));
        }

        rig.Editor.UndoCommand.Execute(null);
        rig.Pass(300);
        said.AddRange(Words(rig));
        Assert.Multiple(() =>
        {
            Assert.That(said, Has.None.Matches(Letter()));
            Assert.That((Pictures(rig).BlindLabel, Pictures(rig).FirstSign, Pictures(rig).SecondSign, Pictures(rig).IsFirst), Is.EqualTo(("Show which", "1", "2", true)), "switched three times, the last one taken back");
        });

        string letter = rig.Mix.ActivePicture.ToString();
        Pictures(rig).BlindCommand.Execute(null);
        rig.Pass(300);
        Assert.Multiple(() =>
        {
            Assert.That(rig.Editor.Notice.Text, Is.EqualTo($"You hear {letter}, which was 1"));
            Assert.That((Pictures(rig).IsBlind, Pictures(rig).FirstSign, rig.Editor.Mix.Picture, Pictures(rig).IsFirst), Is.EqualTo((false, "A", letter, letter == "A")));
        });
    }

    private static IEnumerable<string> Words(EditorRig rig) =>
        [rig.Editor.Notice.Text, rig.Editor.Mix.Picture, Pictures(rig).MatchLabel, Pictures(rig).ShortMatchLabel, Pictures(rig).FirstSign, Pictures(rig).SecondSign];

    private static PicturesViewModel Pictures(EditorRig rig) => rig.Editor.Mix.Pictures;

    private static EditorRig Band(out TrackInstance guitar, PersonSettings? person = null)
    {
        EditorRig rig = new() { Person = person ?? new PersonSettings("") };
        TrackInstance vocal = rig.Session.Add("Vocal", -34);
        guitar = rig.Session.Add("Guitar", -36);
        rig.Session.Add("Keys", -36);
        vocal.IsFocal = true;
        return rig.Open(vocal).Play(6);
    }

    // A and B differ, and A is active.
    private static void Differ(EditorRig rig, TrackInstance guitar)
    {
        rig.Editor.Mix.SwitchPictureCommand.Execute(null);
        rig.Mix.SetFader(guitar.Id, 9);
        rig.Pass(300).Editor.Mix.SwitchPictureCommand.Execute(null);
        rig.Pass(300);
    }

    [GeneratedRegex(@"\b[AB]\b")]
    private static partial Regex Letter();
}
