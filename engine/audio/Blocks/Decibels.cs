namespace FaderStager.Audio.Blocks;

/// <summary>The only conversions between decibels and linear values in the house.</summary>
/// <remarks>
/// [any] Pure. Levels of silence are negative infinity, which the inverse turns back into 0. NaN gives NaN.
/// Amplitudes use 20 log10, powers (mean squares) 10 log10.
/// </remarks>
public static class Decibels
{
    /// <summary>Amplitude ratio in dB. 0 gives negative infinity; the sign of the amplitude is ignored.</summary>
    /// <param name="amplitude">Linear amplitude, 1 = 0 dB.</param>
    /// <returns>Level in dB.</returns>
    /// <remarks>[any]</remarks>
    public static double FromAmplitude(double amplitude) => 20.0 * Math.Log10(Math.Abs(amplitude));

    /// <summary>Amplitude of a level in dB. Negative infinity gives 0.</summary>
    /// <param name="db">Level in dB.</param>
    /// <returns>Linear amplitude, 1 = 0 dB.</returns>
    /// <remarks>[any]</remarks>
    public static double ToAmplitude(double db) => Math.Pow(10.0, db / 20.0);

    /// <summary>Power ratio (mean square) in dB. 0 gives negative infinity.</summary>
    /// <param name="power">Linear power, not negative.</param>
    /// <returns>Level in dB.</returns>
    /// <remarks>[any]</remarks>
    public static double FromPower(double power) => 10.0 * Math.Log10(power);

    /// <summary>Power of a level in dB. Negative infinity gives 0.</summary>
    /// <param name="db">Level in dB.</param>
    /// <returns>Linear power.</returns>
    /// <remarks>[any]</remarks>
    public static double ToPower(double db) => Math.Pow(10.0, db / 10.0);

    /// <summary>Loudness of a K-weighted mean square summed over channels: -0.691 + 10 log10(z).</summary>
    /// <param name="meanSquare">K-weighted mean square, channel sum; 0 gives negative infinity.</param>
    /// <returns>Loudness in LUFS.</returns>
    /// <remarks>[any] <b>Source:</b> ITU-R BS.1770-5, Annex 1, equation 2.</remarks>
    public static double LoudnessLufs(double meanSquare) => LoudnessOffsetLu + FromPower(meanSquare);

    /// <summary>The K-weighted mean square (channel sum) whose loudness this is; the inverse of <see cref="LoudnessLufs"/>.</summary>
    /// <param name="lufs">Loudness in LUFS; negative infinity gives 0.</param>
    /// <returns>K-weighted mean square, channel sum.</returns>
    /// <remarks>[any] <b>Source:</b> ITU-R BS.1770-5, Annex 1, equation 2.</remarks>
    public static double MeanSquareOfLoudness(double lufs) => ToPower(lufs - LoudnessOffsetLu);

    /// <summary>The constant of the loudness equation: it cancels the K-weighting's gain at 997 Hz.</summary>
    private const double LoudnessOffsetLu = -0.691;
}
