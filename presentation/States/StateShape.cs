namespace FaderStager.Presentation.States;

/// <summary>The shape that carries a state, so that colour never is the only sign. A view draws it.</summary>
/// <remarks>[any]</remarks>
public enum StateShape
{
    /// <summary>Nothing is known: no reading, no focal.</summary>
    QuestionMark = 0,

    /// <summary>The focal.</summary>
    Star,

    /// <summary>In place.</summary>
    Tick,

    /// <summary>Bring it down.</summary>
    ArrowDown,

    /// <summary>Bring it up.</summary>
    ArrowUp,

    /// <summary>It is this track's turn.</summary>
    Triangle,

    /// <summary>Waits for others.</summary>
    HollowDot,

    /// <summary>Measured and silent.</summary>
    Dash,

    /// <summary>Out of the mix.</summary>
    Cross,

    /// <summary>The mix bus.</summary>
    Square,

    /// <summary>Something must be done before a fader can help: trim the clip.</summary>
    Exclamation,
}
