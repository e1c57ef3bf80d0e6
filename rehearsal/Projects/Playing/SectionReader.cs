using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>Reads a media file from where a clip starts in it, round and round where it loops, at the file's own rate.</summary>
/// <remarks>The rate it tells is the file's times the clip's speed.</remarks>
internal sealed class SectionReader : IStemReader
{
    private readonly TrackMedia _media;
    private readonly MediaFile _file;
    private readonly long _loopStart;
    private readonly long _loopEnd;
    private readonly bool _isLooped;
    private OpenMedia? _open;
    private long _silence;
    private long _at;

    /// <summary>A reader for a clip.</summary>
    /// <param name="media">The track's open files.</param>
    /// <param name="file">The clip's file.</param>
    /// <param name="clip">The clip.</param>
    public SectionReader(TrackMedia media, MediaFile file, ProjectClip clip)
    {
        _media = media;
        _file = file;
        SampleRateHz = file.SampleRateHz * clip.Speed;
        long start = FrameAt(clip.OffsetSeconds);
        _silence = Math.Max(0, -start);
        _at = Math.Max(0, start);
        _loopEnd = file.Frames ?? long.MaxValue;
        if (clip.Loop is { } loop)
        {
            _isLooped = true;
            _loopStart = Math.Max(0, FrameAt(loop.StartSeconds));
            _loopEnd = Math.Min(_loopEnd, loop.LengthSeconds is { } length ? _loopStart + Math.Max(1, FrameAt(length)) : _loopEnd);

            // A loop that lies behind the file's end has nothing to repeat.
            _isLooped = _loopStart < _loopEnd;
            if (_isLooped && _at >= _loopEnd && _loopEnd < long.MaxValue)
            {
                _at = _loopStart + ((_at - _loopStart) % (_loopEnd - _loopStart));
            }
        }
    }

    /// <inheritdoc/>
    public double SampleRateHz { get; }

    /// <inheritdoc/>
    public int Channels => _file.Channels;

    /// <inheritdoc/>
    public long? Frames => null;

    /// <inheritdoc/>
    public string? Warning => null;

    /// <inheritdoc/>
    public int Read(Span<float> left, Span<float> right)
    {
        if (_silence > 0)
        {
            int silent = (int)Math.Min(_silence, left.Length);
            left[..silent].Clear();
            right[..(Channels == 2 ? silent : 0)].Clear();
            _silence -= silent;
            return silent;
        }

        // Twice at most: a loop's end gives nothing, its start does.
        for (int turn = 0; turn < 2; turn++)
        {
            _open ??= _media.Take(_file, _at);
            int room = (int)Math.Min(left.Length, _loopEnd - _at);
            int read = room <= 0 ? 0 : _open.Read(left[..room], Channels == 2 ? right[..room] : []);
            _at += read;
            if (read > 0 || !_isLooped)
            {
                return read;
            }

            Close();
            _at = _loopStart;
        }

        return 0;
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Close()
    {
        if (_open is { } open)
        {
            _open = null;
            _media.Give(open);
        }
    }

    private long FrameAt(double seconds) => (long)Math.Round(seconds * _file.SampleRateHz);
}
