namespace FaderStager.LinuxUi.Controls;

/// <summary>Nothing, where others are to stand apart.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Space : Element;
