using System.Diagnostics;
using FaderStager.Mixing.Parameters;
using FaderStager.Tests.X11;
using FaderStager.Vst3.Plugin;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>What an editor that is open while the song plays costs the whole module: run it by name.</summary>
[NonParallelizable]
[ForModule(ModuleKind.WithDrawnEditor)]
internal sealed unsafe class PlayingEditorReport
{
    private const int Tracks = 40;
    private const int Frames = 480;
    private const int RateHz = 48_000;
    private const int TickFrames = RateHz / 20;
    private const int Seconds = 20;

    [Test]
    [Explicit("Measures, in real time.")]
    public void FortyTracksPlaying_OneEditorOpen_AllocatesThis()
    {
        using XHost host = new();
        HostRunLoop loop = new();
        List<HostedPlugin> plugins = [.. Enumerable.Range(0, Tracks).Select(_ => new HostedPlugin(context: loop.Pointer).Start(1, maximumFrames: Frames))];
        plugins[0].Set(ParameterId.Focal, 1);
        using HostBlock block = new(1, Frames);
        void* view = HostedView.Open(plugins[3], loop, host.MakeWindow());
        Play(plugins, block, loop, 0, Seconds);
        long[] before = Module.Counters();
        Play(plugins, block, loop, Seconds, 2 * Seconds);
        long[] after = Module.Counters();
        TestContext.Out.WriteLine($"{Tracks} tracks playing, one editor open, {Seconds} s: {(after[ModuleCounters.AllocatedBytes] - before[ModuleCounters.AllocatedBytes]) / 1e3 / Seconds:0.0} kB a second, "
            + $"{after[ModuleCounters.Collections] - before[ModuleCounters.Collections]} collections");
        HostedView.Close(view);
        plugins.ForEach(plugin => plugin.Dispose());
        loop.Release();
    }

    // The song's time is the clock's: the editor looks at the clock.
    private static void Play(List<HostedPlugin> plugins, HostBlock block, HostRunLoop loop, int fromSeconds, int toSeconds)
    {
        long start = Stopwatch.GetTimestamp();
        for (long at = (long)fromSeconds * RateHz; at < (long)toSeconds * RateHz; at += TickFrames)
        {
            for (int frame = 0; frame < TickFrames; frame += Frames)
            {
                for (int i = 0; i < plugins.Count; i++)
                {
                    double wavers = 0.02 + (0.05 * (1 + Math.Sin((at / (double)RateHz * (1 + (i % 5))) + i)));
                    plugins[i].Process(block.At(at + frame).Sine(wavers));
                }
            }

            loop.Turn();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < ((at + TickFrames) / (double)RateHz) - fromSeconds)
            {
                Thread.Sleep(1);
            }
        }
    }
}
