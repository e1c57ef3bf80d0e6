using System.Collections.Immutable;
using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Projects.Playing;

/// <summary>Plays clips from the song's start to the end of the last one. Files are open only while they sound.</summary>
internal sealed class ClipReader : IStemReader
{
    private const int BlockFrames = 4096;

    private readonly ImmutableArray<(ProjectClip Clip, MediaFile File)> _clips;
    private readonly StereoGain _heard;
    private readonly TrackMedia _media = new();
    private readonly List<PlayingClip> _playing = [];
    private readonly float[][] _scratch = [new float[BlockFrames], new float[BlockFrames]];
    private readonly long _lastFrame;
    private int _next;
    private long _frame;

    /// <summary>A reader at the song's start.</summary>
    /// <param name="clips">The clips in order of time, and their files.</param>
    /// <param name="heard">The gain of the track's ways to the master.</param>
    /// <param name="sampleRateHz">The rate to play at.</param>
    /// <param name="channels">1 or 2.</param>
    public ClipReader(ImmutableArray<(ProjectClip Clip, MediaFile File)> clips, StereoGain heard, double sampleRateHz, int channels)
    {
        _clips = clips;
        _heard = heard;
        SampleRateHz = sampleRateHz;
        Channels = channels;
        _lastFrame = clips.IsEmpty ? 0 : clips.Max(clip => PlayingClip.FrameAt(clip.Clip.EndSeconds, sampleRateHz));
    }

    /// <inheritdoc/>
    public double SampleRateHz { get; }

    /// <inheritdoc/>
    public int Channels { get; }

    /// <inheritdoc/>
    public long? Frames => _lastFrame;

    /// <inheritdoc/>
    public string? Warning => _media.Warning;

    /// <inheritdoc/>
    public int Read(Span<float> left, Span<float> right)
    {
        if ((_next == _clips.Length && _playing.Count == 0) || _frame == _lastFrame)
        {
            return 0;
        }

        int frames = (int)Math.Min(Math.Min(left.Length, BlockFrames), _lastFrame - _frame);
        left = left[..frames];
        left.Clear();
        right = Channels == 2 ? right[..frames] : left;
        right.Clear();
        Start(_frame + frames);

        // In order of time: a clip that ends gives its file to the one that goes on with it.
        for (int index = 0; index < _playing.Count;)
        {
            if (GoesOn(_playing[index], left, right))
            {
                index++;
            }
            else
            {
                _playing[index].Dispose();
                _playing.RemoveAt(index);
            }
        }

        _frame += frames;
        return frames;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _playing.ForEach(clip => clip.Dispose());
        _playing.Clear();
        _media.Dispose();
    }

    private void Start(long before)
    {
        while (_next < _clips.Length && PlayingClip.FrameAt(_clips[_next].Clip.StartSeconds, SampleRateHz) < before)
        {
            (ProjectClip clip, MediaFile file) = _clips[_next++];
            _playing.Add(new PlayingClip(clip, file, _media, _heard, SampleRateHz));
        }
    }

    private bool GoesOn(PlayingClip clip, Span<float> left, Span<float> right)
    {
        try
        {
            return clip.Add(_frame, left, right, _scratch);
        }
        catch (InputException problem)
        {
            _media.Warn(problem.Message);
            return false;
        }
    }
}
