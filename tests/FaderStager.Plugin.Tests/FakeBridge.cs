using System.Runtime.InteropServices;
using AudioPlugSharp;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using Microsoft.Extensions.Time.Testing;

namespace FaderStager.Plugin.Tests;

/// <summary>Drives a plug-in as AudioPlugSharp's bridge does, in its order of calls, and is the host that the plug-in sees.</summary>
internal sealed unsafe class FakeBridge : IAudioHost, IDisposable
{
    public const int MaximumFrames = 2048;

    private readonly List<(int Parameter, double Normalized, int Offset)> _events = [];
    private readonly List<string> _calls = [];
    private readonly float** _inputs = (float**)NativeMemory.AllocZeroed(4, (nuint)sizeof(nint));
    private readonly float** _outputs = (float**)NativeMemory.AllocZeroed(4, (nuint)sizeof(nint));
    private readonly float* _memory = (float*)NativeMemory.AlignedAlloc(4 * MaximumFrames * sizeof(float), 64);

    public FakeBridge(Coordinator coordinator, Func<nint, MemoryRegion>? findRegion = null)
        : this(log => new FaderStagerPlugin(coordinator, log, findRegion))
    {
    }

    public FakeBridge(Func<Action<string>, FaderStagerPlugin> make)
    {
        Plugin = make(Log.Add);
        for (int channel = 0; channel < 2; channel++)
        {
            _inputs[channel] = _memory + (channel * MaximumFrames);
            _outputs[channel] = _memory + ((2 + channel) * MaximumFrames);
        }
    }

    public static Coordinator NewCoordinator() =>
        new(new ProfileLibrary(Path.Combine(Path.GetTempPath(), "no-such-folder-of-profiles")), new FakeTimeProvider());

    public FaderStagerPlugin Plugin { get; }

    public List<string> Log { get; } = [];

    public IReadOnlyList<string> Calls => _calls;

    public double SampleRate { get; set; }

    public uint MaxAudioBufferSize { get; set; }

    public uint CurrentAudioBufferSize { get; set; }

    public EAudioBitsPerSample BitsPerSample { get; set; }

    public double BPM => 0;

    public long CurrentProjectSample { get; set; }

    public bool IsPlaying { get; set; }

    public Exception? OnEvents { get; set; }

    public Exception? OnEdit { get; set; }

    public Span<float> Input(int channel) => new(_memory + (channel * MaximumFrames), MaximumFrames);

    public Span<float> Output(int channel) => new(_memory + ((2 + channel) * MaximumFrames), MaximumFrames);

    /// <summary>The processor's and the controller's initialize.</summary>
    public FakeBridge Initialize()
    {
        Plugin.Host = this;
        Plugin.Processor.Initialize();
        Plugin.Editor.InitializeEditor();
        return this;
    }

    /// <summary>setupProcessing and setActive(true).</summary>
    public FakeBridge Activate(double sampleRate = 48_000, uint maximumFrames = 512)
    {
        (SampleRate, MaxAudioBufferSize, BitsPerSample) = (sampleRate, maximumFrames, EAudioBitsPerSample.Bits32);
        Plugin.Processor.InitializeProcessing();
        Plugin.Processor.SetMaxAudioBufferSize(maximumFrames, BitsPerSample);
        Plugin.Processor.Start();
        return this;
    }

    public FakeBridge Deactivate()
    {
        Plugin.Processor.Stop();
        return this;
    }

    /// <summary>One block at the present position, which goes on by it.</summary>
    public void Block(int frames, bool advances = true)
    {
        CurrentAudioBufferSize = (uint)frames;
        foreach ((AudioIOPort port, nint pointers) in new[] { (Plugin.InputPorts[0], (nint)_inputs), (Plugin.OutputPorts[0], (nint)_outputs) })
        {
            port.SetCurrentBufferSize((uint)frames);
            port.SetAudioBufferPtrs(pointers);
        }

        RunBlock();
        CurrentProjectSample += advances ? frames : 0;
    }

    /// <summary>The same without the allocations of the above: ports are set already.</summary>
    public void RunBlock()
    {
        Plugin.Processor.PreProcess();
        Plugin.Processor.Process();
        Plugin.Processor.PostProcess();
    }

    /// <summary>Plays a steady sine of 1/8 of the sample rate on both channels.</summary>
    public void Play(double seconds, float amplitude, int frames = 480)
    {
        long end = CurrentProjectSample + (long)(seconds * SampleRate);
        while (CurrentProjectSample < end)
        {
            for (int i = 0; i < frames; i++)
            {
                float sample = amplitude * MathF.Sin(2 * MathF.PI * ((CurrentProjectSample + i) % 8) / 8);
                (Input(0)[i], Input(1)[i]) = (sample, sample);
            }

            Block(frames);
        }
    }

    /// <summary>What the host's array of channel pointers holds; 0 = null.</summary>
    public void SetPointers(nint firstInput, nint secondInput, nint firstOutput, nint secondOutput)
    {
        _inputs[0] = (float*)firstInput;
        _inputs[1] = (float*)secondInput;
        _outputs[0] = (float*)firstOutput;
        _outputs[1] = (float*)secondOutput;
    }

    public nint AddressOf(int buffer) => (nint)(_memory + (buffer * MaximumFrames));

    /// <summary>Automation in the next block, and the controller's value that hosts set as well.</summary>
    public void Automate(int parameter, double normalized, int offset = 0) => _events.Add((parameter, normalized, offset));

    /// <summary>A host's own control, or a flush: only the controller hears of it.</summary>
    public void SetController(int parameter, double normalized) => Plugin.Parameters[parameter].NormalizedEditValue = normalized;

    public double GetController(int parameter) => Plugin.Parameters[parameter].NormalizedEditValue;

    public void Forget() => _calls.Clear();

    public void ProcessAllEvents()
    {
        if (OnEvents is { } problem)
        {
            throw problem;
        }

        foreach ((int parameter, double normalized, int offset) in _events)
        {
            Plugin.Processor.HandleParameterChange(Plugin.Parameters[parameter], normalized, offset);
        }

        _events.Clear();
    }

    public int ProcessEvents() => throw new NotSupportedException();

    public void SendNoteOn(int channel, int noteNumber, float velocity, int sampleOffset) => throw new NotSupportedException();

    public void SendNoteOff(int channel, int noteNumber, float velocity, int sampleOffset) => throw new NotSupportedException();

    public void SendCC(int channel, int ccNumber, int ccValue, int sampleOffset) => throw new NotSupportedException();

    public void SendPolyPressure(int channel, int noteNumber, float pressure, int sampleOffset) => throw new NotSupportedException();

    public void BeginEdit(int parameter) => Note($"begin {parameter}");

    public void PerformEdit(int parameter, double normalizedValue) => Note(FormattableString.Invariant($"perform {parameter} {normalizedValue:0.####}"));

    public void EndEdit(int parameter) => Note($"end {parameter}");

    public void Dispose()
    {
        Plugin.Dispose();
        NativeMemory.Free(_inputs);
        NativeMemory.Free(_outputs);
        NativeMemory.AlignedFree(_memory);
    }

    private void Note(string call)
    {
        _calls.Add(call);
        if (OnEdit is { } problem)
        {
            throw problem;
        }
    }
}
