namespace FaderStager.LinuxUi.Controls;

/// <summary>Elements one below another.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Below(params IEnumerable<Element> children) : Stack(isDown: true, children);
