using System.Reflection;
using System.Runtime.InteropServices;
using FaderStager.Engine.Tests;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.About;
using FaderStager.Presentation.Editor;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Tests;

public sealed class AboutTests
{
    private const int CannotOpenClipboard = unchecked((int)0x800401D0);

    private readonly List<string> _copied = [];
    private readonly List<string> _opened = [];
    private FaultLog _faults = new(_ => { });

    [SetUp]
    public void Forget()
    {
        _faults = new FaultLog(_ => { });
        _copied.Clear();
        _opened.Clear();
    }

    private EditorViewModel Open(EditorRig rig, TrackInstance track, Func<EditorContext, EditorContext>? with = null)
    {
        EditorContext context = new()
        {
            Clock = rig.Clock,
            Time = rig.Session.Time,
            HostName = "REAPER",
            ShellName = "VST3",
            Person = rig.Person,
            Profiles = rig.Session.Coordinator.Profiles,
            CopyText = _copied.Add,
            OpenFolder = _opened.Add,
            LogFolder = "/logs",
            Faults = _faults,
        };
        EditorViewModel editor = new(track, with is null ? context : with(context));
        editor.Start();
        return editor;
    }

    [Test]
    public void Text_ThreeTracksInTwoMixes_SaysWhatThisInstanceSees()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -20));
        TrackInstance other = rig.Session.Add("Other project");
        using EditorViewModel editor = Open(rig, rig.Session.Add("Secret name"));
        editor.About.IsShown = true;
        other.Group = MixGroup.B;
        rig.Pass(500);
        string[] lines = editor.About.Text.Split(Environment.NewLine);

        string engine = lines.Single(line => line.StartsWith("engine: ", StringComparison.Ordinal));
        Assert.That(engine, Does.Match("^engine: [0-9]+ turns, longest [0-9.]+ ms, .*, 0 slots lost, 0 tracks not followed$"));
        Assert.That(lines.Where(line => line != engine), Is.EqualTo(new[]
        {
            $"FaderStager {AboutViewModel.Version}",
            "shell: VST3",
            "host: REAPER",
            $"runtime: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}",
            $"system: {RuntimeInformation.OSDescription.Trim()}",
            "instances: 4 in 2 mixes (A 3, B 1), this one in A",
            "fader place: plug-in fader",
            "sample rate: 8000 Hz",
            "faults caught: none",
        }));
        Assert.That(editor.About.Text, Does.Not.Contain("Secret"));
    }

    [Test]
    public void Copy_OfAnInstanceThatSawItsHost_BringsWhatItSaw()
    {
        using EditorRig rig = new();
        TrackInstance track = new(rig.Session.Coordinator) { Witness = new SeenHost() };
        Session.Prepare(track);
        track.LoadState("not a state"u8);
        using EditorViewModel editor = Open(rig, track);
        editor.About.IsShown = true;
        editor.About.CopyCommand.Execute(null);

        string[] lines = _copied.Single().Split(Environment.NewLine);
        Assert.That(lines[^3..], Is.EqualTo(new[]
        {
            "state given last: The saved state is damaged (11 bytes, no readable JSON): FaderStager keeps what it has.",
            "program: daw.exe 7.2",
            "calls of IComponent: SetActive 2 (thread 1)",
        }));
    }

    private sealed class SeenHost : IHostWitness
    {
        public IReadOnlyList<HostFact> Facts => [new("program", "daw.exe 7.2"), new("calls of IComponent", "SetActive 2 (thread 1)")];
    }

    [Test]
    public void Text_WhileItIsNotShown_IsLeftAlone()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20));
        using EditorViewModel editor = Open(rig, rig.Session.Add("Bass"));
        string before = editor.About.Text;
        rig.Session.Add("Keys");
        rig.Pass(500);
        Assert.That(editor.About.Text, Is.EqualTo(before));

        editor.About.IsShown = true;
        Assert.That(editor.About.Text, Does.Contain("instances: 3 in 1 mix (A 3)"));
    }

    [Test]
    public void Text_BeforeTheHostStarts_SaysSo()
    {
        using EditorRig rig = new();
        using EditorViewModel editor = Open(rig, new TrackInstance(rig.Session.Coordinator), context => context with { HostName = "", ShellName = "" });

        Assert.That(editor.About.Text, Does.Contain("sample rate: not started yet").And.Contain("instances: 0 in no mix yet").And.Contain("host: not known").And.Contain("shell: not known"));
    }

    [Test]
    public void Version_IsTheOneOfTheBuild()
    {
        string informational = typeof(AboutViewModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.That(AboutViewModel.Version, Does.StartWith(informational.Split('+')[0]));
        Assert.That(AboutViewModel.Version, Does.Match(@"^\d+\.\d+\.\d+"));
    }

    [TestCase("1.2.3", "1.2.3")]
    [TestCase("1.2.3-beta.1+0123456789abcdef", "1.2.3-beta.1 (0123456)")]
    [TestCase("1.2.3+abc", "1.2.3 (abc)")]
    [TestCase("1.2.3+", "1.2.3")]
    [TestCase("", "unknown")]
    [TestCase(null, "unknown")]
    public void VersionOf_AnyBuild_IsReadable(string? informational, string text) => Assert.That(AboutViewModel.VersionOf(informational), Is.EqualTo(text));

    [Test]
    public void Copy_Pressed_HandsTheTextOver()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20));
        using EditorViewModel editor = Open(rig, rig.Session.Add("Bass"));
        editor.About.CopyCommand.Execute(null);

        Assert.That(_copied, Is.EqualTo(new[] { editor.About.Text }));
        Assert.That(editor.Notice.Text, Does.StartWith("Copied"));
    }

    [Test]
    public void Copy_ClipboardThatFails_SaysSo()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20));
        using EditorViewModel editor = Open(rig, rig.Session.Add("Bass"), context => context with { CopyText = _ => Marshal.ThrowExceptionForHR(CannotOpenClipboard) });
        editor.About.CopyCommand.Execute(null);

        Assert.That(editor.Notice.Text, Does.StartWith("Not copied: ").And.Length.GreaterThan(15));
    }

    [Test]
    public void Folders_Opened_AreTheProfilesAndTheLogs()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20));
        using EditorViewModel editor = Open(rig, rig.Session.Add("Bass"));
        editor.About.OpenProfilesCommand.Execute(null);
        editor.About.OpenLogCommand.Execute(null);

        Assert.That(_opened, Is.EqualTo(new[] { rig.Session.Coordinator.Profiles.Folder, "/logs" }));
        Assert.That(editor.Notice.Text, Is.EqualTo("Opened: /logs"));
    }

    [Test]
    public void Folders_ThatCannotBeOpened_SaySo()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20));
        using EditorViewModel editor = Open(rig, rig.Session.Add("Bass"), context => context with { OpenFolder = new EditorContext { Clock = rig.Clock }.OpenFolder, LogFolder = "logs" });
        editor.About.OpenLogCommand.Execute(null);

        Assert.That(editor.Notice.Text, Is.EqualTo("Not opened: logs: The system names no such folder."));
    }

    [Test]
    public void Text_AfterFaults_SaysHowManyAndWhere()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20));
        using EditorViewModel editor = Open(rig, rig.Session.Add("Bass"));
        _faults.Note("IComponent.SetActive", new InvalidOperationException("first"));
        _faults.Note("IComponent.SetActive", new InvalidOperationException("second"));
        _faults.Note("the worker's turn", new ArithmeticException("third"));
        editor.About.IsShown = true;

        Assert.That(editor.About.Text, Does.EndWith(Environment.NewLine
            + "faults caught: 2 in IComponent.SetActive (InvalidOperationException), 1 in the worker's turn (ArithmeticException); the log says more"));
    }

    [Test]
    public void LogFolder_UnlessAnotherIsNamed_IsWhereTheLogIs() =>
        Assert.That(new EditorContext { Clock = new FakeClock() }.LogFolder, Is.EqualTo(LogFile.Folder));
}
