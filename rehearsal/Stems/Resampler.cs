using System.Numerics;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Reads a stem at another sample rate through a windowed sinc; a rate that is right already passes through untouched.</summary>
/// <remarks>
/// Output frame n stands at the same time as input frame n x input rate / output rate: no delay.
/// <b>Source:</b> J. O. Smith, "Digital Audio Resampling" (CCRMA): Kaiser window (beta 10, stop band about 100 dB down),
/// 32 zero crossings a side, 512 phases with linear interpolation between them.
/// </remarks>
public sealed class Resampler : IStemReader
{
    private const int ZeroCrossings = 32;
    private const int Phases = 512;
    private const double KaiserBeta = 10;
    private const double PassBand = 0.95;
    private const int InputFrames = 4096;

    private readonly IStemReader _source;
    private readonly double _inputPerOutput;
    private readonly int _taps;
    private readonly float[][] _phases;
    private readonly float[] _left;
    private readonly float[] _right;
    private long _firstFrame;
    private int _held;
    private long _outputFrame;
    private long _outputFrames = long.MaxValue;
    private bool _sourceEnded;

    /// <summary>A reader over another, which it disposes.</summary>
    /// <param name="source">The stem at its own rate.</param>
    /// <param name="sampleRateHz">The rate to read it at.</param>
    public Resampler(IStemReader source, double sampleRateHz)
    {
        _source = source;
        SampleRateHz = sampleRateHz;
        _inputPerOutput = source.SampleRateHz / sampleRateHz;
        double cutoff = PassBand * Math.Min(1, 1 / _inputPerOutput);
        int half = (int)Math.Ceiling(ZeroCrossings / cutoff);
        _taps = 2 * half;
        _phases = MakePhases(half, cutoff);
        _left = new float[InputFrames + (2 * _taps)];
        _right = new float[source.Channels == 2 ? _left.Length : 0];

        // The first output frame needs half a kernel of silence before the stem.
        _firstFrame = -half;
        _held = half;
    }

    /// <inheritdoc/>
    public double SampleRateHz { get; }

    /// <inheritdoc/>
    public int Channels => _source.Channels;

    /// <inheritdoc/>
    public long? Frames => _source.Frames is { } frames ? OutputFrames(frames) : null;

    /// <inheritdoc/>
    public string? Warning => _source.Warning;

    /// <inheritdoc/>
    public int Read(Span<float> left, Span<float> right)
    {
        if (_inputPerOutput == 1)
        {
            return _source.Read(left, right);
        }

        int written = 0;
        while (written < left.Length && _outputFrame < _outputFrames)
        {
            double at = _outputFrame * _inputPerOutput;
            long whole = (long)Math.Floor(at);
            int start = (int)(whole - (_taps / 2) + 1 - _firstFrame);
            if (start + _taps > _held)
            {
                Refill(start);
                continue;
            }

            double phase = (at - whole) * Phases;
            int below = (int)phase;
            float fraction = (float)(phase - below);
            left[written] = Interpolate(_left.AsSpan(start, _taps), below, fraction);
            if (Channels == 2)
            {
                right[written] = Interpolate(_right.AsSpan(start, _taps), below, fraction);
            }

            written++;
            _outputFrame++;
        }

        return written;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private static float[][] MakePhases(int half, double cutoff)
    {
        float[][] phases = new float[Phases + 1][];
        for (int phase = 0; phase <= Phases; phase++)
        {
            float[] taps = new float[2 * half];
            double[] exact = new double[2 * half];
            for (int tap = 0; tap < taps.Length; tap++)
            {
                double distance = tap - half + 1 - ((double)phase / Phases);
                exact[tap] = cutoff * Sinc(cutoff * distance) * Kaiser(distance / half);
            }

            // Unity gain at 0 Hz for every phase, so that a constant stays one.
            double sum = exact.Sum();
            for (int tap = 0; tap < taps.Length; tap++)
            {
                taps[tap] = (float)(exact[tap] / sum);
            }

            phases[phase] = taps;
        }

        return phases;
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double Kaiser(double x) => Math.Abs(x) >= 1 ? 0 : BesselI0(KaiserBeta * Math.Sqrt(1 - (x * x))) / BesselI0(KaiserBeta);

    private static double BesselI0(double x)
    {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }

    private static float Dot(ReadOnlySpan<float> samples, ReadOnlySpan<float> taps)
    {
        Vector<float> sums = Vector<float>.Zero;
        int i = 0;
        for (; i <= samples.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(samples[i..]) * new Vector<float>(taps[i..]);
        }

        float sum = Vector.Sum(sums);
        for (; i < samples.Length; i++)
        {
            sum += samples[i] * taps[i];
        }

        return sum;
    }

    private float Interpolate(ReadOnlySpan<float> samples, int phase, float fraction)
    {
        float below = Dot(samples, _phases[phase]);
        return below + (fraction * (Dot(samples, _phases[phase + 1]) - below));
    }

    /// <summary>Drops the frames before a place and reads on; past the stem's end come zeros.</summary>
    private void Refill(int from)
    {
        int keep = Math.Max(0, _held - from);
        _left.AsSpan(_held - keep, keep).CopyTo(_left);
        int room = _left.Length - keep;
        if (Channels == 2)
        {
            _right.AsSpan(_held - keep, keep).CopyTo(_right);
        }

        _firstFrame += _held - keep;
        _held = keep;
        int read = _sourceEnded ? 0 : _source.Read(_left.AsSpan(keep, room), Channels == 2 ? _right.AsSpan(keep, room) : []);
        if (read == 0)
        {
            if (!_sourceEnded)
            {
                _sourceEnded = true;
                _outputFrames = OutputFrames(_firstFrame + _held);
            }

            read = room;
            _left.AsSpan(keep).Clear();
            _right.AsSpan(Math.Min(keep, _right.Length)).Clear();
        }

        _held += read;
    }

    private long OutputFrames(long inputFrames) =>
        _inputPerOutput == 1 ? inputFrames : (long)Math.Ceiling(inputFrames / _inputPerOutput - 1e-9);
}
