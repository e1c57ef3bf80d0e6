using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Session;

/// <summary>One synthesised band on differing tracks: each voice ends where its one-track self does.</summary>
internal sealed class SessionFamilyTests
{
    private const double WithinLu = 1.5;

    private static readonly Lazy<StagedBand> AllOnOneTrack = new(() => StagedBand.Of(Band.Moving.OneTrackEach));
    private static readonly Lazy<StagedBand> AllOnOneSteadyTrack = new(() => StagedBand.Of(Band.Steady.OneTrackEach));

    private static IEnumerable<TestCaseData> Kits(Band band)
    {
        yield return Case(band, "kit on 5", "Drums", band.Kit5);
        yield return Case(band, "kit on 11", "Drums",
        [
            .. band.On("kick", 101, "Kick In", "Kick Out", "Kick Sub", "Kick Trig"), .. band.On("snare", 105, "Snare Top", "Snare Bot"),
            .. band.On("cymbals", 107, "OH L", "OH R"), band.Kit5[3], .. band.On("toms", 109, "Tom 1", "Tom 2"),
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
            ("microphones", ["KD D6", "KD 91", "SN 57", "SN 441", "OH 414 L", "OH 414 R", "HH 184", "Tom 421", "FT 421"]),
        })
        {
            yield return Case(band, $"kit in {language}", "Drums",
            [
                .. band.On("kick", 101, names[0], names[1]), .. band.On("snare", 105, names[2], names[3]), .. band.On("cymbals", 107, names[4], names[5]),
                band.One(names[6], "hat", 4), .. band.On("toms", 109, names[7], names[8]),
            ]);
        }

        yield return Case(band, "kick on 4", "Drums", [.. band.On("kick", 101, "Kick In", "Kick Out", "Kick Sub", "Kick Trig"), .. band.Kit5[1..]]);
        yield return Case(band, "kick by its microphones", "Drums", [.. band.On("kick", 101, "Kick D112", "Kick 91", "Kick NS10", "Kick Sample"), .. band.Kit5[1..]]);
        yield return Case(band, "kit with rooms beside its overheads", "Drums",
            [.. band.Kit5.Where(stem => stem.Name != "OH"), band.One("OH", "cymbals", 3, -3), band.One("Room L", "cymbals", 111, -6), band.One("Room R", "cymbals", 112, -6)]);
    }

    private static IEnumerable<TestCaseData> Buses(Band band)
    {
        float[] drums = Band.Sum(band.Kit5);
        foreach (string bus in (string[])["Drum Bus", "DRUMS", "DR BUS", "Schlagzeug Summe", "Kit Bus", "Drums Folder", "Batería", "All Drums", "Drum Stem", "Batterie Groupe", "Drum Submix"])
        {
            yield return Case(band, $"kit on 5 and {bus}", "Drums", [.. band.Kit5, Band.Aside(bus, drums)]);
        }

        foreach (string parallel in (string[])["Parallel Drums", "Drum Crush", "Parallel Comp", "Crush Bus", "NY Drums", "Drum Smash", "Drums Para"])
        {
            yield return Case(band, $"kit on 5, bus and {parallel}", "Drums", [.. band.Kit5, Band.Aside("Drum Bus", drums), Band.Aside(parallel, Band.Driven(drums, 4, 0.4))]);
        }

        foreach (double gain in (double[])[0.1, 0.25, 0.7, 1, 1.6, 2.5])
        {
            yield return Case(band, FormattableString.Invariant($"kit on 5, bus and a parallel bus x {gain}"), "Drums", [.. band.Kit5, Band.Aside("Drum Bus", drums), Band.Aside("Parallel Drums", [.. drums.Select(sample => (float)gain * sample)])]);
            yield return Case(band, FormattableString.Invariant($"kit on 5, bus and a driven parallel bus x {gain}"), "Drums", [.. band.Kit5, Band.Aside("Drum Bus", drums), Band.Aside("Drum Crush", Band.Driven(drums, 6, 0.4 * gain))]);
        }

        yield return Case(band, "bus with a compressor", "Drums", [.. band.Kit5, Band.Aside("Drum Bus", Band.Compressed(drums, 2, 0))]);
        yield return Case(band, "bus with a compressor and make-up gain", "Drums", [.. band.Kit5, Band.Aside("Drum Bus", Band.Compressed(drums, 2, 4))]);
        yield return Case(band, "bus turned down", "Drums", [.. band.Kit5, Band.Aside("Drum Bus", [.. drums.Select(sample => 0.5f * sample)])]);
        yield return Case(band, "bus with a saturator", "Drums", [.. band.Kit5, Band.Aside("Drum Bus", Band.Driven(drums, 3, 0.4))]);
        yield return Case(band, "a bus inside a bus", "Drums",
            [.. band.On("kick", 101, "Kick", "Kick Out"), .. band.Kit5[1..], band.Aside("Kick Bus", "kick", 103, 4), Band.Aside("Drum Bus", drums)]);
        yield return Case(band, "folders of all", "",
        [
            .. band.OneTrackEach.Where(stem => stem.Voice != "Drums"), .. band.Kit5, Band.Aside("DRUMS", drums),
            Band.Aside("VOCALS", Band.Sum(band.OneTrackEach.Where(stem => stem.Name is "Lead Vox" or "BV"))),
            Band.Aside("INSTRUMENTS", Band.Sum([drums, .. band.OneTrackEach.Where(stem => stem.Name is "Bass" or "Gtr" or "Keys").Select(stem => stem.Samples)])),
        ]);
        yield return Case(band, "instrumental and vocal submixes", "",
        [
            .. band.OneTrackEach, Band.Aside("Instrumental", Band.Sum(band.OneTrackEach.Where(stem => stem.Name != "Lead Vox"))), Band.Aside("All Vocals", Band.Sum(band.OneTrackEach.Where(stem => stem.Name is "Lead Vox" or "BV"))),
            Band.Aside("Music Bus", Band.Sum(band.OneTrackEach.Where(stem => stem.Name is not ("Lead Vox" or "BV")))),
        ]);
    }

