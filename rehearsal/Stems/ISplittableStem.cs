namespace FaderStager.Rehearsal.Stems;

/// <summary>A stem that may hold several tracks: audio streams, or more channels than two.</summary>
public interface ISplittableStem : IStemSource
{
    /// <summary>Takes it apart: one stem a stream, and one a channel where a stream has more than two.</summary>
    /// <returns>The stems with what is known of their heads; itself alone where it is one.</returns>
    /// <exception cref="InputException">It cannot be read; the message names it and says why.</exception>
    IReadOnlyList<(IStemSource Stem, StemHead? Head)> Split();
}
