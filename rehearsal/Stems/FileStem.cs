namespace FaderStager.Rehearsal.Stems;

/// <summary>A stem in a file: WAV, AIFF, Wave64 and Core Audio by content, anything else, and what is odd about those, through ffmpeg.</summary>
/// <remarks>A file that another program still writes is read as it is when it is opened.</remarks>
public sealed class FileStem : ISplittableStem
{
    /// <summary>The name that the search path finds ffmpeg by.</summary>
    public const string DefaultFfmpeg = "ffmpeg";

    private const int FileBufferBytes = 65_536;
    private const int StartBytes = 12;

    private static readonly string[] OwnExtensions = [".wav", ".wave", ".bwf", ".rf64", ".aif", ".aiff", ".aifc"];

    private static readonly string[] FfmpegExtensions =
    [
        ".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".mp4", ".aac", ".alac", ".wma", ".wv", ".ape", ".caf", ".w64", ".au", ".ac3", ".mka",
    ];

    private readonly string _path;
    private readonly string _label;
    private readonly string _ffmpeg;
    private readonly int? _channel;
    private readonly int? _stream;

    /// <summary>A stem in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ffmpeg">Name or path of ffmpeg.</param>
    /// <param name="shownPath">The file's path as it is shown, where <paramref name="path"/> is another way to it; or null.</param>
    public FileStem(string path, string ffmpeg = DefaultFfmpeg, string? shownPath = null)
    {
        _path = path;
        _ffmpeg = ffmpeg;
        Origin = shownPath ?? path;
        _label = SafeText.Of(Path.GetFileName(Origin));
        Name = SafeText.Of(Path.GetFileNameWithoutExtension(Origin));
    }

