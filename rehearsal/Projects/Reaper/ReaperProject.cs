using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>A REAPER project on disk.</summary>
internal sealed class ReaperProject : IProjectFile
{
    private readonly MediaFinder _media;
    private readonly ImmutableArray<RppBlock> _tracks;
    private readonly ProjectStamp _stamp;

    /// <summary>Reads a project.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="mediaFolder">Where else to look for its media, or null.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public ReaperProject(string path, string? mediaFolder)
    {
        _media = new MediaFinder(path, mediaFolder);
        using FileStream file = ProjectFiles.OpenFile(path);
        _stamp = ProjectStamp.Of(path);
        (Session, _tracks) = ReaperReader.Read(file, path);
    }

    /// <inheritdoc/>
    public ProjectSession Session { get; }

    /// <inheritdoc/>
    public bool IsGivenMedia => _media.IsGivenFolder;

    /// <inheritdoc/>
    public bool HasFader(int track) => true;

    /// <inheritdoc/>
    public (string Path, string? Notice) Locate(ProjectMedia media) => _media.Find(media);

    /// <inheritdoc/>
    public void WriteCopy(string copy, IReadOnlyDictionary<int, double> fadersDb, Action<double>? progress) =>
        ProjectCopy.Write(Session.File, _stamp, copy, (from, to) =>
        {
            foreach ((long offset, int length, byte[] text) in fadersDb.Select(pair => Edit(_tracks[pair.Key], pair.Value)).OrderBy(edit => edit.Offset))
            {
                CopyTo(from, to, offset);
                to.Write(text);
                from.Position += length;
                progress?.Invoke((double)offset / from.Length);
            }

            CopyTo(from, to, from.Length);
            progress?.Invoke(1);
        });

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>The fader is the first figure of the track's own VOLPAN. A track without that line, as by hand, gets one.</summary>
    private static (long Offset, int Length, byte[] Text) Edit(RppBlock track, double faderDb)
    {
        string gain = Decibels.ToAmplitude(faderDb).ToString("G15", CultureInfo.InvariantCulture);
        if (track.Line("VOLPAN") is { Count: > 0 } line)
        {
            (long offset, int length) = line.PlaceOf(0);
            return (offset, length, Encoding.ASCII.GetBytes(gain));
        }

        return (track.Head.Offset + track.Head.Length, 0, Encoding.ASCII.GetBytes($"\n    VOLPAN {gain} 0 -1 -1 1"));
    }

    private static void CopyTo(FileStream from, FileStream to, long end)
    {
        byte[] buffer = new byte[65_536];
        while (from.Position < end)
        {
            int read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, end - from.Position));
            if (read == 0)
            {
                throw new EndOfStreamException($"{from.Name} became shorter.");
            }

            to.Write(buffer, 0, read);
        }
    }
}
