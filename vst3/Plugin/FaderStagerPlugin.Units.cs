using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin;

/// <summary>Units: the groups of the parameters. There are no programs.</summary>
internal sealed unsafe partial class FaderStagerPlugin : IUnitInfo
{
    private int _selectedUnit;

    /// <inheritdoc/>
    public int GetUnitCount() => ParameterGroups.Names.Count;

    /// <inheritdoc/>
    public int GetUnitInfo(int index, UnitInfo* info)
    {
        if (info == null || index < 0 || index >= ParameterGroups.Names.Count)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        info->Id = index;
        info->ParentId = index == UnitInfo.Root ? UnitInfo.None : UnitInfo.Root;
        NativeText.Write(info->Name, NativeText.String128Length, ParameterGroups.Names[index]);
        info->ProgramListId = UnitInfo.None;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int GetProgramListCount() => 0;

    /// <inheritdoc/>
    public int GetProgramListInfo(int index, ProgramListInfo* info) => Result.InvalidArgument;

    /// <inheritdoc/>
    public int GetProgramName(int list, int program, char* name) => Result.InvalidArgument;

    /// <inheritdoc/>
    public int GetProgramInfo(int list, int program, byte* attribute, char* value) => Result.InvalidArgument;

    /// <inheritdoc/>
    public int HasProgramPitchNames(int list, int program) => Result.False;

    /// <inheritdoc/>
    public int GetProgramPitchName(int list, int program, short pitch, char* name) => Result.InvalidArgument;

    /// <inheritdoc/>
    public int GetSelectedUnit() => _selectedUnit;

    /// <inheritdoc/>
    public int SelectUnit(int unit)
    {
        if (unit < 0 || unit >= ParameterGroups.Names.Count)
        {
            return Result.InvalidArgument;
        }

        _selectedUnit = unit;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int GetUnitByBus(int mediaType, int direction, int bus, int channel, int* unit)
    {
        if (unit == null || bus != 0 || GetBusCount(mediaType, direction) == 0)
        {
            return Result.False;
        }

        *unit = UnitInfo.Root;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int SetUnitProgramData(int listOrUnit, int program, void* stream) => Result.NotImplemented;
}
