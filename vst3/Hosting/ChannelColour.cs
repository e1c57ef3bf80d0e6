namespace FaderStager.Vst3.Hosting;

/// <summary>A channel's colour as hosts write it. All bits 0 is a channel without a colour; hosts that know no alpha leave it 0.</summary>
internal static class ChannelColour
{
    private const uint Opaque = 0xFF000000;

    /// <summary>From alpha, red, green, blue; null = no colour.</summary>
    public static uint? FromArgb(uint colour) => colour == 0 ? null : colour < 0x01000000 ? colour | Opaque : colour;

    /// <summary>From alpha, blue, green, red; null = no colour.</summary>
    public static uint? FromAbgr(uint colour) => FromArgb((colour & 0xFF00FF00) | ((colour & 0xFF) << 16) | ((colour >> 16) & 0xFF));

    /// <summary>From red, green and blue, 0 to 255 each.</summary>
    public static uint FromRgb(int red, int green, int blue) => Opaque | ((uint)(byte)red << 16) | ((uint)(byte)green << 8) | (byte)blue;
}
