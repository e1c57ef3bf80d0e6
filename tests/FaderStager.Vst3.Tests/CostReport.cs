using System.Diagnostics;
using System.Runtime.InteropServices;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>What an instance costs, through the binary interface, with the coordinator's worker at its work beside it. Prints; asserts nothing.</summary>
/// <remarks>
/// The mean and the share are of the thread's own processor time; median, 99.9 % and worst are of the clock on the wall, so what else
/// the machine does shows there. Run it by name against the Release module: see bench/results/vst3.md.
/// </remarks>
[Explicit("Measures; takes half a minute.")]
internal sealed unsafe class CostReport
{
    private const int Instances = 100;
    private const int SampleRateHz = 48_000;

    [Test]
    public void Instances_AHundredStereoInTurn_CostThis()
    {
        TestContext.Out.WriteLine("| block | blocks | mean | median | 99.9 % | worst | 100 instances, of one core | bytes allocated |");
        TestContext.Out.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach ((int frames, int seconds) in new[] { (64, 20), (512, 60) })
        {
            Measure(frames, seconds);
        }
    }

    private static void Measure(int frames, int seconds)
    {
        List<HostedPlugin> plugins = [.. Enumerable.Range(0, Instances).Select(_ => new HostedPlugin().Start(maximumFrames: frames))];
        plugins[0].Set(ParameterId.Focal, 1);
        using HostBlock block = new(2, frames);
        HostChanges changes = new();
        block.OutputChanges = changes;
        int blocks = seconds * SampleRateHz / frames;
        int warm = SampleRateHz / frames;
        long[] ticks = new long[(blocks - warm) * Instances];
        int taken = 0;
        long before = 0;
        double cpuBefore = 0;
        for (int b = 0; b < blocks; b++)
        {
            block.At((long)b * frames).Sine(0.25, 997);
            if (b == warm)
            {
                cpuBefore = ThreadSeconds();
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            foreach (HostedPlugin plugin in plugins)
            {
                changes.Clear();
                long start = Stopwatch.GetTimestamp();
                plugin.Process(block);
                long end = Stopwatch.GetTimestamp();
                if (b >= warm)
                {
                    ticks[taken++] = end - start;
                }
            }
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        double mean = (ThreadSeconds() - cpuBefore) * 1e6 / ticks.Length;
        Array.Sort(ticks);
        double microsecond = Stopwatch.Frequency / 1e6;
        double share = mean * 1e-6 * SampleRateHz / frames * Instances;
        string bytes = Module.IsInProcess ? $"{allocated}" : "not asked";
        TestContext.Out.WriteLine(
            $"| {frames} | {ticks.Length:N0} | {mean:0.00} µs | {ticks[ticks.Length / 2] / microsecond:0.00} µs | {ticks[(int)(ticks.Length * 0.999)] / microsecond:0.0} µs | {ticks[^1] / microsecond:0} µs | {share:P1} | {bytes} |");
        plugins.ForEach(plugin => plugin.Dispose());
        changes.Release();
    }

    /// <summary>Processor time of this thread, in seconds; the clock on the wall where the system is not asked.</summary>
    private static double ThreadSeconds()
    {
        const int ThreadClock = 3;
        long* time = stackalloc long[2];
        return OperatingSystem.IsLinux() && ReadClock(ThreadClock, time) == 0 ? time[0] + (time[1] * 1e-9) : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ReadClock(int clock, long* time);
}
