namespace FaderStager.Presentation.States;

/// <summary>Why the editor has nothing, or not all, to show.</summary>
/// <remarks>[any]</remarks>
public enum EmptyStateKind
{
    /// <summary>There is something to show.</summary>
    None = 0,

    /// <summary>The host has not started this track's audio yet.</summary>
    NotStarted,

    /// <summary>This is the only track.</summary>
    OnlyOneTrack,

    /// <summary>No track is flagged focal.</summary>
    NoFocal,

    /// <summary>Nothing was heard yet and the transport stands.</summary>
    Stopped,

    /// <summary>The song plays and nothing was heard yet.</summary>
    NothingHeard,
}
