using System.Collections.Immutable;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Staging.Targets;

/// <summary>A profile of round numbers: what approaches make of targets is tested on it, so that no better table changes those tests.</summary>
internal static class RoundProfile
{
    /// <summary>The profile.</summary>
    internal static TargetProfile Pop { get; } = new()
    {
        Name = "pop",
        Description = "Round numbers.",
        FocalAgainstRest = new RoleTarget(1, 3, "a round number"),
        Roles = Targets.ToImmutableSortedDictionary(),
    };

    private static Dictionary<Role, RoleTarget> Targets => new()
    {
        [Role.LeadVocal] = new(0, 3, "a round number"),
        [Role.Speech] = new(0, 3, "a round number"),
        [Role.Backing] = new(-1, 3, "a round number"),
        [Role.Music] = new(-14, 4, "a round number"),
        [Role.Kick] = new(-10, 5, "a round number"),
        [Role.Snare] = new(-12, 5, "a round number"),
        [Role.DrumBus] = new(-6, 5, "a round number"),
        [Role.Overheads] = new(-12, 5, "a round number"),
        [Role.Toms] = new(-15, 5, "a round number"),
        [Role.HiHat] = new(-16, 5, "a round number"),
        [Role.Bass] = new(-7, 3, "a round number"),
        [Role.RhythmGuitar] = new(-8, 3, "a round number"),
        [Role.LeadGuitar] = new(-5, 3, "a round number"),
        [Role.LeadSynth] = new(-5, 3, "a round number"),
        [Role.Brass] = new(-7, 3, "a round number"),
        [Role.Keys] = new(-9, 3, "a round number"),
        [Role.BackingVocals] = new(-8, 3, "a round number"),
        [Role.Percussion] = new(-14, 5, "a round number"),
        [Role.Pads] = new(-12, 3, "a round number"),
        [Role.Other] = new(-10, 3, "a round number"),
        [Role.Effects] = new(-16, 3, "a round number"),
        [Role.Ambience] = new(-16, 3, "a round number"),
        [Role.ReverbReturn] = new(-9, 3, "a round number"),
        [Role.MixBus] = new(3, 3, "a round number"),
    };
}
