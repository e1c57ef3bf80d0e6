using System.Collections.Immutable;
using FaderStager.Rehearsal.Session;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal;

/// <summary>What a person asked to be learned.</summary>
/// <param name="Paths">Folders of stems, a song each, or files of one song.</param>
/// <param name="Session">How files become tracks.</param>
/// <param name="Focal">Name of the focal track, or null to guess.</param>
/// <param name="Roles">Roles that were said, by name of the track.</param>
/// <param name="OutFile">Where to write the profile.</param>
/// <param name="Name">Name of the profile, or null for the file's.</param>
public sealed record LearnOptions(
    ImmutableArray<string> Paths,
    SessionOptions Session,
    string? Focal,
    ImmutableArray<KeyValuePair<string, Role>> Roles,
    string OutFile,
    string? Name);
