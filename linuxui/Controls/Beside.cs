namespace FaderStager.LinuxUi.Controls;

/// <summary>Elements one beside another.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Beside(params IEnumerable<Element> children) : Stack(isDown: false, children);
