using System.Diagnostics;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Processes;
using FaderStager.Mixing.Profiles;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Refreshing;

namespace FaderStager.Presentation.Editor;

/// <summary>What an editor needs of its surroundings.</summary>
/// <remarks>[any] Immutable.</remarks>
public sealed record EditorContext
{
    /// <summary>The host's name for the footer; empty = not known.</summary>
    public string HostName { get; init; } = "";

    /// <summary>The shell around the plug-in: "VST3", "AudioPlugSharp"; empty = not known.</summary>
    public string ShellName { get; init; } = "";

    /// <summary>How many tracks run in another module of this process, whose engine this one does not see.</summary>
    public Func<int> OtherModuleTracks { get; init; } = () => OtherModules.TrackCount;

    /// <summary>The tracks of this person's other processes on this computer, which this one does not see.</summary>
    public Func<InstancesElsewhere> Elsewhere { get; init; } = OtherProcesses.Shared.Read;

    /// <summary>When to read the mix again.</summary>
    public required IRefreshClock Clock { get; init; }

    /// <summary>The clock that glides and notices are timed by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The profiles to choose from.</summary>
    public ProfileLibrary Profiles { get; init; } = Coordinator.Shared.Profiles;

    /// <summary>Opens a file for writing: a path in, a stream out that the editor closes. The default makes missing folders and overwrites.</summary>
    public Func<string, Stream> OpenForWriting { get; init; } = OpenFile;

    /// <summary>Where exports go unless a path is named: FaderStager/Reports in the person's documents.</summary>
    public string ReportFolder { get; init; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.MyDocuments), "FaderStager", "Reports");

    /// <summary>What is remembered of the person from one session to the next.</summary>
    public PersonSettings Person { get; init; } = new();

    /// <summary>Puts a text where the person can paste it from. May throw: the editor says so.</summary>
    public Action<string> CopyText { get; init; } = _ => throw new NotSupportedException("There is no clipboard here.");

    /// <summary>Shows a folder to the person. May throw: the editor says so. The default makes it where it is missing and leaves it to the system.</summary>
    public Action<string> OpenFolder { get; init; } = ShowFolder;

    /// <summary>Where the log is.</summary>
    public string LogFolder { get; init; } = LogFile.Folder;

    /// <summary>The faults that were caught in this process.</summary>
    public FaultLog Faults { get; init; } = FaultLog.Shared;

    private static void ShowFolder(string folder)
    {
        if (!Path.IsPathFullyQualified(folder))
        {
            throw new IOException("The system names no such folder.");
        }

        Directory.CreateDirectory(folder);
        using Process? shown = Process.Start(new ProcessStartInfo(folder) { UseShellExecute = true });
    }

    private static FileStream OpenFile(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return File.Create(path);
    }
}
