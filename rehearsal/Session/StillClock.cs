namespace FaderStager.Rehearsal.Session;

/// <summary>A clock that stands: in a rehearsal nobody leaves the mix, however long a song takes to read.</summary>
internal sealed class StillClock : TimeProvider
{
    /// <inheritdoc/>
    public override long GetTimestamp() => 0;
}
