using System.Text;

namespace FaderStager.Rehearsal.Tables;

/// <summary>A writer that lets no control character through but the line's end: names come from other people's files, and a terminal would obey them.</summary>
/// <param name="writer">Where to.</param>
internal sealed class PlainWriter(TextWriter writer) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => writer.Encoding;

    /// <summary>A text with U+FFFD in place of each control character but line feeds, and a space for a tab.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, safe to show.</returns>
    /// <remarks>[any] Pure.</remarks>
    public static string Plain(string text) => text.Any(char.IsControl) ? new string([.. text.Select(Plain)]) : text;

    /// <inheritdoc/>
    public override void Write(char value) => writer.Write(value == '\r' ? value : Plain(value));

    /// <inheritdoc/>
    public override void Flush() => writer.Flush();

    private static char Plain(char letter) => letter switch
    {
        '\n' => letter,
        '\t' => ' ',
        _ => char.IsControl(letter) ? '\uFFFD' : letter,
    };
}
