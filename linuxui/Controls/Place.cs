namespace FaderStager.LinuxUi.Controls;

/// <summary>Where an element stands across the stack that it is in.</summary>
internal enum Place
{
    /// <summary>It fills it.</summary>
    Fill = 0,

    /// <summary>At the left or at the top.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the right or at the bottom.</summary>
    End,
}
