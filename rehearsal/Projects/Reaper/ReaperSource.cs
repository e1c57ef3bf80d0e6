namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>What a take plays: the innermost source of a chain, and the section that is cut out of it.</summary>
/// <param name="Kind">REAPER's name of the source: WAVE, MIDI, ...; empty = none.</param>
/// <param name="File">The file, or empty.</param>
/// <param name="StartSeconds">Where in the file the section starts.</param>
/// <param name="LengthSeconds">How long it is; null = to the end of the file.</param>
/// <param name="IsReversed">Whether it is played backwards.</param>
internal readonly record struct ReaperSource(string Kind, string File, double StartSeconds, double? LengthSeconds, bool IsReversed)
{
    private const string Section = "SECTION";
    private const int ReversedSection = 2;
    private const int Reversed = 3;

    /// <summary>Follows a chain of sources to its end. Blocks are never deeper than <see cref="RppTree"/> keeps them.</summary>
    /// <param name="block">The outer source, or null.</param>
    /// <returns>What it comes to.</returns>
    public static ReaperSource Of(RppBlock? block)
    {
        string none = block is null ? "" : Section;
        double start = 0;
        double? length = null;
        bool isReversed = false;
        while (block is not null && block.Head.Text(0) == Section)
        {
            start += block.Number("STARTPOS", 0, 0);
            double own = block.Number("LENGTH", 0, 0);
            length = own > 0 ? Math.Min(own, length ?? own) : length;
            isReversed ^= block.Whole("MODE", 0) is ReversedSection or Reversed;
            block = block.Blocks.FirstOrDefault(inner => inner.Name == "SOURCE");
        }

        return new ReaperSource(block?.Head.Text(0) ?? none, block?.Line("FILE")?.Text(0) ?? "", start, length, isReversed);
    }
}
