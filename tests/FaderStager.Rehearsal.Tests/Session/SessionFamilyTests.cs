using FaderStager.Rehearsal.Tests.Support;
using static FaderStager.Rehearsal.Tests.Support.Band;

namespace FaderStager.Rehearsal.Tests.Session;

/// <summary>One synthesised band on differing tracks: each voice ends where its one-track self does.</summary>
internal sealed class SessionFamilyTests
{
    private const double WithinLu = 1.5;

    private static readonly Lazy<StagedBand> AllOnOneTrack = new(() => StagedBand.Of(OneTrackEach));

    private static IEnumerable<TestCaseData> Kits()
    {
        yield return Case("kit on 5", "Drums", Kit5);
        yield return Case("kit on 11", "Drums",
        [
            .. On("kick", 101, "Kick In", "Kick Out", "Kick Sub", "Kick Trig"), .. On("snare", 105, "Snare Top", "Snare Bot"),
            .. On("cymbals", 107, "OH L", "OH R"), Kit5[3], .. On("toms", 109, "Tom 1", "Tom 2"),
        ]);
        foreach ((string language, string[] names) in new[]
        {
            ("German", new[] { "Bassdrum innen", "Bassdrum außen", "Snare oben", "Snare unten", "Overhead links", "Overhead rechts", "Hihat", "Hängetom", "Standtom" }),
            ("Spanish", ["Bombo dentro", "Bombo fuera", "Caja arriba", "Caja abajo", "Aéreo izq", "Aéreo der", "Charles", "Tom aire", "Tom base"]),
            ("French", ["GC in", "GC out", "CC dessus", "CC dessous", "OH gauche", "OH droite", "Charley", "Tom alto", "Tom basse"]),
            ("Portuguese", ["Bumbo in", "Bumbo out", "Caixa cima", "Caixa esteira", "OH esq", "OH dir", "Chimbal", "Tom 1", "Surdo tom"]),
            ("Italian", ["Cassa dentro", "Cassa fuori", "Rullante sopra", "Rullante sotto", "Panoramico sx", "Panoramico dx", "Charleston", "Tom", "Tom basso"]),
            ("a numbered export", ["01 Kick In", "02 Kick Out", "03 Snare Top", "04 Snare Bot", "05 OH L", "06 OH R", "07 HiHat", "08 Tom", "09 Floor Tom"]),
            ("takes", ["Kick In_01", "Kick Out_01", "Snare Top_01-02", "Snare Bot_01-02", "OverheadL_03", "OverheadR_03", "HH_01", "RackTom_01", "FloorTom_01"]),
            ("files of a song", ["MySong_KickIn", "MySong_KickOut", "MySong_SnareUp", "MySong_SnareDown", "MySong_OHL", "MySong_OHR", "MySong_Hat", "MySong_Tom1", "MySong_Tom2"]),
            ("microphones", ["KD D6", "KD 91", "SN 57", "SN 441", "OH 414 L", "OH 414 R", "HH 184", "T1 421", "T2 421"]),
        })
        {
            yield return Case($"kit in {language}", "Drums",
            [
                .. On("kick", 101, names[0], names[1]), .. On("snare", 105, names[2], names[3]), .. On("cymbals", 107, names[4], names[5]),
                One(names[6], "hat", 4), .. On("toms", 109, names[7], names[8]),
            ]);
        }

        yield return Case("kick on 4", "Drums", [.. On("kick", 101, "Kick In", "Kick Out", "Kick Sub", "Kick Trig"), .. Kit5[1..]]);
        yield return Case("kick by its microphones", "Drums", [.. On("kick", 101, "Kick D112", "Kick 91", "Kick NS10", "Kick Sample"), .. Kit5[1..]]);
        yield return Case("kit with rooms beside its overheads", "Drums",
            [.. Kit5.Where(stem => stem.Name != "OH"), One("OH", "cymbals", 3, -3), One("Room L", "cymbals", 111, -6), One("Room R", "cymbals", 112, -6)]);
    }

