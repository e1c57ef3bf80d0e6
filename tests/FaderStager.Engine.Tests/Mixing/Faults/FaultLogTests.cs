using FaderStager.Mixing.Faults;

namespace FaderStager.Engine.Tests.Mixing.Faults;

/// <summary>Faults that were caught: counted, told apart, written once.</summary>
public sealed class FaultLogTests
{
    [Test]
    public void Faults_OfOneKind_AreCountedAndWrittenOnce()
    {
        List<string> lines = [];
        FaultLog log = new(lines.Add);
        for (int i = 0; i < 100; i++)
        {
            log.Note("here", new InvalidOperationException($"fault {i}"));
            log.WriteNew();
        }

        Assert.That(log.Count, Is.EqualTo(100));
        Assert.That(log.Kinds.Single().Count, Is.EqualTo(100));
        Assert.That(lines.Single(), Does.Contain("in here (InvalidOperationException: fault 0)"));
    }

    [Test]
    public void Faults_AtAnotherPlaceOrOfAnotherType_AreOtherKinds()
    {
        List<string> lines = [];
        FaultLog log = new(lines.Add);
        log.Note("here", new InvalidOperationException());
        log.Note("there", new InvalidOperationException());
        log.Note("here", new ArgumentException("bad"));
        log.WriteNew();
        Assert.That(log.Kinds, Has.Count.EqualTo(3));
        Assert.That(lines, Has.Count.EqualTo(3));
    }

    [Test]
    public void Faults_OfMoreKindsThanThereIsRoomFor_AreStillCounted()
    {
        List<string> lines = [];
        FaultLog log = new(lines.Add);
        for (int i = 0; i < 10 * FaultLog.MostKinds; i++)
        {
            log.Note($"place {i}", new InvalidOperationException());
        }

        log.WriteNew();
        Assert.That(log.Count, Is.EqualTo(10 * FaultLog.MostKinds));
        Assert.That(lines, Has.Count.EqualTo(FaultLog.MostKinds));
    }

    [Test]
    public void Faults_FromManyThreads_AreAllCounted()
    {
        FaultLog log = new(_ => { });
        Parallel.For(0, 10_000, i =>
        {
            Exception exception = i % 2 == 0 ? new InvalidOperationException() : new ArgumentException("bad");
            log.Note(i % 3 == 0 ? "here" : "there", exception);
            log.WriteNew();
        });
        Assert.That(log.Count, Is.EqualTo(10_000));
        Assert.That(log.Kinds, Has.Count.EqualTo(4));
        Assert.That(log.Kinds.Sum(kind => kind.Count), Is.EqualTo(10_000));
    }

    [Test]
    public void Fault_Noted_AllocatesNothing()
    {
        FaultLog log = new(_ => { });
        InvalidOperationException exception = new();
        log.Note("here", exception);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            log.Note("here", exception);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Log_ThatCannotBeWritten_MakesNoSecondFault()
    {
        FaultLog log = new(_ => throw new IOException("full"));
        log.Note("here", new InvalidOperationException());
        log.WriteNew();
        Assert.That(log.Count, Is.EqualTo(1));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void LogFile_InTheStateFolder_HoldsOneLineASentenceAndStaysBounded()
    {
        string? before = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        string folder = Directory.CreateTempSubdirectory("faderstager-log-").FullName;
        try
        {
            Environment.SetEnvironmentVariable("XDG_STATE_HOME", folder);
            Assert.That(LogFile.Folder, Is.EqualTo(Path.Combine(folder, "FaderStager")));
            LogFile.Write("Something\nhappened.");
            LogFile.Write("And again.");
            string[] lines = File.ReadAllLines(Path.Combine(LogFile.Folder, LogFile.FileName));
            Assert.That(lines, Has.Length.EqualTo(2));
            Assert.That(lines[0], Does.Match(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  FaderStager \d+\.\d+\.\d+ in .+: Something happened\.$"));

            for (int i = 0; i < 4000; i++)
            {
                LogFile.Write(new string('x', 200));
            }

            long bytes = new DirectoryInfo(LogFile.Folder).EnumerateFiles().Sum(file => file.Length);
            Assert.That(bytes, Is.LessThan(300_000));
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_STATE_HOME", before);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public void LogFile_WhereNoFileCanBe_IsLost()
    {
        string? before = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        try
        {
            Environment.SetEnvironmentVariable("XDG_STATE_HOME", "/proc/1/nowhere");
            Assert.DoesNotThrow(() => LogFile.Write("Something happened."));
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_STATE_HOME", before);
        }
    }
}
