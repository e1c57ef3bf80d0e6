namespace FaderStager.Mixing.Members;

/// <summary>The focal that a track's own offset was kept against: against another it says nothing.</summary>
/// <param name="Id">The focal's identity.</param>
/// <param name="Name">Its name when the offset was kept.</param>
/// <remarks>[any] Immutable.</remarks>
internal sealed record KeptFocal(Guid Id, string Name);
