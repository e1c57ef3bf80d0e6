using System.Diagnostics;
using System.Text.Json;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Fader places through the module's own entrance: parameters, sound and state, in a host that gives no access to its faders.</summary>
internal sealed unsafe class FaderPlaceTests
{
    private const int Frames = 480;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public void DawFader_AfterAStagedPluginFader_CountsWhatWasConfirmedAndPassesTheSound()
    {
        using HostedPlugin focal = new();
        using HostedPlugin bass = Staged(focal, fader: -8);
        using HostBlock block = new(2, Frames);
        long position = 0;
        Assert.That(PlayUntil(focal, bass, block, ref position, () => bass.TextOf(ParameterId.RelativeLoudness) == "-8.0"));

        bass.SetPlain(ParameterId.FaderPlace, (double)FaderPlace.DawFader);
        Assert.That(PlayUntil(focal, bass, block, ref position, () => bass.TextOf(ParameterId.RelativeLoudness) == "0.0"), "nobody has moved the DAW's fader");
        Assert.That(bass.TextOf(ParameterId.Fader), Is.EqualTo("0.0"));
        Assert.That(PlayUntil(focal, bass, block, ref position, () => Math.Abs(Peak(block) - 0.5) < 1e-3), "the sound passes untouched, once the fader has glided there");
        using (JsonDocument state = JsonDocument.Parse(bass.Save()))
        {
            Assert.That(state.RootElement.GetProperty("pendingFaderDb").GetDouble(), Is.EqualTo(-8).Within(1e-3));
        }

        bass.SetPlain(ParameterId.Fader, -8);
        Assert.That(PlayUntil(focal, bass, block, ref position, () => bass.TextOf(ParameterId.RelativeLoudness) == "-8.0"), "a person says where it stands");
        using JsonDocument confirmed = JsonDocument.Parse(bass.Save());
        Assert.That(confirmed.RootElement.TryGetProperty("pendingFaderDb", out _), Is.False);
    }

    [Test]
    public void HostFader_SavedElsewhere_IsNotInPlaceByItsNumberAlone()
    {
        using HostedPlugin focal = new();
        using HostedPlugin bass = new();
        focal.Start();
        focal.Set(ParameterId.Focal, 1);
        bass.Load("""{"format":1,"faderPlace":"HostFader","faderDb":-5.5,"role":"Other","roleIsChosen":true}"""u8.ToArray());
        bass.Start();
        using HostBlock block = new(2, Frames);
        long position = 0;
        Assert.That(PlayUntil(focal, bass, block, ref position, () => focal.TextOf(ParameterId.HintWord) == "focal" && position > 48_000 * 12));
        Assert.That(bass.TextOf(ParameterId.HintWord), Is.Not.EqualTo("in place"));
        Assert.That(bass.TextOf(ParameterId.RelativeLoudness), Is.EqualTo("0.0"));

        // The state keeps what was asked for, and what waits.
        using (JsonDocument state = JsonDocument.Parse(bass.Save()))
        {
            Assert.That(state.RootElement.GetProperty("faderPlace").GetString(), Is.EqualTo("HostFader"));
            Assert.That(state.RootElement.GetProperty("pendingFaderDb").GetDouble(), Is.EqualTo(-5.5));
        }

        bass.SetPlain(ParameterId.Fader, -5);
        Assert.That(PlayUntil(focal, bass, block, ref position, () => bass.TextOf(ParameterId.HintWord) == "in place"), "a person says where the DAW's fader stands");
        Assert.That(bass.TextOf(ParameterId.RelativeLoudness), Is.EqualTo("-5.0"));
    }

    private static HostedPlugin Staged(HostedPlugin focal, double fader)
    {
        HostedPlugin bass = new();
        focal.Start();
        bass.Start();
        focal.Set(ParameterId.Focal, 1);
        bass.SetPlain(ParameterId.Fader, fader);
        return bass;
    }

    private static double Peak(HostBlock block)
    {
        double peak = 0;
        foreach (float sample in block.Out(0))
        {
            peak = Math.Max(peak, Math.Abs(sample));
        }

        return peak;
    }

    private static bool PlayUntil(HostedPlugin focal, HostedPlugin bass, HostBlock block, ref long position, Func<bool> isThere)
    {
        long start = Stopwatch.GetTimestamp();
        while (!isThere())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                return false;
            }

            focal.Process(block.At(position).Sine(0.5));
            bass.Process(block.At(position).Sine(0.5));
            position += Frames;
            Thread.Yield();
        }

        return true;
    }
}
