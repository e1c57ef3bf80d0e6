namespace FaderStager.Mixing.States;

/// <summary>How a person left the editor of an instance: its size, and which of its parts are shown.</summary>
/// <remarks>[any] Immutable. Saved with the instance, so that an editor that is opened again is as it was left. It changes nothing that is heard, so no host is told of it.</remarks>
public sealed record EditorLayout
{
    /// <summary>An editor that nobody has touched.</summary>
    public static EditorLayout Default { get; } = new();

    /// <summary>Width in pixels at 100 %; 0 = the usual.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels at 100 %; 0 = the usual.</summary>
    public int Height { get; init; }

    /// <summary>Whether the song lane is unfolded, as a person said; null = the window's height decides.</summary>
    public bool? ShowsLane { get; init; }

    /// <summary>Whether the Levels view is shown in place of the approach.</summary>
    public bool ShowsLevels { get; init; }
}
