using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>A DAWproject on disk.</summary>
internal sealed class DawProjectFile : IProjectFile
{
    private readonly MediaFinder _media;
    private readonly DawArchive _archive;
    private readonly ImmutableArray<XmlPart?> _volumes;
    private readonly ProjectStamp _stamp;

    /// <summary>Reads a session.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="mediaFolder">Where else to look for media that are not in it, or null.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public DawProjectFile(string path, string? mediaFolder)
    {
        _media = new MediaFinder(path, mediaFolder);
        _archive = new DawArchive(path);
        try
        {
            _stamp = ProjectStamp.Of(path);
            using StringReader text = new(_archive.ReadProject());
            (Session, _volumes) = DawProjectReader.Read(text, path);
        }
        catch
        {
            _archive.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ProjectSession Session { get; }

    /// <inheritdoc/>
    public bool IsGivenMedia => _media.IsGivenFolder;

    /// <inheritdoc/>
    public bool HasFader(int track) => _volumes[track]?.PlaceOf("value") is not null;

    /// <inheritdoc/>
    /// <remarks>What should be in the archive and is not may be where a person said.</remarks>
    public (string Path, string? Notice) Locate(ProjectMedia media) => !media.IsPacked || (IsGivenMedia && !_archive.Holds(media))
        ? _media.Find(media)
        : (_archive.Unpack(media), null);

    /// <inheritdoc/>
    /// <remarks>All members but the project are the same, in the same order and with the same dates; they are packed anew.</remarks>
    public void WriteCopy(string copy, IReadOnlyDictionary<int, double> fadersDb, Action<double>? progress) =>
        ProjectCopy.Write(Session.File, _stamp, copy, (from, to) =>
        {
            try
            {
                using ZipArchive original = DawArchive.Open(from, Path.GetFileName(Session.File));
                using ZipArchive written = new(to, ZipArchiveMode.Create, leaveOpen: true);
                double total = Math.Max(1, original.Entries.Sum(entry => (double)entry.CompressedLength));
                double done = 0;
                foreach (ZipArchiveEntry entry in original.Entries)
                {
                    bool isStored = entry.CompressedLength == entry.Length;
                    ZipArchiveEntry member = written.CreateEntry(entry.FullName, isStored ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
                    member.LastWriteTime = entry.LastWriteTime;
                    member.ExternalAttributes = entry.ExternalAttributes;
                    using Stream into = member.Open();
                    if (entry.FullName == DawArchive.ProjectName)
                    {
                        (string text, Encoding encoding) = DawArchive.ReadProject(original, Path.GetFileName(Session.File));
                        into.Write(encoding.GetPreamble());
                        into.Write(encoding.GetBytes(VolumeEdits.Apply(text, _volumes, fadersDb)));
                    }
                    else
                    {
                        using Stream content = entry.Open();
                        content.CopyTo(into);
                    }

                    done += entry.CompressedLength;
                    progress?.Invoke(done / total);
                }
            }
            catch (Exception problem) when (DawArchive.IsDamage(problem))
            {
                throw new InputException($"{copy} cannot be written: {problem.Message}", problem);
            }
        });

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();
}
