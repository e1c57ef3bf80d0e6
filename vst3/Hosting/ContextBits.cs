namespace FaderStager.Vst3.Hosting;

/// <summary>The fields of a process context by the bits that say which are valid.</summary>
/// <remarks><b>Source:</b> VST3 interface, ivstprocesscontext.h, StatesAndFlags.</remarks>
internal static class ContextBits
{
    private static readonly (int Bit, string Name)[] Names =
    [
        (1, "playing"), (2, "cycle active"), (3, "recording"), (8, "system time"), (9, "quarter notes"), (10, "tempo"), (11, "bar"),
        (12, "cycle"), (13, "time signature"), (14, "SMPTE"), (15, "MIDI clock"), (17, "continuous time"), (18, "chord"),
    ];

    /// <summary>Names for bits; those without a name are told by their number.</summary>
    /// <param name="bits">The bits.</param>
    public static string Text(uint bits)
    {
        string text = string.Join(", ", Enumerable.Range(0, 32).Where(bit => (bits >> bit & 1) != 0).Select(NameOf));
        return text.Length == 0 ? "none" : text;
    }

    private static string NameOf(int bit) => Array.Find(Names, known => known.Bit == bit).Name ?? FormattableString.Invariant($"bit {bit}");
}
