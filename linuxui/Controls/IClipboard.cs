namespace FaderStager.LinuxUi.Controls;

/// <summary>Where texts are copied to and pasted from.</summary>
/// <remarks>[ui]</remarks>
internal interface IClipboard
{
    /// <summary>Puts a text there.</summary>
    void Put(string text);

    /// <summary>Asks for the text that is there; it may come later, or never.</summary>
    void Ask(Action<string> got);
}
