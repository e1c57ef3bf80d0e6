using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FaderStager.Tests.Rooms;

/// <summary>A room as it was built: an assembly, which of ours it references, and which of its folders name which.</summary>
internal static class Room
{
    /// <summary>The assemblies of FaderStager's that one references.</summary>
    public static string[] ReferencesOf(string assembly)
    {
        using PEReader file = new(File.OpenRead(assembly));
        MetadataReader reader = file.GetMetadataReader();
        return
        [
            .. reader.AssemblyReferences
                .Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))
                .Where(name => name.StartsWith("FaderStager.", StringComparison.Ordinal)),
        ];
    }

    /// <summary>A circle of folders of an assembly, from one back to itself; null = there is none.</summary>
    public static string? CircleIn(string assembly)
    {
        Dictionary<string, HashSet<string>> uses = UsesOf(assembly);
        Assert.That(uses, Is.Not.Empty);
        return uses.Keys.Select(start => PathBack(start, uses)).FirstOrDefault(path => path is not null);
    }

    private static string? PathBack(string start, Dictionary<string, HashSet<string>> uses)
    {
        Queue<string> paths = new(uses[start]);
        HashSet<string> seen = [];
        while (paths.TryDequeue(out string? path))
        {
            string at = path.Split(" > ")[^1];
            if (at == start)
            {
                return $"{start} > {path}";
            }

            if (seen.Add(at) && uses.TryGetValue(at, out HashSet<string>? next))
            {
                foreach (string further in next)
                {
                    paths.Enqueue($"{path} > {further}");
                }
            }
        }

        return null;
    }

    /// <summary>For each namespace of an assembly the others of the same assembly that its signatures and bodies name.</summary>
    private static Dictionary<string, HashSet<string>> UsesOf(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        NamespaceFinder finder = new(file, reader);
        Dictionary<string, HashSet<string>> uses = [];
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            string own = finder.NamespaceOf(handle);
            if (own.Length > 0)
            {
                uses.TryAdd(own, []);
                uses[own].UnionWith(finder.UsedBy(handle).Where(name => name.Length > 0 && name != own));
            }
        }

        return uses;
    }
}
