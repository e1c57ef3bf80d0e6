namespace FaderStager.Rehearsal.Projects;

/// <summary>Outputs of a track that are no other track.</summary>
public static class ProjectOutput
{
    /// <summary>The master.</summary>
    public const int Master = -1;

    /// <summary>Nowhere: the track is heard through its sends alone.</summary>
    public const int None = -2;
}
