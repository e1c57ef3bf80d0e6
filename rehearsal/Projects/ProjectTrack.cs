using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Projects;

/// <summary>One channel of a session: a track with clips, a folder or group, an effects return.</summary>
/// <remarks>[any] Immutable.</remarks>
public sealed record ProjectTrack
{
    /// <summary>Its name as a person gave it; empty = unnamed.</summary>
    public required string Name { get; init; }

    /// <summary>Its colour as 0xRRGGBB, or null.</summary>
    public int? Colour { get; init; }

    /// <summary>Its fader in dB; negative infinity = down, NaN = the file holds no number.</summary>
    public double FaderDb { get; init; }

    /// <summary>What the track's own pan multiplies left and right by.</summary>
    public StereoGain PanGain { get; init; } = StereoGain.Unity;

    /// <summary>Whether it is muted, or switched off as a whole.</summary>
    public bool IsMuted { get; init; }

    /// <summary>Whether it is soloed.</summary>
    public bool IsSoloed { get; init; }

    /// <summary>Whether its polarity is inverted.</summary>
    public bool IsInverted { get; init; }

    /// <summary>Where its fader leads: the index of a folder or group, <see cref="ProjectOutput.Master"/> or <see cref="ProjectOutput.None"/>.</summary>
    public int Output { get; init; } = ProjectOutput.Master;

    /// <summary>What it sends elsewhere.</summary>
    public ImmutableArray<ProjectSend> Sends { get; init; } = [];

    /// <summary>Its clips in order of time, as far as they can be played.</summary>
    public ImmutableArray<ProjectClip> Clips { get; init; } = [];

    /// <summary>Whether it holds other tracks, by place or by what leads to it.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Names of its active plug-ins, none of which is run.</summary>
    public ImmutableArray<string> PlugIns { get; init; } = [];

    /// <summary>What is left out or approximated, as phrases that follow the track's name.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
