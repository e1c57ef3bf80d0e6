namespace FaderStager.Rehearsal.Demo;

/// <summary>The score of the demo: 16 bars at 96 beats a minute, a verse and a chorus of 8 bars each, 40 s.</summary>
internal static class DemoSong
{
    /// <summary>Seconds of a beat.</summary>
    public const double BeatSeconds = 60.0 / 96;

    /// <summary>Beats of a bar.</summary>
    public const int BeatsPerBar = 4;

    /// <summary>Bars of the song.</summary>
    public const int Bars = 16;

    /// <summary>The chorus's first bar.</summary>
    public const int ChorusBar = 8;

    /// <summary>Seconds of the song.</summary>
    public const double Seconds = Bars * BeatsPerBar * BeatSeconds;

    private static readonly Chord[] Verse = [new(45, 3), new(41, 4), new(48, 4), new(43, 4)];
    private static readonly Chord[] Chorus = [new(41, 4), new(48, 4), new(43, 4), new(45, 3)];

    // The lead's phrases, beat in the section, length in beats, MIDI note: two bars of singing, then a breath.
    private static readonly SungNote[] VerseTune =
    [
        new(0, 1, 69), new(1, 0.5, 71), new(1.5, 1.5, 72), new(3, 1, 71), new(4, 0.5, 69), new(4.5, 2, 67),
        new(8, 1, 67), new(9, 0.5, 67), new(9.5, 1.5, 64), new(11, 1, 67), new(12, 2.5, 62),
        new(16, 1, 69), new(17, 0.5, 71), new(17.5, 1.5, 72), new(19, 1, 74), new(20, 0.5, 72), new(20.5, 2, 69),
        new(24, 1, 67), new(25, 1, 69), new(26, 1.5, 71), new(28, 3, 67),
    ];

    private static readonly SungNote[] ChorusTune =
    [
        new(0, 2, 72), new(2, 1, 74), new(3, 1, 76), new(4, 3, 76), new(7, 0.5, 74),
        new(8, 2, 74), new(10, 1, 72), new(11, 1, 71), new(12, 3, 72),
        new(16, 2, 72), new(18, 1, 74), new(19, 1, 76), new(20, 3, 79), new(23, 0.5, 76),
        new(24, 2, 74), new(26, 1, 72), new(27, 1, 71), new(28, 3.5, 69),
    ];

    /// <summary>The lead's melody over the whole song.</summary>
    public static IEnumerable<SungNote> Tune =>
        VerseTune.Concat(ChorusTune.Select(note => note with { Beat = note.Beat + (ChorusBar * BeatsPerBar) }));

    /// <summary>The chorus's melody, at its beats of the song.</summary>
    public static IEnumerable<SungNote> ChorusOnly => Tune.Where(note => note.Beat >= ChorusBar * BeatsPerBar);

    /// <summary>The chord of a bar.</summary>
    /// <param name="bar">0 to 15.</param>
    /// <returns>The chord.</returns>
    public static Chord ChordOf(int bar) => (bar < ChorusBar ? Verse : Chorus)[bar % 4];

    /// <summary>Seconds of a beat of the song.</summary>
    /// <param name="beat">Beats from the start.</param>
    /// <returns>Seconds from the start.</returns>
    public static double At(double beat) => beat * BeatSeconds;

    /// <summary>Frequency of a MIDI note.</summary>
    /// <param name="note">69 = A4 = 440 Hz.</param>
    /// <returns>Hz.</returns>
    public static double FrequencyHz(double note) => 440 * Math.Pow(2, (note - 69) / 12);
}
