namespace FaderStager.Rehearsal.Projects;

/// <summary>What left and right are multiplied by, linear; negative = inverted polarity.</summary>
/// <param name="Left">The left factor.</param>
/// <param name="Right">The right factor.</param>
public readonly record struct StereoGain(double Left, double Right)
{
    /// <summary>The highest factor that is taken for a gain: +80 dB.</summary>
    public const double Most = 10_000;

    /// <summary>Both sides as they are.</summary>
    public static StereoGain Unity { get; } = new(1, 1);

    /// <summary>Nothing on either side.</summary>
    public static StereoGain Silence { get; } = new(0, 0);

    /// <summary>Whether both are numbers no higher than <see cref="Most"/>.</summary>
    public bool IsSound => Math.Abs(Left) <= Most && Math.Abs(Right) <= Most;

    /// <summary>Whether nothing is heard.</summary>
    public bool IsSilence => Left == 0 && Right == 0;

    /// <summary>The same factor on both sides.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>The gain.</returns>
    public static StereoGain Both(double factor) => new(factor, factor);

    /// <summary>What a pan does under a pan law.</summary>
    /// <param name="pan">-1 (left) to 1 (right).</param>
    /// <param name="law">Gain in the middle against the sides, linear: 1, 0.707, 0.5; above 1 the sides are that much louder and the middle stays.</param>
    /// <returns>The gain.</returns>
    /// <remarks>
    /// Without a law the far side goes down in proportion; with one, both follow a cosine to the power that gives the law in the middle.
    /// </remarks>
    public static StereoGain OfPan(double pan, double law = 1)
    {
        pan = Math.Clamp(pan, -1, 1);
        if (law == 1 || !(law > 0.1 && law < 10))
        {
            return new StereoGain(Math.Min(1, 1 - pan), Math.Min(1, 1 + pan));
        }

        double middle = law > 1 ? 1 / law : law;
        double power = Math.Log(middle) / Math.Log(Math.Sqrt(0.5));
        double angle = (pan + 1) * Math.PI / 4;
        StereoGain gain = new(Math.Pow(Math.Max(0, Math.Cos(angle)), power), Math.Pow(Math.Max(0, Math.Sin(angle)), power));
        return law > 1 ? gain * Both(law) : gain;
    }

    /// <summary>One gain after the other.</summary>
    public static StereoGain operator *(StereoGain first, StereoGain second) => Multiply(first, second);

    /// <summary>Two ways at once.</summary>
    public static StereoGain operator +(StereoGain first, StereoGain second) => Add(first, second);

    /// <summary>One gain after the other.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <returns>Their product, side by side.</returns>
    public static StereoGain Multiply(StereoGain first, StereoGain second) => new(first.Left * second.Left, first.Right * second.Right);

    /// <summary>Two ways at once.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <returns>Their sum, side by side.</returns>
    public static StereoGain Add(StereoGain first, StereoGain second) => new(first.Left + second.Left, first.Right + second.Right);
}
