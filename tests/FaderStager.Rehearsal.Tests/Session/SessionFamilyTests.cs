using System.Text.Json;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Session;

/// <summary>One synthesised band on differing tracks: each voice ends where its one-track self does.</summary>
internal sealed class SessionFamilyTests
{
    private const int RateHz = 8_000;
    private const int Slots = 200;
    private const double WithinLu = 1.5;

    private static readonly double[] KickHits = Hits(5, 0);
    private static readonly double[] SnareHits = Hits(6, 3);
    private static readonly double[] HatHits = Hits(3, 1);
    private static readonly double[] Cymbals = [.. KickHits.Select((kick, slot) => 0.8 * Math.Max(kick, Math.Max(SnareHits[slot], HatHits[slot])))];

    private static readonly Dictionary<string, float[]> Kit5 = new()
    {
        ["Kick"] = Part(KickHits, 1, 4),
        ["Snare"] = Part(SnareHits, 2, 2),
        ["OH"] = Part(Cymbals, 3, 0),
        ["HiHat"] = Part(HatHits, 4, -8),
        ["Tom"] = Part(Line(9), 5, -6),
    };

    private static readonly Dictionary<string, float[]> Band = new()
    {
        ["Lead Vox"] = Part(Line(21), 10, 0),
        ["Bass"] = Part(Line(22), 11, -16),
        ["Gtr"] = Part(Line(23), 12, 6),
        ["Keys"] = Part(Line(24), 13, -9),
        ["BV"] = Part(Line(25), 14, 4),
        ["Drums"] = Sum(Kit5.Values),
    };

    private static readonly Lazy<Ends> OneTrackEach = new(() => Staged(Band));

