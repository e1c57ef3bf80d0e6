using System.Collections.Immutable;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Engine.Tests.Mixing.Songs;

public sealed class SectionTests
{
    [Test]
    public void Sections_VerseChorusVerseChorus_AreFoundWithin2SAndLetteredAlike()
    {
        using SlotSong song = Playing();

        ImmutableArray<SongSection> sections = song.Song.Sections;

        Assert.That(sections.Select(section => section.Letter), Is.EqualTo(new[] { "A", "B", "A", "B" }));
        Assert.That(sections.Select(section => section.FromSeconds), Is.EqualTo(new[] { 0.0, 24, 48, 72 }).Within(2));
        Assert.That(sections.Select(section => section.ToSeconds), Is.EqualTo(new[] { 24.0, 48, 72, 100 }).Within(2));
    }

    [Test]
    public void Sections_FadersMove_StayWhereTheyAre()
    {
        using SlotSong song = Playing();
        ImmutableArray<SongSection> before = song.Song.Sections;

        song.Mix.SetAllFaders(-8);

        Assert.That(song.Song.Sections, Is.EqualTo(before));
    }

    [Test]
    public void NameSection_NamesAllOfItsLetter_AndStaysWithTheMix()
    {
        using SlotSong song = Playing();
        _ = song.Song;

        Assert.That(song.Mix.Song.NameSection(30, " Chorus "), Is.True);
        Assert.That(song.Song.Sections.Select(section => section.Label), Is.EqualTo(new[] { "A", "Chorus", "A", "Chorus" }));

        Assert.That(song.Mix.Song.NameSection(80, "Refrain"), Is.True);
        Assert.That(song.Song.Sections.Select(section => section.Label), Is.EqualTo(new[] { "A", "Refrain", "A", "Refrain" }));

        Assert.That(song.Mix.Song.NameSection(30, null), Is.True);
        Assert.That(song.Song.Sections.Select(section => section.Label), Is.EqualTo(new[] { "A", "B", "A", "B" }));
        Assert.That(song.Mix.Song.NameSection(1000, "Nowhere"), Is.False);
    }

    [Test]
    public void Sections_SessionHasMarkers_AreTheMarkers()
    {
        using SlotSong song = Playing();
        song.Mix.Song.Mark([new SongMarker(50, "Chorus"), new SongMarker(10, "Verse"), new SongMarker(500, "After the end")]);

        Assert.That(
            song.Song.Sections.Select(section => (section.Label, section.FromSeconds, section.ToSeconds)),
            Is.EqualTo(new[] { ("–", 0.0, 10.0), ("Verse", 10, 50), ("Chorus", 50, 100) }));
    }

    [Test]
    public void Table_GivesEachVoicesReadingInEachSection()
    {
        using SlotSong song = Playing();
        SongState state = song.Song;

        SongRow bass = state.Rows.Single(row => row.Track == "Bass");

        Assert.That(bass.SectionLu, Has.Length.EqualTo(state.Sections.Length));
        Assert.That(bass.SectionLu, Is.All.EqualTo(-4).Within(0.3));
        Assert.That(state.Rows.Single(row => row.Track == "Brass").SectionLu[0], Is.NaN, "it rests in the verse");
    }

    [Test]
    public void Sections_SteadySong_AreOne()
    {
        using SlotSong song = new();
        song.Add("Vocal", _ => -20).IsFocal = true;
        song.Add("Bass", slot => -24 + Math.Sin(slot / 9.0));
        song.Play(0, 1000);

        Assert.That(song.Song.Sections.Select(section => (section.Letter, section.FromSeconds, section.ToSeconds)), Is.EqualTo(new[] { ("A", 0.0, 100.0) }));
    }

    private static SlotSong Playing()
    {
        static bool IsChorus(int slot) => slot / 240 % 2 == 1 && slot < 1000;
        SlotSong song = new();
        song.Mix.Edit(settings => settings with { Approach = ApproachKind.TopDown });
        song.Add("Vocal", slot => -20 + Math.Sin(slot / 13.0)).IsFocal = true;
        song.Add("Bass", slot => -24 + Math.Sin(slot / 13.0));
        song.Add("Brass", slot => IsChorus(slot) ? -22 : -120);
        song.Add("Keys", slot => IsChorus(slot) ? -24 : -30);
        song.Play(0, 1000);
        return song;
    }
}
