using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>The audio thread allocates nothing in this layer. Measured in this process only: another runtime cannot be asked.</summary>
internal sealed unsafe class AllocationTests
{
    [TestCase(1)]
    [TestCase(2)]
    public void Process_WithParametersInAndOut_AllocatesNothing(int channels)
    {
        using InProcess here = new();
        using HostedPlugin focal = here.Create();
        using HostedPlugin plugin = here.Create();
        using HostBlock block = new(channels, 512);
        HostChanges input = new();
        HostChanges output = new();
        focal.Set(ParameterId.Focal, 1);
        focal.Start(channels);
        plugin.Start(channels);
        block.InputChanges = input;
        block.OutputChanges = output;
        long allocated = 0;
        int told = 0;
        for (int i = 0; i < 400; i++)
        {
            focal.Process(block.At(i * 512).Sine(0.5));
            input.Clear();
            output.Clear();
            input.Add(ParameterId.Fader, i / 400.0).Add(ParameterId.TargetOffset, 0.5, i / 400.0);
            block.Sine(0.25);
            long before = GC.GetAllocatedBytesForCurrentThread();
            plugin.Process(block);
            if (i > 100)
            {
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                told += output.Told.Count;
            }

            if (i % 5 == 0)
            {
                here.Coordinator.Refresh();
            }
        }

        Assert.That(told, Is.Positive);
        Assert.That(allocated, Is.Zero);
        input.Release();
        output.Release();
    }
}
