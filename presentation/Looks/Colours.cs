using FaderStager.Presentation.States;

namespace FaderStager.Presentation.Looks;

/// <summary>The editor's colours as ARGB.</summary>
/// <remarks>[any] What is read has at least 4.5:1 on <see cref="Ground"/>; lines and fills carry no meaning alone.</remarks>
public static class Colours
{
    /// <summary>The ground.</summary>
    public const uint Ground = 0xFF15181C;

    /// <summary>Header, footer, panels.</summary>
    public const uint Surface = 0xFF1B1F25;

    /// <summary>Buttons.</summary>
    public const uint Raised = 0xFF272D35;

    /// <summary>What the mouse is over.</summary>
    public const uint Hovered = 0xFF333B45;

    /// <summary>What is pressed.</summary>
    public const uint Pressed = 0xFF20252B;

    /// <summary>The chosen row.</summary>
    public const uint Chosen = 0xFF232A33;

    /// <summary>Lines.</summary>
    public const uint Line = 0xFF343B44;

    /// <summary>Frames.</summary>
    public const uint Edge = 0xFF4C5662;

    /// <summary>Words that are read first.</summary>
    public const uint Text = 0xFFF0F3F6;

    /// <summary>Words that stand back.</summary>
    public const uint Quiet = 0xFFB4BCC6;

    /// <summary>Captions.</summary>
    public const uint Faint = 0xFF8F99A6;

    /// <summary>The focal.</summary>
    public const uint Focal = 0xFFF4C94B;

    /// <summary>Too loud.</summary>
    public const uint TooLoud = 0xFFFF9447;

    /// <summary>Buried.</summary>
    public const uint Buried = 0xFF6FB5FF;

    /// <summary>In place.</summary>
    public const uint InPlace = 0xFF9FC8B0;

    /// <summary>Nothing known, waiting, out of the mix.</summary>
    public const uint Unknown = 0xFF9CA5B1;

    /// <summary>The next thing to do.</summary>
    public const uint Next = 0xFF5FD6C8;

    /// <summary>Words on an accent.</summary>
    public const uint OnAccent = 0xFF0E1417;

    /// <summary>The target zone.</summary>
    public const uint Zone = 0x2B9FC8B0;

    /// <summary>The edges of the zone.</summary>
    public const uint ZoneEdge = 0xA09FC8B0;

    /// <summary>What is cut in: boxes, grooves, scales.</summary>
    public const uint Groove = 0xFF0E1013;

    /// <summary>The next thing to do, with the mouse over it.</summary>
    public const uint NextHovered = 0xFF8AE6DB;

    /// <summary>The next thing to do, pressed.</summary>
    public const uint NextPressed = 0xFF45B5A8;

    /// <summary>The colour of a tone.</summary>
    /// <param name="tone">The tone.</param>
    /// <returns>Its colour.</returns>
    public static uint Of(StateTone tone) => tone switch
    {
        StateTone.Focal => Focal,
        StateTone.InPlace => InPlace,
        StateTone.TooLoud => TooLoud,
        StateTone.Buried => Buried,
        StateTone.Next => Next,
        _ => Unknown,
    };
}
