using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>Finds each media file of a session once and looks into it.</summary>
/// <param name="project">The session.</param>
/// <param name="ffmpeg">Name or path of ffmpeg.</param>
internal sealed class MediaFiles(IProjectFile project, string ffmpeg)
{
    private const int StereoChannels = 2;

    private readonly Dictionary<(ProjectMedia Media, int? Channel), (MediaFile? File, string? Problem)> _known = [];

    /// <summary>Whether a file was not found, or cannot be played.</summary>
    public bool HasMissed { get; private set; }

    /// <summary>A file that is to be played.</summary>
    /// <param name="media">As a clip names it.</param>
    /// <param name="channel">The one channel to play, from 0; null = all of one or two, the first two of more.</param>
    /// <param name="problem">Why it cannot be played, as a phrase.</param>
    /// <returns>The file, or null.</returns>
    public MediaFile? Find(ProjectMedia media, int? channel, out string problem)
    {
        if (!_known.TryGetValue((media, channel), out (MediaFile? File, string? Problem) known))
        {
            _known[(media, channel)] = known = LookInto(media, channel);
        }

        problem = known.Problem ?? "";
        return known.File;
    }

    private (MediaFile? File, string? Problem) LookInto(ProjectMedia media, int? channel)
    {
        try
        {
            (string path, string? notice) = project.Locate(media);
            FileStem file = new(path, ffmpeg);
            if (file.Inspect() is { } head)
            {
                return (Of(file, head.SampleRateHz, head.Channels, head.Frames, channel, notice), null);
            }

            // Only decoding tells. A file of more channels does not open as a whole.
            using IStemReader reader = file.Open();
            return (Of(file, reader.SampleRateHz, reader.Channels, reader.Frames, channel, notice), null);
        }
        catch (InputException failure)
        {
            HasMissed = true;
            return (null, failure.Message.TrimEnd('.'));
        }
    }

    private static MediaFile Of(FileStem file, double rateHz, int channels, long? frames, int? channel, string? notice)
    {
        IStemSource played = channel is { } one && one < channels && channels > 1 ? file.Channel(one, file.Name)
            : channels > StereoChannels ? new PairStem(file.Name, file.Channel(0, file.Name), file.Channel(1, file.Name))
            : file;
        return new MediaFile(played, rateHz, channel is null ? Math.Min(channels, StereoChannels) : 1, channels, frames, notice);
    }
}
