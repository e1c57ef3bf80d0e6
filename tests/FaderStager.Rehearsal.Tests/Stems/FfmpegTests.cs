using System.ComponentModel;
using System.Diagnostics;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Stems;

public sealed class FfmpegTests
{
    [Test]
    public void Flac_WithoutFfmpeg_SaysWhatToInstall()
    {
        using TempFolder folder = new();
        string path = folder.Write("Pad.flac", [.. "fLaC and more"u8]);

        InputException problem = Assert.Throws<InputException>(() => new FileStem(path, folder.PathOf("no-ffmpeg")).Open().Dispose())!;

        Assert.That(problem.Message, Is.EqualTo("Pad.flac: reading FLAC needs ffmpeg, which is not installed. Install it, or export the stem as WAV or AIFF."));
    }

    [Test]
    public void Flac_WithFfmpeg_ReadsTheSamples()
    {
        RequireFfmpeg();
        using TempFolder folder = new();
        float[] samples = Signals.Sine(440, 0.5, 1);
        string wav = folder.Write("stem.wav", StemBytes.Wav(16, false, 2, 48_000, samples));
        string flac = folder.PathOf("stem & \"quotes\" $HOME.flac");
        using (Process process = Process.Start("ffmpeg", ["-v", "error", "-nostdin", "-i", wav, flac])!)
        {
            process.WaitForExit();
        }

        Assert.That(Reading.AllOf(flac), Is.EqualTo(Reading.AllOf(wav)));
    }

    [Test]
    public void Junk_WithFfmpeg_SaysThatItCannotBeDecoded()
    {
        RequireFfmpeg();
        using TempFolder folder = new();
        string path = folder.Write("Junk.mp3", [.. "this is no music"u8]);

        InputException problem = Assert.Throws<InputException>(() => new FileStem(path).Open().Dispose())!;

        Assert.That(problem.Message, Does.StartWith("Junk.mp3 cannot be decoded: "));
    }

    private static void RequireFfmpeg()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("ffmpeg", "-version") { RedirectStandardOutput = true })!;
            _ = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        catch (Win32Exception)
        {
            Assert.Ignore("ffmpeg is not installed here.");
        }
    }
}
