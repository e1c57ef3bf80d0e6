using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests;

/// <summary>Sizes and offsets on 64-bit systems, as the published interface has them; bytes of an id on both kinds of system.</summary>
internal sealed unsafe class LayoutTests
{
    [Test]
    public void Structures_OnSixtyFourBits_HaveThePublishedSizes()
    {
        Assert.That(sizeof(FactoryInfo), Is.EqualTo(452));
        Assert.That(sizeof(ClassInfo), Is.EqualTo(116));
        Assert.That(sizeof(ClassInfo2), Is.EqualTo(440));
        Assert.That(sizeof(ClassInfoW), Is.EqualTo(696));
        Assert.That(sizeof(BusInfo), Is.EqualTo(276));
        Assert.That(sizeof(RoutingInfo), Is.EqualTo(12));
        Assert.That(sizeof(SetupData), Is.EqualTo(24));
        Assert.That(sizeof(AudioBusBuffers), Is.EqualTo(24));
        Assert.That(sizeof(ProcessData), Is.EqualTo(80));
        Assert.That(sizeof(ProcessContext), Is.EqualTo(112));
        Assert.That(sizeof(ParameterInfoData), Is.EqualTo(792));
        Assert.That(sizeof(UnitInfo), Is.EqualTo(268));
        Assert.That(sizeof(ViewRect), Is.EqualTo(16));
    }

    [Test]
    public void Tables_HaveAsManyFunctionsAsPublished()
    {
        (int Size, int Functions)[] tables =
        [
            (sizeof(UnknownTable), 3), (sizeof(PluginBaseTable), 5), (sizeof(PluginFactory3Table), 10), (sizeof(ComponentTable), 14),
            (sizeof(AudioProcessorTable), 11), (sizeof(EditControllerTable), 18), (sizeof(EditController2Table), 6), (sizeof(UnitInfoTable), 15),
            (sizeof(PlugViewTable), 15), (sizeof(ComponentHandlerTable), 7), (sizeof(ByteStreamTable), 7), (sizeof(AttributeListTable), 11),
            (sizeof(ParameterChangesTable), 6), (sizeof(ParamValueQueueTable), 7), (sizeof(RunLoopTable), 7), (sizeof(ContextInfoProvider3Table), 11),
            (sizeof(ReaperHostApplicationTable), 6),
        ];
        Assert.That(tables.Select(table => table.Size / sizeof(void*)), Is.EqualTo(tables.Select(table => table.Functions)));
    }

    [Test]
    public void Context_FieldsThatAreRead_StandWherePublished()
    {
        Assert.That((int)Marshal.OffsetOf<ProcessContext>(nameof(ProcessContext.ProjectTimeFrames)), Is.EqualTo(16));
        Assert.That((int)Marshal.OffsetOf<ParameterInfoData>(nameof(ParameterInfoData.DefaultNormalized)), Is.EqualTo(776));
    }

    [TestCase(false, "22888DDB156E45AE8358B34808190625")]
    [TestCase(true, "DB8D8822" + "6E15AE45" + "8358B348" + "08190625")]
    public void InterfaceId_OnEitherKindOfSystem_HasThePublishedBytes(bool isComCompatible, string bytes)
    {
        InterfaceId id = new(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625, isComCompatible);
        Assert.That(Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<InterfaceId>(in id))), Is.EqualTo(bytes));
        Assert.That(Unsafe.SizeOf<InterfaceId>(), Is.EqualTo(16));
    }
}
