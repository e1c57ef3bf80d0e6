using System.ComponentModel;
using System.Diagnostics;

namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>Makes files of other kinds with an installed ffmpeg.</summary>
internal static class Ffmpeg
{
    public static void Require()
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

    public static void Run(params string[] arguments)
    {
        Require();
        using Process process = Process.Start("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments])!;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
    }
}
