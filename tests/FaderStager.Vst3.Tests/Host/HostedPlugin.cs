using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A plug-in as a host holds it: three pointers, the handler it was given, what it was set up for.</summary>
internal sealed unsafe class HostedPlugin : IDisposable
{
    private bool _isActive;

    public HostedPlugin(HostHandler? handler = null, void* context = null, bool isInitialized = true)
        : this(Module.Create(ComponentTable.Id), handler, context, isInitialized)
    {
    }

    public HostedPlugin(void* component, HostHandler? handler = null, void* context = null, bool isInitialized = true)
    {
        Component = component;
        Handler = handler ?? new HostHandler();
        if (isInitialized)
        {
            Initialize(context);
        }
    }

    public void* Component { get; private set; }

    public void* Processor { get; private set; }

    public void* Controller { get; private set; }

    public HostHandler Handler { get; }

    public ComponentTable* ComponentCalls => *(ComponentTable**)Component;

    public AudioProcessorTable* ProcessorCalls => *(AudioProcessorTable**)Processor;

    public EditControllerTable* ControllerCalls => *(EditControllerTable**)Controller;

    public void Initialize(void* context = null)
    {
        Assert.That(ComponentCalls->Initialize(Component, context), Is.EqualTo(Result.Ok));
        Processor = Query(AudioProcessorTable.Id);
        Controller = Query(EditControllerTable.Id);
        Assert.That(ControllerCalls->SetComponentHandler(Controller, Handler.Pointer), Is.EqualTo(Result.Ok));
    }

    /// <summary>Another interface; what is returned is borrowed.</summary>
    public void* Query(InterfaceId id)
    {
        void* result = Unknown.Query(Component, id);
        Assert.That(result != null, "the interface is there");
        Unknown.Release(result);
        return result;
    }

    public int Arrange(ulong input, ulong output) => ProcessorCalls->SetBusArrangements(Processor, &input, 1, &output, 1);

    public int Setup(double sampleRateHz = 48_000, int maximumFrames = 512, int sampleSize = SetupData.Sample32)
    {
        SetupData setup = new() { SampleRateHz = sampleRateHz, MaximumFrames = maximumFrames, SampleSize = sampleSize };
        SetupData* pointer = &setup;
        return HostCalls.Within("setupProcessing", () => ProcessorCalls->SetupProcessing(Processor, pointer));
    }

    /// <summary>Everything up to the first block.</summary>
    public HostedPlugin Start(int channels = 2, double sampleRateHz = 48_000, int maximumFrames = 512)
    {
        ulong arrangement = channels == 1 ? Speakers.Mono : Speakers.Stereo;
        Assert.That(Arrange(arrangement, arrangement), Is.EqualTo(Result.Ok));
        Assert.That(Setup(sampleRateHz, maximumFrames), Is.EqualTo(Result.Ok));
        SetActive(true);
        return this;
    }

    public void SetActive(bool isActive)
    {
        _isActive = isActive;
        if (isActive)
        {
            Assert.That(HostCalls.Within("setActive", () => ComponentCalls->SetActive(Component, 1)), Is.EqualTo(Result.Ok));
        }

        HostCalls.Within("setProcessing", () => ProcessorCalls->SetProcessing(Processor, isActive ? (byte)1 : (byte)0));
        if (!isActive)
        {
            Assert.That(HostCalls.Within("setActive", () => ComponentCalls->SetActive(Component, 0)), Is.EqualTo(Result.Ok));
        }
    }

    /// <summary>Ends the plug-in as it is, active or not.</summary>
    public int Terminate()
    {
        _isActive = false;
        return ComponentCalls->Terminate(Component);
    }

    public int Process(HostBlock block)
    {
        string? before = HostCalls.Enter("process");
        int result = ProcessorCalls->Process(Processor, block.Data);
        HostCalls.Leave(before);
        return result;
    }

    public double Get(ParameterId id) => HostCalls.Within("getParamNormalized", () => ControllerCalls->GetParamNormalized(Controller, (uint)id));

    public int Set(ParameterId id, double normalized) => HostCalls.Within("setParamNormalized", () => ControllerCalls->SetParamNormalized(Controller, (uint)id, normalized));

    /// <summary>Sets a parameter by its plain value.</summary>
    public void SetPlain(ParameterId id, double plain) => Set(id, ControllerCalls->PlainParamToNormalized(Controller, (uint)id, plain));

    public string TextOf(ParameterId id) => TextOf(id, Get(id));

    public string TextOf(ParameterId id, double normalized)
    {
        char* text = stackalloc char[NativeText.String128Length];
        Assert.That(ControllerCalls->GetParamStringByValue(Controller, (uint)id, normalized, text), Is.EqualTo(Result.Ok));
        return NativeText.Read(text, NativeText.String128Length);
    }

    public byte[] Save()
    {
        HostStream stream = new();
        Assert.That(HostCalls.Within("getState", () => ComponentCalls->GetState(Component, stream.Pointer)), Is.EqualTo(Result.Ok));
        byte[] bytes = stream.Bytes;
        stream.Release();
        return bytes;
    }

    public int Load(params byte[] bytes)
    {
        HostStream stream = new(bytes);
        int result = HostCalls.Within("setState", () => ComponentCalls->SetState(Component, stream.Pointer));
        stream.Rewind();
        Assert.That(HostCalls.Within("setComponentState", () => ControllerCalls->SetComponentState(Controller, stream.Pointer)), Is.EqualTo(Result.Ok));
        stream.Release();
        return result;
    }

    public void Dispose()
    {
        if (Component == null)
        {
            return;
        }

        if (_isActive)
        {
            SetActive(false);
        }

        Terminate();
        Unknown.Release(Component);
        Component = null;
        Assert.That(Handler.Violations, Is.Empty, "the rules of threads and order");
    }
}
