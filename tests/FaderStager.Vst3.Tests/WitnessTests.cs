using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>What an instance writes down of its host, for a report.</summary>
internal sealed unsafe class WitnessTests
{
    [Test]
    public void Facts_AfterALife_TellCallsThreadsBlocksAndAccess()
    {
        HostReaper reaper = new() { Name = "Secret track", NativeColour = 0x102030, Number = 3 };
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: reaper.Pointer);
        plugin.Start(maximumFrames: 512);
        plugin.Set(ParameterId.Fader, 0.5);
        using HostBlock block = new(2, 512);
        Thread audio = new(() =>
        {
            plugin.Process(block.At(0));
            plugin.Process(block.At(512));
            plugin.Process(block.At(9_000));
        });
        audio.Start();
        audio.Join();
        plugin.Load(plugin.Save());

        Dictionary<string, string> facts = InProcess.Inside(plugin).Track!.Witness!.Facts.ToDictionary(fact => fact.Name, fact => fact.Value);
        int ui = Environment.CurrentManagedThreadId;

        Assert.That(facts["host offers"], Does.Contain("REAPER's functions"));
        Assert.That(facts["fader access"], Is.EqualTo("REAPER's functions"));
        Assert.That(facts["channel told"], Is.EqualTo("name, colour, place in the mixer"));
        Assert.That(facts["calls of IComponent"], Does.Contain($"SetActive 1 (thread {ui})").And.Contain($"SetState 1 (thread {ui})").And.Contain($"GetState 1 (thread {ui})"));
        Assert.That(facts["calls of IAudioProcessor"], Does.Contain($"Process 3 (thread {audio.ManagedThreadId})"));
        Assert.That(facts["calls of IEditController"], Does.Contain("SetParamNormalized 1"));
        Assert.That(facts["blocks"], Does.StartWith("3 of 512 to 512 frames, last with 2 channels in and 2 channels out, 0 of 0 frames, 0 without a context").And.Contain("1 jumps of the position"));
        Assert.That(facts["context fields in every block"], Does.Contain("playing"));
        Assert.That(string.Join('\n', facts), Does.Not.Contain("Secret").And.Not.Contain("/"), "it is written to be passed on");
    }

    [Test]
    public void Facts_OfAHostThatGivesNothing_SaySo()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create();
        Dictionary<string, string> facts = InProcess.Inside(plugin).Track!.Witness!.Facts.ToDictionary(fact => fact.Name, fact => fact.Value);

        Assert.That((facts["host calls itself"], facts["fader access"], facts["channel told"], facts["blocks"]), Is.EqualTo(("nothing", "none", "nothing", "none yet")));
        Assert.That(facts["context fields in every block"], Is.EqualTo("none"));
    }

    [Test]
    public void ContextBits_OfAnyValue_HaveANameOrANumber() =>
        Assert.That(ContextBits.Text(1 << 1 | 1 << 10 | 1 << 30), Is.EqualTo("playing, tempo, bit 30"));

    [Test]
    public void CallCounts_NotedOnTwoThreads_SaySo()
    {
        CallCounts counts = new(["one", "two"]);
        counts.Note(1);
        Thread other = new(() => counts.Note(1));
        other.Start();
        other.Join();
        counts.Note(7);

        Assert.That(counts.Seen, Is.EqualTo(new[] { new CallCount("two", 2, Environment.CurrentManagedThreadId, true) }));
    }
}
