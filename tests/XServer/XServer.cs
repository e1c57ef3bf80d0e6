using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FaderStager.Tests.X11;

/// <summary>An X server of the tests' own, without a screen: started with the first test that needs one, ended with the process.</summary>
internal static partial class XServer
{
    private const string Program = "Xvfb";

    private static readonly Lazy<Process> Server = new(Start);
    private static Process? _other;

    /// <summary>Whether there is one to be had.</summary>
    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>Starts it, and names it to this process' libraries.</summary>
    public static void Need()
    {
        Assume.That(IsThere, "Xvfb is not installed.");
        _ = Server.Value;
    }

    /// <summary>Starts a second one and names it in place of the first, until what is returned is disposed.</summary>
    public static IDisposable Another()
    {
        Need();
        string? first = Display();
        _other = Start();
        return new Back(first!);
    }

    /// <summary>Ends the second one, whoever is connected to it.</summary>
    public static void EndOther()
    {
        _other?.Kill();
        _other?.WaitForExit();
        _other = null;
    }

    private static Process Start()
    {
        Process server = Process.Start(new ProcessStartInfo(Program, "-displayfd 1 -screen 0 2400x1400x24 -nolisten tcp -noreset") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Kill();
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        string display = server.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The X server did not start.");
        _ = SetEnvironment("DISPLAY", ":" + display, 1);
        return server;
    }

    private static string? Display() => Marshal.PtrToStringUTF8(GetEnvironment("DISPLAY"));

    private sealed class Back(string display) : IDisposable
    {
        public void Dispose()
        {
            EndOther();
            _ = SetEnvironment("DISPLAY", display, 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetEnvironment(string name);

    // .NET's own environment is a copy that native libraries do not see.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrites);
}
