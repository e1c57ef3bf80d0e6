using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Parameters as a host's controls see them.</summary>
internal sealed unsafe class ParameterTests
{
    private static IEnumerable<ParameterInfo> All => ParameterInfo.All;

    private static IEnumerable<ParameterInfo> Writable => All.Where(parameter => !parameter.IsReadOnly);

    private static IEnumerable<ParameterInfo> Readings => All.Where(parameter => parameter.IsReadOnly);

    [TestCaseSource(nameof(All))]
    public void Parameter_Described_HasNameUnitStepsAndFlags(ParameterInfo parameter)
    {
        using HostedPlugin plugin = new();
        ParameterInfoData info;
        Assert.That(plugin.ControllerCalls->GetParameterCount(plugin.Controller), Is.EqualTo(ParameterInfo.All.Count));
        Assert.That(plugin.ControllerCalls->GetParameterInfo(plugin.Controller, (int)parameter.Id, &info), Is.EqualTo(Result.Ok));
        Assert.That(info.Id, Is.EqualTo((uint)parameter.Id));
        Assert.That(NativeText.Read(info.Title, 128), Is.EqualTo(parameter.Name));
        Assert.That(NativeText.Read(info.Units, 128), Is.EqualTo(parameter.Unit));
        Assert.That(info.StepCount, Is.EqualTo(parameter.StepCount));
        Assert.That(info.DefaultNormalized, Is.EqualTo(plugin.Get(parameter.Id)));
        Assert.That((info.Flags & ParameterInfoData.IsReadOnly) != 0, Is.EqualTo(parameter.IsReadOnly));
        Assert.That((info.Flags & ParameterInfoData.CanAutomate) != 0, Is.EqualTo(parameter is { IsReadOnly: false, IsMomentary: false }));
        Assert.That((info.Flags & ParameterInfoData.IsBypass) != 0, Is.EqualTo(parameter.Id == ParameterId.Bypass));
    }

    [TestCaseSource(nameof(All))]
    public void Parameter_AsTextAndBack_IsTheSame(ParameterInfo parameter)
    {
        using HostedPlugin plugin = new();
        int steps = parameter.StepCount > 0 ? parameter.StepCount : 20;
        for (int step = 0; step <= steps; step++)
        {
            string text = plugin.TextOf(parameter.Id, (double)step / steps);
            double back = double.NaN;
            fixed (char* typed = text + '\0')
            {
                Assert.That(plugin.ControllerCalls->GetParamValueByString(plugin.Controller, (uint)parameter.Id, typed, &back), Is.EqualTo(Result.Ok), text);
            }

            Assert.That(plugin.TextOf(parameter.Id, back), Is.EqualTo(text));
        }
    }

    [TestCaseSource(nameof(Writable))]
    public void Parameter_SetByTheHost_IsTheTracksAndOnlyThere(ParameterInfo parameter)
    {
        using HostedPlugin plugin = new();
        using HostedPlugin other = new();
        foreach (double value in new[] { 1.0, 0.0 })
        {
            Assert.That(plugin.Set(parameter.Id, value), Is.EqualTo(Result.Ok));
            Assert.That(plugin.Get(parameter.Id), Is.EqualTo(value));
        }

        Assert.That(other.Get(parameter.Id), Is.EqualTo(parameter.ToNormalized(parameter.Default)));
    }

    [TestCaseSource(nameof(Readings))]
    public void Reading_WrittenByTheHost_StaysAsItWas(ParameterInfo parameter)
    {
        using HostedPlugin plugin = new();
        double before = plugin.Get(parameter.Id);
        plugin.Set(parameter.Id, 1);
        Assert.That(plugin.Get(parameter.Id), Is.EqualTo(before));
    }

    [TestCaseSource(nameof(All))]
    public void Parameter_AsPlainNumber_IsFiniteAndComesBack(ParameterInfo parameter)
    {
        using HostedPlugin plugin = new();
        foreach (double normalized in new[] { 0, 0.25, 0.5, 1 })
        {
            double plain = plugin.ControllerCalls->NormalizedParamToPlain(plugin.Controller, (uint)parameter.Id, normalized);
            double back = plugin.ControllerCalls->PlainParamToNormalized(plugin.Controller, (uint)parameter.Id, plain);
            Assert.That(double.IsFinite(plain));
            Assert.That(plugin.TextOf(parameter.Id, back), Is.EqualTo(plugin.TextOf(parameter.Id, normalized)));
        }
    }

