using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>The first block of a process: nothing is compiled on the audio thread, for a spare plug-in was there before.</summary>
internal sealed unsafe class FirstBlockTests
{
    private const string AnswerVariable = "FADERSTAGER_FIRST_BLOCK_ANSWER";
    private const int Frames = 256;

    [TestCase(1)]
    [TestCase(2)]
    [ForModule(ModuleKind.InProcess)]
    public void FirstBlock_OfAFreshProcess_CompilesNothing(int channels)
    {
        string[] answer = AnswerOfAFreshProcess(channels);
        TestContext.Out.WriteLine($"first block: {answer[1]} \u00B5s, second: {answer[2]} \u00B5s, methods compiled: {answer[0]}");
        Assert.That(answer[0], Is.EqualTo("0"));
    }

    [Test]
    [ForModule(ModuleKind.InProcess)]
    public void WarmUp_LeavesNothingBehind()
    {
        int before = Coordinator.Shared.TrackCount;
        long faults = FaultLog.Shared.Count;
        using HostedPlugin plugin = new HostedPlugin().Start();
        Assert.That(Coordinator.Shared.TrackCount, Is.EqualTo(before + 1));
        Assert.That(FaultLog.Shared.Count, Is.EqualTo(faults));
        Assert.That(InProcess.Inside(plugin).Track!.Number, Is.EqualTo(1), "no spare plug-in took a number");
    }

    /// <summary>The other side of <see cref="AnswerOfAFreshProcess"/>; by hand it prints how long a first block takes.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [Explicit("Says something in a process of its own only.")]
    public void Probe(int channels)
    {
        using HostedPlugin plugin = new HostedPlugin().Start(channels, maximumFrames: Frames);
        using HostBlock block = new(channels, Frames);
        HostChanges input = new();
        HostChanges output = new();
        block.At(0).Sine(0.5);
        block.InputChanges = input.Add(ParameterId.Fader, 0.5);
        block.OutputChanges = output;
        HostChanges.CompileAll(input);
        void* processor = plugin.Processor;
        AudioProcessorTable* calls = plugin.ProcessorCalls;
        ProcessData* data = block.Data;
        long compiledBefore = JitInfo.GetCompiledMethodCount(currentThread: true);
        long start = Stopwatch.GetTimestamp();
        calls->Process(processor, data);
        long first = Stopwatch.GetTimestamp();
        long compiled = JitInfo.GetCompiledMethodCount(currentThread: true) - compiledBefore;
        block.At(Frames);
        long again = Stopwatch.GetTimestamp();
        calls->Process(processor, data);
        long second = Stopwatch.GetTimestamp();
        Assert.That(output.Told, Is.Not.Empty);
        string answer = string.Create(CultureInfo.InvariantCulture, $"{compiled} {Stopwatch.GetElapsedTime(start, first).TotalMicroseconds:0} {Stopwatch.GetElapsedTime(again, second).TotalMicroseconds:0}");
        TestContext.Out.WriteLine("methods compiled, first and second block in \u00B5s: " + answer);
        if (Environment.GetEnvironmentVariable(AnswerVariable) is { Length: > 0 } path)
        {
            File.WriteAllText(path, answer);
        }

        input.Release();
        output.Release();
    }

    private static string[] AnswerOfAFreshProcess(int channels)
    {
        string path = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = new(Environment.ProcessPath!)
            {
                ArgumentList = { "--filter", $"FullyQualifiedName~FirstBlockTests.Probe&Name~{channels}" },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment[AnswerVariable] = path;
            using Process fresh = Process.Start(start)!;
            string said = fresh.StandardOutput.ReadToEnd();
            fresh.WaitForExit();
            string answer = File.ReadAllText(path);
            Assert.That(answer, Is.Not.Empty, said);
            return answer.Split(' ');
        }
        finally
        {
            File.Delete(path);
        }
    }
}
