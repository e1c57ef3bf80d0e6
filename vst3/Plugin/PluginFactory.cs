using FaderStager.Mixing.Mixes;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin;

/// <summary>Makes the module's one class.</summary>
/// <remarks>[ui] Any number of objects; none of them knows of another but by its mix.</remarks>
internal sealed unsafe class PluginFactory : NativeObject, IPluginFactory3
{
    private readonly Coordinator _coordinator;
    private readonly IViewFactory? _views;
    private void* _hostContext;

    /// <summary>Makes a factory with one reference.</summary>
    /// <param name="coordinator">Where the tracks meet.</param>
    /// <param name="views">What makes editors, or null: then the host shows its generic one.</param>
    public PluginFactory(Coordinator coordinator, IViewFactory? views)
        : base(
            new InterfaceEntry(PluginFactory3Table.Id, PluginFactory3Table.Managed),
            new InterfaceEntry(new InterfaceId(0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F), PluginFactory3Table.Managed),
            new InterfaceEntry(new InterfaceId(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB), PluginFactory3Table.Managed))
    {
        _coordinator = coordinator;
        _views = views;
    }

    /// <inheritdoc/>
    public int GetFactoryInfo(FactoryInfo* info)
    {
        if (info == null)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        NativeText.Write(info->Vendor, 64, PluginIdentity.Name);
        info->Flags = FactoryInfo.Unicode;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int CountClasses() => 1;

    /// <inheritdoc/>
    public int GetClassInfo(int index, ClassInfo* info)
    {
        if (index != 0 || info == null)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        info->Id = PluginIdentity.ClassId;
        info->Cardinality = ClassInfo.ManyInstances;
        NativeText.Write(info->Category, 32, ClassInfo.AudioModule);
        NativeText.Write(info->Name, 64, PluginIdentity.Name);
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int GetClassInfo2(int index, ClassInfo2* info)
    {
        if (index != 0 || info == null)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        NativeText.Write(info->SubCategories, 128, PluginIdentity.Categories);
        NativeText.Write(info->Vendor, 64, PluginIdentity.Name);
        NativeText.Write(info->Version, 64, PluginIdentity.Version);
        NativeText.Write(info->SdkVersion, 64, PluginIdentity.InterfaceVersion);
        return GetClassInfo(index, &info->Basics);
    }

    /// <inheritdoc/>
    public int GetClassInfoUnicode(int index, ClassInfoW* info)
    {
        if (index != 0 || info == null)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        info->Id = PluginIdentity.ClassId;
        info->Cardinality = ClassInfo.ManyInstances;
        NativeText.Write(info->Category, 32, ClassInfo.AudioModule);
        NativeText.Write(info->Name, 64, PluginIdentity.Name);
        NativeText.Write(info->SubCategories, 128, PluginIdentity.Categories);
        NativeText.Write(info->Vendor, 64, PluginIdentity.Name);
        NativeText.Write(info->Version, 64, PluginIdentity.Version);
        NativeText.Write(info->SdkVersion, 64, PluginIdentity.InterfaceVersion);
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int CreateInstance(InterfaceId* classId, InterfaceId* interfaceId, void** result)
    {
        if (result == null)
        {
            return Result.InvalidArgument;
        }

        *result = null;
        if (classId == null || interfaceId == null)
        {
            return Result.InvalidArgument;
        }

        if (*classId != PluginIdentity.ClassId)
        {
            return Result.NoInterface;
        }

        FaderStagerPlugin plugin = new(_coordinator, _views, _hostContext);
        int outcome = plugin.QueryInterface(interfaceId, result);
        plugin.Release();
        return outcome;
    }

    /// <inheritdoc/>
    public int SetHostContext(void* context)
    {
        Unknown.AddRef(context);
        Unknown.Release(_hostContext);
        _hostContext = context;
        return Result.Ok;
    }

    /// <inheritdoc/>
    protected override void OnLastRelease() => SetHostContext(null);
}
