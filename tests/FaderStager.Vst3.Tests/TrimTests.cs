using System.Diagnostics;
using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Two instances on one track of a host: the first trims, the last is staged.</summary>
/// <remarks>A reading comes with the coordinator's next turn, so the host plays on until it is there, for 20 s at most.</remarks>
internal sealed unsafe class TrimTests
{
    private const int Frames = 480;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public void TwoInstancesOnOneChannel_TrimAtTheFirst_KeepsTheBalanceOfTheLast()
    {
        using HostedPlugin focal = new();
        using HostedPlugin first = new();
        using HostedPlugin last = new();
        TellChannel(focal, "Lead Vocal", 0);
        TellChannel(first, "Bass", 1);
        TellChannel(last, "Bass", 1);
        focal.Start();
        first.Start();
        last.Start();
        focal.Set(ParameterId.Focal, 1);
        using HostBlock block = new(2, Frames);
        using HostBlock behind = new(2, Frames);
        long position = 0;
        float between = 0;

        void Play()
        {
            focal.Process(block.At(position).Sine(0.5));
            first.Process(block.At(position).Sine(0.25));
            between = 0;
            for (int channel = 0; channel < 2; channel++)
            {
                block.Out(channel).CopyTo(behind.In(channel));
                foreach (float x in block.Out(channel))
                {
                    between = Math.Max(between, Math.Abs(x));
                }
            }

            last.Process(behind.At(position));
            position += Frames;
        }

        Assert.That(PlayUntil(Play, () => last.TextOf(ParameterId.RelativeLoudness) == "-6.0"), "the last one is read against the focal");
        Assert.That(first.TextOf(ParameterId.HintWord), Is.EqualTo("out of the mix"), "the first one is no track of its own");

        first.SetPlain(ParameterId.Trim, 6);
        Assert.That(PlayUntil(Play, () => last.TextOf(ParameterId.Fader) == "-6.0"), "its fader moves against the trim");
        Assert.That(PlayUntil(Play, () => last.TextOf(ParameterId.RelativeLoudness) == "-6.0"), "and the balance is as it was");
        Assert.That(PlayUntil(Play, () => Math.Abs(between - (0.25f * 1.9953f)) < 0.002f), "6 dB more at the plug-ins between, once the ramp is over");
        Assert.That(first.TextOf(ParameterId.Trim), Is.EqualTo("6.0"));

        first.SetPlain(ParameterId.Trim, 0);
        Assert.That(PlayUntil(Play, () => last.TextOf(ParameterId.Fader) == "0.0"));
        Play();
        Play();
        Play();
        Assert.That(block.Out(0).SequenceEqual(block.In(0)) && block.Out(1).SequenceEqual(block.In(1)), "bit-exact at 0");
        Assert.That(behind.Out(0).SequenceEqual(block.In(0)));
    }

    [Test]
    public void VuAndClipped_AreToldToTheHost()
    {
        using HostedPlugin plugin = new();
        plugin.Start();
        using HostBlock block = new(2, Frames);
        long position = 0;

        // Twice full scale, cut flat as a converter does: -18 dBFS is 0 VU.
        Assert.That(PlayUntil(
            () =>
            {
                block.At(position).Sine(2);
                for (int channel = 0; channel < 2; channel++)
                {
                    foreach (ref float x in block.In(channel))
                    {
                        x = Math.Clamp(x, -1, 1);
                    }
                }

                plugin.Process(block);
                position += Frames;
            },
            () => plugin.TextOf(ParameterId.Clipped) == "clipped" && plugin.TextOf(ParameterId.Vu) == "17.0"));
    }

    [Test]
    public void Trim_SavedAndLoaded_IsThere()
    {
        using HostedPlugin plugin = new();
        plugin.Start();
        plugin.SetPlain(ParameterId.Trim, -12.5);
        byte[] saved = plugin.Save();
        using HostedPlugin other = new();
        Assert.That(other.Load(saved), Is.EqualTo(Result.Ok));
        Assert.That(other.TextOf(ParameterId.Trim), Is.EqualTo("-12.5"));
    }

    private static void TellChannel(HostedPlugin plugin, string name, long index)
    {
        HostAttributes list = new() { Texts = { ["channel name"] = name }, Numbers = { ["channel index"] = index } };
        void* listener = plugin.Query(InfoListenerTable.Id);
        Assert.That((*(InfoListenerTable**)listener)->SetChannelContextInfos(listener, list.Pointer), Is.EqualTo(Result.Ok));
        list.Release();
    }

    private static bool PlayUntil(Action play, Func<bool> isThere)
    {
        Stopwatch time = Stopwatch.StartNew();
        while (time.Elapsed < Patience)
        {
            play();
            if (isThere())
            {
                return true;
            }
        }

        return false;
    }
}
