using System.Collections.Immutable;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;

namespace FaderStager.Rehearsal.Session;

/// <summary>What came of one approach to a session.</summary>
/// <param name="Start">The mix at the approach's start, with its suggestions.</param>
/// <param name="Plan">Bottom-up's steps in order; empty for top-down.</param>
/// <param name="End">The mix with all suggestions applied, or null when they were not.</param>
public sealed record StagedMix(MixState Start, ImmutableArray<PlanStep> Plan, MixState? End)
{
    /// <summary>The mix as the run leaves it, over its song.</summary>
    public required SongSheet Song { get; init; }

    /// <summary>The approach.</summary>
    public ApproachKind Approach => Start.Snapshot.Settings.Approach;

    /// <summary>The mix as the run leaves it: what reports show.</summary>
    public MixState Last => End ?? Start;
}
