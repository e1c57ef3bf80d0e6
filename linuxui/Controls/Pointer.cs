namespace FaderStager.LinuxUi.Controls;

/// <summary>The mouse over the editor.</summary>
/// <param name="X">From the left, in pixels at 100 %.</param>
/// <param name="Y">From the top.</param>
/// <param name="IsShift">Whether Shift is held.</param>
/// <param name="Clicks">1, or 2 for the second press of a double click.</param>
/// <remarks>[any] Immutable.</remarks>
internal readonly record struct Pointer(float X, float Y, bool IsShift = false, int Clicks = 1);
