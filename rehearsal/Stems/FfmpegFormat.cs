using System.ComponentModel;
using System.Diagnostics;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Opens whatever an installed ffmpeg can decode, as float samples through a pipe.</summary>
public static class FfmpegFormat
{
    private const int NoSuchFile = 2;
    private const int NoSuchFolder = 3;

    // Frames whose checksum is wrong are dropped, not played. Where frames are missing by their time stamps there is silence,
    // so that what follows a hole keeps its place.
    private static readonly string[] Before = ["-hide_banner", "-nostats", "-loglevel", "level+verbose", "-nostdin", "-protocol_whitelist", "file,pipe", "-err_detect:a", "crccheck+explode"];
    private static readonly string[] After = ["-map", "0:a:0", "-af", "aresample=async=1:min_hard_comp=0.001:first_pts=0", "-c:a", "pcm_f32be", "-f", "au", "-"];

    /// <summary>Starts ffmpeg on a file and reads the head of what it sends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <param name="ffmpeg">The program's name or path.</param>
    /// <param name="missing">What to say when there is no ffmpeg.</param>
    /// <param name="channel">The one channel to read, from 0; null = all, which may be two.</param>
    /// <returns>The reader; its disposal ends the program.</returns>
    /// <exception cref="InputException">There is no ffmpeg, or it cannot decode the file.</exception>
    public static IStemReader Open(string path, string label, string ffmpeg, string missing, int? channel = null)
    {
        ProcessStartInfo start = new(ffmpeg)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (string argument in (string[])[.. Before, "-i", "file:" + Path.GetFullPath(path), .. After])
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
                failure.NativeErrorCode is NoSuchFile or NoSuchFolder ? missing : $"{label}: ffmpeg cannot be started: {failure.Message}",
                failure);
        }

        return new FfmpegReader(process, label, channel);
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