    private static IEnumerable<TestCaseData> Family()
    {
        yield return Case("kit on 5", Without("Drums"), Kit5);
        yield return Case("kit on 11", Without("Drums"), new()
        {
            ["Kick In"] = Mic(KickHits, 101, 4, 4), ["Kick Out"] = Mic(KickHits, 102, 4, 4), ["Kick Sub"] = Mic(KickHits, 103, 4, 4), ["Kick Trig"] = Mic(KickHits, 104, 4, 4),
            ["Snare Top"] = Mic(SnareHits, 105, 2, 2), ["Snare Bot"] = Mic(SnareHits, 106, 2, 2),
            ["OH L"] = Mic(Cymbals, 107, 0, 2), ["OH R"] = Mic(Cymbals, 108, 0, 2),
            ["HiHat"] = Kit5["HiHat"], ["Tom 1"] = Mic(Line(9), 109, -6, 2), ["Tom 2"] = Mic(Line(9), 110, -6, 2),
        });
        yield return Case("kit on 5 and bus", Without("Drums"), new(Kit5) { ["Drum Bus"] = Band["Drums"] });
        yield return Case("kit on 5, bus and parallel bus", Without("Drums"), new(Kit5) { ["Drum Bus"] = Band["Drums"], ["Parallel Drums"] = [.. Band["Drums"].Select(sample => 0.4f * sample)] });
        yield return Case("bass DI and amp", Without("Bass"), Mics(22, 201, -16, "Bass DI", "Bass Amp"));
        yield return Case("guitar L and R", Without("Gtr"), Mics(23, 301, 6, "Gtr L", "Gtr R"));
        yield return Case("guitar L and R, two mics each", Without("Gtr"), Mics(23, 301, 6, "Gtr L 57", "Gtr L 421", "Gtr R 57", "Gtr R 421"));
        yield return Case("eight backing takes", Without("BV"), Mics(25, 401, 4, [.. Enumerable.Range(1, 8).Select(take => $"BV {take}")]));
        foreach (string name in (string[])["Lead Vox Double", "LeadVoxDT", "Lead Vox Dbl", "LV Double", "Vox Tpl"])
        {
            yield return Case(name, Band, new() { [name] = Part(Line(21), 501, -6) });
        }

        yield return Case("kit in German", Without("Drums"), new()
        {
            ["Bassdrum innen"] = Mic(KickHits, 101, 4, 2), ["Bassdrum außen"] = Mic(KickHits, 102, 4, 2),
            ["Snare oben"] = Mic(SnareHits, 105, 2, 2), ["Snare unten"] = Mic(SnareHits, 106, 2, 2),
            ["Overhead links"] = Mic(Cymbals, 107, 0, 2), ["Overhead rechts"] = Mic(Cymbals, 108, 0, 2),
            ["Hihat"] = Kit5["HiHat"], ["Hängetom"] = Mic(Line(9), 109, -6, 2), ["Standtom"] = Mic(Line(9), 110, -6, 2),
        });
        yield return Case("kit with rooms beside its overheads", Without("Drums"), new(Kit5)
        {
            ["OH"] = Part(Cymbals, 3, -3), ["Room L"] = Part(Cymbals, 111, -6), ["Room R"] = Part(Cymbals, 112, -6),
        });
        foreach (string bus in (string[])["DRUMS", "DR BUS", "Schlagzeug Summe", "Kit Bus"])
        {
            yield return Case($"kit on 5 and {bus}", Without("Drums"), new(Kit5) { [bus] = Band["Drums"] });
        }

        foreach (string parallel in (string[])["Drum Crush", "Parallel Comp", "Crush Bus", "NY Drums"])
        {
            yield return Case($"kit on 5, bus and {parallel}", Without("Drums"), new(Kit5) { ["Drum Bus"] = Band["Drums"], [parallel] = [.. Band["Drums"].Select(sample => 0.4f * MathF.Tanh(4 * sample))] });
        }

        yield return Case("a bus inside a bus", Without("Drums"), new(Kit5)
        {
            ["Kick"] = Mic(KickHits, 101, 4, 2), ["Kick Out"] = Mic(KickHits, 102, 4, 2), ["Kick Bus"] = Part(KickHits, 103, 4), ["Drum Bus"] = Band["Drums"],
        });
        yield return Case("bass by its gear", Without("Bass"), Mics(22, 201, -16, "Bass DI", "Bass B15", "Bass SansAmp"));
        yield return Case("bass submix without a word for it", Without("Bass"), Submix(Mics(22, 201, -16, "Bass DI", "Bass Amp"), "Bass"));
        yield return Case("guitars by their microphones", Without("Gtr"), Mics(23, 301, 6, "RGtr L dyn", "RGtr L rib", "RGtr R dyn", "RGtr R rib"));
        yield return Case("guitar submix by its plural", Without("Gtr"), Submix(Mics(23, 301, 6, "Gtr L", "Gtr R"), "Guitars"));
        yield return Case("backing stack by its parts", Without("BV"), Mics(25, 401, 4, "BV Alto 1", "BV Alto 2", "BV Tenor 1", "BV Tenor 2", "BV Sop 1", "BV Sop 2"));
        yield return Case("backing takes and their stem", Without("BV"), Submix(Mics(25, 401, 4, [.. Enumerable.Range(1, 8).Select(take => $"Chor {take}")]), "Chor Summe"));
        yield return Case("instrumental and vocal submixes", Band, new()
        {
            ["Instrumental"] = Sum(Without("Lead Vox").Values), ["All Vocals"] = Sum([Band["Lead Vox"], Band["BV"]]), ["Music Bus"] = Sum(Without("Lead Vox").Where(part => part.Key != "BV").Select(part => part.Value)),
        });
        float[] song = Sum(Band.Values);
        foreach (string bounce in (string[])["Track 99", "2023-05-01 rough", "Mix 4", "Print"])
        {
            yield return Case($"bounce called {bounce}", Band, new() { [bounce] = [.. song.Select(sample => 0.95f * sample)] });
        }

        yield return Case("not for the listener", Band, Enumerable.ToDictionary((string[])["Klick", "Count", "TB", "Scratch Gtr", "Pilotspur", "Referenz", "Guia"], name => name, name => Part(HatHits, 601, 6)));
        yield return Case("click, reference and bounce", Band, new() { ["Click"] = Part(HatHits, 601, 6), ["Reference"] = song, ["Song Bounce"] = song });
    }

    [TestCaseSource(nameof(Family))]
    public void Stage_SameBandOnOtherTracks_EndsInTheSamePlace(Dictionary<string, float[]> tracks)
    {
        Ends ends = Staged(tracks);

        using (Assert.EnterMultipleScope())
        {
            foreach ((string voice, double lu) in OneTrackEach.Value.VoicesLu)
            {
                Assert.That(ends.VoicesLu[voice], Is.EqualTo(lu).Within(WithinLu), voice);
            }

            Assert.That(ends.BalanceLu, Is.EqualTo(OneTrackEach.Value.BalanceLu).Within(1));
            Assert.That(ends.MovedOutOfTheMix, Is.Empty);
        }
    }

    private static IEnumerable<TestCaseData> Returns()
    {
        float[] snare = Part(Tail(SnareHits), 701, 0);
        float[] vocal = Part(Tail(Line(21)), 702, 3);
        foreach (string name in (string[])["Snare Verb", "Snr Plate", "SN Hall", "FX Snare Verb"])
        {
            yield return new TestCaseData(name, snare, "Snare").SetArgDisplayNames(name);
        }

        foreach (string name in (string[])["Vox Delay", "Lead Vox Plate", "Gesang Hall", "Reverb"])
        {
            yield return new TestCaseData(name, vocal, "Lead Vox").SetArgDisplayNames(name);
        }
    }

