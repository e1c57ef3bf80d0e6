using FaderStager.Engine.Tests;
using FaderStager.Engine.Tests.Staging.Targets;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Processes;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Mixes;

namespace FaderStager.Presentation.Tests;

/// <summary>A session with one editor open; the test turns worker and clock.</summary>
internal sealed class EditorRig : IDisposable
{
    /// <summary>Makes a rig whose mix has a profile of round numbers.</summary>
    public EditorRig()
    {
        string profile = Session.Coordinator.Profiles.Add(RoundProfile.Pop with { Name = "round" });
        Session.Mix.Edit(settings => settings with { ProfileName = profile });
    }

    public Session Session { get; } = new();

    public FakeClock Clock { get; } = new();

    public Dictionary<string, MemoryStream> Files { get; } = [];

    public EditorViewModel Editor { get; private set; } = null!;

    /// <summary>Settings that are remembered nowhere, unless a test names a folder.</summary>
    public PersonSettings Person { get; init; } = new("");

    /// <summary>The person's profiles: none, unless a test names a folder.</summary>
    public ProfileLibrary Profiles { get; init; } = new(Path.Combine(Path.GetTempPath(), "no-such-folder-of-profiles"));

    /// <summary>Tracks of another module in this process.</summary>
    public int OtherModuleTracks { get; set; }

    /// <summary>Tracks of other processes.</summary>
    public InstancesElsewhere Elsewhere { get; set; }

    public Mix Mix => Session.Mix;

    /// <summary>A mix with a profile of round numbers: vocal at -20 LUFS, then the tracks named; nothing is flagged and nothing was played.</summary>
    public static EditorRig Of(params (string Name, double Lufs)[] tracks)
    {
        EditorRig rig = new();
        foreach ((string name, double lufs) in tracks)
        {
            rig.Session.Add(name, lufs);
        }

        rig.Session.Coordinator.Refresh();
        return rig;
    }

    /// <summary>What was put into the clipboard last.</summary>
    public string Copied { get; private set; } = "";

    public EditorRig Open(TrackInstance track)
    {
        Editor = new EditorViewModel(track, new EditorContext
        {
            Clock = Clock,
            HostName = "REAPER",
            OtherModuleTracks = () => OtherModuleTracks,
            Elsewhere = () => Elsewhere,
            Time = Session.Time,
            Profiles = Profiles,
            ReportFolder = "reports",
            Person = Person,
            OpenForWriting = path => Files[path] = new MemoryStream(),
            CopyText = text => Copied = text,
        });
        Editor.Start();
        return this;
    }

    /// <summary>Lets time pass in ticks of 50 ms: worker first, then the editor.</summary>
    public EditorRig Pass(int ms)
    {
        for (int done = 0; done < ms; done += 50)
        {
            Session.Time.Advance(TimeSpan.FromMilliseconds(50));
            Session.Coordinator.Refresh();
            Clock.TickOnce();
        }

        return this;
    }

    /// <summary>Plays song, then lets the editor settle.</summary>
    public EditorRig Play(double seconds)
    {
        Session.Play(seconds);
        return Pass(700);
    }

    public MixRowViewModel Row(string name) => Editor.Mix.Rows.Single(row => row.Name == name);

    public void Dispose()
    {
        Editor?.Dispose();
        Session.Dispose();
    }
}
