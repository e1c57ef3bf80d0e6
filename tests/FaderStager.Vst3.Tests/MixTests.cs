using System.Diagnostics;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Several instances that hear of each other, through the module's own coordinator.</summary>
/// <remarks>A reading comes with the coordinator's next turn, so a host plays on until it is there, for 20 s at most.</remarks>
internal sealed unsafe class MixTests
{
    private const int Frames = 480;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [TestCase(1)]
    [TestCase(2)]
    public void Readings_OfATrackBesideTheFocal_ReachTheHostInABlock(int channels)
    {
        using HostedPlugin focal = new();
        using HostedPlugin other = new();
        focal.Start(channels);
        other.Start(channels);
        focal.Set(ParameterId.Focal, 1);
        using HostBlock block = new(channels, Frames);
        HostChanges changes = new();
        long position = 0;
        double relativeLu = double.NaN;
        Assert.That(PlayUntil(() =>
        {
            block.OutputChanges = null;
            focal.Process(block.At(position).Sine(0.5));
            block.OutputChanges = changes;
            changes.Clear();
            other.Process(block.At(position).Sine(0.25));
            position += Frames;
            if (!double.IsNaN(changes.Last(ParameterId.RelativeLoudness)))
            {
                relativeLu = ParameterInfo.Of(ParameterId.RelativeLoudness).FromNormalized(changes.Last(ParameterId.RelativeLoudness));
            }

            return Math.Abs(relativeLu + 6.02) < 0.05;
        }));
        Assert.That(other.TextOf(ParameterId.RelativeLoudness), Is.EqualTo("-6.0"));
        Assert.That(focal.TextOf(ParameterId.HintWord), Is.Not.Empty);
        changes.Release();
    }

    [Test]
    public void Readings_OfAMonoTrackInAStereoInstance_AreAMonoTracks()
    {
        const ulong SpeakerLeft = 1;
        using HostedPlugin focal = new();
        using HostedPlugin other = new();
        focal.Start(channels: 1);
        other.Start(channels: 2);
        other.Arrange(SpeakerLeft, SpeakerLeft);
        focal.Set(ParameterId.Focal, 1);
        using HostBlock mono = new(1, Frames);
        using HostBlock stereo = new(2, Frames);
        long position = 0;
        Assert.That(PlayUntil(() =>
        {
            focal.Process(mono.At(position).Sine(0.5));
            stereo.At(position).Sine(0.25);
            stereo.In(1).Clear();
            other.Process(stereo);
            position += Frames;
            return other.TextOf(ParameterId.RelativeLoudness) == "-6.0";
        }));
    }

    [Test]
    public void Focal_TakenByAnother_IsToldToTheHostOfTheOneBeforeOnItsUiThread()
    {
        HostRunLoop loop = new();
        using HostedPlugin first = new(context: loop.Pointer);
        using HostedPlugin second = new();
        first.Start();
        second.Start();
        first.Set(ParameterId.Focal, 1);
        using HostBlock block = new(2, Frames);
        HostChanges changes = new();
        long position = 0;
        block.OutputChanges = changes;
        Assert.That(PlayUntil(() =>
        {
            first.Process(block.At(position += Frames));
            return first.TextOf(ParameterId.Focal) == "focal";
        }));
        loop.Tick();
        Assert.That(first.Handler.Edits, Is.Empty, "what the host set itself is not told back");

        second.Set(ParameterId.Focal, 1);
        changes.Clear();
        Assert.That(
            PlayUntil(() =>
            {
                first.Process(block.At(position += Frames));
                return changes.Last(ParameterId.Focal).Equals(0.0);
            }),
            "the change goes out with a block");
        Assert.That(first.TextOf(ParameterId.Focal), Is.EqualTo("no"));
        Assert.That(first.Handler.Edits, Is.Empty, "nothing is told from within the host's own calls");
        loop.Tick();
        Assert.That(first.Handler.Edits, Is.EqualTo(new HostEdit[]
        {
            new("begin", ParameterId.Focal, 0, Environment.CurrentManagedThreadId),
            new("perform", ParameterId.Focal, 0, Environment.CurrentManagedThreadId),
            new("end", ParameterId.Focal, 0, Environment.CurrentManagedThreadId),
        }));
        Assert.That(second.TextOf(ParameterId.Focal), Is.EqualTo("focal"));
        changes.Release();
    }

