namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>A synthesised band of 20 s: noise under envelopes of 100 ms, so that parts can be put on any tracks and their levels are known.</summary>
/// <param name="isSteady">Whether no part moves: then envelopes tell nothing, and names alone do.</param>
internal sealed class Band(bool isSteady)
{
    public const int RateHz = 8_000;
    private const int Slots = 200;

    private static readonly double[] KickHits = Hits(5, 0);
    private static readonly double[] SnareHits = Hits(6, 3);
    private static readonly double[] HatHits = Hits(3, 1);
    private static readonly double[] Cymbals = [.. KickHits.Select((kick, slot) => 0.8 * Math.Max(kick, Math.Max(SnareHits[slot], HatHits[slot])))];

    /// <summary>A band that plays.</summary>
    public static Band Moving { get; } = new(isSteady: false);

    /// <summary>One of steady noises.</summary>
    public static Band Steady { get; } = new(isSteady: true);

    private static readonly Dictionary<string, double[]> Envelopes = new()
    {
        ["kick"] = KickHits, ["snare"] = SnareHits, ["hat"] = HatHits, ["cymbals"] = Cymbals, ["toms"] = Line(9),
        ["lead"] = Line(21), ["bass"] = Line(22), ["guitar"] = Line(23), ["keys"] = Line(24), ["backing"] = Line(25),
    };

    private static readonly Dictionary<string, double> LevelsDb = new()
    {
        ["kick"] = 4, ["snare"] = 2, ["hat"] = -8, ["cymbals"] = 0, ["toms"] = -6, ["lead"] = 0, ["bass"] = -16, ["guitar"] = 6, ["keys"] = -9, ["backing"] = 4,
    };

    /// <summary>The kit on five tracks.</summary>
    public Stem[] Kit5 => field ??=
    [
        One("Kick", "kick", 1), One("Snare", "snare", 2), One("OH", "cymbals", 3), One("HiHat", "hat", 4), One("Tom", "toms", 5),
    ];

    /// <summary>Every voice on one track.</summary>
    public Stem[] OneTrackEach => field ??=
    [
        One("Lead Vox", "lead", 10), One("Bass", "bass", 11), One("Gtr", "guitar", 12), One("Keys", "keys", 13), One("BV", "backing", 14),
        Drums("Drums"),
    ];

    /// <summary>All voices but one.</summary>
    public IEnumerable<Stem> Without(string voice) => OneTrackEach.Where(stem => stem.Voice != voice);

    /// <summary>A part on one track.</summary>
    public Stem One(string name, string part, int seed, double gainDb = 0) => new(name, VoiceOf(part), Part(Envelopes[part], seed, LevelsDb[part] + gainDb));

    /// <summary>A part on several tracks that hold different sounds: together as loud as on one.</summary>
    public Stem[] On(string part, int seed, params string[] names) =>
        [.. names.Select((name, index) => One(name, part, seed + index, -10 * Math.Log10(names.Length)))];

    /// <summary>A track that is in no voice, or must count in none.</summary>
    public static Stem Aside(string name, float[] samples) => new(name, "", samples);

    /// <summary>Another sound under a part's envelope, in no voice.</summary>
    public Stem Aside(string name, string part, int seed, double db) => Aside(name, Part(Envelopes[part], seed, db));

    /// <summary>What rings on after a part, in no voice.</summary>
    public float[] Tail(string part, int seed, double db)
    {
        double level = 0;
        return Part([.. Envelopes[part].Select(now => level = Math.Max(now, 0.6 * level))], seed, db);
    }

    /// <summary>The drums on one track.</summary>
    public Stem Drums(string name) => new(name, "Drums", Sum(Kit5));

    public static float[] Sum(IEnumerable<Stem> stems) => Sum(stems.Select(stem => stem.Samples));

    public static float[] Sum(IEnumerable<float[]> parts) => [.. Enumerable.Range(0, Slots / 10 * RateHz).Select(frame => parts.Sum(part => part[frame]))];

    /// <summary>Through an amplifier that bends what is loud.</summary>
    public static float[] Driven(float[] samples, double drive, double gain) => [.. samples.Select(sample => (float)(gain * Math.Tanh(drive * sample)))];

    /// <summary>Through a compressor: each slot of 100 ms is brought nearer to the loudest, to a share of its distance in dB.</summary>
    public static float[] Compressed(float[] samples, double ratio, double gainDb)
    {
        const int SlotFrames = RateHz / 10;
        double[] rms = [.. samples.Chunk(SlotFrames).Select(slot => Math.Sqrt(slot.Sum(sample => (double)sample * sample) / slot.Length) + 1e-9)];
        double top = rms.Max();
        return [.. samples.Select((sample, frame) => (float)(sample * Math.Pow(rms[frame / SlotFrames] / top, (1 / ratio) - 1) * Math.Pow(10, gainDb / 20)))];
    }

    public float[] Part(double[] envelope, int seed, double db)
    {
        double amplitude = 0.1 * Math.Pow(10, db / 20);
        double steady = Math.Sqrt(envelope.Average(level => level * level));
        return [.. Signals.Noise(amplitude, Slots / 10.0, seed, RateHz).Select((sample, frame) => (float)(sample * (isSteady ? steady : envelope[frame * Slots / (Slots / 10 * RateHz)])))];
    }

    /// <summary>A line that comes and goes.</summary>
    public static double[] Line(int seed)
    {
        Random random = new(seed);
        double[] levels = [0.05, 0.5, 1, 0.8];
        double[] phrases = [.. Enumerable.Range(0, Slots / 8).Select(_ => levels[random.Next(levels.Length)])];
        return [.. Enumerable.Range(0, Slots).Select(slot => phrases[slot / 8])];
    }

    // Hits that die away, every so many slots.
    private static double[] Hits(int every, int first) =>
        [.. Enumerable.Range(0, Slots).Select(slot => Math.Exp(-1.2 * ((slot - first + every) % every)))];

    private static string VoiceOf(string part) => part switch
    {
        "lead" => "",
        "bass" => "Bass",
        "guitar" => "Gtr",
        "keys" => "Keys",
        "backing" => "BV",
        _ => "Drums",
    };
}
