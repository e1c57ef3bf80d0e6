namespace AudioPlugSharp;

/// <summary>The log. The real one writes a file from a thread of its own; this one forgets.</summary>
public class Logger
{
    public static bool ImmediateMode { get; set; }

    public static bool WriteToStdErr { get; set; }

    public static void Log(string logEntry)
    {
    }

    public static void FlushAndShutdown()
    {
    }
}
