using System.Collections.Immutable;

namespace FaderStager.Mixing.Faders;

/// <summary>What came of handing a staging over from the plug-in faders to the host's own.</summary>
/// <param name="Moved">Tracks whose channel's fader was moved.</param>
/// <param name="Pending">Tracks whose channel's fader cannot be reached: the person has to set it and confirm.</param>
/// <param name="Left">Tracks that stay with the plug-in fader, for the host's fader would have to go above its top.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record HandOver(ImmutableArray<Guid> Moved, ImmutableArray<Guid> Pending, ImmutableArray<Guid> Left)
{
    /// <summary>Whether there was nothing to hand over.</summary>
    public bool IsEmpty => Moved.IsEmpty && Pending.IsEmpty && Left.IsEmpty;
}
