using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IUnitInfo: the groups of the parameters.</summary>
internal unsafe interface IUnitInfo
{
    /// <summary>[ui] Number of groups.</summary>
    int GetUnitCount();

    /// <summary>[ui] Describes a group.</summary>
    int GetUnitInfo(int index, UnitInfo* info);

    /// <summary>[ui] Number of program lists.</summary>
    int GetProgramListCount();

    /// <summary>[ui] Describes a program list.</summary>
    int GetProgramListInfo(int index, ProgramListInfo* info);

    /// <summary>[ui] Name of a program.</summary>
    int GetProgramName(int list, int program, char* name);

    /// <summary>[ui] An attribute of a program.</summary>
    int GetProgramInfo(int list, int program, byte* attribute, char* value);

    /// <summary>[ui] Whether a program names its pitches.</summary>
    int HasProgramPitchNames(int list, int program);

    /// <summary>[ui] Name of a pitch.</summary>
    int GetProgramPitchName(int list, int program, short pitch, char* name);

    /// <summary>[ui] The group in view.</summary>
    int GetSelectedUnit();

    /// <summary>[ui] Puts a group in view.</summary>
    int SelectUnit(int unit);

    /// <summary>[ui] The group a bus belongs to.</summary>
    int GetUnitByBus(int mediaType, int direction, int bus, int channel, int* unit);

    /// <summary>[ui] Takes over a program.</summary>
    int SetUnitProgramData(int listOrUnit, int program, void* stream);
}

/// <summary>The function table of <see cref="IUnitInfo"/>, in its published order.</summary>
internal unsafe struct UnitInfoTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Number of groups.</summary>
    public delegate* unmanaged<void*, int> GetUnitCount;

    /// <summary>[ui] Describes a group.</summary>
    public delegate* unmanaged<void*, int, UnitInfo*, int> GetUnitInfo;

    /// <summary>[ui] Number of program lists.</summary>
    public delegate* unmanaged<void*, int> GetProgramListCount;

    /// <summary>[ui] Describes a program list.</summary>
    public delegate* unmanaged<void*, int, ProgramListInfo*, int> GetProgramListInfo;

    /// <summary>[ui] Name of a program.</summary>
    public delegate* unmanaged<void*, int, int, char*, int> GetProgramName;

    /// <summary>[ui] An attribute of a program.</summary>
    public delegate* unmanaged<void*, int, int, byte*, char*, int> GetProgramInfo;

    /// <summary>[ui] Whether a program names its pitches.</summary>
    public delegate* unmanaged<void*, int, int, int> HasProgramPitchNames;

    /// <summary>[ui] Name of a pitch.</summary>
    public delegate* unmanaged<void*, int, int, short, char*, int> GetProgramPitchName;

    /// <summary>[ui] The group in view.</summary>
    public delegate* unmanaged<void*, int> GetSelectedUnit;

    /// <summary>[ui] Puts a group in view.</summary>
    public delegate* unmanaged<void*, int, int> SelectUnit;

    /// <summary>[ui] The group a bus belongs to.</summary>
    public delegate* unmanaged<void*, int, int, int, int, int*, int> GetUnitByBus;

    /// <summary>[ui] Takes over a program.</summary>
    public delegate* unmanaged<void*, int, int, void*, int> SetUnitProgramData;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1);

    /// <summary>The functions that lead to a managed <see cref="IUnitInfo"/>.</summary>
    public static readonly UnitInfoTable* Managed = NativeTable.Keep(new UnitInfoTable
    {
        Unknown = UnknownTable.Managed,
        GetUnitCount = &OnGetUnitCount,
        GetUnitInfo = &OnGetUnitInfo,
        GetProgramListCount = &OnGetProgramListCount,
        GetProgramListInfo = &OnGetProgramListInfo,
        GetProgramName = &OnGetProgramName,
        GetProgramInfo = &OnGetProgramInfo,
        HasProgramPitchNames = &OnHasProgramPitchNames,
        GetProgramPitchName = &OnGetProgramPitchName,
        GetSelectedUnit = &OnGetSelectedUnit,
        SelectUnit = &OnSelectUnit,
        GetUnitByBus = &OnGetUnitByBus,
        SetUnitProgramData = &OnSetUnitProgramData,
    });

    [UnmanagedCallersOnly]
    private static int OnGetUnitCount(void* self)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetUnitCount();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetUnitInfo(void* self, int index, UnitInfo* info)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetUnitInfo(index, info);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetProgramListCount(void* self)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetProgramListCount();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetProgramListInfo(void* self, int index, ProgramListInfo* info)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetProgramListInfo(index, info);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetProgramName(void* self, int list, int program, char* name)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetProgramName(list, program, name);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetProgramInfo(void* self, int list, int program, byte* attribute, char* value)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetProgramInfo(list, program, attribute, value);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnHasProgramPitchNames(void* self, int list, int program)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).HasProgramPitchNames(list, program);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetProgramPitchName(void* self, int list, int program, short pitch, char* name)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetProgramPitchName(list, program, pitch, name);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetSelectedUnit(void* self)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetSelectedUnit();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSelectUnit(void* self, int unit)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).SelectUnit(unit);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetUnitByBus(void* self, int mediaType, int direction, int bus, int channel, int* unit)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).GetUnitByBus(mediaType, direction, bus, channel, unit);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetUnitProgramData(void* self, int listOrUnit, int program, void* stream)
    {
        try
        {
            return NativeObject.Of<IUnitInfo>(self).SetUnitProgramData(listOrUnit, program, stream);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
