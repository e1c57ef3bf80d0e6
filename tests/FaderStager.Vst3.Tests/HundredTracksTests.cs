using System.Diagnostics;
using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>A hundred stereo tracks on two audio threads, each in its own rhythm of 256 frames, the coordinator's worker beside them.</summary>
internal sealed unsafe class HundredTracksTests
{
    private const int Tracks = 100;
    private const int Threads = 2;
    private const int Frames = 256;
    private const int RateHz = 48_000;

    private List<HostedPlugin> _plugins = [];

    [SetUp]
    public void Open()
    {
        _plugins = [.. Enumerable.Range(0, Tracks).Select(_ => new HostedPlugin().Start(maximumFrames: Frames))];
        _plugins[0].Set(ParameterId.Focal, 1);
    }

    [TearDown]
    public void Close() => _plugins.ForEach(plugin => plugin.Dispose());

    [Test]
    [ForModule(ModuleKind.Compiled)]
    public void AMinuteOfSong_CausesNoFaultAndNoCollection()
    {
        // The first minute fills what is kept (timelines, rows, snapshots) and finds the voices.
        Play(0, 65);
        (long collections, double megabytes) = Minute(65);

        // What opening a hundred tracks has left may bring a collection that is due anyway; the minute after that has all its room.
        (long collectionsAfter, double megabytesAfter) = collections == 0 ? (0, megabytes) : Minute(125);
        TestContext.Out.WriteLine($"collections: {collections}, {collectionsAfter}; allocated: {megabytes:0.00} MB, {megabytesAfter:0.00} MB");
        Assert.That(collectionsAfter, Is.Zero);
        Assert.That(Math.Max(megabytes, megabytesAfter), Is.LessThan(1), "a sixteenth of what a collection waits for");
    }

    private (long Collections, double Megabytes) Minute(int fromSeconds)
    {
        long[] before = Module.Counters();
        Play(fromSeconds, fromSeconds + 60);
        long[] after = Module.Counters();
        Assert.That(after[ModuleCounters.Faults], Is.EqualTo(before[ModuleCounters.Faults]));
        return (after[ModuleCounters.Collections] - before[ModuleCounters.Collections], (after[ModuleCounters.AllocatedBytes] - before[ModuleCounters.AllocatedBytes]) / 1e6);
    }

    /// <summary>The times, on threads of real-time priority that keep to the clock. Run it by name on a quiet machine: see bench/results/vst3.md.</summary>
    [Test]
    [Explicit("Measures; takes half a minute.")]
    public void WorstBlock_BesideAControl_IsThis()
    {
        const int Seconds = 25;
        Play(0, 2);
        long[] before = Module.Counters();
        double[] worstUs = new double[Threads + 1];
        bool isRealTime = true;
        RunTogether(
            [
                .. Enumerable.Range(0, Threads).Select<int, Action>(thread => () =>
                {
                    isRealTime &= RealTimeThread.TryBecome();
                    worstUs[thread] = Paced(Seconds, (block, at) => Round(block, thread, 2 * RateHz + at));
                }),
                () =>
                {
                    isRealTime &= RealTimeThread.TryBecome();
                    worstUs[Threads] = Paced(Seconds, (block, _) => PlainWork(block));
                },
            ]);
        long[] after = Module.Counters();
        TestContext.Out.WriteLine($"real-time priority: {isRealTime}; collections: {after[ModuleCounters.Collections] - before[ModuleCounters.Collections]}; "
            + $"allocated: {(after[ModuleCounters.AllocatedBytes] - before[ModuleCounters.AllocatedBytes]) / 1e6:0.0} MB");
        TestContext.Out.WriteLine($"worst single call: {worstUs[0]:0} and {worstUs[1]:0} \u00B5s; control, plain work of the same thread priority: {worstUs[2]:0} \u00B5s");
    }

    private static void RunTogether(Action[] bodies)
    {
        Thread[] threads = [.. bodies.Select(body => new Thread(() => body()))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    /// <summary>Plays a part of the song as fast as the threads can.</summary>
    private void Play(int fromSeconds, int toSeconds) => RunTogether([.. Enumerable.Range(0, Threads).Select<int, Action>(thread => () =>
    {
        using HostBlock block = new(2, Frames);
        for (long at = (long)fromSeconds * RateHz; at < (long)toSeconds * RateHz; at += Frames)
        {
            Round(block, thread, at);
        }
    })]);

    /// <summary>One block of every track of a thread.</summary>
    /// <returns>The longest call in ticks.</returns>
    private long Round(HostBlock block, int thread, long at)
    {
        long worst = 0;
        block.At(at).Sine(0.25, 997);
        for (int i = thread; i < Tracks; i += Threads)
        {
            long start = Stopwatch.GetTimestamp();
            _plugins[i].ProcessorCalls->Process(_plugins[i].Processor, block.Data);
            worst = Math.Max(worst, Stopwatch.GetTimestamp() - start);
        }

        return worst;
    }

    /// <summary>Work of about a block's length that calls nothing.</summary>
    private static long PlainWork(HostBlock block)
    {
        long worst = 0;
        for (int i = 0; i < Tracks / Threads; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Span<float> samples = block.Out(0);
            for (int turn = 0; turn < 8; turn++)
            {
                foreach (ref float sample in samples)
                {
                    sample = (sample * 0.999f) + 0.001f;
                }
            }

            worst = Math.Max(worst, Stopwatch.GetTimestamp() - start);
        }

        return worst;
    }

    /// <summary>Calls once each time a block of the sound card would be due.</summary>
    private static double Paced(int seconds, Func<HostBlock, long, long> round)
    {
        using HostBlock block = new(2, Frames);
        long worst = 0;
        long begin = Stopwatch.GetTimestamp();
        for (long at = 0; at < (long)seconds * RateHz; at += Frames)
        {
            long due = begin + (long)(at / (double)RateHz * Stopwatch.Frequency);
            while (Stopwatch.GetTimestamp() < due)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(1));
            }

            worst = Math.Max(worst, round(block, at));
        }

        return worst * 1e6 / Stopwatch.Frequency;
    }
}
