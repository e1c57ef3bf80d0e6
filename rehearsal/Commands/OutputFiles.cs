using System.Text;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tables;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Writes the files that were asked for, or says which one cannot be written.</summary>
internal static class OutputFiles
{
    /// <summary>What stands for standard output in place of a file.</summary>
    public const string StandardOutput = "-";

    /// <summary>Looks before the work whether a file can be written after it.</summary>
    /// <param name="file">The file, or null.</param>
    /// <exception cref="InputException">It cannot.</exception>
    public static void Check(string? file)
    {
        if (file is null or StandardOutput)
        {
            return;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(file)) ?? "";
        if (!Directory.Exists(folder))
        {
            throw new InputException($"{file} cannot be written: the folder {folder} does not exist.");
        }

        if (Directory.Exists(file))
        {
            throw new InputException($"{file} cannot be written: it is a folder.");
        }
    }

    /// <summary>Writes a text file in UTF-8.</summary>
    /// <param name="file">The file, <see cref="StandardOutput"/>, or null for none.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="write">Writes the text.</param>
    /// <param name="encoding">How it is encoded, where it is not to be UTF-8 without a byte order mark.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string? file, TextWriter output, Action<TextWriter> write, Encoding? encoding = null)
    {
        if (file is null)
        {
            return;
        }

        if (file == StandardOutput)
        {
            write(output);
            output.Flush();
            return;
        }

        try
        {
            using StreamWriter writer = new(file, append: false, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            write(writer);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>Writes a file of bytes.</summary>
    /// <param name="file">The file, or null for none.</param>
    /// <param name="bytes">Makes the bytes.</param>
    /// <exception cref="InputException">It cannot be made or written.</exception>
    public static void WriteBytes(string? file, Func<byte[]> bytes)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            File.WriteAllBytes(file, bytes());
        }
        catch (Exception problem) when (problem is DllNotFoundException or TypeInitializationException)
        {
            throw new InputException($"{file} cannot be drawn: a library that draws, libSkiaSharp or libstdc++, is not on this machine.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file} cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>Says which reports were written.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="files">The files that were asked for; null for those that were not.</param>
    public static void Say(ConsolePage page, params IEnumerable<string?> files)
    {
        string[] written = [.. files.OfType<string>().Where(file => file != StandardOutput)];
        if (written.Length > 0)
        {
            page.Say($"Report written: {string.Join(", ", written)}.");
        }
    }

    /// <summary>Writes stems as WAV.</summary>
    /// <param name="stems">The stems.</param>
    /// <param name="folder">Where to; made when it is not there.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void WriteStems(IEnumerable<MemoryStem> stems, string folder)
    {
        try
        {
            _ = Directory.CreateDirectory(folder);
            foreach (MemoryStem stem in stems)
            {
                using WavWriter writer = new(File.Create(Path.Combine(folder, stem.Name + ".wav")), stem.SampleRateHz, stem.Channels.Count);
                writer.Write(stem.Channels[0], stem.Channels[^1]);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The stems cannot be written to {folder}: {problem.Message}", problem);
        }
    }
}
