using BenchmarkDotNet.Attributes;
using FaderStager.Audio;
using FaderStager.Audio.Blocks;
using FaderStager.Audio.Metering;
using FaderStager.Audio.Slots;

namespace FaderStager.Bench.Metering;

/// <summary>One second of stereo noise at 48 kHz through the meter, for each path.</summary>
[MemoryDiagnoser]
public class MeteringBenchmarks
{
    private readonly MeteringData _data = new();
    private TrackMeter _meter = null!;
    private long _frame;

    [ParamsAllValues]
    public BenchPath Path { get; set; }

    [Params(false, true)]
    public bool TruePeak { get; set; }

    [Params(64, 512)]
    public int BlockFrames { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _meter = MeteringData.MakeMeter((VectorPath)Path, TruePeak);
        _frame = 0;
    }

    [Benchmark]
    public double OneSecond()
    {
        for (int at = 0; at < MeteringData.SampleRateHz; at += BlockFrames)
        {
            int frames = Math.Min(BlockFrames, MeteringData.SampleRateHz - at);
            _meter.Process(_data.Block(at, frames), SongPosition.RollingAt(_frame));
            _frame += frames;
        }

        while (_meter.Slots.TryRead(out LoudnessSlot _))
        {
        }

        return _meter.LiveMomentaryMeanSquare;
    }
}
