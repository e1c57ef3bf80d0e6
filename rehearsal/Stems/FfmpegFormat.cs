using System.ComponentModel;
using System.Diagnostics;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Opens whatever an installed ffmpeg can decode, as float WAV through a pipe.</summary>
public static class FfmpegFormat
{
    /// <summary>Starts ffmpeg on a file and reads the head of what it sends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <param name="ffmpeg">The program's name or path.</param>
    /// <returns>The reader; its disposal ends the program.</returns>
    /// <exception cref="InputException">There is no ffmpeg, or it cannot decode the file.</exception>
    public static IStemReader Open(string path, string label, string ffmpeg)
    {
        ProcessStartInfo start = new(ffmpeg)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        string[] arguments =
        [
            "-v", "error", "-nostdin", "-protocol_whitelist", "file,pipe", "-i", "file:" + Path.GetFullPath(path),
            "-map", "0:a:0", "-c:a", "pcm_f32le", "-f", "wav", "-",
        ];
        foreach (string argument in arguments)
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
            string kind = Path.GetExtension(path).TrimStart('.').ToUpperInvariant();
            throw new InputException(
                $"{label}: reading {(kind.Length == 0 ? "this" : kind)} needs ffmpeg, which is not installed. Install it, or export the stem as WAV or AIFF.",
                failure);
        }

        return new FfmpegReader(process, label);
    }
}
