using FaderStager.Audio.Blocks;

namespace FaderStager.Audio.Staging;

/// <summary>The plug-in fader: one gain with a 20 ms linear ramp, bit-exact at 0 dB.</summary>
/// <remarks>Silence stays silence; NaN and infinite samples pass through untouched at 0 dB and are multiplied like any other otherwise.</remarks>
public sealed class FaderGain
{
    /// <summary>Time of the ramp from one gain to the next, in ms. Rule of thumb: short enough to follow a hand, long enough not to click.</summary>
    public const double RampMs = 20;

    /// <summary>The gain to reach, in dB; negative infinity mutes; NaN is read as 0 dB.</summary>
    /// <remarks>[any] Taken up by the next block.</remarks>
    public double TargetDb { get; set; }

    /// <summary>Sets the ramp's length for a sample rate and jumps to the target.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <remarks>[setup]</remarks>
    public void Prepare(double sampleRateHz) => throw new NotSupportedException();

    /// <summary>Copies input to output through the gain.</summary>
    /// <param name="block">The block; in and out may be the same memory.</param>
    /// <remarks>[audio]</remarks>
    public void Process(in AudioBlock block) => throw new NotSupportedException();
}
