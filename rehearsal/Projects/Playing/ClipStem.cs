using System.Collections.Immutable;
using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>A track of a session as a stem: its clips, played one after another, through its folders, before its own fader.</summary>
internal sealed class ClipStem : IStemSource
{
    private readonly ImmutableArray<(ProjectClip Clip, MediaFile File)> _clips;
    private readonly StereoGain _heard;

    /// <summary>A track's clips as a stem.</summary>
    /// <param name="name">The track's name in the session.</param>
    /// <param name="session">Name of the session's file, for messages.</param>
    /// <param name="clips">Its clips in order of time, and their files.</param>
    /// <param name="heard">The gain of its ways to the master.</param>
    /// <param name="usualRateHz">The rate of a track without clips.</param>
    public ClipStem(string name, string session, ImmutableArray<(ProjectClip Clip, MediaFile File)> clips, StereoGain heard, double usualRateHz = 48_000)
    {
        Name = name;
        Origin = $"{name} in {session}";
        _clips = clips;
        _heard = heard;

        // Files of one rate are played as they are; of several, none loses its highs.
        SampleRateHz = clips.IsEmpty ? usualRateHz : clips.Max(clip => clip.File.SampleRateHz);
        bool isMono = heard.Left == heard.Right && clips.All(clip => clip.File.Channels == 1 && clip.Clip.Gain.Left == clip.Clip.Gain.Right);
        Channels = isMono ? 1 : 2;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Origin { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Files => [.. _clips.Select(clip => clip.File.Stem.Origin).Distinct()];

    /// <summary>Frames a second.</summary>
    public double SampleRateHz { get; }

    /// <summary>1 where all that is heard is mono, else 2.</summary>
    public int Channels { get; }

    /// <inheritdoc/>
    public StemHead Inspect() => new(SampleRateHz, Channels, _clips.IsEmpty ? 0 : _clips.Max(clip => PlayingClip.FrameAt(clip.Clip.EndSeconds, SampleRateHz)));

    /// <inheritdoc/>
    public IStemReader Open() => new ClipReader(_clips, _heard, SampleRateHz, Channels);
}
