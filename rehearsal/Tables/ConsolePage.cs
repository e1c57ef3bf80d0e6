using Spectre.Console;

namespace FaderStager.Rehearsal.Tables;

/// <summary>What the rehearsal says on the console: headings, sentences, tables.</summary>
/// <remarks>On a terminal in colour and with a line under table heads; otherwise plain text, 100 columns wide.</remarks>
public sealed class ConsolePage
{
    /// <summary>Columns of plain text, and the most that a terminal's width is used of.</summary>
    public const int WidestColumns = 100;

    private const int NarrowestColumns = 20;

    private readonly IAnsiConsole _console;
    private readonly TextWriter _writer;
    private readonly StringWriter? _plain;

    /// <summary>A page on a writer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="isTerminal">Whether a person sits before it.</param>
    /// <param name="columns">Columns of the terminal, or null to ask it.</param>
    public ConsolePage(TextWriter writer, bool isTerminal, int? columns = null)
    {
        IsTerminal = isTerminal;
        _writer = writer;
        _plain = isTerminal ? null : new StringWriter { NewLine = "\n" };
        bool inColour = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_plain ?? writer),
            Ansi = inColour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = inColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        _console.Profile.Width = isTerminal ? Math.Clamp(columns ?? _console.Profile.Width, NarrowestColumns, WidestColumns) : WidestColumns;
    }

    /// <summary>Whether a person sits before it.</summary>
    public bool IsTerminal { get; }

    /// <summary>A heading with an empty line before it.</summary>
    /// <param name="title">The heading, in capitals.</param>
    /// <param name="rest">What goes on after it.</param>
    public void Heading(string title, string rest)
    {
        Gap();
        Say($"{title.ToUpperInvariant()} · {rest}", new Style(Color.Grey70, decoration: Decoration.Bold));
    }

    /// <summary>A sentence to read first.</summary>
    /// <param name="text">The sentence.</param>
    public void Headline(string text) => Say(text, new Style(decoration: Decoration.Bold));

    /// <summary>A sentence.</summary>
    /// <param name="text">The sentence.</param>
    public void Say(string text) => Say(text, Style.Plain);

    /// <summary>A numbered sentence whose further lines are set in.</summary>
    /// <param name="number">The number.</param>
    /// <param name="text">The sentence.</param>
    public void Step(int number, string text)
    {
        Grid grid = new();
        _ = grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(1, 0, 1, 0), Alignment = Justify.Right, Width = 3 });
        _ = grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        _ = grid.AddRow(new Text($"{number}."), new Text(PlainWriter.Plain(text)));
        Put(grid);
    }

    /// <summary>A line of a list whose further lines are set in.</summary>
    /// <param name="text">The line.</param>
    public void Item(string text)
    {
        Grid grid = new();
        _ = grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(1, 0, 1, 0), Width = 1 });
        _ = grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        _ = grid.AddRow(new Text("·"), new Text(text));
        Put(grid);
    }

    /// <summary>Something to type, on a line of its own that is never broken.</summary>
    /// <param name="command">The command line.</param>
    public void Command(string command) => _writer.Write($"  {PlainWriter.Plain(command)}\n");

    /// <summary>A line that is drawn with characters: never broken, cut where the terminal ends.</summary>
    /// <param name="text">The line.</param>
    public void Line(string text)
    {
        string plain = PlainWriter.Plain(text).TrimEnd();
        _writer.Write($"{(plain.Length <= _console.Profile.Width ? plain : plain[.._console.Profile.Width])}\n");
    }

    /// <summary>An empty line.</summary>
    public void Gap() => Put(Text.NewLine);

    /// <summary>A table without frame. Where the terminal is too narrow for it, columns that can be missed are left out; no word is broken.</summary>
    /// <param name="heads">Head of each column. "&gt;" before it sets its column to the right, "?" marks one that can be missed, the last first.</param>
    /// <param name="rows">The cells of each row.</param>
    internal void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        IReadOnlyList<Cell>[] all = [.. rows];
        (int[] columns, int longestName) = Fitting(heads, all);
        Table table = new() { Border = IsTerminal ? TableBorder.Simple : TableBorder.None, ShowHeaders = true };
        foreach (int column in columns)
        {
            _ = table.AddColumn(new TableColumn(new Text(heads[column].TrimStart('?', '>'), new Style(Color.Grey70)) { Overflow = Overflow.Ellipsis })
            {
                Alignment = heads[column].Contains('>', StringComparison.Ordinal) ? Justify.Right : Justify.Left,
                Padding = new Padding(1, 0, 1, 0),
                NoWrap = IsTerminal,
            });
        }

        foreach (IReadOnlyList<Cell> row in all)
        {
            _ = table.AddRow(columns.Select(column => new Text(column == NameColumn(heads) ? Shorten(PlainWriter.Plain(row[column].Text), longestName) : PlainWriter.Plain(row[column].Text), row[column].Style) { Overflow = Overflow.Ellipsis }));
        }

        Put(table);
    }

    private static int NameColumn(IReadOnlyList<string> heads) => heads[0].StartsWith('>') ? 1 : 0;

    private static string Shorten(string text, int longest) => text.Length <= longest ? text : text[..(longest - 1)] + "…";

    /// <summary>The columns that fit, and how long a name may be so that they do.</summary>
    private (int[] Columns, int LongestName) Fitting(IReadOnlyList<string> heads, IReadOnlyList<Cell>[] rows)
    {
        List<int> columns = [.. Enumerable.Range(0, heads.Count)];
        if (!IsTerminal)
        {
            return ([.. columns], int.MaxValue);
        }

        const int Spaces = 2;
        const int ShortestName = 6;
        int[] widths = [.. columns.Select(column => Spaces + rows.Select(row => row[column].Text.Length).Append(heads[column].TrimStart('?', '>').Length).Max())];
        while (columns.Sum(column => widths[column]) + 1 > _console.Profile.Width && columns.FindLastIndex(column => heads[column].StartsWith('?')) is >= 0 and var missed)
        {
            columns.RemoveAt(missed);
        }

        int over = Math.Max(0, columns.Sum(column => widths[column]) + 1 - _console.Profile.Width);
        return ([.. columns], Math.Max(ShortestName, widths[NameColumn(heads)] - Spaces - over));
    }

    /// <summary>Runs something long, with a progress bar where a person sits before it.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="work">The work; it reports 0 to 1.</param>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <returns>What came of it.</returns>
    public T WithProgress<T>(string title, Func<Action<double>, T> work)
    {
        if (!IsTerminal)
        {
            return work(_ => { });
        }

        return _console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(PlainWriter.Plain(title)), maxValue: 1);
                return work(done => task.Value = done);
            });
    }

    private void Say(string text, Style style)
    {
        Put(new Text(PlainWriter.Plain(text) + "\n", style));
    }

    /// <summary>Writes a piece; as plain text without the spaces that fill lines.</summary>
    private void Put(Spectre.Console.Rendering.IRenderable piece)
    {
        _console.Write(piece);
        if (_plain is not null)
        {
            _writer.Write(string.Join('\n', _plain.ToString().Split('\n').Select(line => line.TrimEnd())));
            _ = _plain.GetStringBuilder().Clear();
        }
    }
}