    private static IEnumerable<TestCaseData> Buses()
    {
        float[] drums = Sum(Kit5);
        foreach (string bus in (string[])["Drum Bus", "DRUMS", "DR BUS", "Schlagzeug Summe", "Kit Bus", "Drums Folder", "Batería", "All Drums", "Drum Stem", "Batterie Groupe", "Drum Submix"])
        {
            yield return Case($"kit on 5 and {bus}", "Drums", [.. Kit5, Aside(bus, drums)]);
        }

        foreach (string parallel in (string[])["Parallel Drums", "Drum Crush", "Parallel Comp", "Crush Bus", "NY Drums", "Drum Smash", "Drums Para"])
        {
            yield return Case($"kit on 5, bus and {parallel}", "Drums", [.. Kit5, Aside("Drum Bus", drums), Aside(parallel, Driven(drums, 4, 0.4))]);
        }

        foreach (double gain in (double[])[0.1, 0.25, 0.7, 1, 1.6, 2.5])
        {
            yield return Case(FormattableString.Invariant($"kit on 5, bus and a parallel bus x {gain}"), "Drums", [.. Kit5, Aside("Drum Bus", drums), Aside("Parallel Drums", [.. drums.Select(sample => (float)gain * sample)])]);
            yield return Case(FormattableString.Invariant($"kit on 5, bus and a driven parallel bus x {gain}"), "Drums", [.. Kit5, Aside("Drum Bus", drums), Aside("Drum Crush", Driven(drums, 6, 0.4 * gain))]);
        }

        yield return Case("bus with a compressor", "Drums", [.. Kit5, Aside("Drum Bus", Compressed(drums, 2, 0))]);
        yield return Case("bus with a compressor and make-up gain", "Drums", [.. Kit5, Aside("Drum Bus", Compressed(drums, 2, 4))]);
        yield return Case("bus turned down", "Drums", [.. Kit5, Aside("Drum Bus", [.. drums.Select(sample => 0.5f * sample)])]);
        yield return Case("bus with a saturator", "Drums", [.. Kit5, Aside("Drum Bus", Driven(drums, 3, 0.4))]);
        yield return Case("a bus inside a bus", "Drums",
            [.. On("kick", 101, "Kick", "Kick Out"), .. Kit5[1..], Aside("Kick Bus", "kick", 103, 4), Aside("Drum Bus", drums)]);
        yield return Case("folders of all", "",
        [
            .. OneTrackEach.Where(stem => stem.Voice != "Drums"), .. Kit5, Aside("DRUMS", drums),
            Aside("VOCALS", Sum(OneTrackEach.Where(stem => stem.Name is "Lead Vox" or "BV"))),
            Aside("INSTRUMENTS", Sum([drums, .. OneTrackEach.Where(stem => stem.Name is "Bass" or "Gtr" or "Keys").Select(stem => stem.Samples)])),
        ]);
        yield return Case("instrumental and vocal submixes", "",
        [
            .. OneTrackEach, Aside("Instrumental", Sum(OneTrackEach.Where(stem => stem.Name != "Lead Vox"))), Aside("All Vocals", Sum(OneTrackEach.Where(stem => stem.Name is "Lead Vox" or "BV"))),
            Aside("Music Bus", Sum(OneTrackEach.Where(stem => stem.Name is not ("Lead Vox" or "BV")))),
        ]);
    }

