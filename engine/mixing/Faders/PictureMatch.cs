namespace FaderStager.Mixing.Faders;

/// <summary>How the loudness of the picture that was gone to was matched with the one before.</summary>
/// <param name="Kind">What came of it.</param>
/// <param name="GainDb">The common gain in dB behind all faders of the picture; 0 = none.</param>
/// <param name="TrackName">The track that is bypassed, where one is; else empty.</param>
/// <remarks>[any] Immutable. Never saved.</remarks>
public sealed record PictureMatch(PictureMatchKind Kind, double GainDb = 0, string TrackName = "")
{
    /// <summary>Before the first switch.</summary>
    public static PictureMatch None { get; } = new(PictureMatchKind.Matched);

    /// <summary>Further apart than this in dB two pictures are not matched. Rule of thumb: one of them is hardly a mix yet.</summary>
    public const double LargestGainDb = 12;
}
