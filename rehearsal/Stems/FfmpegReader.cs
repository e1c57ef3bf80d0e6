using System.Diagnostics;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Reads what a running ffmpeg decodes to float WAV, and ends it.</summary>
internal sealed class FfmpegReader : IStemReader
{
    private readonly Process _process;
    private readonly Task<string> _complaints;
    private readonly string _label;
    private readonly PcmReader _decoded;

    /// <summary>Takes over a program that was started, and reads the head of what it sends.</summary>
    /// <param name="process">The program.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <exception cref="InputException">It cannot decode the file, or what it decodes cannot be staged.</exception>
    public FfmpegReader(Process process, string label)
    {
        _process = process;
        _label = label;
        _complaints = process.StandardError.ReadToEndAsync();
        try
        {
            Stream output = process.StandardOutput.BaseStream;
            Span<byte> head = stackalloc byte[WavFormat.HeadBytes];
            if (!ChunkStream.TryFill(output, head))
            {
                ThrowIfFailed();
                throw new InputException($"{label} holds no audio.");
            }

            _decoded = WavFormat.OpenChunks(output, head, label, ThrowIfFailed);
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

    private static string Reason(string complaints)
    {
        string line = complaints.Trim().Split('\n')[0].Trim();
        int tag = line.StartsWith('[') ? line.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
        return line.Length == 0 ? "ffmpeg gives no reason." : $"ffmpeg says \"{line[tag..].Trim()}\".";
    }

    private void ThrowIfFailed()
    {
        _process.WaitForExit();
        if (_process.ExitCode != 0)
        {
            throw new InputException($"{_label} cannot be decoded: {Reason(_complaints.GetAwaiter().GetResult())}");
        }
    }

    private void End()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
