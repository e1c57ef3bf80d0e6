using System.ComponentModel;
using System.Diagnostics;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Opens whatever an installed ffmpeg can decode, as float samples through a pipe.</summary>
internal static class FfmpegFormat
{
    private const int NoSuchFile = 2;
    private const int NoSuchFolder = 3;

    // What a file of stems or takes holds; a file that says more has been made up.
    private const int MostStreams = 64;

    // Frames whose checksum is wrong are dropped, not played. Where frames are missing by their time stamps there is silence,
    // so that what follows a hole keeps its place.
    private static readonly string[] Before = ["-hide_banner", "-nostats", "-loglevel", "level+verbose", "-nostdin", "-protocol_whitelist", "file,pipe", "-err_detect:a", "crccheck+explode"];
    private static readonly string[] After = ["-af", "aresample=async=1:min_hard_comp=0.001:first_pts=0", "-c:a", "pcm_f32be", "-f", "au", "-"];

    /// <summary>Starts ffmpeg on a file and reads the head of what it sends.</summary>
    /// <param name="input">The file, and what of it.</param>
    /// <param name="ffmpeg">The program's name or path.</param>
    /// <param name="missing">What to say when there is no ffmpeg.</param>
    /// <returns>The reader; its disposal ends the program.</returns>
    /// <exception cref="InputException">There is no ffmpeg, or it cannot decode the file.</exception>
    public static FfmpegReader Open(FfmpegInput input, string ffmpeg, string missing)
    {
        if (input.Holes is not { } holes)
        {
            return new FfmpegReader(Start(input, input.Path, ffmpeg, missing), input);
        }

        // A file and no pipe: ffmpeg only knows an MP3's length, and what of its end is filling, where it can seek.
        FilledCopy copy = new(holes, input.Label);
        try
        {
            return new FfmpegReader(Start(input, copy.Path, ffmpeg, missing), input, copy);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Looks which audio streams a file has; nothing but their heads is decoded.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <param name="ffmpeg">The program's name or path.</param>
    /// <param name="missing">What to say when there is no ffmpeg.</param>
    /// <returns>The streams in the file's order, at least one; their names where the file has any.</returns>
    /// <exception cref="InputException">There is no ffmpeg, or it cannot decode the file.</exception>
    public static IReadOnlyList<(int Channels, string Name)> StreamsOf(string path, string label, string ffmpeg, string missing)
    {
        List<(int Channels, string Name)> streams = [];
        int count = 1;
        for (int stream = 0; stream < count; stream++)
        {
            FfmpegInput input = new(path, label) { Stream = stream, Channel = 0 };
            using FfmpegReader reader = Open(input, ffmpeg, missing);
            (int all, string name) = reader.Names();
            count = Math.Min(MostStreams, all);
            streams.Add((reader.FileChannels, name));
        }

        return streams;
    }

    private static Process Start(FfmpegInput input, string path, string ffmpeg, string missing)
    {
        ProcessStartInfo start = new(ffmpeg)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (string argument in (string[])[.. Before, "-i", "file:" + Path.GetFullPath(path), "-map", FormattableString.Invariant($"0:a:{input.Stream}"), .. After])
        {
            start.ArgumentList.Add(argument);
        }

        Process process;
        try
        {
            process = Process.Start(start) ?? throw new Win32Exception();
        }
        catch (Win32Exception failure)
        {
            throw new InputException(
                failure.NativeErrorCode is NoSuchFile or NoSuchFolder ? missing : $"{input.Label}: ffmpeg cannot be started: {failure.Message}",
                failure);
        }

        return process;
    }

    /// <summary>Whether the program is there to be started.</summary>
    /// <param name="ffmpeg">The program's name or path.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsInstalled(string ffmpeg)
    {
        if (ffmpeg.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return File.Exists(ffmpeg);
        }

        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Prepend(AppContext.BaseDirectory).Any(folder =>
            File.Exists(Path.Combine(folder, ffmpeg)) || (OperatingSystem.IsWindows() && File.Exists(Path.Combine(folder, ffmpeg + ".exe"))));
    }
}
