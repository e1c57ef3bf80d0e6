namespace FaderStager.Presentation.States;

/// <summary>Where a step of the work stands.</summary>
/// <remarks>[any]</remarks>
public enum StepState
{
    /// <summary>Its turn has not come, or nothing can be said of it yet.</summary>
    Waiting = 0,

    /// <summary>This is the one to do now.</summary>
    Next,

    /// <summary>Done: it is in its place.</summary>
    Done,

    /// <summary>It was done and is off its place again.</summary>
    Adjust,
}
