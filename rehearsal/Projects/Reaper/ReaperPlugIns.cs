using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>Lists the active plug-ins of a chain.</summary>
internal static class ReaperPlugIns
{
    /// <summary>Names of the plug-ins that are neither bypassed nor offline.</summary>
    /// <param name="chain">The chain, or null.</param>
    /// <returns>Their names in the order of the chain.</returns>
    public static ImmutableArray<string> Of(RppBlock? chain)
    {
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        bool isActive = true;
        foreach (object content in chain?.Content ?? [])
        {
            if (content is RppLine { Key: "BYPASS" } bypass)
            {
                // It stands before the plug-in that it belongs to.
                isActive = bypass.Whole(0) == 0 && bypass.Whole(1) == 0;
            }
            else if (content is RppBlock block && RppTree.IsPlugIn(block))
            {
                if (isActive)
                {
                    names.Add(NameOf(block));
                }

                isActive = true;
            }
        }

        return names.ToImmutable();
    }

    /// <summary>"VST: ReaComp (Cockos)" is ReaComp to everyone.</summary>
    private static string NameOf(RppBlock plugIn)
    {
        string name = plugIn.Head.Text(0);
        int kind = name.IndexOf(": ", StringComparison.Ordinal);
        name = kind is > 0 and < 8 ? name[(kind + 2)..] : name;
        int maker = name.LastIndexOf(" (", StringComparison.Ordinal);
        name = maker > 0 ? name[..maker] : name;
        return string.IsNullOrWhiteSpace(name) ? "an unnamed plug-in" : name.Trim();
    }
}
