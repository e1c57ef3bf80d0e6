using System.Diagnostics;

namespace FaderStager.Mixing.Mixes;

/// <summary>The one lock of the coordinator: who is in which mix, settings, fader moves.</summary>
/// <remarks>
/// Methods that need it held end in <c>UnderLock</c> and assert it; all others take it themselves. Nothing waits, reads a file or
/// calls a host under it, and measuring runs outside it, so nobody waits longer than some microseconds.
/// </remarks>
internal sealed class Gate
{
    private readonly Lock _lock = new();

    /// <summary>Takes the lock.</summary>
    /// <returns>Releases it when disposed of.</returns>
    public Lock.Scope Enter() => _lock.EnterScope();

    /// <summary>Asserts that this thread holds the lock.</summary>
    [Conditional("DEBUG")]
    public void AssertHeld() => Debug.Assert(_lock.IsHeldByCurrentThread, "The coordinator's lock must be held here.");
}
