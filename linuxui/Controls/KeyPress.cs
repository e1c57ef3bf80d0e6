namespace FaderStager.LinuxUi.Controls;

/// <summary>A key that was pressed.</summary>
/// <param name="Key">Which, where it does something other than write.</param>
/// <param name="Letter">What it writes; 0 = nothing.</param>
/// <param name="IsShift">Whether Shift is held.</param>
/// <param name="IsControl">Whether Ctrl is held.</param>
/// <param name="IsAlt">Whether Alt is held.</param>
/// <remarks>[any] Immutable.</remarks>
internal readonly record struct KeyPress(Key Key, char Letter = '\0', bool IsShift = false, bool IsControl = false, bool IsAlt = false)
{
    /// <summary>Whether it is held with nothing but, perhaps, Shift.</summary>
    public bool IsPlain => !IsControl && !IsAlt;

    /// <summary>Whether it is Ctrl and a letter.</summary>
    public bool IsCommand(char letter) => IsControl && !IsAlt && !IsShift && char.ToLowerInvariant(Letter) == letter;
}
