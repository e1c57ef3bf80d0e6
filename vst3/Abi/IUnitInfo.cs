namespace FaderStager.Vst3.Abi;

/// <summary>IUnitInfo: the groups of the parameters.</summary>
[NativeInterface(0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1)]
internal unsafe interface IUnitInfo
{
    /// <summary>[ui] Number of groups.</summary>
    [AnswersNumber]
    int GetUnitCount();

    /// <summary>[ui] Describes a group.</summary>
    int GetUnitInfo(int index, UnitInfo* info);

    /// <summary>[ui] Number of program lists.</summary>
    [AnswersNumber]
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
    [AnswersNumber]
    int GetSelectedUnit();

    /// <summary>[ui] Puts a group in view.</summary>
    int SelectUnit(int unit);

    /// <summary>[ui] The group a bus belongs to.</summary>
    int GetUnitByBus(int mediaType, int direction, int bus, int channel, int* unit);

    /// <summary>[ui] Takes over a program.</summary>
    int SetUnitProgramData(int listOrUnit, int program, void* stream);
}
