using FaderStager.Audio;
using FaderStager.Audio.Blocks;
using FaderStager.Audio.Metering;

namespace FaderStager.Bench.Metering;

/// <summary>The audio that every meter gets: two seconds of stereo noise, planar and interleaved.</summary>
internal sealed class MeteringData
{
    public const int SampleRateHz = 48_000;
    public const int Frames = 2 * SampleRateHz;

    private readonly float[] _left = new float[Frames];
    private readonly float[] _right = new float[Frames];
    private readonly float[] _output = new float[4_096];

    public MeteringData()
    {
        var random = new Random(1);
        for (int i = 0; i < Frames; i++)
        {
            _left[i] = random.NextSingle() - 0.5f;
            _right[i] = random.NextSingle() - 0.5f;
            Interleaved[2 * i] = _left[i];
            Interleaved[(2 * i) + 1] = _right[i];
        }
    }

    public float[] Interleaved { get; } = new float[2 * Frames];

    public static TrackMeter MakeMeter(VectorPath path, bool truePeak)
    {
        var meter = new TrackMeter(path) { MeasuresTruePeak = truePeak };
        meter.Prepare(new ProcessSetup(SampleRateHz, 4_096, 2));
        return meter;
    }

    public AudioBlock Block(int at, int frames) =>
        new(_left.AsSpan(at, frames), _right.AsSpan(at, frames), _output.AsSpan(0, frames), _output.AsSpan(0, frames));
}
