using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>One block as a host lays it out: buses, channels, context, changes. A test may break any of it.</summary>
internal sealed unsafe class HostBlock : IDisposable
{
    private readonly List<nint> _memory = [];
    private readonly ProcessData* _data;
    private readonly ProcessContext* _context;

    public HostBlock(int channels, int frames, bool inPlace = false)
        : this(channels, channels, frames, inPlace)
    {
    }

    public HostBlock(int inputs, int outputs, int frames, bool inPlace = false)
    {
        _data = (ProcessData*)Allocate(sizeof(ProcessData));
        _context = (ProcessContext*)Allocate(sizeof(ProcessContext));
        Input = Bus(inputs, frames, null);
        Output = Bus(outputs, frames, inPlace ? Input : null);
        _data->Frames = frames;
        _data->InputCount = 1;
        _data->OutputCount = 1;
        _data->Inputs = Input;
        _data->Outputs = Output;
        _data->Context = _context;
        _context->SampleRateHz = 48_000;
    }

    public ProcessData* Data => _data;

    public ProcessContext* Context => _context;

    public AudioBusBuffers* Input { get; }

    public AudioBusBuffers* Output { get; }

    public int Frames => _data->Frames;

    /// <summary>Changes to hand over, and room for those to come back.</summary>
    public HostChanges? InputChanges
    {
        set => _data->InputParameterChanges = value is null ? null : value.Pointer;
    }

    public HostChanges? OutputChanges
    {
        set => _data->OutputParameterChanges = value is null ? null : value.Pointer;
    }

    public Span<float> In(int channel) => new(Input->Channels[channel], Frames);

    public Span<float> Out(int channel) => new(Output->Channels[channel], Frames);

    /// <summary>Puts the block at a song position.</summary>
    public HostBlock At(long frame, bool isPlaying = true)
    {
        _context->ProjectTimeFrames = frame;
        _context->State = isPlaying ? ProcessContext.Playing : 0;
        return this;
    }

    /// <summary>Fills every input channel with a sine that goes on from block to block.</summary>
    public HostBlock Sine(double peak, double frequencyHz = 1000)
    {
        for (int channel = 0; channel < Input->ChannelCount; channel++)
        {
            Span<float> samples = In(channel);
            for (int i = 0; i < samples.Length; i++)
            {
                samples[i] = (float)(peak * Math.Sin(2 * Math.PI * frequencyHz * (_context->ProjectTimeFrames + i) / _context->SampleRateHz));
            }
        }

        return this;
    }

    public void Dispose()
    {
        foreach (nint memory in _memory)
        {
            NativeMemory.Free((void*)memory);
        }
    }

    private AudioBusBuffers* Bus(int channels, int frames, AudioBusBuffers* sameAs)
    {
        AudioBusBuffers* bus = (AudioBusBuffers*)Allocate(sizeof(AudioBusBuffers));
        bus->ChannelCount = channels;
        bus->Channels = (float**)Allocate(sizeof(float*) * Math.Max(channels, 1));
        for (int channel = 0; channel < channels; channel++)
        {
            bus->Channels[channel] = sameAs != null ? sameAs->Channels[channel] : (float*)Allocate(sizeof(float) * Math.Max(frames, 1));
        }

        return bus;
    }

    private void* Allocate(int bytes)
    {
        void* memory = NativeMemory.AllocZeroed((nuint)bytes);
        _memory.Add((nint)memory);
        return memory;
    }
}
