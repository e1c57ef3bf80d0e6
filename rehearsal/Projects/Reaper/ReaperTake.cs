namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>One take of an item: its lines and blocks up to the next take.</summary>
/// <param name="head">The line that starts it; null = the first take, which has none.</param>
internal sealed class ReaperTake(RppLine? head)
{
    private readonly RppBlock _content = new(new RppLine([], 0, 0, 0));

    /// <summary>Whether it is the one that sounds.</summary>
    public bool IsSelected { get; } = Has(head, "SEL");

    /// <summary>Whether it is empty.</summary>
    public bool IsEmpty { get; } = Has(head, "NULL");

    /// <summary>Whether this is the item's first take.</summary>
    public bool IsFirst { get; } = head is null;

    /// <summary>Its lines and blocks.</summary>
    public RppBlock Content => _content;

    /// <summary>The takes of an item; the item's own lines stand in the first.</summary>
    /// <param name="item">The item.</param>
    /// <returns>At least one.</returns>
    public static IReadOnlyList<ReaperTake> Of(RppBlock item)
    {
        List<ReaperTake> takes = [new(null)];
        foreach (object content in item.Content)
        {
            if (content is RppLine { Key: "TAKE" } line)
            {
                takes.Add(new ReaperTake(line));
            }
            else
            {
                takes[^1]._content.Add(content);
            }
        }

        return takes;
    }

    private static bool Has(RppLine? line, string word) =>
        line is not null && Enumerable.Range(0, line.Count).Any(index => line.Text(index) == word);
}
