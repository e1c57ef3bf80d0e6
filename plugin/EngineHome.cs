using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace FaderStager.Plugin;

/// <summary>One engine for all modules of one build in a process: two installs, or the VST3 and the AudioPlugSharp edition, meet in one mix.</summary>
/// <remarks>
/// <para>
/// [ui] .NET gives every module a load context, so statics of its own and a coordinator that sees no other's tracks. The context of the module that
/// comes first is therefore the home of its build, known to the process by the engine's identity; a shell that comes later is loaded into it once more.
/// WPF finds XAML by the name of its assembly over all contexts, so only in one home do both editors draw.
/// </para>
/// <para>A module of another build stays apart: its engine is another one. Two that start at the same moment stay apart as well; neither comes to harm.</para>
/// </remarks>
internal static class EngineHome
{
    private const string Engine = "FaderStager.Mixing";
    private const string Ours = "FaderStager";

    /// <summary>The shell to run: the given one, or its other self in the home of its build.</summary>
    /// <param name="shell">The shell's assembly; the engine stands beside it.</param>
    /// <returns>The given assembly as well where there is nothing to join, or joining fails.</returns>
    public static Assembly Find(Assembly shell)
    {
        AssemblyLoadContext own = AssemblyLoadContext.GetLoadContext(shell)!;
        string folder = Path.GetDirectoryName(shell.Location) ?? "";
        if (IdentityOf(Path.Combine(folder, Engine + ".dll")) is not { } engine)
        {
            return shell;
        }

        string key = $"{Ours} {engine}";
        if (AppDomain.CurrentDomain.GetData(key) is not AssemblyLoadContext home)
        {
            AppDomain.CurrentDomain.SetData(key, own);
            return shell;
        }

        return home == own ? shell : Joined(shell, own, home, folder);
    }

    private static Assembly Joined(Assembly shell, AssemblyLoadContext own, AssemblyLoadContext home, string folder)
    {
        string? name = shell.GetName().Name;
        if (home.Assemblies.FirstOrDefault(other => other.GetName().Name == name) is { } there)
        {
            return there.ManifestModule.ModuleVersionId == shell.ManifestModule.ModuleVersionId ? there : shell;
        }

        // What only this shell needs comes from beside it; what is not ours (AudioPlugSharp) is that of its own context.
        home.Resolving += (context, wanted) =>
        {
            string file = Path.Combine(folder, wanted.Name + ".dll");
            return wanted.Name?.StartsWith(Ours, StringComparison.Ordinal) != true ? own.LoadFromAssemblyName(wanted)
                : File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
        try
        {
            return home.LoadFromAssemblyPath(shell.Location);
        }
        catch (Exception problem) when (problem is IOException or BadImageFormatException)
        {
            return shell;
        }
    }

    /// <summary>What the compiler gave a file: the same for the same source only. Null where it is no assembly.</summary>
    private static Guid? IdentityOf(string file)
    {
        try
        {
            using PEReader reader = new(File.OpenRead(file));
            MetadataReader metadata = reader.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
