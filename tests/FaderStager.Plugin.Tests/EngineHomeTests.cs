using System.Reflection;
using System.Runtime.Loader;
using AudioPlugSharp;

namespace FaderStager.Plugin.Tests;

/// <summary>Modules as .NET loads them: each in a context of its own, from a folder of its own.</summary>
public sealed class EngineHomeTests
{
    private readonly List<string> _folders = [];

    [OneTimeTearDown]
    public void RemoveFolders() => _folders.ForEach(folder => Directory.Delete(folder, recursive: true));

    [Test]
    public void Editions_OfOneBuildInTwoFolders_RunOneEngine()
    {
        IAudioPlugin first = NewPlugin(Install());
        IAudioPlugin second = NewPlugin(Install());

        Assert.That(second.GetType().Assembly, Is.Not.SameAs(first.GetType().Assembly), "two modules");
        Assert.That(second.Processor.GetType(), Is.SameAs(first.Processor.GetType()), "one engine");
        Assert.That((second.PluginName, second.CacheLoadContext, second.PluginID), Is.EqualTo((first.PluginName, true, first.PluginID)));
        Assert.That(second.Editor, Is.SameAs(second.Processor));
        using FakeBridge host = new(FakeBridge.NewCoordinator());
        second.Host = host;
        Assert.That(second.Processor.Parameters, Is.Not.Empty);
        Assert.That(((AudioPluginBase)second.Processor).Host, Is.SameAs(host));
    }

    [Test]
    public void AnotherShell_AfterTheEdition_RunsInTheEditionsEngine()
    {
        string one = Install();
        string other = Install();
        IAudioPlugin edition = NewPlugin(one);
        AssemblyLoadContext home = AssemblyLoadContext.GetLoadContext(edition.Processor.GetType().Assembly)!;
        // A shell that only the other module has: the home finds it, and what it needs, beside it.
        File.Move(Path.Combine(other, "FaderStager.Reports.dll"), Path.Combine(other, "FaderStager.Shell.dll"));
        Assembly shell = new Module(other).LoadFromAssemblyPath(Path.Combine(other, "FaderStager.Shell.dll"));

        Assembly joined = EngineHome.Find(shell);

        Assert.That(AssemblyLoadContext.GetLoadContext(joined), Is.SameAs(home));
        Assert.That(joined.ManifestModule.ModuleVersionId, Is.EqualTo(shell.ManifestModule.ModuleVersionId));
    }

    [Test]
    public void Edition_OfAnotherBuild_StaysApart()
    {
        IAudioPlugin ours = NewPlugin(Install());
        string other = Install();
        byte[] engine = File.ReadAllBytes(Path.Combine(other, "FaderStager.Mixing.dll"));
        byte[] identity = typeof(Mixing.Mixes.Coordinator).Module.ModuleVersionId.ToByteArray();
        int place = engine.AsSpan().IndexOf(identity);
        engine[place] ^= 0xFF;
        File.WriteAllBytes(Path.Combine(other, "FaderStager.Mixing.dll"), engine);

        IAudioPlugin theirs = NewPlugin(other);

        Assert.That(theirs.Processor.GetType(), Is.Not.SameAs(ours.Processor.GetType()));
        Assert.That(AssemblyLoadContext.GetLoadContext(theirs.Processor.GetType().Assembly), Is.SameAs(AssemblyLoadContext.GetLoadContext(theirs.GetType().Assembly)));
    }

    [Test]
    public void Find_WithoutAnEngineBesideIt_IsTheShellItself()
    {
        string folder = Install();
        Assembly shell = new Module(folder).LoadFromAssemblyPath(Path.Combine(folder, "FaderStager.Audio.dll"));
        File.WriteAllText(Path.Combine(folder, "FaderStager.Mixing.dll"), "no assembly");

        Assert.That(EngineHome.Find(shell), Is.SameAs(shell));
    }

    [Test]
    public void Assembly_ForTheBridge_HasOnePublicTypeThatIsAPlugin() =>
        Assert.That(typeof(FaderStagerEdition).Assembly.GetExportedTypes().Where(typeof(IAudioPlugin).IsAssignableFrom), Is.EqualTo(new[] { typeof(FaderStagerEdition) }));

    private static IAudioPlugin NewPlugin(string folder) =>
        (IAudioPlugin)new Module(folder).LoadFromAssemblyPath(Path.Combine(folder, "FaderStager.dll")).CreateInstance(typeof(FaderStagerEdition).FullName!)!;

    private string Install()
    {
        string folder = Directory.CreateTempSubdirectory("FaderStager-module-").FullName;
        _folders.Add(folder);
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory, "FaderStager*.dll").Append(Path.Combine(AppContext.BaseDirectory, "CommunityToolkit.Mvvm.dll")).Where(File.Exists))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    /// <summary>Everything of ours from its folder; AudioPlugSharp is that of the process.</summary>
    private sealed class Module(string folder) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string file = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
