namespace FaderStager.LinuxUi.Drawing;

/// <summary>The weights of the typeface.</summary>
internal enum Weight
{
    Regular = 0,
    Medium,
    Bold,
}
