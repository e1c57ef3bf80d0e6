using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using FaderStager.Reports;

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
    private readonly string _label;
    private readonly PcmReader _decoded;
    private bool _hasEnded;

    /// <summary>Takes over a program that was started, and reads the head of what it sends.</summary>
    /// <param name="process">The program.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <param name="channel">The one channel to read, from 0; null = all, which may be two.</param>
    /// <exception cref="InputException">It cannot decode the file, or what it decodes cannot be staged.</exception>
    public FfmpegReader(Process process, string label, int? channel)
    {
        _process = process;
        _label = label;
        _logging = _log.ReadAsync(process.StandardError);
        try
        {
            Stream output = process.StandardOutput.BaseStream;
            _decoded = new PcmReader(output, label, new PcmLayout(ReadHead(output), 0, null), channel, Conclude);
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

    /// <inheritdoc/>
    public long? Frames => _decoded.Frames;

    /// <inheritdoc/>
    public string? Warning => _decoded.Warning;

    /// <inheritdoc/>
    public int Read(Span<float> left, Span<float> right) => _decoded.Read(left, right);

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
            throw new InputException($"{_label} holds no audio.");
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
        if (_log.AudioStreams > 1)
        {
            _decoded.Remark($"holds {_log.AudioStreams} audio streams, and only the first is read");
        }

        double read = framesRead / SampleRateHz;
        double silence = Math.Max(0, (framesRead - (_log.DecodedFrames ?? framesRead)) / SampleRateHz);
        double missing = Math.Max(0, (_log.ContainerSeconds ?? read) - read);
        string reason = _log.Complaint is { } complaint ? $" (ffmpeg says \"{complaint}\")" : "";
        if (missing > UnsureSeconds)
        {
            string place = _log.Complaint is null ? "" : ", and what stands behind a damaged place may come too early";
            _decoded.Remark($"is cut short or damaged{reason}: {Seconds(read)} s of {Seconds(read + missing)} s can be read{place}");
        }

        if (silence >= UnsureSeconds / 2)
        {
            _decoded.Remark($"is damaged{(missing > UnsureSeconds ? "" : reason)}: {Seconds(silence)} s of it cannot be decoded and are silent");
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
            throw new InputException($"{_label} cannot be decoded: {_log.Reason}");
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
        _process.Dispose();
    }
}
