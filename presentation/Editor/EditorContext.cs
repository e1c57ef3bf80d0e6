using FaderStager.Core.Mixes;
using FaderStager.Core.Targets;
using FaderStager.Presentation.Refreshing;

namespace FaderStager.Presentation.Editor;

/// <summary>What an editor needs of its surroundings.</summary>
/// <remarks>[any] Immutable.</remarks>
public sealed record EditorContext
{
    /// <summary>The host's name for the footer; empty = not known.</summary>
    public string HostName { get; init; } = "";

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

    private static FileStream OpenFile(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return File.Create(path);
    }
}