    [Test]
    public void Edits_ThatWait_GoOutWithTheHostsTimer()
    {
        HostRunLoop loop = new();
        using (HostedPlugin first = new(context: loop.Pointer))
        using (HostedPlugin second = new())
        {
            Assert.That(loop.Timers, Is.EqualTo(1));
            first.Start();
            second.Start();
            first.Set(ParameterId.Focal, 1);
            second.Set(ParameterId.Focal, 1);
            Assert.That(PlayUntil(() =>
            {
                loop.Tick();
                return first.Handler.Edits.Count >= 3;
            }));
            Assert.That(string.Join(' ', first.Handler.Edits.Select(edit => edit.Kind)), Is.EqualTo("begin perform end"));
        }

        Assert.That(loop.Timers, Is.Zero);
        loop.Release();
    }

    [Test]
    public void Timer_OfAPluginThatAnotherThreadMade_GoesToTheUiThreadAndStaysOne()
    {
        HostRunLoop loop = new();
        void* context = loop.Pointer;
        HostedPlugin plugin = null!;
        Thread loader = new(() => plugin = new HostedPlugin(context: context));
        loader.Start();
        loader.Join();
        for (int i = 0; i < 2; i++)
        {
            Assert.That(plugin.ControllerCalls->SetComponentHandler(plugin.Controller, plugin.Handler.Pointer), Is.EqualTo(Result.Ok));
            Assert.That(loop.Timers, Is.EqualTo(1));
        }

        plugin.Dispose();
        Assert.That(loop.Timers, Is.Zero);
        loop.Release();
    }

    [Test]
    public void Instances_OnFourThreadsWithTheirOwnBlocksAndTimings_AllReadTheirLevel()
    {
        const int Count = 64;
        const double LengthSeconds = 5;
        List<HostedPlugin> plugins = [.. Enumerable.Range(0, Count).Select(_ => new HostedPlugin(isInitialized: false))];
        plugins.ForEach(plugin => plugin.Initialize());
        plugins[0].Set(ParameterId.Focal, 1);
        plugins.ForEach(plugin => plugin.Start(maximumFrames: 4096));

        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, thread =>
        {
            for (int i = thread; i < Count; i += 4)
            {
                Play(plugins[i], i, LengthSeconds);
            }
        });

        PlayUntil(() => plugins.Index().All(at => at.Item.TextOf(ParameterId.RelativeLoudness) == Expected(at.Index)));
        for (int i = 0; i < Count; i++)
        {
            Assert.That(plugins[i].TextOf(ParameterId.RelativeLoudness), Is.EqualTo(Expected(i)), $"instance {i}");
        }

        plugins.ForEach(plugin => plugin.Dispose());

        static string Expected(int i) => ParameterInfo.Of(ParameterId.RelativeLoudness).ToText(LevelDb(i))[..^3];
    }

    private static double LevelDb(int i) => i % 8 * -2;

    /// <summary>Plays a whole song into one instance: its own block size, ahead of or behind all others, some with a loop or a stop first.</summary>
    private static void Play(HostedPlugin plugin, int i, double lengthSeconds)
    {
        Random random = new(i);
        int[] sizes = [64, 333, 512, 1024, 4096];
        using HostBlock block = new(2, sizes[i % sizes.Length]);
        int largest = block.Frames;
        double peak = 0.25 * Math.Pow(10, LevelDb(i) / 20);
        if (i % 3 == 0)
        {
            for (int stopped = 0; stopped < 20; stopped++)
            {
                plugin.Process(block.At(96_000, isPlaying: false).Sine(1));
            }
        }

        for (long position = 0; position < lengthSeconds * 48_000;)
        {
            block.Data->Frames = i % 2 == 0 ? largest : random.Next(1, largest + 1);
            plugin.Process(block.At(position).Sine(peak));
            position += block.Frames;
        }
    }

    private static bool PlayUntil(Func<bool> isThere)
    {
        long start = Stopwatch.GetTimestamp();
        while (!isThere())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                return false;
            }

            Thread.Yield();
        }

        return true;
    }
}