    [TestCaseSource(nameof(Returns))]
    public void Stage_ReturnOfAnEffect_EndsNineUnderWhatFeedsIt(string name, float[] samples, string source)
    {
        Dictionary<string, float[]> tracks = new(Without("Drums").Concat(Kit5)) { [name] = samples };

        Dictionary<string, double> faders = Staged(tracks).FadersDb;

        double underLu = 10 * Math.Log10(Power(samples) / Power(tracks[source])) + faders[name] - faders[source];
        Assert.That(underLu, Is.EqualTo(-9).Within(1));
    }

    [Test]
    public void Stage_ReturnOfWhateverThereIs_IsLeftWithAWord()
    {
        float[] all = Sum([Part(Tail(Line(21)), 703, 0), Part(Tail(Line(23)), 704, 0), Part(Tail(Line(25)), 705, 0)]);

        Ends ends = Staged(new(Band) { ["Long Hall"] = all });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ends.Moved, Does.Not.Contain("Long Hall"));
            Assert.That(ends.Reasons["Long Hall"], Is.EqualTo("A return of an effect, and nothing tells what feeds it: set it by ear."));
        }
    }

    [Test]
    public void Stage_AnyGainOnAllTracks_ChangesNoSuggestion()
    {
        Dictionary<string, double> quieter = Staged(Band.ToDictionary(part => part.Key, part => (float[])[.. part.Value.Select(sample => sample / 5)])).FadersDb;

        Assert.That(quieter.Keys.Select(name => quieter[name] - OneTrackEach.Value.FadersDb[name]), Is.All.EqualTo(0).Within(0.11));
    }

    [TestCase("Keys", 24, -9.0)]
    [TestCase("Gtr", 23, 6.0)]
    [TestCase("BV", 25, 4.0)]
    public void Stage_DoubledTracksOfAVoice_MoveNothingByHalfALu(string voice, int line, double db)
    {
        Dictionary<string, float[]> doubled = new(Without(voice).Concat(Mics(line, 801, db, voice + " 1", voice + " 2")));

        Ends ends = Staged(doubled);

        using (Assert.EnterMultipleScope())
        {
            foreach ((string name, double lu) in OneTrackEach.Value.VoicesLu)
            {
                Assert.That(ends.VoicesLu[name], Is.EqualTo(lu).Within(0.5), name);
            }
        }
    }

    [Test]
    public void Stage_NamesThatTellNothingAndBlocks_DoNotMatter()
    {
        float[] unknown = Part(Line(31), 31, 2);

        Dictionary<string, double> one = Staged(new(Band) { ["Audio 12"] = unknown }).FadersDb;
        Dictionary<string, double> other = Staged(new(Band) { ["0 zzz 7"] = unknown }, "--block", "random", "--seed", "5", "--host", "render-ahead").FadersDb;

        Assert.That(other["0 zzz 7"], Is.EqualTo(one["Audio 12"]).Within(0.11));
        Assert.That(Band.Keys.Select(name => other[name] - one[name]), Is.All.EqualTo(0).Within(0.11));
    }

    [Test]
    public void Stage_OneTrackEach_MovesWhatIsOff()
    {
        Ends ends = OneTrackEach.Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ends.Moved, Is.SupersetOf((List<string>)["Gtr", "BV"]));
            Assert.That(ends.Voices, Is.EqualTo(6));
        }
    }

    private static Ends Staged(Dictionary<string, float[]> tracks, params string[] arguments)
    {
        using TempFolder folder = new();
        foreach ((string name, float[] samples) in tracks)
        {
            _ = folder.Write(name + ".wav", StemBytes.Wav(32, true, 1, RateHz, samples));
        }

        string file = folder.PathOf("report.json");
        AppRun run = AppRun.Of([folder.Root, "--focal", "Lead Vox", "--start", "-12", "--no-pairs", "--json", file, .. arguments]);
        Assert.That(run.Code, Is.Zero, run.Error);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        Dictionary<string, double> faders = [];
        Dictionary<string, string> reasons = [];
        List<string> moved = [];
        foreach (JsonElement track in document.RootElement.GetProperty("tracks").EnumerateArray())
        {
            string name = track.GetProperty("name").GetString()!;
            reasons[name] = track.GetProperty("reason").GetString()!;
            double from = track.GetProperty("faderDb").GetDouble();
            faders[name] = track.GetProperty("suggestedFaderDb") is { ValueKind: JsonValueKind.Number } to ? to.GetDouble() : from;
            if (Math.Abs(faders[name] - from) > 0.05)
            {
                moved.Add(name);
            }
        }

        string Voice(string name) => VoiceOf(name, tracks.ContainsKey("Bass DI"));
        JsonElement mix = document.RootElement.GetProperty("mix");
        double focal = Power(tracks["Lead Vox"]);
        Dictionary<string, double> voices = tracks.Keys.Where(name => Voice(name).Length > 0).GroupBy(Voice).ToDictionary(
            voice => voice.Key,
            voice => 10 * Math.Log10(voice.Sum(name => Power(tracks[name]) * Math.Pow(10, (faders[name] - faders["Lead Vox"]) / 10)) / focal));
        return new Ends(voices, mix.GetProperty("focalAgainstRestLu").GetDouble(), mix.GetProperty("voices").GetInt32(), moved, [.. moved.Where(name => Voice(name).Length == 0)]) { FadersDb = faders, Reasons = reasons };
    }

    private static string VoiceOf(string name, bool isSubmix) => name switch
    {
        "Drum Bus" or "Parallel Drums" or "Click" or "Reference" or "Song Bounce" or "DRUMS" or "DR BUS" or "Schlagzeug Summe" or "Kit Bus" => "",
        "Drum Crush" or "Parallel Comp" or "Crush Bus" or "NY Drums" or "Kick Bus" or "Guitars" or "Chor Summe" => "",
        "Instrumental" or "All Vocals" or "Music Bus" or "Track 99" or "2023-05-01 rough" or "Mix 4" or "Print" => "",
        "Klick" or "Count" or "TB" or "Scratch Gtr" or "Pilotspur" or "Referenz" or "Guia" => "",
        "Bass" when isSubmix => "",
        _ when name.Contains("Vox", StringComparison.Ordinal) || name.StartsWith("LV", StringComparison.Ordinal) => "",
        _ when name.StartsWith("Bass", StringComparison.Ordinal) && !name.StartsWith("Bassdrum", StringComparison.Ordinal) => "Bass",
        _ when name.Contains("Gtr", StringComparison.Ordinal) => "Gtr",
        _ when name.StartsWith("BV", StringComparison.Ordinal) || name.StartsWith("Chor", StringComparison.Ordinal) => "BV",
        _ when name.StartsWith("Keys", StringComparison.Ordinal) => "Keys",
        _ => "Drums",
    };

    private static TestCaseData Case(string name, Dictionary<string, float[]> band, Dictionary<string, float[]> others) =>
        new TestCaseData(new Dictionary<string, float[]>(band.Concat(others))).SetArgDisplayNames(name);

    private static Dictionary<string, float[]> Without(string voice) => new(Band.Where(part => part.Key != voice));

    private static Dictionary<string, float[]> Mics(int line, int seed, double db, params string[] names) =>
        names.Index().ToDictionary(at => at.Item, at => Mic(Line(line), seed + at.Index, db, names.Length));

    private static Dictionary<string, float[]> Submix(Dictionary<string, float[]> tracks, string name) => new(tracks) { [name] = Sum(tracks.Values) };

    private static float[] Mic(double[] envelope, int seed, double db, int count) => Part(envelope, seed, db - (10 * Math.Log10(count)));

    private static float[] Part(double[] envelope, int seed, double db)
    {
        double amplitude = 0.1 * Math.Pow(10, db / 20);
        return [.. Signals.Noise(amplitude, Slots / 10.0, seed, RateHz).Select((sample, frame) => (float)(sample * envelope[frame * Slots / (Slots / 10 * RateHz)]))];
    }

    private static float[] Sum(IEnumerable<float[]> parts) =>
        [.. Enumerable.Range(0, Slots / 10 * RateHz).Select(frame => parts.Sum(part => part[frame]))];

    // What rings on after an envelope.
    private static double[] Tail(double[] envelope)
    {
        double level = 0;
        return [.. envelope.Select(now => level = Math.Max(now, 0.6 * level))];
    }

    private static double Power(float[] samples) => samples.Sum(sample => (double)sample * sample) / samples.Length;

    // Hits that die away, every so many slots of 100 ms.
    private static double[] Hits(int every, int first) =>
        [.. Enumerable.Range(0, Slots).Select(slot => Math.Exp(-1.2 * ((slot - first + every) % every)))];

    // A line that comes and goes.
    private static double[] Line(int seed)
    {
        Random random = new(seed);
        double[] levels = [0.05, 0.5, 1, 0.8];
        double[] phrases = [.. Enumerable.Range(0, Slots / 8).Select(_ => levels[random.Next(levels.Length)])];
        return [.. Enumerable.Range(0, Slots).Select(slot => phrases[slot / 8])];
    }

    private sealed record Ends(Dictionary<string, double> VoicesLu, double BalanceLu, int Voices, List<string> Moved, List<string> MovedOutOfTheMix)
    {
        public required Dictionary<string, double> FadersDb { get; init; }

        public required Dictionary<string, string> Reasons { get; init; }
    }
}
