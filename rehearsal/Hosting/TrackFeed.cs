using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Tracks;
using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Hosting;

/// <summary>Feeds one track with the blocks of its stem, as a host does: song position, block by block.</summary>
/// <remarks>One thread at a time. A stem that fails while it is read ends there, with a warning.</remarks>
internal sealed class TrackFeed : IDisposable
{
    private readonly TrackInstance _track;
    private readonly IStemReader _stem;
    private readonly double _sampleRateHz;
    private readonly Func<int> _nextFrames;
    private readonly float[][] _buffers;
    private LoopSection? _loop;
    private string? _failure;
    private string? _closingWarning;

    /// <summary>Prepares a track for a stem; it joins its mix by that.</summary>
    /// <param name="track">The track.</param>
    /// <param name="stem">The stem at its start; the feed disposes it.</param>
    /// <param name="blocks">How long the blocks are.</param>
    /// <param name="index">Which track of the session.</param>
    /// <param name="loops">Whether a section is played twice.</param>
    public TrackFeed(TrackInstance track, IStemReader stem, BlockSizes blocks, int index, bool loops)
    {
        _track = track;
        _stem = stem;
        _sampleRateHz = stem.SampleRateHz;
        _nextFrames = blocks.ForTrack(index);
        _loop = loops ? new LoopSection(stem.SampleRateHz, stem.Channels) : null;
        _buffers = new float[stem.Channels][];
        for (int channel = 0; channel < stem.Channels; channel++)
        {
            _buffers[channel] = new float[blocks.Maximum];
        }

        track.Prepare(new ProcessSetup(stem.SampleRateHz, blocks.Maximum, stem.Channels));
    }

    /// <summary>Frames fed so far.</summary>
    public long Frame { get; private set; }

    /// <summary>Frames a second of the stem.</summary>
    public double SampleRateHz => _sampleRateHz;

    /// <summary>Seconds of song fed so far.</summary>
    public double Seconds => Frame / _sampleRateHz;

    /// <summary>Seconds of the whole stem, as far as is known.</summary>
    public double KnownSeconds => Math.Max(Seconds, (HasEnded ? 0 : _stem.Frames ?? 0) / _sampleRateHz);

    /// <summary>Whether the stem has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What a person should know of the stem, or null.</summary>
    public string? Warning => _closingWarning ?? _failure ?? _stem.Warning;

    /// <summary>Feeds one block, unless the stem has ended.</summary>
    public void Step()
    {
        if (HasEnded)
        {
            return;
        }

        int frames = _nextFrames();
        if (_loop is { } loop && Frame < loop.EndFrame)
        {
            frames = (int)Math.Min(frames, loop.EndFrame - Frame);
        }

        frames = Read(frames);
        for (int channel = 0; channel < _buffers.Length; channel++)
        {
            _loop?.Keep(channel, Frame, _buffers[channel].AsSpan(0, frames));
        }

        Process(Frame, frames);
        Frame += frames;
        if (_loop is { } played && Frame == played.EndFrame)
        {
            _loop = null;
            PlayAgain(played);
        }
    }

    /// <summary>Feeds whole blocks until a place in the song is reached or the stem ends.</summary>
    /// <param name="seconds">The place.</param>
    public void RunTo(double seconds)
    {
        while (!HasEnded && Seconds < seconds)
        {
            Step();
        }
    }

    /// <summary>Feeds silence up to a border of 100 ms slots.</summary>
    /// <param name="slot">The slot that is not fed any more.</param>
    public void RunSilenceToSlot(long slot)
    {
        foreach (float[] buffer in _buffers)
        {
            buffer.AsSpan().Clear();
        }

        long end = (long)Math.Ceiling(slot * _sampleRateHz / 10);
        while (Frame < end)
        {
            int frames = (int)Math.Min(_nextFrames(), end - Frame);
            Process(Frame, frames);
            Frame += frames;
        }
    }

    /// <summary>Closes the stem once it has ended; silence can follow.</summary>
    public void Close()
    {
        _closingWarning = _failure ?? _stem.Warning;
        _stem.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _stem.Dispose();

    private int Read(int frames)
    {
        int filled = 0;
        try
        {
            while (filled < frames)
            {
                int read = _stem.Read(_buffers[0].AsSpan(filled, frames - filled), _buffers[^1].AsSpan(filled, frames - filled));
                if (read == 0)
                {
                    HasEnded = true;
                    break;
                }

                filled += read;
            }
        }
        catch (InputException problem)
        {
            HasEnded = true;
            _failure = $"{problem.Message} What was read until there is used.";
        }

        return filled;
    }

    private void PlayAgain(LoopSection loop)
    {
        for (long frame = loop.StartFrame; frame < loop.EndFrame;)
        {
            int frames = (int)Math.Min(_nextFrames(), loop.EndFrame - frame);
            for (int channel = 0; channel < _buffers.Length; channel++)
            {
                loop.Recall(channel, frame, _buffers[channel].AsSpan(0, frames));
            }

            Process(frame, frames);
            frame += frames;
        }
    }

    private void Process(long frame, int frames)
    {
        Span<float> left = _buffers[0].AsSpan(0, frames);
        Span<float> right = _buffers[^1].AsSpan(0, frames);
        AudioBlock block = _buffers.Length == 1 ? new AudioBlock(left, left) : new AudioBlock(left, right, left, right);
        _track.Process(block, SongPosition.RollingAt(frame));
    }
}
