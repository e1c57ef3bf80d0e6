using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Projects;

/// <summary>A session as a DAW saved it: what the readers of all formats fill, and what is played and staged.</summary>
/// <remarks>[any] Immutable. Times are seconds from the start of the song, gains are dB.</remarks>
public sealed record ProjectSession
{
    /// <summary>The session's file.</summary>
    public required string File { get; init; }

    /// <summary>The program that wrote it and its version, as far as the file says.</summary>
    public required string Application { get; init; }

    /// <summary>Top of that program's faders in dB.</summary>
    public required double FaderTopDb { get; init; }

    /// <summary>Whether the file tells by which curve fades run.</summary>
    public bool TellsFadeCurves { get; init; } = true;

    /// <summary>The tracks, groups and returns in the order of the session.</summary>
    public required ImmutableArray<ProjectTrack> Tracks { get; init; }

    /// <summary>Markers and regions in the order of the session.</summary>
    public ImmutableArray<ProjectMarker> Markers { get; init; } = [];

    /// <summary>The master fader in dB; 0 where the file says nothing.</summary>
    public double MasterFaderDb { get; init; }

    /// <summary>Active plug-ins on the master.</summary>
    public ImmutableArray<string> MasterPlugIns { get; init; } = [];

    /// <summary>What a person should know of the session as a whole, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
