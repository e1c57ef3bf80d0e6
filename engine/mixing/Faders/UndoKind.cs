namespace FaderStager.Mixing.Faders;

/// <summary>What a command did that can be taken back.</summary>
/// <remarks>[any] Stored nowhere.</remarks>
public enum UndoKind
{
    /// <summary>Faders were moved, or positions were made to wait.</summary>
    Faders = 0,

    /// <summary>The other fader picture was gone to.</summary>
    Picture,

    /// <summary>A fader went to another place.</summary>
    Place,

    /// <summary>The staging was handed over to the host's faders.</summary>
    HandOver,

    /// <summary>A track's own target was set or kept.</summary>
    Target,

    /// <summary>Voices were joined, split, named or pinned.</summary>
    Voices,

    /// <summary>Trims were set.</summary>
    Trims,
}
