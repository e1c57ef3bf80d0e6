using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Projects;

/// <summary>A piece of a media file at a place in the song.</summary>
/// <remarks>[any] Immutable. At song time t the file is heard at <see cref="OffsetSeconds"/> + (t - <see cref="StartSeconds"/>) x <see cref="Speed"/>.</remarks>
public sealed record ProjectClip
{
    /// <summary>The longest song that is played, in seconds: 24 hours.</summary>
    public const double LongestSeconds = 86_400;

    /// <summary>Slowest and fastest speed that is played, as factors.</summary>
    public const double LeastSpeed = 1 / 8.0, MostSpeed = 8;

    /// <summary>The file.</summary>
    public required ProjectMedia Media { get; init; }

    /// <summary>Where it starts in the song, in seconds from 0 on.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>How long it sounds, in seconds above 0.</summary>
    public required double LengthSeconds { get; init; }

    /// <summary>Where in the file it starts, in seconds; below 0 it starts with silence.</summary>
    public double OffsetSeconds { get; init; }

    /// <summary>How fast the file is played, with its pitch; 1 = as it is.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>What its left and right are multiplied by; negative = inverted polarity.</summary>
    public StereoGain Gain { get; init; } = StereoGain.Unity;

    /// <summary>Which channels of the file are heard.</summary>
    public ClipChannels Channels { get; init; }

    /// <summary>The one channel of the file that is heard, from 0; null = its pair.</summary>
    public int? FileChannel { get; init; }

    /// <summary>The part of the file that repeats, or null.</summary>
    public ClipLoop? Loop { get; init; }

    /// <summary>Fades in and out; their gains are multiplied.</summary>
    public ImmutableArray<ClipFade> Fades { get; init; } = [];

    /// <summary>Where it ends in the song, in seconds.</summary>
    public double EndSeconds => StartSeconds + LengthSeconds;

    /// <summary>Whether all figures are numbers within what can be played.</summary>
    public bool IsPlayable =>
        StartSeconds >= 0 && LengthSeconds > 0 && EndSeconds <= LongestSeconds
        && Math.Abs(OffsetSeconds) <= LongestSeconds
        && Speed is >= LeastSpeed and <= MostSpeed
        && Gain.IsSound;
}
