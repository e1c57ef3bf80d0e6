using System.Numerics;
using System.Runtime.InteropServices;
using FaderStager.Audio.Blocks;

namespace FaderStager.Audio.Staging;

/// <summary>The plug-in fader, and the trim before it: one gain with a 20 ms linear ramp, bit-exact at 0 dB.</summary>
/// <remarks>
/// Silence stays silence; NaN and infinite samples pass through untouched at 0 dB and are multiplied like any other otherwise.
/// Muted, the output is exactly 0 whatever comes in. The result does not depend on how the host splits blocks.
/// </remarks>
public sealed class FaderGain
{
    /// <summary>Time of the ramp from one gain to the next, in ms. Rule of thumb: short enough to follow a hand, long enough not to click.</summary>
    public const double RampMs = 20;

    private double _targetDb;
    private double _heardDb;
    private double _from = 1;
    private double _to = 1;
    private int _rampFrames;
    private int _rampDone;

    /// <summary>The gain to reach, in dB; negative infinity mutes; NaN and positive infinity are read as 0 dB.</summary>
    /// <remarks>[any] Taken up by the next block: a ramp starts from the gain of the moment.</remarks>
    public double TargetDb
    {
        get => Volatile.Read(ref _targetDb);
        set => Volatile.Write(ref _targetDb, double.IsNaN(value) || double.IsPositiveInfinity(value) ? 0 : value);
    }

    /// <summary>Whether the next block would pass as it is: at 0 dB, no ramp left.</summary>
    /// <remarks>[audio]</remarks>
    public bool IsUnity => TargetDb == 0 && _heardDb == 0 && _rampDone >= _rampFrames;

    /// <summary>Sets the ramp's length for a sample rate and jumps to the target.</summary>
    /// <param name="sampleRateHz">Frames a second, 8,000 to 384,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of range.</exception>
    /// <remarks>[setup]</remarks>
    public void Prepare(double sampleRateHz)
    {
        new ProcessSetup(sampleRateHz, 1, 1).Validate();
        _rampFrames = (int)Math.Round(sampleRateHz * RampMs / 1000);
        _rampDone = _rampFrames;
        _heardDb = TargetDb;
        _to = Decibels.ToAmplitude(_heardDb);
        _from = _to;
    }

    /// <summary>Copies input to output through the gain.</summary>
    /// <param name="block">The block; in and out may be the same memory.</param>
    /// <remarks>[audio] Before <see cref="Prepare"/> gains change without a ramp.</remarks>
    public void Process(in AudioBlock block)
    {
        int frames = block.Frames;
        if (frames == 0)
        {
            return;
        }

        double targetDb = TargetDb;
        if (!targetDb.Equals(_heardDb))
        {
            _from = GainNow();
            _to = Decibels.ToAmplitude(targetDb);
            _heardDb = targetDb;
            _rampDone = 0;
        }

        int ramp = Math.Min(frames, _rampFrames - _rampDone);
        for (int channel = 0; channel < block.Channels; channel++)
        {
            ReadOnlySpan<float> input = block.Input(channel);
            Span<float> output = block.Output(channel);
            for (int i = 0; i < ramp; i++)
            {
                output[i] = input[i] * (float)GainAt(_rampDone + i + 1);
            }

            Hold(input[ramp..], output[ramp..], (float)_to);
        }

        _rampDone += ramp;
    }

    private static void Hold(ReadOnlySpan<float> input, Span<float> output, float factor)
    {
        if (factor == 1)
        {
            if (!input.Overlaps(output, out int offset) || offset != 0)
            {
                input.CopyTo(output);
            }
        }
        else if (factor == 0)
        {
            output.Clear();
        }
        else
        {
            ReadOnlySpan<Vector<float>> from = MemoryMarshal.Cast<float, Vector<float>>(input);
            Span<Vector<float>> to = MemoryMarshal.Cast<float, Vector<float>>(output);
            for (int i = 0; i < from.Length; i++)
            {
                to[i] = from[i] * factor;
            }

            for (int i = from.Length * Vector<float>.Count; i < input.Length; i++)
            {
                output[i] = input[i] * factor;
            }
        }
    }

    private double GainNow() => _rampDone >= _rampFrames ? _to : GainAt(_rampDone);

    /// <summary>The gain of a ramp's frame; the last one is the target itself.</summary>
    private double GainAt(int rampFrame) =>
        rampFrame == _rampFrames ? _to : _from + ((_to - _from) * rampFrame / _rampFrames);
}
