using System.Runtime.CompilerServices;
using FaderStager.Audio.Metering.Kernels;

namespace FaderStager.Audio.Metering;

/// <summary>Largest absolute value between the samples, by the interpolation filter of the standard.</summary>
/// <remarks>
/// [audio] 4 x oversampling up to and including 192 kHz, none above it. The standard asks for less from 96 kHz on (2 x, and
/// none from 192 kHz on), but without interpolation EBU Tech 3341's cases 16 and 19 would read 3 dB low at 192 kHz, and two evenly
/// spaced phases may read a sine at a quarter of the rate 0.7 dB low: one filter for all rates is simpler and nearer.
/// The filter looks 6 frames ahead, which it takes as delay: a peak in the last 6 frames of a slot counts for the next one.
/// <b>Source:</b> ITU-R BS.1770-5, Annex 2.
/// </remarks>
internal sealed class TruePeakDetector
{
    /// <summary>Taps of a phase.</summary>
    public const int Taps = 12;

    /// <summary>Above this rate nothing is interpolated, in Hz.</summary>
    public const double HighestOversampledRateHz = 192_000;

    /// <summary>
    /// More than the largest sum of a phase's absolute taps (2.0186, phase 1): no output exceeds the loudest input by more than this.
    /// </summary>
    private const float LargestGain = 2.02f;

    private readonly bool _oversamples;
    private float _historyPeak;

    /// <summary>Chooses the oversampling.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <remarks>[setup]</remarks>
    public TruePeakDetector(double sampleRateHz)
    {
        _oversamples = sampleRateHz <= HighestOversampledRateHz;

        // The factors are made here: the first block would make them otherwise.
        RuntimeHelpers.RunClassConstructor(typeof(TruePeakKernels).TypeHandle);
    }

    /// <summary>Phase 0 of the filter; phase 3 is its reverse.</summary>
    public static ReadOnlySpan<float> Phase0 =>
    [
        0.0017089843750f, 0.0109863281250f, -0.0196533203125f, 0.0332031250000f, -0.0594482421875f, 0.1373291015625f,
        0.9721679687500f, -0.1022949218750f, 0.0476074218750f, -0.0266113281250f, 0.0148925781250f, -0.0083007812500f,
    ];

    /// <summary>Phase 1 of the filter; phase 2 is its reverse.</summary>
    public static ReadOnlySpan<float> Phase1 =>
    [
        -0.0291748046875f, 0.0292968750000f, -0.0517578125000f, 0.0891113281250f, -0.1665039062500f, 0.4650878906250f,
        0.7797851562500f, -0.2003173828125f, 0.1015625000000f, -0.0582275390625f, 0.0330810546875f, -0.0189208984375f,
    ];

    /// <summary>Forgets what was heard.</summary>
    /// <remarks>[audio]</remarks>
    public void Reset() => _historyPeak = 0;

    /// <summary>Looks for a larger peak in a quantum.</summary>
    /// <param name="stage">The quantum.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="samplePeak">Its largest absolute sample, over all channels.</param>
    /// <param name="present">The largest peak so far, linear.</param>
    /// <returns>The larger of the present peak and the quantum's.</returns>
    /// <remarks>[audio] A quantum whose samples are too small to beat the present peak is not filtered: the result is the same.</remarks>
    public float Process(QuantumStage stage, int frames, float samplePeak, float present)
    {
        float heard = samplePeak > _historyPeak ? samplePeak : _historyPeak;
        _historyPeak = frames >= Taps ? samplePeak : heard;
        float peak = samplePeak > present ? samplePeak : present;
        return !_oversamples || heard * LargestGain <= peak ? peak : stage.TruePeak(frames, peak);
    }
}
