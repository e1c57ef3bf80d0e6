namespace FaderStager.Rehearsal.Demo;

/// <summary>A note of a melody.</summary>
/// <param name="Beat">Beats from the song's start.</param>
/// <param name="Beats">Length in beats.</param>
/// <param name="Note">MIDI note.</param>
internal readonly record struct SungNote(double Beat, double Beats, int Note);
