using FaderStager.Audio.Blocks;
using FaderStager.Audio.Metering;
using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

/// <summary>Plays signals through a <see cref="TrackMeter"/> the way a host does, and keeps the slots.</summary>
internal sealed class MeterRig
{
    private readonly float[][] _scratch;
    private readonly int _channels;

    public MeterRig(double sampleRateHz, int channels, VectorPath? path = null)
    {
        Meter = new TrackMeter(path ?? VectorPaths.Best);
        Meter.Prepare(new ProcessSetup(sampleRateHz, 512, channels));
        _channels = channels;
        _scratch = [new float[1 << 16], new float[1 << 16]];
    }

    public TrackMeter Meter { get; }

    public List<LoudnessSlot> Slots { get; } = [];

    public List<double> LiveMomentary { get; } = [];

    /// <summary>Plays frames [from, to) of a signal whose first frame stands at a song frame, in blocks of the given sizes, over and over.</summary>
    public MeterRig Play(TestSignal signal, long at, int from, int to, ReadOnlySpan<int> blocks, Transport transport = Transport.Rolling)
    {
        int which = 0;
        for (int frame = from; frame < to;)
        {
            int count = Math.Min(blocks[which++ % blocks.Length], to - frame);
            ProcessBlock(signal, frame, count, new SongPosition(transport == Transport.Stopped ? at : at + frame, transport));
            frame += count;
        }

        return this;
    }

    public MeterRig Play(TestSignal signal, long at = 0, int block = 512, Transport transport = Transport.Rolling) =>
        Play(signal, at, 0, signal.Frames, [block], transport);

    /// <summary>Plays one block of digital silence.</summary>
    public MeterRig PlaySilence(long at, int frames, Transport transport = Transport.Rolling) =>
        Play(new TestSignal(1, [.. Enumerable.Range(0, _channels).Select(_ => new float[frames])]), at, 512, transport);

    private void ProcessBlock(TestSignal signal, int frame, int count, SongPosition position)
    {
        ReadOnlySpan<float> left = signal.Channels[0].AsSpan(frame, count);
        AudioBlock block = _channels == 1
            ? new AudioBlock(left, _scratch[0].AsSpan(0, count))
            : new AudioBlock(left, signal.Channels[1].AsSpan(frame, count), _scratch[0].AsSpan(0, count), _scratch[1].AsSpan(0, count));
        Meter.Process(block, position);
        LiveMomentary.Add(Meter.LiveMomentaryMeanSquare);
        while (Meter.Slots.TryRead(out LoudnessSlot slot))
        {
            Slots.Add(slot);
        }
    }
}