    private static IEnumerable<TestCaseData> Parts(Band band)
    {
        foreach (string[] names in (string[][])[["Bass DI", "Bass Amp"], ["Bass DI", "Bass B15", "Bass SansAmp"], ["Bajo DI", "Bajo ampli"], ["E-Bass DI", "E-Bass Mikro"], ["BassDI", "BassAmp"], ["03_Bass DI_01", "04_Bass Amp_01"], ["Basse DI", "Basse ampli"], ["Bass DI", "Bass 421"]])
        {
            yield return Case(band, "bass " + string.Join(", ", names), "Bass", band.On("bass", 201, names));
        }

        foreach (string[] names in (string[][])[["Gtr L", "Gtr R"], ["Gtr L 57", "Gtr L 421", "Gtr R 57", "Gtr R 421"], ["RGtr L dyn", "RGtr L rib", "RGtr R dyn", "RGtr R rib"], ["Guitarra izq", "Guitarra der"], ["Gitarre links", "Gitarre rechts"],
            ["Gitarre links 57", "Gitarre links 421", "Gitarre rechts 57", "Gitarre rechts 421"], ["Guitare gauche", "Guitare droite"], ["Guitare G", "Guitare D"], ["Chitarra sx", "Chitarra dx"], ["Guitarra esq", "Guitarra dir"], ["Git li", "Git re"], ["EGtrL_01", "EGtrR_01"], ["Gtr1_DI", "Gtr1_57"], ["ElecGtr1", "ElecGtr1DT"], ["Gtr.L", "Gtr.R"]])
        {
            yield return Case(band, "guitar " + string.Join(", ", names), "Gtr", band.On("guitar", 301, names));
        }

        foreach (string stem in (string[])["BV {0}", "BGV_{0:00}", "Backing Vox {0}", "Coro {0}", "Chor {0}", "Choeur {0}", "BV_01-{0:00}", "Backings {0}", "Coros {0}", "{0:00} BVs"])
        {
            yield return Case(band, "eight takes " + stem, "BV", band.On("backing", 401, [.. Enumerable.Range(1, 8).Select(take => string.Format(System.Globalization.CultureInfo.InvariantCulture, stem, take))]));
        }

        yield return Case(band, "backing stack by its parts", "BV", band.On("backing", 401, "BV Alto 1", "BV Alto 2", "BV Tenor 1", "BV Tenor 2", "BV Sop 1", "BV Sop 2"));
        yield return Case(band, "backing stack high and low", "BV", band.On("backing", 401, "BGV Hi L", "BGV Hi R", "BGV Lo L", "BGV Lo R", "Oohs L", "Oohs R", "Harm Vox 1", "Harm Vox 2"));
        yield return Case(band, "bass submix without a word for it", "Bass", [.. band.On("bass", 201, "Bass DI", "Bass Amp"), Band.Aside("Bass", Band.Sum(band.On("bass", 201, "a", "b")))]);
        yield return Case(band, "guitar submix by its plural", "Gtr", [.. band.On("guitar", 301, "Gtr L", "Gtr R"), Band.Aside("Guitars", Band.Sum(band.On("guitar", 301, "a", "b")))]);
        yield return Case(band, "backing takes and their stem", "BV", [.. band.On("backing", 401, [.. Enumerable.Range(1, 8).Select(take => $"Chor {take}")]), Band.Aside("Chor Summe", Band.Sum(band.On("backing", 401, [.. Enumerable.Range(1, 8).Select(take => $"{take}")])))]);
    }

