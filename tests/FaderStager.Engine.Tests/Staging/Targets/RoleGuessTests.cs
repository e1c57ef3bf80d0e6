using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Staging.Targets;

public sealed class RoleGuessTests
{
    [TestCase("Lead Vocal", Role.LeadVocal)]
    [TestCase("03_LeadVox.wav", Role.LeadVocal)]
    [TestCase("LV", Role.LeadVocal)]
    [TestCase("vox 1", Role.LeadVocal)]
    [TestCase("Vocals", Role.LeadVocal)]
    [TestCase("LdVox_L", Role.LeadVocal)]
    [TestCase("BV", Role.BackingVocals)]
    [TestCase("Backings L/R", Role.BackingVocals)]
    [TestCase("Backings", Role.BackingVocals)]
    [TestCase("Choir Bass", Role.BackingVocals)]
    [TestCase("Chitarra dx", Role.RhythmGuitar)]
    [TestCase("Piano DX", Role.Keys)]
    [TestCase("Tom basso", Role.Toms)]
    [TestCase("BVs L", Role.BackingVocals)]
    [TestCase("BVox", Role.BackingVocals)]
    [TestCase("Backing Vocals", Role.BackingVocals)]
    [TestCase("Backing Female Vocals 2", Role.BackingVocals)]
    [TestCase("Harmony hi", Role.BackingVocals)]
    [TestCase("Choir", Role.BackingVocals)]
    [TestCase("Choir Pad", Role.Pads)]
    [TestCase("Vox Double L", Role.BackingVocals)]
    [TestCase("BD", Role.Kick)]
    [TestCase("01 Kick In", Role.Kick)]
    [TestCase("KICKout", Role.Kick)]
    [TestCase("Kicker", Role.Kick)]
    [TestCase("Bass Drum", Role.Kick)]
    [TestCase("bassdrum01", Role.Kick)]
    [TestCase("SD", Role.Snare)]
    [TestCase("Snare1", Role.Snare)]
    [TestCase("Snare Drum Top", Role.Snare)]
    [TestCase("Clap", Role.Snare)]
    [TestCase("HH", Role.HiHat)]
    [TestCase("Hihat open", Role.HiHat)]
    [TestCase("HiHat", Role.HiHat)]
    [TestCase("Hi-Hat", Role.HiHat)]
    [TestCase("closed hat", Role.HiHat)]
    [TestCase("OH", Role.Overheads)]
    [TestCase("OHLeft", Role.Overheads)]
    [TestCase("Overheads", Role.Overheads)]
    [TestCase("Ride", Role.Overheads)]
    [TestCase("Crash 2", Role.Overheads)]
    [TestCase("Drum Room", Role.Overheads)]
    [TestCase("Tom 1", Role.Toms)]
    [TestCase("FloorTom", Role.Toms)]
    [TestCase("Bass", Role.Bass)]
    [TestCase("Bassline", Role.Bass)]
    [TestCase("Bass Guitar", Role.Bass)]
    [TestCase("Synth Bass", Role.Bass)]
    [TestCase("Sub", Role.Bass)]
    [TestCase("Double Bass", Role.Bass)]
    [TestCase("Gtr L", Role.RhythmGuitar)]
    [TestCase("GTRs", Role.RhythmGuitar)]
    [TestCase("Electric Guitar", Role.RhythmGuitar)]
    [TestCase("Acoustic", Role.RhythmGuitar)]
    [TestCase("AcGtr", Role.RhythmGuitar)]
    [TestCase("Lead Gtr", Role.LeadGuitar)]
    [TestCase("Gtr Solo", Role.LeadGuitar)]
    [TestCase("Lead Clean Guitar", Role.LeadGuitar)]
    [TestCase("Keys", Role.Keys)]
    [TestCase("1_E-Piano.wav", Role.Keys)]
    [TestCase("EPiano", Role.Keys)]
    [TestCase("Rhodes", Role.Keys)]
    [TestCase("Hammond Organ", Role.Keys)]
    [TestCase("Wurli", Role.Keys)]
    [TestCase("Clav", Role.Keys)]
    [TestCase("Pad", Role.Pads)]
    [TestCase("Synth Pad", Role.Pads)]
    [TestCase("Strings", Role.Pads)]
    [TestCase("Synth", Role.LeadSynth)]
    [TestCase("Lead Synth", Role.LeadSynth)]
    [TestCase("Arp 3", Role.LeadSynth)]
    [TestCase("Brass", Role.Brass)]
    [TestCase("Alto Sax", Role.Brass)]
    [TestCase("French Horn", Role.Brass)]
    [TestCase("Trumpet", Role.Brass)]
    [TestCase("Flute", Role.Brass)]
    [TestCase("FX", Role.Effects)]
    [TestCase("Riser", Role.Effects)]
    [TestCase("white noise", Role.Effects)]
    [TestCase("Reverse Cymbal", Role.Effects)]
    [TestCase("Perc", Role.Percussion)]
    [TestCase("Shaker", Role.Percussion)]
    [TestCase("Tamb", Role.Percussion)]
    [TestCase("Congas", Role.Percussion)]
    [TestCase("Amb", Role.Ambience)]
    [TestCase("Room Tone", Role.Ambience)]
    [TestCase("Reverb", Role.ReverbReturn)]
    [TestCase("Snare Reverb", Role.ReverbReturn)]
    [TestCase("Vox Delay", Role.ReverbReturn)]
    [TestCase("Dialogue", Role.Speech)]
    [TestCase("Narration", Role.Speech)]
    [TestCase("Voice-Over", Role.Speech)]
    [TestCase("Speech", Role.Speech)]
    [TestCase("Lead Voice", Role.LeadVocal)]
    [TestCase("Music", Role.Music)]
    [TestCase("Mix Bus", Role.MixBus)]
    [TestCase("Master", Role.MixBus)]
    [TestCase("mixdown.wav", Role.MixBus)]
    [TestCase("Drums", Role.DrumBus)]
    [TestCase("Drum Bus", Role.DrumBus)]
    [TestCase("Drum Mix", Role.DrumBus)]
    [TestCase("Beat", Role.DrumBus)]
    [TestCase("Backing", Role.Backing)]
    [TestCase("Instrumental", Role.Backing)]
    [TestCase("TripleOscillator", Role.Other)]
    [TestCase("Track 7", Role.Other)]
    [TestCase("Submarine", Role.Other)]
    [TestCase("12", Role.Other)]
    [TestCase("", Role.Other)]
    [TestCase(null, Role.Other)]
    public void FromName_NameOfATrack_GivesItsRole(string? name, Role role) =>
        Assert.That(RoleGuess.FromName(name), Is.EqualTo(role));

