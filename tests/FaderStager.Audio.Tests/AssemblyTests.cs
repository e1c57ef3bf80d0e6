using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FaderStager.Audio.Tests;

/// <summary>What the audio assembly may not reach, read from its metadata: the analyser does not see a <c>lock</c> statement.</summary>
internal sealed class AssemblyTests
{
    private static readonly string[] Banned =
    [
        "System.Threading.Monitor", "System.Threading.Lock", "System.Threading.SemaphoreSlim", "System.Threading.Mutex",
        "System.Threading.ManualResetEvent", "System.Threading.ManualResetEventSlim", "System.Threading.AutoResetEvent",
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.SpinLock", "System.Threading.ReaderWriterLockSlim",
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Parallel", "System.Console", "System.IO.File", "System.IO.Stream",
        "System.Diagnostics.Debug", "System.Diagnostics.Trace", "System.Diagnostics.Stopwatch", "System.DateTime", "System.DateTimeOffset",
        "System.Collections.Generic.List`1", "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.Queue`1",
        "System.Collections.Generic.HashSet`1", "System.Collections.Concurrent.ConcurrentQueue`1", "System.Linq.Enumerable", "System.GC",
    ];

    [Test]
    public void AudioAssembly_Metadata_NamesNothingThatLocksWaitsOrGrows()
    {
        using var file = new PEReader(File.OpenRead(typeof(TrackMeter).Assembly.Location));
        MetadataReader reader = file.GetMetadataReader();
        string[] used =
        [
            .. reader.TypeReferences
                .Select(reader.GetTypeReference)
                .Select(t => $"{reader.GetString(t.Namespace)}.{reader.GetString(t.Name)}"),
        ];

        Assert.That(used, Is.Not.Empty);
        Assert.That(used.Intersect(Banned), Is.Empty);
    }

    [Test]
    public void AudioAssembly_Metadata_ReferencesNoPackage()
    {
        Assert.That(typeof(TrackMeter).Assembly.GetReferencedAssemblies().Select(a => a.Name), Has.All.StartsWith("System."));
    }
}
