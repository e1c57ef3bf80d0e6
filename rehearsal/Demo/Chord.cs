namespace FaderStager.Rehearsal.Demo;

/// <summary>A triad.</summary>
/// <param name="Root">MIDI note of the root.</param>
/// <param name="Third">Semitones to the third.</param>
internal readonly record struct Chord(int Root, int Third)
{
    private const int Fifth = 7;

    /// <summary>The three notes from the root up.</summary>
    public int[] Notes => [Root, Root + Third, Root + Fifth];
}
