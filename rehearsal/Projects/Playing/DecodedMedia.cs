using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>Decodes compressed media once where clips go to and fro in them, for ffmpeg only reads on. The copies are gone with it.</summary>
internal sealed class DecodedMedia : IDisposable
{
    /// <summary>How often a track has to go back in a file before a copy is worth its room on the disk.</summary>
    private const int JumpsWorthACopy = 2;

    private const int BlockFrames = 8192;
    private const double SameSeconds = 1e-3;

    private readonly Dictionary<MediaFile, MediaFile> _copies = [];
    private DirectoryInfo? _folder;

    /// <summary>The files of a track's clips, decoded where that is worth it.</summary>
    /// <param name="clips">The clips in order of time, and their files.</param>
    /// <returns>The clips with the files to play.</returns>
    public IEnumerable<(ProjectClip Clip, MediaFile File)> For(IReadOnlyList<(ProjectClip Clip, MediaFile File)> clips)
    {
        Dictionary<MediaFile, (double At, double Jumps)> reading = [];
        foreach ((ProjectClip clip, MediaFile file) in clips)
        {
            (double at, double jumps) = reading.GetValueOrDefault(file);
            double end = clip.OffsetSeconds + (clip.LengthSeconds * clip.Speed);
            double span = clip.Loop is { } loop ? loop.LengthSeconds ?? ((file.Frames / file.SampleRateHz) - loop.StartSeconds) ?? end : double.PositiveInfinity;
            reading[file] = (end, jumps + (clip.OffsetSeconds < at - SameSeconds ? 1 : 0) + (span > 0 ? (int)Math.Min(1000, (end - clip.OffsetSeconds) / span) : 0));
        }

        return clips.Select(clip => (clip.Clip, reading[clip.File].Jumps >= JumpsWorthACopy ? CopyOf(clip.File) : clip.File));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _folder?.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Another program looks into it; the system clears its temporary folder.
        }
    }

    private MediaFile CopyOf(MediaFile file)
    {
        if (!_copies.TryGetValue(file, out MediaFile? copy))
        {
            _copies[file] = copy = Decode(file);
        }

        return copy;
    }

    /// <summary>What can be read anywhere stays as it is, and so does what cannot be decoded or has no room: it is read slowly, or fails where it is played.</summary>
    private MediaFile Decode(MediaFile file)
    {
        try
        {
            using IStemReader reader = file.Stem.Open();
            if (reader is PcmReader)
            {
                return file;
            }

            _folder ??= Directory.CreateTempSubdirectory("faderstager-decoded-");
            string path = Path.Combine(_folder.FullName, $"{_copies.Count}.wav");
            long frames = 0;
            using (WavWriter writer = new(File.Create(path), reader.SampleRateHz, reader.Channels))
            {
                float[] left = new float[BlockFrames];
                float[] right = new float[BlockFrames];
                for (int read = -1; read != 0; frames += read)
                {
                    read = reader.Read(left, right);
                    writer.Write(left.AsSpan(0, read), right.AsSpan(0, read));
                }
            }

            return file with { Stem = new FileStem(path, shownPath: file.Stem.Origin), Frames = frames, Notice = file.Notice ?? reader.Warning?.TrimEnd('.') };
        }
        catch (Exception problem) when (problem is InputException or IOException or UnauthorizedAccessException)
        {
            return file;
        }
    }
}
