namespace FaderStager.LinuxUi.Controls;

/// <summary>How much a button stands out.</summary>
internal enum ButtonLook
{
    Usual = 0,

    /// <summary>The one thing to do: light and dark turned round.</summary>
    Primary,
}