    private FileStem(FileStem file, int? channel, int? stream, string name)
        : this(file._path, file._ffmpeg, file.Origin)
    {
        _channel = channel;
        _stream = stream;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Origin { get; }

    private bool HasOwnExtension => OwnExtensions.Contains(Path.GetExtension(Origin), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a folder's file is taken for a stem, by its extension.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether it is.</returns>
    public static bool LooksLikeAudio(string path)
    {
        string extension = Path.GetExtension(path);
        return !Path.GetFileName(path).StartsWith('.')
            && (OwnExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
                || FfmpegExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>One channel as a mono stem.</summary>
    /// <param name="channel">Which one, from 0.</param>
    /// <param name="name">The stem's name.</param>
    /// <returns>The stem.</returns>
    public IStemSource Channel(int channel, string name) => new FileStem(this, channel, _stream, name);

    /// <inheritdoc/>
    public IReadOnlyList<(IStemSource Stem, StemHead? Head)> Split()
    {
        StemHead? head = Inspect();
        if (head is not null)
        {
            return head.Channels > 2 ? Channels(head) : [(this, head)];
        }

        Refusal refusal = Refused();
        IReadOnlyList<(int Channels, string Name)> streams = FfmpegFormat.StreamsOf(_path, _label, _ffmpeg, refusal.WithoutFfmpeg);
        List<(IStemSource Stem, StemHead? Head)> stems = [];
        for (int stream = 0; stream < streams.Count; stream++)
        {
            (int channels, string title) = streams[stream];
            string name = title.Length > 0 ? title : streams.Count > 1 ? $"{Name} {stream + 1}" : Name;
            FileStem whole = streams.Count > 1 ? new FileStem(this, null, stream, name) : this;
            stems.AddRange(channels > 2
                ? Enumerable.Range(0, channels).Select(channel => (whole.Channel(channel, $"{name} {channel + 1}"), (StemHead?)null))
                : [(whole, null)]);
        }

        return stems;
    }

    /// <inheritdoc/>
    public StemHead? Inspect()
    {
        using FileStream file = OpenFile();
        (PcmLayout? layout, StemHead? flac, Refusal refusal) = Look(file);
        if (layout is { } own)
        {
            // What cannot be staged is said now. A file with more channels may yet be split.
            new PcmReader(Stream.Null, _label, own, own.Format.Channels > 2 ? 0 : _channel).Dispose();
            return new StemHead(own.Format.SampleRateHz, _channel is null ? own.Format.Channels : 1, own.Frames)
            {
                TimeReferenceFrames = own.TimeReferenceFrames,
                ChannelNames = own.ChannelNames,
            };
        }

        if (!FfmpegFormat.IsInstalled(_ffmpeg))
        {
            throw new InputException(refusal.WithoutFfmpeg);
        }

        if (refusal.IsFinal)
        {
            // Broken, so it is worth a try before it is left out.
            Open().Dispose();
        }

        return flac is null || _channel is null ? flac : flac with { Channels = 1 };
    }

    /// <inheritdoc/>
    public IStemReader Open()
    {
        FileStream file = OpenFile();
        try
        {
            (PcmLayout? layout, _, Refusal refusal) = Look(file);
            if (layout is { } own)
            {
                return new PcmReader(file, _label, own, _channel);
            }

            file.Dispose();
            return Decode(refusal);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private IReadOnlyList<(IStemSource Stem, StemHead? Head)> Channels(StemHead head) =>
    [
        .. Enumerable.Range(0, head.Channels).Select(channel =>
        {
            string name = head.ChannelNames.ElementAtOrDefault(channel) is { Length: > 0 } known ? known : $"{Name} {channel + 1}";
            return (Channel(channel, name), (StemHead?)(head with { Channels = 1, ChannelNames = [] }));
        }),
    ];

    private Refusal Refused()
    {
        using FileStream file = OpenFile();
        return Look(file).Refusal;
    }

    private FileStream OpenFile()
    {
        try
        {
            return new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileBufferBytes, FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{SafeText.Of(Origin)} does not exist.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{_label} cannot be opened: {SafeText.Of(failure.Message)}", failure);
        }
    }

    /// <summary>Finds the samples, or why they are ffmpeg's business.</summary>
    private (PcmLayout? Layout, StemHead? Flac, Refusal Refusal) Look(FileStream file)
    {
        try
        {
            long origin = ChunkFile.SkipTags(file);
            Span<byte> start = stackalloc byte[StartBytes];
            file.Position = origin;
            start = start[..file.ReadAtLeast(start, StartBytes, throwOnEndOfStream: false)];
            if (start.IsEmpty)
            {
                throw new InputException($"{_label} is empty: 0 bytes.");
            }

            Func<Stream, long, string, PcmLayout>? find = WavFormat.Matches(start) ? WavFormat.Find
                : AiffFormat.Matches(start) ? AiffFormat.Find
                : W64Format.Matches(start) ? W64Format.Find
                : CafFormat.Matches(start) ? CafFormat.Find
                : null;
            if (find is not null)
            {
                return Find(file, origin, find);
            }

            return HasOwnExtension
                ? (null, null, new Refusal($"{_label} is not a WAV or AIFF file, whatever its name says.", IsFinal: true))
                : (null, FlacHead.Read(file, origin), new Refusal(Missing($"reading {Kind} needs ffmpeg"), IsFinal: false));
        }
        catch (IOException failure)
        {
            throw new InputException($"{_label} cannot be read: {SafeText.Of(failure.Message)}", failure);
        }
    }

    private (PcmLayout? Layout, StemHead? Flac, Refusal Refusal) Find(FileStream file, long origin, Func<Stream, long, string, PcmLayout> find)
    {
        try
        {
            return (find(file, origin, _label), null, default);
        }
        catch (CodecException compressed)
        {
            return (null, null, new Refusal(Missing($"its samples are {compressed.Codec}, and reading them needs ffmpeg"), IsFinal: false));
        }
        catch (InputException problem)
        {
            return (null, null, new Refusal(problem.Message, IsFinal: true));
        }
    }

    private string Kind => Path.GetExtension(Origin).TrimStart('.').ToUpperInvariant() is { Length: > 0 } kind ? SafeText.Of(kind) : "this";

    private string Missing(string need) => $"{_label}: {need}, which is not installed. Install it, or export the stem as WAV or AIFF.";

    private FfmpegReader Decode(Refusal refusal)
    {
        if (!refusal.IsFinal)
        {
            return OpenFfmpeg(refusal);
        }

        try
        {
            // A broken file is ffmpeg's only if it gets a sound out of it.
            float[] left = [0];
            float[] right = [0];
            using FfmpegReader trial = OpenFfmpeg(refusal);
            if (trial.Read(left, right) > 0)
            {
                return OpenFfmpeg(refusal);
            }
        }
        catch (InputException problem)
        {
            throw new InputException(refusal.WithoutFfmpeg, problem);
        }

        throw new InputException(refusal.WithoutFfmpeg);
    }

    private FfmpegReader OpenFfmpeg(Refusal refusal)
    {
        FfmpegInput input = new(_path, _label) { Stream = _stream ?? 0, Channel = _channel, IsOneOfSeveral = _stream is not null, Holes = Holes() };
        return FfmpegFormat.Open(input, _ffmpeg, refusal.WithoutFfmpeg);
    }

    private Mp3Holes? Holes()
    {
        using FileStream file = OpenFile();
        try
        {
            return Mp3Holes.Find(file, ChunkFile.SkipTags(file));
        }
        catch (IOException failure)
        {
            throw new InputException($"{_label} cannot be read: {SafeText.Of(failure.Message)}", failure);
        }
    }

    /// <summary>Why a file is not read by our own readers.</summary>
    /// <param name="WithoutFfmpeg">What to say when ffmpeg is not there.</param>
    /// <param name="IsFinal">Whether that is also what to say when ffmpeg cannot read it either.</param>
    private readonly record struct Refusal(string WithoutFfmpeg, bool IsFinal);
}
