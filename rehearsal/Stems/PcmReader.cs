using System.Globalization;
using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Reads interleaved samples from a stream that stands at their first byte.</summary>
/// <remarks>Samples that are NaN or infinite are read as 0 and counted in the warning.</remarks>
public sealed class PcmReader : IStemReader
{
    private const int BufferFrames = 8192;

    private readonly Stream _stream;
    private readonly string _label;
    private readonly SampleFormat _format;
    private readonly byte[] _buffer;
    private readonly long? _promisedFrames;
    private readonly Action? _atEnd;
    private long _framesLeft;
    private long _framesRead;
    private long _invalidSamples;
    private bool _ended;

    /// <summary>A reader over a stream, which it disposes.</summary>
    /// <param name="stream">Stands at the first sample.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <param name="format">Layout of the samples.</param>
    /// <param name="promisedFrames">Frames that the header promises, or null when they go on to the end of the stream.</param>
    /// <param name="atEnd">Called once at the end of the stream; may throw <see cref="InputException"/>.</param>
    /// <exception cref="InputException">Channels, rate or length cannot be staged.</exception>
    public PcmReader(Stream stream, string label, SampleFormat format, long? promisedFrames, Action? atEnd = null)
    {
        _stream = stream;
        _label = label;
        _format = format;
        _atEnd = atEnd;
        _promisedFrames = promisedFrames;
        Check(label, format);
        _framesLeft = promisedFrames ?? long.MaxValue;
        if (promisedFrames is not null && stream.CanSeek)
        {
            _framesLeft = Math.Min(promisedFrames.Value, Math.Max(0, stream.Length - stream.Position) / format.BytesPerFrame);
        }

        if (_framesLeft == 0)
        {
            throw new InputException($"{label} holds no audio: its length is 0.");
        }

        Frames = promisedFrames is null ? null : _framesLeft;
        _buffer = new byte[BufferFrames * format.BytesPerFrame];
    }

    /// <inheritdoc/>
    public double SampleRateHz => _format.SampleRateHz;

    /// <inheritdoc/>
    public int Channels => _format.Channels;

    /// <inheritdoc/>
    public long? Frames { get; private set; }

    /// <inheritdoc/>
    public string? Warning
    {
        get
        {
            List<string> parts = [];
            if (_promisedFrames is { } promised && Frames < promised)
            {
                parts.Add($"is cut short: {Seconds(Frames.Value)} s of {Seconds(promised)} s are there, and they are used");
            }

            if (_invalidSamples > 0)
            {
                parts.Add(_invalidSamples == 1
                    ? "holds 1 sample that is NaN or infinite; it is read as silence"
                    : $"holds {_invalidSamples.ToString("N0", CultureInfo.InvariantCulture)} samples that are NaN or infinite; they are read as silence");
            }

            return parts.Count == 0 ? null : $"{_label} {string.Join("; it ", parts)}.";
        }
    }

    /// <inheritdoc/>
    public int Read(Span<float> left, Span<float> right)
    {
        int wanted = (int)Math.Min(Math.Min(left.Length, BufferFrames), _framesLeft);
        if (wanted == 0 || _ended)
        {
            return 0;
        }

        int frames = Fill(wanted * _format.BytesPerFrame) / _format.BytesPerFrame;
        _framesLeft -= frames;
        _framesRead += frames;
        if (frames < wanted)
        {
            End();
        }

        ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, frames * _format.BytesPerFrame);
        _format.Decode(bytes, 0, left[..frames]);
        _invalidSamples += ReplaceInvalid(left[..frames]);
        if (_format.Channels == 2)
        {
            _format.Decode(bytes, 1, right[..frames]);
            _invalidSamples += ReplaceInvalid(right[..frames]);
        }

        return frames;
    }

    /// <inheritdoc/>
    public long Skip(long frames)
    {
        if (!_stream.CanSeek || _ended)
        {
            return FrameSkip.ByReading(this, frames);
        }

        long there = Math.Min(_framesLeft, (_stream.Length - _stream.Position) / _format.BytesPerFrame);
        long skipped = Math.Clamp(frames, 0, Math.Max(0, there));
        _stream.Position += skipped * _format.BytesPerFrame;
        _framesLeft -= skipped;
        _framesRead += skipped;
        return skipped;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static void Check(string label, SampleFormat format)
    {
        if (format.Channels is < 1 or > 2)
        {
            throw new InputException(format.Channels == 0
                ? $"{label} says that it has no channel."
                : $"{label} has {format.Channels} channels; a stem has one or two. Export it as mono or stereo.");
        }

        if (!(format.SampleRateHz >= ProcessSetup.LowestSampleRateHz && format.SampleRateHz <= ProcessSetup.HighestSampleRateHz))
        {
            throw new InputException($"{label} says that its sample rate is {format.SampleRateHz:0.###} Hz; 8,000 to 384,000 Hz can be staged.");
        }
    }

    private static long ReplaceInvalid(Span<float> samples)
    {
        long found = 0;
        foreach (ref float sample in samples)
        {
            if (!float.IsFinite(sample))
            {
                sample = 0;
                found++;
            }
        }

        return found;
    }

    private int Fill(int bytes)
    {
        try
        {
            return _stream.ReadAtLeast(_buffer.AsSpan(0, bytes), bytes, throwOnEndOfStream: false);
        }
        catch (IOException failure)
        {
            throw new InputException($"{_label} cannot be read on: {failure.Message}", failure);
        }
    }

    private void End()
    {
        _ended = true;
        _atEnd?.Invoke();
        Frames = _framesRead;
        if (_framesRead == 0)
        {
            throw new InputException($"{_label} holds no audio: its length is 0.");
        }
    }

    private string Seconds(long frames) => (frames / _format.SampleRateHz).ToString("0.0", CultureInfo.InvariantCulture);
}
