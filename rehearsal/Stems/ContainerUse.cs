namespace FaderStager.Rehearsal.Stems;

/// <summary>Where samples stand in containers that are wider than they are.</summary>
internal enum ContainerUse
{
    /// <summary>The bytes do not look like containers with room in them.</summary>
    Unknown = 0,

    /// <summary>In the highest bytes; the others are 0.</summary>
    AtTop,

    /// <summary>In the lowest bytes; the others continue the sign.</summary>
    AtBottom,
}
