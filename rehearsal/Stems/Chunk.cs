using System.Text;

namespace FaderStager.Rehearsal.Stems;

/// <summary>The head of a chunk (RIFF, IFF) and where its body stands.</summary>
/// <param name="Code">The four letters of its name, the first one in the highest byte.</param>
/// <param name="Size">Bytes of its body, as the head says.</param>
/// <param name="BodyStart">The body's first byte in the file.</param>
internal readonly record struct Chunk(uint Code, uint Size, long BodyStart)
{
    /// <summary>The first byte after the body, without padding.</summary>
    public long End => BodyStart + Size;

    /// <summary>Its name.</summary>
    public string Name => Encoding.Latin1.GetString([(byte)(Code >> 24), (byte)(Code >> 16), (byte)(Code >> 8), (byte)Code]);

    /// <summary>Whether its name could be one: four printable letters.</summary>
    public bool IsNamed => IsPrintable(Code >> 24) && IsPrintable(Code >> 16) && IsPrintable(Code >> 8) && IsPrintable(Code) && Code >> 24 != ' ';

    /// <summary>The code of a name.</summary>
    /// <param name="name">Four letters of Latin-1.</param>
    /// <returns>The code.</returns>
    public static uint CodeOf(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    private static bool IsPrintable(uint letter) => (letter & 0xFF) is >= 0x20 and <= 0x7E;
}