    private static IEnumerable<TestCaseData> Parts()
    {
        foreach (string[] names in (string[][])[["Bass DI", "Bass Amp"], ["Bass DI", "Bass B15", "Bass SansAmp"], ["Bajo DI", "Bajo ampli"], ["E-Bass DI", "E-Bass Mikro"], ["BassDI", "BassAmp"], ["03_Bass DI_01", "04_Bass Amp_01"], ["Basse DI", "Basse ampli"], ["Bass DI", "Bass 421"]])
        {
            yield return Case("bass " + string.Join(", ", names), "Bass", On("bass", 201, names));
        }

        foreach (string[] names in (string[][])[["Gtr L", "Gtr R"], ["Gtr L 57", "Gtr L 421", "Gtr R 57", "Gtr R 421"], ["RGtr L dyn", "RGtr L rib", "RGtr R dyn", "RGtr R rib"], ["Guitarra izq", "Guitarra der"], ["Gitarre links", "Gitarre rechts"],
            ["Gitarre links 57", "Gitarre links 421", "Gitarre rechts 57", "Gitarre rechts 421"], ["Guitare gauche", "Guitare droite"], ["Guitare G", "Guitare D"], ["Chitarra sx", "Chitarra dx"], ["Guitarra esq", "Guitarra dir"], ["Git li", "Git re"], ["EGtrL_01", "EGtrR_01"], ["Gtr1_DI", "Gtr1_57"], ["ElecGtr1", "ElecGtr1DT"], ["Gtr.L", "Gtr.R"]])
        {
            yield return Case("guitar " + string.Join(", ", names), "Gtr", On("guitar", 301, names));
        }

        foreach (string stem in (string[])["BV {0}", "BGV_{0:00}", "Backing Vox {0}", "Coro {0}", "Chor {0}", "Choeur {0}", "BV_01-{0:00}", "Backings {0}", "Coros {0}", "{0:00} BVs"])
        {
            yield return Case("eight takes " + stem, "BV", On("backing", 401, [.. Enumerable.Range(1, 8).Select(take => string.Format(System.Globalization.CultureInfo.InvariantCulture, stem, take))]));
        }

        yield return Case("backing stack by its parts", "BV", On("backing", 401, "BV Alto 1", "BV Alto 2", "BV Tenor 1", "BV Tenor 2", "BV Sop 1", "BV Sop 2"));
        yield return Case("backing stack high and low", "BV", On("backing", 401, "BGV Hi L", "BGV Hi R", "BGV Lo L", "BGV Lo R", "Oohs L", "Oohs R", "Harm Vox 1", "Harm Vox 2"));
        yield return Case("bass submix without a word for it", "Bass", [.. On("bass", 201, "Bass DI", "Bass Amp"), Aside("Bass", Sum(On("bass", 201, "a", "b")))]);
        yield return Case("guitar submix by its plural", "Gtr", [.. On("guitar", 301, "Gtr L", "Gtr R"), Aside("Guitars", Sum(On("guitar", 301, "a", "b")))]);
        yield return Case("backing takes and their stem", "BV", [.. On("backing", 401, [.. Enumerable.Range(1, 8).Select(take => $"Chor {take}")]), Aside("Chor Summe", Sum(On("backing", 401, [.. Enumerable.Range(1, 8).Select(take => $"{take}")])))]);
    }

    private static IEnumerable<TestCaseData> Doubles()
    {
        foreach (string name in (string[])["Lead Vox Double", "LeadVoxDT", "Lead Vox Dbl", "LV Double", "Vox Tpl", "LdVoxDT", "Lead Vox 2", "Vox DT L", "Doble Voz", "Gesang Dopplung", "Voix double", "Voce doppia", "Lead Dbl Vox", "LV_DBL"])
        {
            yield return Case(name, "", [.. OneTrackEach, Aside(name, "lead", 501, -6)]);
        }
    }

    private static IEnumerable<TestCaseData> NotOfTheMix()
    {
        float[] song = Sum(OneTrackEach);
        foreach (string bounce in (string[])["Track 99", "2023-05-01 rough", "Mix 4", "Print", "MySong v3", "Mixdown", "Song Master", "Bounce 2", "Referenz Mix", "mezcla 2", "Premaster", "Stereo Out", "Maqueta", "MyBand - MySong"])
        {
            yield return Case($"bounce called {bounce}", "", [.. OneTrackEach, Aside(bounce, [.. song.Select(sample => 0.95f * sample)])]);
        }

        yield return Case("not for the listener", "", [.. OneTrackEach, .. ((string[])["Klick", "Count", "TB", "Scratch Gtr", "Pilotspur", "Referenz", "Guia", "Click Track", "Metronome", "Clic", "Claqueta", "Talkback Mic", "Guide Vox", "Kick SC", "LTC"]).Select(name => Aside(name, "hat", 601, 6))]);
        yield return Case("click, reference and bounce", "", [.. OneTrackEach, Aside("Click", "hat", 601, 6), Aside("Reference", song), Aside("Song Bounce", song)]);
        yield return Case("a reference that is mastered", "", [.. OneTrackEach, Aside("Ref", Driven(song, 8, 0.9))]);
    }

