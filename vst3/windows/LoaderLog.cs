namespace FaderStager.Vst3.Windows;

/// <summary>The log file that the native loader writes.</summary>
/// <param name="write">The loader's function.</param>
/// <remarks>[any]</remarks>
internal sealed unsafe class LoaderLog(delegate* unmanaged<char*, void> write)
{
    private readonly nint _write = (nint)write;

    /// <summary>Writes a line.</summary>
    /// <param name="sentence">What happened, and what to do.</param>
    public void Write(string sentence)
    {
        fixed (char* text = sentence)
        {
            if (_write != 0)
            {
                ((delegate* unmanaged<char*, void>)_write)(text);
            }
        }
    }
}
