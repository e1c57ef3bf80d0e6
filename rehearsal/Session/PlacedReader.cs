using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Session;

/// <summary>A stem at its place in the song: silence comes before it.</summary>
internal sealed class PlacedReader : IStemReader
{
    private readonly IStemReader _stem;
    private readonly long _leadFrames;
    private long _silenceLeft;

    private PlacedReader(IStemReader stem, long leadFrames)
    {
        _stem = stem;
        _leadFrames = leadFrames;
        _silenceLeft = leadFrames;
    }

    /// <inheritdoc/>
    public double SampleRateHz => _stem.SampleRateHz;

    /// <inheritdoc/>
    public int Channels => _stem.Channels;

    /// <inheritdoc/>
    public long? Frames => _leadFrames + _stem.Frames;

    /// <inheritdoc/>
    public string? Warning => _stem.Warning;

    /// <summary>Puts a stem at its place, to the nearest frame.</summary>
    /// <param name="stem">The stem at its start; disposed with the reader.</param>
    /// <param name="startSeconds">Seconds of song before it.</param>
    /// <returns>The reader; the stem itself when nothing comes before it.</returns>
    public static IStemReader Place(IStemReader stem, double startSeconds) =>
        startSeconds > 0 ? new PlacedReader(stem, (long)Math.Round(startSeconds * stem.SampleRateHz)) : stem;

    /// <inheritdoc/>
    public int Read(Span<float> left, Span<float> right)
    {
        if (_silenceLeft == 0)
        {
            return _stem.Read(left, right);
        }

        int frames = (int)Math.Min(left.Length, _silenceLeft);
        left[..frames].Clear();
        if (Channels == 2)
        {
            right[..frames].Clear();
        }

        _silenceLeft -= frames;
        return frames;
    }

    /// <inheritdoc/>
    public void Dispose() => _stem.Dispose();
}
