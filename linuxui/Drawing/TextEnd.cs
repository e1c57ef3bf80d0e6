namespace FaderStager.LinuxUi.Drawing;

/// <summary>To which side a text stands.</summary>
internal enum TextEnd
{
    Left = 0,
    Middle,
    Right,
}
