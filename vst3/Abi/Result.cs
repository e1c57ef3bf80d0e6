namespace FaderStager.Vst3.Abi;

/// <summary>What a call answers. The failures have COM's numbers on Windows and small ones elsewhere.</summary>
/// <remarks>[any] <b>Source:</b> VST 3 interfaces, <c>pluginterfaces/base/funknown.h</c>.</remarks>
internal static class Result
{
    /// <summary>Done, or true.</summary>
    public const int Ok = 0;

    /// <summary>Not done, or false; not an error.</summary>
    public const int False = 1;

    /// <summary>The object does not have the interface asked for.</summary>
    public static readonly int NoInterface = OperatingSystem.IsWindows() ? unchecked((int)0x80004002) : -1;

    /// <summary>An argument is null, out of range or not of a kind that is known.</summary>
    public static readonly int InvalidArgument = OperatingSystem.IsWindows() ? unchecked((int)0x80070057) : 2;

    /// <summary>The call is there for the interface's sake only.</summary>
    public static readonly int NotImplemented = OperatingSystem.IsWindows() ? unchecked((int)0x80004001) : 3;

    /// <summary>Something went wrong inside.</summary>
    public static readonly int InternalError = OperatingSystem.IsWindows() ? unchecked((int)0x80004005) : 4;

    /// <summary>The call came before initialize.</summary>
    public static readonly int NotInitialized = OperatingSystem.IsWindows() ? unchecked((int)0x8000FFFF) : 5;

    /// <summary><see cref="Ok"/> for true, <see cref="False"/> for false.</summary>
    public static int Of(bool isTrue) => isTrue ? Ok : False;
}