    private static IEnumerable<TestCaseData> Doubles(Band band)
    {
        foreach (string name in (string[])["Lead Vox Double", "LeadVoxDT", "Lead Vox Dbl", "LV Double", "Vox Tpl", "LdVoxDT", "Lead Vox 2", "Vox DT L", "Doble Voz", "Gesang Dopplung", "Voix double", "Voce doppia", "Lead Dbl Vox", "LV_DBL"])
        {
            yield return Case(band, name, "", [.. band.OneTrackEach, band.Aside(name, "lead", 501, -6)]);
        }
    }

    private static IEnumerable<TestCaseData> NotOfTheMix(Band band)
    {
        float[] song = Band.Sum(band.OneTrackEach);
        foreach (string bounce in (string[])["Track 99", "2023-05-01 rough", "Mix 4", "Print", "MySong v3", "Mixdown", "Song Master", "Bounce 2", "Referenz Mix", "mezcla 2", "Premaster", "Stereo Out", "Maqueta", "MyBand - MySong"])
        {
            yield return Case(band, $"bounce called {bounce}", "", [.. band.OneTrackEach, Band.Aside(bounce, [.. song.Select(sample => 0.95f * sample)])]);
        }

        yield return Case(band, "not for the listener", "", [.. band.OneTrackEach, .. ((string[])["Klick", "Count", "TB", "Scratch Gtr", "Pilotspur", "Referenz", "Guia", "Click Track", "Metronome", "Clic", "Claqueta", "Talkback Mic", "Guide Vox", "Kick SC", "LTC"]).Select(name => band.Aside(name, "hat", 601, 6))]);
        yield return Case(band, "click, reference and bounce", "", [.. band.OneTrackEach, band.Aside("Click", "hat", 601, 6), Band.Aside("Reference", song), Band.Aside("Song Bounce", song)]);
        yield return Case(band, "a reference that is mastered", "", [.. band.OneTrackEach, Band.Aside("Ref", Band.Driven(song, 8, 0.9))]);
    }

    // What moves as one is told by that; where nothing moves the names must do, and these do not.
    private static IEnumerable<TestCaseData> Cases() => All(Band.Moving)
        .Concat(All(Band.Steady).Where(data => data.ArgDisplayNames![0] is not ("instrumental and vocal submixes" or "backing stack high and low" or "bass Bass DI, Bass B15, Bass SansAmp")));

    private static IEnumerable<TestCaseData> All(Band band) =>
        [.. Kits(band), .. Buses(band), .. Parts(band), .. Doubles(band), .. NotOfTheMix(band)];

    [TestCaseSource(nameof(Cases))]
    public void Stage_SameBandOnOtherTracks_EndsInTheSamePlace(Stem[] stems, bool isSteady)
    {
        StagedBand ends = StagedBand.Of(stems);

        StagedBand wanted = (isSteady ? AllOnOneSteadyTrack : AllOnOneTrack).Value;
        using (Assert.EnterMultipleScope())
        {
            foreach ((string voice, double lu) in wanted.VoicesLu)
            {
                Assert.That(ends.VoicesLu[voice], Is.EqualTo(lu).Within(WithinLu), voice);
            }

            Assert.That(ends.BalanceLu, Is.EqualTo(wanted.BalanceLu).Within(1));
            Assert.That(ends.Moved.Where(name => stems.First(stem => stem.Name == name).Voice.Length == 0), Is.Empty);
        }
    }

    private static IEnumerable<TestCaseData> Returns()
    {
        float[] snare = Band.Moving.Tail("snare", 701, 0);
        float[] vocal = Band.Moving.Tail("lead", 702, 3);
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
        Stem[] stems = [.. Band.Moving.Without("Drums"), .. Band.Moving.Kit5, Band.Aside(name, samples)];

        Dictionary<string, double> faders = StagedBand.Of(stems).FadersDb;

        double underLu = 10 * Math.Log10(stems[^1].Power / stems.First(stem => stem.Name == source).Power) + faders[name] - faders[source];
        Assert.That(underLu, Is.EqualTo(-9).Within(1));
    }

    [Test]
    public void Stage_ReturnOfWhateverThereIs_IsLeftWithAWord()
    {
        float[] all = Band.Sum([Band.Moving.Tail("lead", 703, 0), Band.Moving.Tail("guitar", 704, 0), Band.Moving.Tail("backing", 705, 0)]);

        StagedBand ends = StagedBand.Of([.. Band.Moving.OneTrackEach, Band.Aside("Long Hall", all)]);

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
    private static TestCaseData Case(Band band, string name, string voice, Stem[] stems) =>
        new TestCaseData(voice.Length == 0 ? stems : [.. band.Without(voice), .. stems], ReferenceEquals(band, Band.Steady))
            .SetArgDisplayNames(ReferenceEquals(band, Band.Steady) ? [name, "steady"] : [name]);
}
