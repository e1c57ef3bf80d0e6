using System.Diagnostics;
using System.Globalization;
using System.Text;
using FaderStager.Audio;
using FaderStager.Audio.Blocks;
using FaderStager.Audio.Metering;
using FaderStager.Audio.Slots;

namespace FaderStager.Bench.Metering;

/// <summary>
/// The figures that the design asks for, as Markdown: speed beside libebur128's on the same data in the same run, a thousand
/// instances, the spread of block times, and bytes allocated.
/// </summary>
/// <remarks>
/// The meters take turns, second by second of audio, and what else the machine does meanwhile falls on all of
/// them alike; each one's fastest second and its median second are shown.
/// </remarks>
internal sealed class MeteringReport
{
    private const int Turns = 600;

    /// <summary>Until the runtime has compiled what is hot a second time, which it does in the background.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private const int Instances = 1_000;

    private readonly MeteringData _data = new();
    private readonly StringBuilder _text = new();

    public string Write()
    {
        Line("# Metering, measured");
        Line();
        Line(Machine.Sentence());
        Line("Stereo noise at 48 kHz. Produced by `FaderStager.Bench metering`; figures differ from run to run by some per cent.");
        Line();
        if (Ebur128.IsInstalled)
        {
            Speed();
        }
        else
        {
            Line("libebur128 is not installed here: no comparison.");
            Line();
        }

        ThousandInstances();
        Spread();
        return _text.ToString();
    }

    private void Speed()
    {
        Line("## Speed beside libebur128 (M, S and I; with and without true peak)");
        Line();
        Line($"Measured in {ThreadClock.Name}. Quietest: each one's fastest second. Median: with what others did to caches and clock meanwhile.");
        Line();
        Line("| block | true peak | path | quietest ns a frame | libebur128 | times as fast | median ns a frame | libebur128 | times as fast |");
        Line("|---|---|---|---|---|---|---|---|---|");
        foreach (int block in new[] { 64, 512 })
        {
            foreach (bool truePeak in new[] { false, true })
            {
                VectorPath[] paths = [.. Enum.GetValues<VectorPath>().Where(VectorPaths.IsSupported)];
                TrackMeter[] meters = [.. paths.Select(p => MeteringData.MakeMeter(p, truePeak))];
                using var peer = new Ebur128(MeteringData.SampleRateHz, truePeak);
                var times = new List<double>[paths.Length + 1];
                for (int i = 0; i < times.Length; i++)
                {
                    times[i] = [];
                }

                long start = Stopwatch.GetTimestamp();
                for (int turn = 0; times[^1].Count < Turns; turn++)
                {
                    bool isWarm = Stopwatch.GetElapsedTime(start) > WarmUp;
                    for (int i = 0; i < times.Length; i++)
                    {
                        double time = i < paths.Length ? OneTurn(meters[i], block, turn) : OneTurn(peer, block);
                        if (isWarm)
                        {
                            times[i].Add(time);
                        }
                    }
                }

                double ofPeer = Median(times[^1]);
                double quietPeer = times[^1].Min();
                for (int i = 0; i < paths.Length; i++)
                {
                    double ours = Median(times[i]);
                    double quiet = times[i].Min();
                    Line($"| {block} | {(truePeak ? "yes" : "no")} | {paths[i]} | {quiet:F2} | {quietPeer:F2} | {quietPeer / quiet:F1} | {ours:F2} | {ofPeer:F2} | {ofPeer / ours:F1} |");
                }
            }
        }

        Line();
    }

    private double OneTurn(TrackMeter meter, int block, int turn)
    {
        double start = ThreadClock.Nanoseconds();
        int at = 0;
        for (; at + block <= MeteringData.SampleRateHz; at += block)
        {
            meter.Process(_data.Block(at, block), SongPosition.RollingAt(((long)turn * MeteringData.SampleRateHz) + at));
        }

        double time = (ThreadClock.Nanoseconds() - start) / at;
        Drain(meter);
        return time;
    }

    private unsafe double OneTurn(Ebur128 peer, int block)
    {
        fixed (float* samples = _data.Interleaved)
        {
            double start = ThreadClock.Nanoseconds();
            int at = 0;
            for (; at + block <= MeteringData.SampleRateHz; at += block)
            {
                peer.Add(samples + (2 * at), block);
            }

            return (ThreadClock.Nanoseconds() - start) / at;
        }
    }

    private void ThousandInstances()
    {
        const int Block = 64;
        Line($"## {Instances:N0} stereo instances, blocks of {Block}, true peak on");
        Line();
        Line("| path | one core | bytes allocated |");
        Line("|---|---|---|");
        foreach (VectorPath path in Enum.GetValues<VectorPath>().Where(VectorPaths.IsSupported))
        {
            TrackMeter[] meters = [.. Enumerable.Range(0, Instances).Select(_ => MeteringData.MakeMeter(path, true))];
            var times = new List<double>();
            for (int round = 0; round < 1_000; round++)
            {
                double start = ThreadClock.Nanoseconds();
                for (int i = 0; i < Instances; i++)
                {
                    // Each instance hears its own stretch of the noise.
                    int at = ((i * 61) + (round * Block)) % (MeteringData.Frames - Block);
                    meters[i].Process(_data.Block(at, Block), SongPosition.RollingAt((long)round * Block));
                }

                times.Add((ThreadClock.Nanoseconds() - start) / 1e9);
                if (round % 300 == 299)
                {
                    foreach (TrackMeter meter in meters)
                    {
                        Drain(meter);
                    }
                }
            }

            double share = 100 * Median(times) * MeteringData.SampleRateHz / Block;
            Line($"| {path} | {share:F1} % | {AllocatedByProcess(path)} |");
        }

        Line();
    }

    private long AllocatedByProcess(VectorPath path)
    {
        TrackMeter meter = MeteringData.MakeMeter(path, true);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int at = 0; at + 64 <= MeteringData.Frames; at += 64)
        {
            meter.Process(_data.Block(at, 64), SongPosition.RollingAt(at));
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>
    /// The same 2 s of blocks over and over: each block's smallest time of all passes is what the block itself costs, the rest is
    /// the machine's interruptions.
    /// </summary>
    private void Spread()
    {
        Line("## Time of single blocks, true peak on, fastest path");
        Line();
        Line("| block | median ns | 99.9th ns | worst ns | worst / median |");
        Line("|---|---|---|---|---|");
        foreach (int block in new[] { 64, 512 })
        {
            int blocks = MeteringData.Frames / block;
            var cost = new double[blocks];
            Array.Fill(cost, double.MaxValue);
            for (int pass = 0; pass < 200; pass++)
            {
                TrackMeter meter = MeteringData.MakeMeter(VectorPaths.Best, true);
                for (int i = 0; i < blocks; i++)
                {
                    long start = Stopwatch.GetTimestamp();
                    meter.Process(_data.Block(i * block, block), SongPosition.RollingAt((long)i * block));
                    cost[i] = Math.Min(cost[i], Stopwatch.GetElapsedTime(start).TotalNanoseconds);
                }
            }

            Array.Sort(cost);
            double median = cost[blocks / 2];
            Line($"| {block} | {median:F0} | {cost[(int)(blocks * 0.999)]:F0} | {cost[^1]:F0} | {cost[^1] / median:F1} |");
        }

        Line();
    }

    private static void Drain(TrackMeter meter)
    {
        while (meter.Slots.TryRead(out LoudnessSlot _))
        {
        }
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private void Line(FormattableString text) => _text.AppendLine(text.ToString(CultureInfo.InvariantCulture));

    private void Line(string text = "") => _text.AppendLine(text);
}
