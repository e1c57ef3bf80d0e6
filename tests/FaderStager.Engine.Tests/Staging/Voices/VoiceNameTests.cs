using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Engine.Tests.Staging.Voices;

public sealed class VoiceNameTests
{
    [TestCase("Gtr L", "Gtr R", Role.RhythmGuitar)]
    [TestCase("Gtr L 57", "Gtr R 421", Role.RhythmGuitar)]
    [TestCase("05_Bass DI", "06_Bass Amp", Role.Bass)]
    [TestCase("BassDI", "BassMic", Role.Bass)]
    [TestCase("OH L", "OH R", Role.Overheads)]
    [TestCase("Piano L.wav", "Piano R.wav", Role.Keys)]
    [TestCase("KickIn", "KickOut", Role.Kick)]
    [TestCase("snaretop", "snarebot", Role.Snare)]
    [TestCase("Guitarra izq", "Guitarra der", Role.RhythmGuitar)]
    [TestCase("Guitare G", "Guitare D", Role.RhythmGuitar)]
    [TestCase("Chitarra sx", "Chitarra dx", Role.RhythmGuitar)]
    [TestCase("Git li", "Git re", Role.RhythmGuitar)]
    [TestCase("Bass RE20", "Bass DI", Role.Bass)]
    [TestCase("BV Alto 1", "BV Tenor 2", Role.BackingVocals)]
    public void Of_PartsOfOneVoice_HaveOneKeyAndSaySo(string first, string second, Role role)
    {
        VoiceName a = VoiceName.Of(first, role);
        VoiceName b = VoiceName.Of(second, role);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(a.Key, Is.Not.Empty.And.EqualTo(b.Key));
            Assert.That(a.IsPart && b.IsPart, Is.True);
            Assert.That(a.IsBus || b.IsBus, Is.False);
        }
    }

    [TestCase("Gtr L", "Keys L")]
    [TestCase("Crunch Gtr", "Clean Gtr")]
    public void Of_OtherVoices_HaveOtherKeys(string first, string second) =>
        Assert.That(VoiceName.Of(first, RoleGuess.FromName(first)).Key, Is.Not.EqualTo(VoiceName.Of(second, RoleGuess.FromName(second)).Key));

    // The number of a track in the session is no take, that behind the name is.
    [TestCase("01_BV", false)]
    [TestCase("BV 1", true)]
    [TestCase("Gtr 57", false)]
    public void Of_Number_CountsBehindTheName(string name, bool isNumbered) =>
        Assert.That(VoiceName.Of(name, Role.BackingVocals).IsNumbered, Is.EqualTo(isNumbered));

    [TestCase("Drum Bus", true)]
    [TestCase("Parallel Drums", true)]
    [TestCase("Gtr Group", true)]
    [TestCase("Drums", false)]
    public void Of_BusWords_SayThatItSums(string name, bool isBus) =>
        Assert.That(VoiceName.Of(name, RoleGuess.FromName(name)).IsBus, Is.EqualTo(isBus));

    [TestCase("Click", TrackUse.Click)]
    [TestCase("01 Click Track.wav", TrackUse.Click)]
    [TestCase("Count-In", TrackUse.Click)]
    [TestCase("Talkback", TrackUse.Talkback)]
    [TestCase("Guide Vox", TrackUse.Guide)]
    [TestCase("Reference Mix", TrackUse.Reference)]
    [TestCase("Song bounce 3", TrackUse.Reference)]
    [TestCase("SC Kick", TrackUse.Trigger)]
    [TestCase("Kick Trig", TrackUse.Mixed)]
    [TestCase("Lead Vox", TrackUse.Mixed)]
    [TestCase("Refrain Gtr", TrackUse.Mixed)]
    [TestCase(null, TrackUse.Mixed)]
    public void FromName_WhatATrackIsFor_IsTold(string? name, TrackUse use) =>
        Assert.That(TrackUses.FromName(name), Is.EqualTo(use));
}
