using System.Globalization;
using System.Text.RegularExpressions;

namespace FaderStager.Rehearsal.Stems;

/// <summary>What ffmpeg says while it decodes: how long the file claims to be, how much could be decoded, what it complains of.</summary>
/// <remarks>One thread adds lines; the others look once it has ended.</remarks>
internal sealed partial class FfmpegLog
{
    private const int LongestComplaint = 160;

    private bool _isPastInput;
    private bool _isEstimated;
    private double? _seconds;
    private readonly List<string> _names = [];
    private bool _isInAudioStream;

    /// <summary>Audio streams in the file.</summary>
    public int AudioStreams => _names.Count;

    /// <summary>Seconds of the file as its container says, or null when it does not or it is a guess.</summary>
    public double? ContainerSeconds => _isEstimated ? null : _seconds;

    /// <summary>Samples a channel that were decoded, before holes were filled; null when ffmpeg did not say.</summary>
    public long? DecodedFrames { get; private set; }

    /// <summary>The name that an audio stream has in the file; empty = none.</summary>
    /// <param name="stream">Which one, from 0.</param>
    /// <returns>The name, safe to show.</returns>
    public string NameOf(int stream) => stream < _names.Count ? _names[stream] : "";

    /// <summary>The first complaint, or null.</summary>
    public string? Complaint { get; private set; }

    /// <summary>The first complaint as a sentence.</summary>
    public string Reason => Complaint is null ? "ffmpeg gives no reason." : $"ffmpeg says \"{Complaint}\".";

    /// <summary>Reads lines until there are no more.</summary>
    /// <param name="lines">ffmpeg's standard error, with levels.</param>
    /// <returns>When it has ended.</returns>
    public async Task ReadAsync(TextReader lines)
    {
        while (await lines.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            Add(line);
        }
    }

    /// <summary>Takes a line.</summary>
    /// <param name="line">The line, with its level: "[flac @ 0x1] [error] CRC error".</param>
    internal void Add(string line)
    {
        if (Level().Match(line) is not { Success: true } level)
        {
            return;
        }

        string text = line[(level.Index + level.Length)..].Trim();
        switch (level.Groups[1].Value)
        {
            case "error" or "fatal" or "panic":
                Complaint ??= text.Length <= LongestComplaint ? SafeText.Of(text) : SafeText.Of(text[..LongestComplaint]) + "…";
                break;
            case "warning" when text.Contains("Estimating duration", StringComparison.Ordinal):
                _isEstimated = true;
                break;
            case "info":
                AddInfo(text);
                break;
            case "verbose" when Decoded().Match(text) is { Success: true } decoded:
                DecodedFrames = long.Parse(decoded.Groups[1].Value, CultureInfo.InvariantCulture);
                break;
            default:
                break;
        }
    }

    [GeneratedRegex(@"\[(panic|fatal|error|warning|info|verbose)\] ", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex(@"^Duration: (\d+):(\d+):(\d+\.\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^Stream #0:\d+.*: Audio: ", RegexOptions.CultureInvariant)]
    private static partial Regex AudioStream();

    [GeneratedRegex(@"^Stream #0:\d+", RegexOptions.CultureInvariant)]
    private static partial Regex AnyStream();

    [GeneratedRegex(@"^title\s*: (.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"^Input stream #0:\d+ \(audio\):.*frames decoded.*\((\d+) samples\)", RegexOptions.CultureInvariant)]
    private static partial Regex Decoded();

    private void AddInfo(string text)
    {
        if (_isPastInput || text.StartsWith("Stream mapping", StringComparison.Ordinal) || text.StartsWith("Output #", StringComparison.Ordinal))
        {
            _isPastInput = true;
        }
        else if (Duration().Match(text) is { Success: true } duration)
        {
            _seconds = (Number(duration, 1) * 3600) + (Number(duration, 2) * 60) + Number(duration, 3);
        }
        else if (AnyStream().IsMatch(text))
        {
            _isInAudioStream = AudioStream().IsMatch(text);
            if (_isInAudioStream)
            {
                _names.Add("");
            }
        }
        else if (_isInAudioStream && Title().Match(text) is { Success: true } title)
        {
            _names[^1] = SafeText.Of(title.Groups[1].Value.Trim());
        }
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
