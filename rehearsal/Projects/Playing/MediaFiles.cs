using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>Finds each media file of a session once and looks into it.</summary>
/// <param name="project">The session.</param>
/// <param name="ffmpeg">Name or path of ffmpeg.</param>
internal sealed class MediaFiles(IProjectFile project, string ffmpeg)
{
    private const int StereoChannels = 2;

    private readonly Dictionary<ProjectMedia, (MediaFile? File, string? Problem)> _known = [];

    /// <summary>A file that is to be played.</summary>
    /// <param name="media">As a clip names it.</param>
    /// <param name="problem">Why it cannot be played, as a phrase.</param>
    /// <returns>The file, or null.</returns>
    public MediaFile? Find(ProjectMedia media, out string problem)
    {
        if (!_known.TryGetValue(media, out (MediaFile? File, string? Problem) known))
        {
            _known[media] = known = LookInto(media);
        }

        problem = known.Problem ?? "";
        return known.File;
    }

    private (MediaFile? File, string? Problem) LookInto(ProjectMedia media)
    {
        try
        {
            (string path, string? notice) = project.Locate(media);
            FileStem stem = new(path, ffmpeg);
            if (stem.Inspect() is { Channels: <= StereoChannels } head)
            {
                return (new MediaFile(stem, head.SampleRateHz, head.Channels, head.Frames, notice), null);
            }

            using IStemReader reader = stem.Open();
            return (new MediaFile(stem, reader.SampleRateHz, reader.Channels, reader.Frames, notice), null);
        }
        catch (InputException failure)
        {
            return (null, failure.Message.TrimEnd('.'));
        }
    }
}
