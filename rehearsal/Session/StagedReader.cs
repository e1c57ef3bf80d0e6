using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Tracks;
using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Session;

/// <summary>A stem behind its staged fader: the track's own gain, written to a file as it is read.</summary>
internal sealed class StagedReader : IStemReader
{
    private readonly IStemReader _stem;
    private readonly TrackInstance _track;
    private readonly WavWriter _file;
    private long _frame;

    /// <summary>Puts a stem behind a track's fader.</summary>
    /// <param name="stem">The stem at its start; disposed with the reader.</param>
    /// <param name="track">The track, its fader set; prepared here, so it starts at its fader without a ramp. Disposed with the reader.</param>
    /// <param name="file">Takes the staged stem; disposed with the reader.</param>
    /// <param name="maximumFrames">The longest read.</param>
    public StagedReader(IStemReader stem, TrackInstance track, WavWriter file, int maximumFrames)
    {
        _stem = stem;
        _track = track;
        _file = file;
        track.Prepare(new ProcessSetup(stem.SampleRateHz, maximumFrames, stem.Channels));
    }

    /// <inheritdoc/>
    public double SampleRateHz => _stem.SampleRateHz;

    /// <inheritdoc/>
    public int Channels => _stem.Channels;

    /// <inheritdoc/>
    public long? Frames => _stem.Frames;

    /// <inheritdoc/>
    public string? Warning => _stem.Warning;

    /// <inheritdoc/>
    public int Read(Span<float> left, Span<float> right)
    {
        int frames = _stem.Read(left, right);
        left = left[..frames];
        right = Channels == 2 ? right[..frames] : left;
        AudioBlock block = Channels == 1 ? new AudioBlock(left, left) : new AudioBlock(left, right, left, right);
        _track.Process(block, SongPosition.RollingAt(_frame));
        _file.Write(left, right);
        _frame += frames;
        return frames;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stem.Dispose();
        _track.Dispose();
        _file.Dispose();
    }
}
