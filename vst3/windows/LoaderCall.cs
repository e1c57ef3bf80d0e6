using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Windows;

/// <summary>What the native loader and this assembly say to each other. The loader has the same structure in loader.c.</summary>
/// <remarks>[ui]</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LoaderCall
{
    /// <summary>Bytes of the structure as the loader knows it.</summary>
    public uint Size;

    /// <summary>Writes one sentence into the log file. Stays valid: a loader that has started .NET never leaves the process.</summary>
    public delegate* unmanaged<char*, void> Log;

    /// <summary>Answer: the factory with a reference for the caller, or null.</summary>
    public void* Factory;
}
