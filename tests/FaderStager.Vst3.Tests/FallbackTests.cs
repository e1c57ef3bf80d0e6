using System.Diagnostics;
using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>A machine on which the editor cannot be drawn: the plug-in lives, the host's generic editor stays, and the log says what is missing and where.</summary>
internal sealed unsafe class FallbackTests
{
    private const string Skia = "libSkiaSharp.so";
    private const string Xcb = "libxcb.so.1";
    private const string AnswerVariable = "FADERSTAGER_FALLBACK_ANSWER";
    private const string Alive = "alive";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("faderstager-fallback").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    [ForModule(ModuleKind.Compiled)]
    public void Skia_ThatIsNotThere_LeavesTheGenericEditor()
    {
        string[] log = LogOf(CopyOfTheModule(withSkia: null), libraries: null);
        Assert.That(log, Has.Length.EqualTo(1), "one line, however often a host asks");
        Assert.That(log[0], Does.Contain("generic editor stays").And.Contain(Path.Combine(_folder, "module", Skia)));
    }

    [TestCase("")]
    [TestCase("this is no library")]
    [ForModule(ModuleKind.Compiled)]
    public void Skia_ThatIsDamaged_LeavesTheGenericEditor(string content)
    {
        string[] log = LogOf(CopyOfTheModule(content), libraries: null);
        Assert.That(log, Has.Length.EqualTo(1));
        Assert.That(log[0], Does.Contain("generic editor stays").And.Contain(Path.Combine(_folder, "module", Skia)));
    }

    [Test]
    [ForModule(ModuleKind.Compiled)]
    public void Xcb_ThatCannotBeLoaded_LeavesTheGenericEditor()
    {
        string libraries = Directory.CreateDirectory(Path.Combine(_folder, "libraries")).FullName;
        File.WriteAllText(Path.Combine(libraries, Xcb), "this is no library");
        string[] log = LogOf(Environment.GetEnvironmentVariable(Module.PathVariable)!, libraries);
        Assert.That(log, Has.Length.EqualTo(1));
        Assert.That(log[0], Does.Contain("generic editor stays").And.Contain(Xcb));
    }

    /// <summary>The host of the tests above, in a process of its own: see <see cref="LogOf"/>.</summary>
    [Test]
    [Explicit("Says something in a process of its own only.")]
    public void Probe()
    {
        using HostedPlugin plugin = new HostedPlugin().Start();
        fixed (byte* name = "editor\0"u8)
        {
            for (int i = 0; i < 3; i++)
            {
                Assert.That((long)plugin.ControllerCalls->CreateView(plugin.Controller, name), Is.Zero, "no view");
            }
        }

        using HostBlock block = new(2, 256);
        Assert.That(plugin.Process(block.At(0).Sine(0.5)), Is.EqualTo(Result.Ok));
        Assert.That(plugin.Set(ParameterId.Focal, 1), Is.EqualTo(Result.Ok));
        Assert.That(plugin.TextOf(ParameterId.Focal), Is.EqualTo("focal"));
        Assert.That(Module.Counters()[ModuleCounters.Faults], Is.Zero);
        File.WriteAllText(Environment.GetEnvironmentVariable(AnswerVariable)!, Alive);
    }

    // Skia null: it is left out. Else it is that text.
    private string CopyOfTheModule(string? withSkia)
    {
        string module = Environment.GetEnvironmentVariable(Module.PathVariable)!;
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "module")).FullName;
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(module)!).Where(file => Path.GetFileName(file) != Skia))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        if (withSkia is not null)
        {
            File.WriteAllText(Path.Combine(folder, Skia), withSkia);
        }

        return Path.Combine(folder, Path.GetFileName(module));
    }

    private string[] LogOf(string module, string? libraries)
    {
        string answer = Path.Combine(_folder, "answer.txt");
        ProcessStartInfo start = new(Environment.ProcessPath!)
        {
            ArgumentList = { "--filter", $"FullyQualifiedName~{nameof(FallbackTests)}.{nameof(Probe)}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Module.PathVariable] = module;
        start.Environment["XDG_STATE_HOME"] = _folder;
        start.Environment[AnswerVariable] = answer;
        if (libraries is not null)
        {
            start.Environment["LD_LIBRARY_PATH"] = libraries;
        }

        using Process process = Process.Start(start)!;
        Task<string> problems = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(File.Exists(answer) ? File.ReadAllText(answer) : "", Is.EqualTo(Alive), said + problems.Result);
        return File.ReadAllLines(Path.Combine(_folder, "FaderStager", "log.txt"));
    }
}
