using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>The open media files of one track: a clip that goes on where another left its file takes over its reader.</summary>
internal sealed class TrackMedia : IDisposable
{
    private const int MostIdle = 2;

    private readonly List<OpenMedia> _idle = [];
    private readonly SortedSet<string> _warnings = new(StringComparer.Ordinal);

    /// <summary>What a person should know of the files, complete once they are closed; null = nothing.</summary>
    public string? Warning => _warnings.Count == 0 ? null : string.Join(' ', _warnings);

    /// <summary>Opens a file at a frame.</summary>
    /// <param name="file">The file.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <returns>The file there, or at its end where it is shorter.</returns>
    /// <exception cref="InputException">It cannot be opened or read.</exception>
    public OpenMedia Take(MediaFile file, long frame)
    {
        OpenMedia? open = _idle.Where(idle => idle.File == file && idle.Frame <= frame).MaxBy(idle => idle.Frame);
        if (open is null)
        {
            open = new OpenMedia(file);
        }
        else
        {
            _ = _idle.Remove(open);
        }

        open.SkipTo(frame);
        return open;
    }

    /// <summary>Gives a file back, to be taken again or closed.</summary>
    /// <param name="open">The file.</param>
    public void Give(OpenMedia open)
    {
        _idle.Add(open);
        if (_idle.Count > MostIdle)
        {
            Close(_idle[0]);
            _idle.RemoveAt(0);
        }
    }

    /// <summary>Notes what failed while a clip was played.</summary>
    /// <param name="problem">One sentence.</param>
    public void Warn(string problem) => _warnings.Add(problem);

    /// <summary>Closes the files that are not being played.</summary>
    public void Dispose()
    {
        _idle.ForEach(Close);
        _idle.Clear();
    }

    private void Close(OpenMedia open)
    {
        if (open.Reader.Warning is { } warning)
        {
            _warnings.Add(warning);
        }

        open.Reader.Dispose();
    }
}
