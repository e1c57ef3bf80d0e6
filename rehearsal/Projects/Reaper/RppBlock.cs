namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>A block of a project with the lines and blocks in it that are of use, in their order.</summary>
/// <param name="head">The line that opens it; its key is the block's name.</param>
internal sealed class RppBlock(RppLine head)
{
    private readonly List<object> _content = [];

    /// <summary>The line that opens it.</summary>
    public RppLine Head { get; } = head;

    /// <summary>What kind of block it is.</summary>
    public string Name => Head.Key;

    /// <summary>What it holds, in order: <see cref="RppLine"/> and <see cref="RppBlock"/>.</summary>
    public IReadOnlyList<object> Content => _content;

    /// <summary>The lines in it.</summary>
    public IEnumerable<RppLine> Lines => _content.OfType<RppLine>();

    /// <summary>The blocks in it.</summary>
    public IEnumerable<RppBlock> Blocks => _content.OfType<RppBlock>();

    /// <summary>The first line with a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The line, or null.</returns>
    public RppLine? Line(string key) => Lines.FirstOrDefault(line => line.Key == key);

    /// <summary>A number of the first line with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="index">Which value, from 0.</param>
    /// <param name="absent">What it is where there is no such line or value.</param>
    /// <returns>The number; NaN when something else stands there.</returns>
    public double Number(string key, int index, double absent) => Line(key)?.Figure(index, absent) ?? absent;

    /// <summary>A whole number of the first line with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="index">Which value, from 0.</param>
    /// <param name="absent">What it is where there is no such line or value.</param>
    /// <returns>The number.</returns>
    public int Whole(string key, int index, int absent = 0) => Line(key)?.Whole(index, absent) ?? absent;

    /// <summary>Appends a line or a block.</summary>
    /// <param name="content">The line or block.</param>
    public void Add(object content) => _content.Add(content);
}
