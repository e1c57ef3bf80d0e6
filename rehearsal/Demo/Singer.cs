namespace FaderStager.Rehearsal.Demo;

/// <summary>The demo's voices: a buzzing source through the formants of vowels.</summary>
internal static class Singer
{
    // First three formants in Hz of a, e, i, o, u (rounded from Peterson and Barney, 1952).
    private static readonly double[][] Vowels =
    [
        [730, 1090, 2440], [530, 1840, 2480], [300, 2290, 3010], [570, 840, 2410], [320, 870, 2240],
    ];

    private static readonly double[] FormantLevels = [1, 0.55, 0.28];

    /// <summary>One voice sings a melody.</summary>
    /// <param name="take">Where to.</param>
    /// <param name="notes">The melody.</param>
    /// <param name="semitones">How far from the melody.</param>
    /// <param name="pan">-1 left to 1 right.</param>
    public static void Sing(Take take, IEnumerable<SungNote> notes, int semitones, double pan)
    {
        int syllable = 0;
        foreach (SungNote note in notes)
        {
            SingNote(take, note, semitones, pan, Vowels[(syllable++ * 3) % Vowels.Length]);
        }
    }

    private static void SingNote(Take take, SungNote note, int semitones, double pan, double[] vowel)
    {
        double frequencyHz = DemoSong.FrequencyHz(note.Note - 12 + semitones) * take.Human(0.002);
        double seconds = note.Beats * DemoSong.BeatSeconds * 0.94;
        double force = take.Human(0.25);
        double phase = 0;
        BandPass[] formants = [.. vowel.Select(hz => new BandPass(take.SampleRateHz, hz, hz / 110))];
        BandPass breath = new(take.SampleRateHz, 5800, 1.2);
        take.Add(DemoSong.At(note.Beat), seconds, pan, t =>
        {
            double vibrato = Math.Min(1, t * 2) * 0.006 * Math.Sin(2 * Math.PI * 5.4 * t);
            phase += frequencyHz * (1 + vibrato - (0.03 * Math.Exp(-t * 25))) / take.SampleRateHz;
            phase -= Math.Floor(phase);

            // A glottal pulse: slow opening, sudden closing.
            double pulse = phase < 0.6 ? Math.Sin(Math.PI * phase / 0.6 * 0.5) : phase < 0.68 ? (0.68 - phase) / 0.08 : 0;
            double source = pulse - 0.4 + (0.04 * take.Noise());
            double voice = 0;
            for (int i = 0; i < formants.Length; i++)
            {
                voice += FormantLevels[i] * formants[i].Next(source);
            }

            double consonant = 0.5 * breath.Next(take.Noise()) * Math.Exp(-t * 45);
            double envelope = Math.Min(1, t / 0.04) * Math.Min(1, (seconds - t) / 0.07) * (0.75 + (0.25 * Math.Exp(-t * 3)));
            return force * ((voice * envelope) + consonant);
        });
    }
}
