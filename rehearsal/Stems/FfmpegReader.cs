using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Reads what a running ffmpeg decodes, tells what was lost on the way, and ends the program.</summary>
internal sealed class FfmpegReader : IStemReader
{
    // Of Sun's .snd: magic, where the samples start, their length, their encoding, rate, channels. All that a pipe needs.
    private const int HeadBytes = 24;
    private const int LongestHead = 65_536;

    // A container's length is told to 10 ms, and lossy codecs add some tens of ms at either end.
    private const double UnsureSeconds = 0.1;

    private readonly Process _process;
    private readonly FfmpegLog _log = new();
    private readonly Task _logging;
    private readonly FfmpegInput _input;
    private readonly FilledCopy? _copy;
    private readonly PcmReader _decoded;
    private bool _hasEnded;

    /// <summary>Takes over a program that was started, and reads the head of what it sends.</summary>
    /// <param name="process">The program.</param>
    /// <param name="input">What it decodes.</param>
    /// <param name="copy">The copy that it reads in the file's place, removed at the end; or null.</param>
    /// <exception cref="InputException">It cannot decode the file, or what it decodes cannot be staged.</exception>
    public FfmpegReader(Process process, FfmpegInput input, FilledCopy? copy = null)
    {
        _process = process;
        _copy = copy;
        _input = input;
        _logging = _log.ReadAsync(process.StandardError);
        try
        {
            Stream output = process.StandardOutput.BaseStream;
            SampleFormat format = ReadHead(output);
            FileChannels = format.Channels;
            _decoded = new PcmReader(output, input.Label, new PcmLayout(format, 0, null), input.Channel, Conclude);
        }
        catch
        {
            End();
            throw;
        }
    }

    /// <inheritdoc/>
    public double SampleRateHz => _decoded.SampleRateHz;

    /// <inheritdoc/>
    public int Channels => _decoded.Channels;

    /// <summary>Channels of the file, however many are read.</summary>
    public int FileChannels { get; }

    /// <inheritdoc/>
    public long? Frames => _decoded.Frames;

    /// <inheritdoc/>
    public string? Warning => _decoded.Warning;

    /// <inheritdoc/>
    public int Read(Span<float> left, Span<float> right) => _decoded.Read(left, right);

    /// <summary>Ends the program and tells what it said of the file.</summary>
    /// <returns>How many audio streams there are, and the name of the one that was opened; empty = none.</returns>
    public (int Streams, string Name) Names()
    {
        End();
        return (Math.Max(1, _log.AudioStreams), _log.NameOf(_input.Stream));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        _decoded.Dispose();
    }

    private static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture);

    private SampleFormat ReadHead(Stream output)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        bool isThere = output.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) == HeadBytes;
        int more = isThere ? BinaryPrimitives.ReadInt32BigEndian(head[4..]) - HeadBytes : 0;
        if (!isThere)
        {
            ThrowIfFailed();
        }

        if (!isThere || more is < 0 or > LongestHead)
        {
            throw new InputException($"{_input.Label} holds no audio.");
        }

        byte[] annotation = new byte[more];
        _ = output.ReadAtLeast(annotation, more, throwOnEndOfStream: false);
        return new SampleFormat(
            SampleEncoding.Ieee32,
            BigEndian: true,
            BinaryPrimitives.ReadInt32BigEndian(head[20..]),
            BinaryPrimitives.ReadUInt32BigEndian(head[16..]));
    }

    /// <summary>Holds what was read against what the container promised.</summary>
    private void Conclude(long framesRead)
    {
        ThrowIfFailed();
        if (_log.AudioStreams > 1 && !_input.IsOneOfSeveral)
        {
            _decoded.Remark($"holds {_log.AudioStreams} audio streams, and only the first is read; --split takes each as a track");
        }

        double read = framesRead / SampleRateHz;
        double filled = _input.Holes?.LostSeconds ?? 0;
        double silence = filled + Math.Max(0, (framesRead - (_log.DecodedFrames ?? framesRead)) / SampleRateHz);
        double missing = Math.Max(0, (_log.ContainerSeconds ?? read) - read);
        string reason = _log.Complaint is { } complaint ? $" (ffmpeg says \"{complaint}\")" : "";
        if (missing > UnsureSeconds)
        {
            string place = _log.Complaint is null || filled > 0 ? "" : ", and what stands behind a damaged place may come too early";
            _decoded.Remark($"is cut short or damaged{reason}: {Seconds(read)} s of {Seconds(read + missing)} s can be read{place}");
        }

        if (silence >= UnsureSeconds / 2)
        {
            string from = _input.Holes is { } holes ? $" from {SongClock.Text(holes.FirstSeconds)} on" : "";
            _decoded.Remark($"is damaged{from}{(missing > UnsureSeconds ? "" : reason)}: {Seconds(silence)} s of it cannot be decoded and are silent");
        }
        else if (missing <= UnsureSeconds && _log.Complaint is not null)
        {
            _decoded.Remark($"is damaged{reason}");
        }
    }

    private void ThrowIfFailed()
    {
        _process.WaitForExit();
        _logging.GetAwaiter().GetResult();
        if (_process.ExitCode != 0)
        {
            throw new InputException($"{_input.Label} cannot be decoded: {_log.Reason}");
        }
    }

    private void End()
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _logging.GetAwaiter().GetResult();
        _process.WaitForExit();
        _process.Dispose();
        _copy?.Dispose();
    }
}
