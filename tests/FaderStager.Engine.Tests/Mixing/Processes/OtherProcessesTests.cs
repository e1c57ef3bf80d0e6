using System.Diagnostics;
using System.Globalization;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Processes;
using FaderStager.Mixing.Tracks;
using Microsoft.Extensions.Time.Testing;

namespace FaderStager.Engine.Tests.Mixing.Processes;

/// <summary>The signs by which processes of one person count one another's tracks, with a real second process.</summary>
public sealed class OtherProcessesTests
{
    private readonly FakeTimeProvider _time = new();
    private string _folder = "";
    private Process _other = null!;

    [SetUp]
    public void StartAnotherProcess()
    {
        _folder = Path.Combine(Directory.CreateTempSubdirectory("faderstager-").FullName, "running");
        _other = Process.Start(OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", "/c pause") { RedirectStandardInput = true, RedirectStandardOutput = true }
            : new ProcessStartInfo("cat") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    [TearDown]
    public void EndIt()
    {
        End();
        _other.Dispose();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Test]
    public void Read_TracksOfAnotherProcess_AreCountedAsLongAsTheyRun()
    {
        OtherProcesses here = Here();
        InstanceSign there = new(_folder, _other.Id);
        Assert.That(here.Read(), Is.EqualTo(default(InstancesElsewhere)), "nobody has shown a sign");

        there.Show(8, hasFocal: true);
        Assert.That(Later(here), Is.EqualTo(new InstancesElsewhere(8, 1, true)));
        new InstanceSign(_folder, _other.Id).Show(2, hasFocal: false);
        Assert.That(Later(here), Is.EqualTo(new InstancesElsewhere(10, 2, true)));
        there.Show(0, hasFocal: false);
        Assert.That(Later(here), Is.EqualTo(new InstancesElsewhere(2, 1, false)));
    }

    [Test]
    public void Read_WithinTwoSeconds_IsTheSame()
    {
        OtherProcesses here = Here();
        _ = here.Read();
        new InstanceSign(_folder, _other.Id).Show(3, hasFocal: false);
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.That(here.Read().Tracks, Is.Zero);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.That(here.Read().Tracks, Is.EqualTo(3));
    }

    [Test]
    public void Read_AfterACrash_CountsNothingAndCleansUp()
    {
        OtherProcesses here = Here();
        new InstanceSign(_folder, _other.Id).Show(8, hasFocal: true);
        Assert.That(here.Read().Tracks, Is.EqualTo(8));

        End();

        Assert.That(Later(here), Is.EqualTo(default(InstancesElsewhere)));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [Test]
    public void Read_ProcessOfTheSameNumberThatBeganLater_IsAnother()
    {
        new InstanceSign(_folder, _other.Id).Show(8, hasFocal: true);
        string sign = Directory.GetFiles(_folder).Single();
        string[] lines = File.ReadAllLines(sign);
        lines[3] = (long.Parse(lines[3], CultureInfo.InvariantCulture) - 1_000).ToString(CultureInfo.InvariantCulture);
        File.WriteAllLines(sign, lines);

        Assert.That(Here().Read().Tracks, Is.Zero);
        Assert.That(File.Exists(sign), Is.False);
    }

    [Test]
    public void Read_ThisProcess_DoesNotCount()
    {
        new InstanceSign(_folder, Environment.ProcessId).Show(8, hasFocal: true);

        Assert.That(Here().Read().Tracks, Is.Zero);
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1), "and is left alone");
    }

    [Test]
    public void Read_FilesThatAreNoSigns_AreLeftAlone()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "1-a.tracks"), "8 tracks");
        File.WriteAllText(Path.Combine(_folder, "notes.tracks"), InstanceSign.Head);
        File.WriteAllBytes(Path.Combine(_folder, $"{_other.Id}-b.tracks"), new byte[1_000_000]);

        Assert.That(Here().Read().Tracks, Is.Zero);
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(3));
    }

    [Test]
    public void Show_WhereNothingCanBeWritten_IsOffAndThrowsNothing()
    {
        string file = Path.Combine(Path.GetDirectoryName(_folder)!, "a file");
        File.WriteAllText(file, "");
        InstanceSign sign = new(Path.Combine(file, "running"), _other.Id);
        Assert.That(() => sign.Show(8, hasFocal: true), Throws.Nothing);
        Assert.That(() => new InstanceSign("", 1).Show(8, hasFocal: true), Throws.Nothing);
        Assert.That(new OtherProcesses("", 1, _time).Read().Tracks, Is.Zero);
        Assert.That(new OtherProcesses(Path.Combine(file, "running"), 1, _time).Read().Tracks, Is.Zero);
    }

    [Test]
    public void Show_TheSameAgain_WritesNothing()
    {
        InstanceSign sign = new(_folder, _other.Id);
        sign.Show(8, hasFocal: true);
        File.Delete(Directory.GetFiles(_folder).Single());
        sign.Show(8, hasFocal: true);
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sign.Show(8, hasFocal: true);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero, "the worker calls it at every turn");
    }

    [Test]
    public void Coordinator_OfAProcess_ShowsItsTracksWhileThereAreAny()
    {
        TrackInstance track = new(Coordinator.Shared);
        Session.Prepare(track);
        Assert.That(Becomes("1, no focal"), "the worker shows it");
        track.IsFocal = true;
        Assert.That(Becomes("1, focal"));

        track.Dispose();

        Assert.That(Becomes(""), "the worker takes it away when it ends");
    }

    // What this process shows to others; the worker writes it within a turn.
    private static bool Becomes(string shown) => SpinWait.SpinUntil(() => OwnSign() == shown, TimeSpan.FromSeconds(30));

    private static string OwnSign()
    {
        try
        {
            string[] signs = Directory.GetFiles(InstanceSign.Folder, $"{Environment.ProcessId}-*{InstanceSign.Ending}");
            return signs.Length == 0 ? "" : string.Join(", ", File.ReadAllLines(signs.Single())[1..3]);
        }
        catch (IOException)
        {
            return "taken away while it was read";
        }
    }

    private OtherProcesses Here() => new(_folder, Environment.ProcessId, _time);

    private InstancesElsewhere Later(OtherProcesses processes)
    {
        _time.Advance(TimeSpan.FromSeconds(2));
        return processes.Read();
    }

    private void End()
    {
        if (!_other.HasExited)
        {
            _other.Kill();
        }

        _other.WaitForExit();
    }
}
