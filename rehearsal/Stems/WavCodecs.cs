namespace FaderStager.Rehearsal.Stems;

/// <summary>What compressed samples in a WAV are called.</summary>
/// <remarks><b>Source:</b> Microsoft, mmreg.h.</remarks>
internal static class WavCodecs
{
    /// <summary>The name of a format tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>Its name.</returns>
    public static string NameOf(ushort tag) => tag switch
    {
        0x0002 => "Microsoft ADPCM",
        0x0006 => "A-law",
        0x0007 => "µ-law",
        0x0011 => "IMA ADPCM",
        0x0031 => "GSM 6.10",
        0x0040 or 0x0045 or 0x0064 => "G.72x ADPCM",
        0x0050 => "MPEG",
        0x0055 => "MP3",
        0x00FF or 0x1600 or 0x1610 => "AAC",
        0x0161 or 0x0162 or 0x0163 => "Windows Media",
        0x2000 => "AC-3",
        0xF1AC => "FLAC",
        0x674F or 0x6750 or 0x6751 or 0x676F or 0x6770 or 0x6771 => "Vorbis",
        _ => $"compressed (format tag {tag})",
    };
}