    [Test]
    public void FromName_DisplayNameOfEveryRole_GivesThatRole()
    {
        foreach (RoleInfo info in Roles.All)
        {
            Assert.That(RoleGuess.FromName(info.DisplayName), Is.EqualTo(info.Role), info.DisplayName);
        }
    }

    // What cannot be known is left unknown on purpose.
    [TestCase("Rev 3")]
    [TestCase("Song Rev 4")]
    [TestCase("Love Song")]
    [TestCase("Ch 1")]
    [TestCase("Audio 01")]
    [TestCase("Kontakt 5")]
    [TestCase("Inst 1")]
    [TestCase("Click")]
    [TestCase("Talkback")]
    [TestCase("Kick Bass Sidechain")]
    [TestCase("Masterpiece")]
    [TestCase("Songbird")]
    [TestCase("2024-03-01 14.22.11")]
    public void FromName_NameThatTellsNothing_IsUnknown(string name) =>
        Assert.That(RoleGuess.FromName(name), Is.EqualTo(Role.Other));

    [TestCase("LeadVoxDT", Role.BackingVocals)]
    [TestCase("Lead Vox Double", Role.BackingVocals)]
    [TestCase("Lead Vox Rev 2", Role.LeadVocal)]
    [TestCase("Tom's Guitar", Role.RhythmGuitar)]
    [TestCase("My Song Master", Role.MixBus)]
    [TestCase("Singers L", Role.BackingVocals)]
    [TestCase("Chants 1", Role.BackingVocals)]
    [TestCase("Chant", Role.LeadVocal)]
    [TestCase("Vocal Layers R", Role.BackingVocals)]
    [TestCase("Bkgs L", Role.BackingVocals)]
    [TestCase("Synth Layer", Role.LeadSynth)]
    [TestCase("Kick Layer", Role.Kick)]
    [TestCase("Layer 3", Role.Other)]
    [TestCase("Coristas 2", Role.BackingVocals)]
    [TestCase("Bla\u0308ser", Role.Brass)]
    public void FromName_WordsThatMislead_DoNot(string name, Role role) =>
        Assert.That(RoleGuess.FromName(name), Is.EqualTo(role));

    [Test]
    public void FromName_NamesAsPeopleWriteThem_AreRightAndHardlyEverWrong()
    {
        List<string> missed = [];
        int wrong = 0;
        int count = 0;
        foreach (string line in RoleNames())
        {
            string[] cells = line.Split('\t');
            string guess = Roles.Key(RoleGuess.FromName(cells[0]));
            count++;
            if (!cells[1].Split('|').Contains(guess))
            {
                missed.Add($"{cells[0]}: {guess}, not {cells[1]}");
                wrong += guess == "other" ? 0 : 1;
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(count, Is.GreaterThan(1000));
            Assert.That(missed, Has.Count.LessThanOrEqualTo(count / 10), string.Join('\n', missed));
            Assert.That(wrong, Is.LessThan(count * 0.03), string.Join('\n', missed));
        }
    }

    [Test]
    public void FromName_TypeOfTheFile_TellsNothing()
    {
        foreach (string name in RoleNames().Select(line => line.Split('\t')[0]).Where(name => char.IsUpper(name[0]) && !name.Contains('.', StringComparison.Ordinal)))
        {
            Assert.That(RoleGuess.FromName(name + ".wav"), Is.EqualTo(RoleGuess.FromName(name)), name);
        }
    }

    [Test]
    public void FromName_VeryLongName_IsTaken() =>
        Assert.That(RoleGuess.FromName("Kick " + new string('a', 1_000_000)), Is.EqualTo(Role.Kick));

    private static IEnumerable<string> RoleNames()
    {
        using Stream file = typeof(RoleGuessTests).Assembly.GetManifestResourceStream("role-names.tsv")!;
        using StreamReader reader = new(file);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
