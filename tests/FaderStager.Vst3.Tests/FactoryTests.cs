using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>What the module says of itself, and what it makes.</summary>
internal sealed unsafe class FactoryTests
{
    private void* _factory;

    private PluginFactory3Table* Calls => *(PluginFactory3Table**)_factory;

    [SetUp]
    public void GetFactory() => _factory = Module.GetPluginFactory();

    [TearDown]
    public void ReleaseFactory() => Unknown.Release(_factory);

    [Test]
    public void Factory_AskedForItsInfo_NamesTheMaker()
    {
        FactoryInfo info;
        Assert.That(Calls->GetFactoryInfo(_factory, &info), Is.EqualTo(Result.Ok));
        Assert.That(Marshal.PtrToStringUTF8((nint)info.Vendor), Is.EqualTo("FaderStager"));
    }

    [Test]
    public void Factory_AskedForItsClasses_HasOneEffectThatMeasures()
    {
        ClassInfo2 info;
        ClassInfoW wide;
        Assert.That(Calls->CountClasses(_factory), Is.EqualTo(1));
        Assert.That(Calls->GetClassInfo2(_factory, 0, &info), Is.EqualTo(Result.Ok));
        Assert.That(Calls->GetClassInfoUnicode(_factory, 0, &wide), Is.EqualTo(Result.Ok));
        Assert.That(Marshal.PtrToStringUTF8((nint)info.Basics.Category), Is.EqualTo("Audio Module Class"));
        Assert.That(Marshal.PtrToStringUTF8((nint)info.SubCategories), Is.EqualTo("Fx|Analyzer|NoOfflineProcess"));
        Assert.That(NativeText.Read(wide.Name, 64), Is.EqualTo("FaderStager"));
        Assert.That(wide.Id, Is.EqualTo(info.Basics.Id));
    }

    [Test]
    public void Factory_AskedBesidesItsClasses_Refuses()
    {
        ClassInfo info;
        Assert.That(Calls->GetClassInfo(_factory, 1, &info), Is.Not.EqualTo(Result.Ok));
        Assert.That(Calls->GetClassInfo(_factory, -1, &info), Is.Not.EqualTo(Result.Ok));
        Assert.That(Calls->GetClassInfo(_factory, 0, null), Is.Not.EqualTo(Result.Ok));
        Assert.That(Calls->GetClassInfo2(_factory, 0, null), Is.Not.EqualTo(Result.Ok));
        Assert.That(Calls->GetClassInfoUnicode(_factory, 0, null), Is.Not.EqualTo(Result.Ok));
        Assert.That(Calls->GetFactoryInfo(_factory, null), Is.Not.EqualTo(Result.Ok));
    }

    [Test]
    public void Factory_AskedForAnotherClass_HandsOutNull()
    {
        InterfaceId other = new(1, 2, 3, 4);
        InterfaceId component = ComponentTable.Id;
        void* created = (void*)1;
        Assert.That(Calls->CreateInstance(_factory, &other, &component, &created), Is.Not.EqualTo(Result.Ok));
        Assert.That((long)created, Is.Zero);
        Assert.That(Calls->CreateInstance(_factory, null, null, null), Is.Not.EqualTo(Result.Ok));
    }

    [Test]
    public void Factory_AskedTwice_IsTheSame()
    {
        void* again = Module.GetPluginFactory();
        Assert.That(again == _factory);
        Unknown.Release(again);
    }

    [Test]
    public void Factory_AskedForOlderFactories_IsThem()
    {
        foreach (InterfaceId id in new[]
        {
            UnknownTable.Id,
            new InterfaceId(0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F),
            new InterfaceId(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB),
            PluginFactory3Table.Id,
        })
        {
            void* same = Unknown.Query(_factory, id);
            Assert.That(same == _factory);
            Unknown.Release(same);
        }
    }

    [Test]
    public void Object_AskedForAnyInterfaceByAnyOther_IsOneObject()
    {
        using HostedPlugin plugin = new();
        InterfaceId[] all =
        [
            ComponentTable.Id, PluginBaseTable.Id, AudioProcessorTable.Id, EditControllerTable.Id, EditController2Table.Id, UnitInfoTable.Id,
            ProcessContextRequirementsTable.Id, PrefetchableSupportTable.Id, InfoListenerTable.Id, ContextInfoHandler2Table.Id,
        ];
        void* identity = plugin.Query(UnknownTable.Id);
        foreach (InterfaceId id in all)
        {
            void* one = Unknown.Query(plugin.Component, id);
            void* back = Unknown.Query(one, UnknownTable.Id);
            Assert.That(back == identity);
            Unknown.Release(back);
            Unknown.Release(one);
        }
    }

    [Test]
    public void Object_AskedForWhatItIsNot_HandsOutNull()
    {
        using HostedPlugin plugin = new();
        InterfaceId midiMapping = new(0xDF0FF9F7, 0x49B74669, 0xB63AB732, 0x7ADBF5E5);
        void* result = (void*)1;
        Assert.That((*(UnknownTable**)plugin.Component)->QueryInterface(plugin.Component, &midiMapping, &result), Is.EqualTo(Result.NoInterface));
        Assert.That((long)result, Is.Zero);
    }
}