    [TestCaseSource(nameof(Kits))]
    [TestCaseSource(nameof(Buses))]
    [TestCaseSource(nameof(Parts))]
    [TestCaseSource(nameof(Doubles))]
    [TestCaseSource(nameof(NotOfTheMix))]
    public void Stage_SameBandOnOtherTracks_EndsInTheSamePlace(Stem[] stems)
    {
        StagedBand ends = StagedBand.Of(stems);

        using (Assert.EnterMultipleScope())
        {
            foreach ((string voice, double lu) in AllOnOneTrack.Value.VoicesLu)
            {
                Assert.That(ends.VoicesLu[voice], Is.EqualTo(lu).Within(WithinLu), voice);
            }

            Assert.That(ends.BalanceLu, Is.EqualTo(AllOnOneTrack.Value.BalanceLu).Within(1));
            Assert.That(ends.Moved.Where(name => stems.First(stem => stem.Name == name).Voice.Length == 0), Is.Empty);
        }
    }

    private static IEnumerable<TestCaseData> Returns()
    {
        float[] snare = Tail("snare", 701, 0);
        float[] vocal = Tail("lead", 702, 3);
        foreach (string name in (string[])["Snare Verb", "Snr Plate", "SN Hall", "FX Snare Verb"])
        {
            yield return new TestCaseData(name, snare, "Snare").SetArgDisplayNames(name);
        }

        foreach (string name in (string[])["Vox Delay", "Lead Vox Plate", "Gesang Hall", "Reverb", "Reverb voz", "Voix Delay"])
        {
            yield return new TestCaseData(name, vocal, "Lead Vox").SetArgDisplayNames(name);
        }
    }

    [TestCaseSource(nameof(Returns))]
    public void Stage_ReturnOfAnEffect_EndsNineUnderWhatFeedsIt(string name, float[] samples, string source)
    {
        Stem[] stems = [.. Without("Drums"), .. Kit5, Aside(name, samples)];

        Dictionary<string, double> faders = StagedBand.Of(stems).FadersDb;

        double underLu = 10 * Math.Log10(stems[^1].Power / stems.First(stem => stem.Name == source).Power) + faders[name] - faders[source];
        Assert.That(underLu, Is.EqualTo(-9).Within(1));
    }

    [Test]
    public void Stage_ReturnOfWhateverThereIs_IsLeftWithAWord()
    {
        float[] all = Sum([Tail("lead", 703, 0), Tail("guitar", 704, 0), Tail("backing", 705, 0)]);

        StagedBand ends = StagedBand.Of([.. OneTrackEach, Aside("Long Hall", all)]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ends.Moved, Does.Not.Contain("Long Hall"));
            Assert.That(ends.Reasons["Long Hall"], Is.EqualTo("A return of an effect, and nothing tells what feeds it: set it by ear."));
        }
    }

    [Test]
    public void Stage_OneTrackEach_MovesWhatIsOff()
    {
        StagedBand ends = AllOnOneTrack.Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ends.Moved, Is.SupersetOf((List<string>)["Gtr", "BV"]));
            Assert.That(ends.Voices, Is.EqualTo(6));
        }
    }

    // The band with one of its voices on other tracks; without a voice, the tracks are all there are.
    private static TestCaseData Case(string name, string voice, Stem[] stems) =>
        new TestCaseData((object)(voice.Length == 0 ? stems : [.. Without(voice), .. stems])).SetArgDisplayNames(name);
}