    [Test]
    public void Fader_AllTheWayDown_ReadsMinusInfinity()
    {
        using HostedPlugin plugin = new();
        Assert.That(plugin.TextOf(ParameterId.Fader, 0), Is.EqualTo("-inf"));
        Assert.That(plugin.ControllerCalls->NormalizedParamToPlain(plugin.Controller, 0, 0), Is.EqualTo(-60));
        Assert.That(plugin.TextOf(ParameterId.Fader, 1), Is.EqualTo("12.0"));
    }

    [Test]
    public void Groups_AreTrackMixAndReadings()
    {
        using HostedPlugin plugin = new();
        void* units = plugin.Query(UnitInfoTable.Id);
        UnitInfoTable* calls = *(UnitInfoTable**)units;
        List<string> names = [];
        for (int i = 0; i < calls->GetUnitCount(units); i++)
        {
            UnitInfo unit;
            Assert.That(calls->GetUnitInfo(units, i, &unit), Is.EqualTo(Result.Ok));
            Assert.That(unit.ParentId, Is.EqualTo(i == 0 ? -1 : 0));
            names.Add(NativeText.Read(unit.Name, 128));
        }

        Assert.That(string.Join(", ", names), Is.EqualTo("Track, Mix, Readings"));
        ParameterInfoData info;
        plugin.ControllerCalls->GetParameterInfo(plugin.Controller, (int)ParameterId.Bypass, &info);
        Assert.That(info.UnitId, Is.Zero);
        plugin.ControllerCalls->GetParameterInfo(plugin.Controller, (int)ParameterId.SuggestedMove, &info);
        Assert.That(info.UnitId, Is.EqualTo(2));
        Assert.That(calls->GetProgramListCount(units), Is.Zero);
    }

    [Test]
    public void Parameter_ThatIsNotThere_IsRefused()
    {
        using HostedPlugin plugin = new();
        char* text = stackalloc char[128];
        double value;
        ParameterInfoData info;
        foreach (uint id in new[] { (uint)ParameterInfo.All.Count, 0x7FFFFFFFu, uint.MaxValue })
        {
            Assert.That(plugin.ControllerCalls->SetParamNormalized(plugin.Controller, id, 0.5), Is.Not.EqualTo(Result.Ok));
            Assert.That(plugin.ControllerCalls->GetParamNormalized(plugin.Controller, id), Is.Zero);
            Assert.That(plugin.ControllerCalls->GetParamStringByValue(plugin.Controller, id, 0.5, text), Is.Not.EqualTo(Result.Ok));
            Assert.That(plugin.ControllerCalls->GetParamValueByString(plugin.Controller, id, text, &value), Is.Not.EqualTo(Result.Ok));
            Assert.That(plugin.ControllerCalls->GetParameterInfo(plugin.Controller, (int)id, &info), Is.Not.EqualTo(Result.Ok));
        }
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Parameter_SetToNoNumber_StaysAsItWas(double value)
    {
        using HostedPlugin plugin = new();
        Assert.That(plugin.Set(ParameterId.Fader, value), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.TextOf(ParameterId.Fader), Is.EqualTo("0.0"));
    }

    [Test]
    public void Text_ThatIsNoValue_IsRefused()
    {
        using HostedPlugin plugin = new();
        double value = 0.25;
        fixed (char* typed = "loud\0")
        {
            Assert.That(plugin.ControllerCalls->GetParamValueByString(plugin.Controller, 0, typed, &value), Is.EqualTo(Result.False));
            Assert.That(plugin.ControllerCalls->GetParamValueByString(plugin.Controller, 0, typed, null), Is.Not.EqualTo(Result.Ok));
        }

        Assert.That(plugin.ControllerCalls->GetParamValueByString(plugin.Controller, 0, null, &value), Is.Not.EqualTo(Result.Ok));
        Assert.That(value, Is.EqualTo(0.25));
    }

    [TestCase("-6", "-6.0")]
    [TestCase("-6 dB", "-6.0")]
    [TestCase("-inf dB", "-inf")]
    public void Text_WithOrWithoutUnit_IsRead(string typed, string expected)
    {
        using HostedPlugin plugin = new();
        double value;
        fixed (char* text = typed + '\0')
        {
            Assert.That(plugin.ControllerCalls->GetParamValueByString(plugin.Controller, 0, text, &value), Is.EqualTo(Result.Ok));
        }

        Assert.That(plugin.TextOf(ParameterId.Fader, value), Is.EqualTo(expected));
    }

    [Test]
    [ForModule(ModuleKind.WithoutEditor)]
    public void Editor_WhereNoneIsGiven_IsTheHostsGenericOne()
    {
        using HostedPlugin plugin = new();
        fixed (byte* name = "editor\0"u8)
        {
            Assert.That((long)plugin.ControllerCalls->CreateView(plugin.Controller, name), Is.Zero);
        }
    }
}
