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
    private readonly int _firstChannel;
    private readonly List<string> _remarks;
    private readonly Action<long>? _atEnd;
    private long _framesLeft;
    private long _framesRead;
    private long _invalidSamples;
    private bool _ended;

    /// <summary>A reader over a stream, which it disposes.</summary>
    /// <param name="stream">A stream; one that can seek is set to the first sample, another stands there.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <param name="layout">Where the samples stand.</param>
    /// <param name="channel">The one channel to read, from 0; null = all, which may be two.</param>
    /// <param name="atEnd">Called once with the frames read when the stream ends early or has no known length; may throw <see cref="InputException"/>.</param>
    /// <exception cref="InputException">Channels, rate or length cannot be staged.</exception>
    public PcmReader(Stream stream, string label, PcmLayout layout, int? channel = null, Action<long>? atEnd = null)
    {
        _stream = stream;
        _label = label;
        _format = layout.Format;
        _atEnd = atEnd;
        _promisedFrames = layout.PromisedFrames;
        _remarks = [.. layout.Remarks];
        _firstChannel = channel ?? 0;
        Channels = channel is null ? _format.Channels : 1;
        Check();
        if (layout.Frames == 0)
        {
            throw new InputException($"{label} holds no audio: its length is 0.");
        }

        if (stream.CanSeek)
        {
            stream.Position = layout.StartByte;
        }

        Frames = layout.Frames;
        _framesLeft = layout.Frames ?? long.MaxValue;
        _buffer = new byte[(int)Math.Min(BufferFrames, _framesLeft) * _format.BytesPerFrame];
    }

    /// <inheritdoc/>
    public double SampleRateHz => _format.SampleRateHz;

    /// <inheritdoc/>
    public int Channels { get; }

    /// <inheritdoc/>
    public long? Frames { get; private set; }

    /// <inheritdoc/>
    public string? Warning
    {
        get
        {
            List<string> parts = [.. _remarks];
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
        _format.Decode(bytes, _firstChannel, left[..frames]);
        _invalidSamples += ReplaceInvalid(left[..frames]);
        if (Channels == 2)
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

    /// <summary>What to say of a file with more channels than a stem has.</summary>
    /// <param name="label">The file's name.</param>
    /// <param name="channels">How many it has.</param>
    /// <returns>The exception.</returns>
    internal static InputException TooManyChannels(string label, int channels) =>
        new($"{label} has {channels} channels; a stem has one or two. Take each channel as a track with --split, or export it as mono or stereo.");

    /// <summary>Adds what a person should know of the stem.</summary>
    /// <param name="remark">To be said after its name: "is cut short".</param>
    internal void Remark(string remark) => _remarks.Add(remark);

    private void Check()
    {
        if (_format.Channels < 1)
        {
            throw new InputException($"{_label} says that it has no channel.");
        }

        if (Channels > 2)
        {
            throw TooManyChannels(_label, _format.Channels);
        }

        if (_firstChannel >= _format.Channels)
        {
            throw new InputException($"{_label} has no channel {_firstChannel + 1} any more.");
        }

        if (!(_format.SampleRateHz >= ProcessSetup.LowestSampleRateHz && _format.SampleRateHz <= ProcessSetup.HighestSampleRateHz))
        {
            throw new InputException($"{_label} says that its sample rate is {_format.SampleRateHz:0.###} Hz; 8,000 to 384,000 Hz can be staged.");
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
        _atEnd?.Invoke(_framesRead);
        Frames = _framesRead;
        if (_framesRead == 0)
        {
            throw new InputException($"{_label} holds no audio: its length is 0.");
        }
    }

    private string Seconds(long frames) => (frames / _format.SampleRateHz).ToString("0.0", CultureInfo.InvariantCulture);
}
