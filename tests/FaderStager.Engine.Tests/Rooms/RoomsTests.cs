using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using FaderStager.Audio;
using FaderStager.Measuring;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;

namespace FaderStager.Engine.Tests.Rooms;

/// <summary>The rooms of the engine as they were built: which references which, and no circle between the folders of one room.</summary>
public sealed class RoomsTests
{
    // In the order in which a block becomes a hint: each may reference those before it.
    private static readonly string[] Order =
    [
        typeof(TrackMeter).Assembly.Location, typeof(TrackAnalysis).Assembly.Location, typeof(Hint).Assembly.Location,
        typeof(TrackInstance).Assembly.Location, typeof(Narrator).Assembly.Location,
    ];

    [Test]
    public void Rooms_References_RunOneWay()
    {
        string[] names = [.. Order.Select(path => Path.GetFileNameWithoutExtension(path))];
        for (int room = 0; room < names.Length; room++)
        {
            using PEReader file = new(File.OpenRead(Order[room]));
            MetadataReader reader = file.GetMetadataReader();
            string[] own =
            [
                .. reader.AssemblyReferences
                    .Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))
                    .Where(name => name.StartsWith("FaderStager.", StringComparison.Ordinal)),
            ];

            Assert.That(own, Is.SubsetOf(names[..room]), names[room]);
        }
    }

    [TestCaseSource(nameof(Order))]
    public void Room_Folders_HaveNoCircle(string assembly)
    {
        Dictionary<string, HashSet<string>> uses = NamespaceUses(assembly);
        Assert.That(uses, Is.Not.Empty);
        foreach (string start in uses.Keys)
        {
            Assert.That(PathBack(start, uses), Is.Null, $"a circle of folders from {start}");
        }
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
    private static Dictionary<string, HashSet<string>> NamespaceUses(string path)
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
