using System.Collections.Frozen;
using System.Text;

namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>Reads the blocks of a project, as far as they are of use.</summary>
/// <remarks>
/// Every version of REAPER adds lines and blocks: what is not known is passed over without being kept, at any depth. The
/// grammar is that of project files as REAPER 5 to 7 writes them.
/// </remarks>
internal static class RppTree
{
    /// <summary>The longest project file that is read, in bytes.</summary>
    public const long LongestFile = 512L << 20;

    private const int MostKept = 2_000_000;
    private const int MostPoints = 3;
    private const int DeepestKept = 16;

    private static readonly FrozenSet<string> PlugIns =
        new[] { "VST", "AU", "JS", "CLAP", "LV2", "DX", "VIDEO_EFFECT", "CONTAINER" }.ToFrozenSet();

    private static readonly FrozenSet<string> Envelopes = new[] { "VOLENV", "VOLENV2", "VOLENV3", "MUTEENV", "MASTERVOLENV", "MASTERVOLENV2", "MASTERVOLENV3", "AUXVOLENV", "AUXMUTEENV" }.ToFrozenSet();

    private static readonly FrozenSet<string> KeptBlocks =
        PlugIns.Concat(Envelopes).Concat(["REAPER_PROJECT", "TRACK", "ITEM", "SOURCE", "FXCHAIN", "MASTERFXLIST", "TAKEFX", "NAME"]).ToFrozenSet();

    private static readonly FrozenSet<string> KeptLines = new[]
    {
        "NAME", "PEAKCOL", "VOLPAN", "MUTESOLO", "IPHASE", "PLAYOFFS", "ISBUS", "FX", "AUXRECV", "MAINSEND", "FREEMODE", "LANESOLO",
        "POSITION", "LENGTH", "LOOP", "ALLTAKES", "MUTE", "FADEIN", "FADEOUT", "SOFFS", "PLAYRATE", "CHANMODE", "SM", "YPOS",
        "TAKE", "TAKEVOLPAN", "FILE", "STARTPOS", "MODE", "ACT", "PT", "POOLEDENVINST", "BYPASS",
        "PANLAW", "PANMODE", "MASTER_VOLUME", "MASTER_FX", "MARKER",
    }.ToFrozenSet();

    /// <summary>Whether a block is a plug-in of a chain.</summary>
    /// <param name="block">The block.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsPlugIn(RppBlock block) => PlugIns.Contains(block.Name);

    /// <summary>Whether a block is an envelope of a volume or a mute.</summary>
    /// <param name="block">The block.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsEnvelope(RppBlock block) => Envelopes.Contains(block.Name);

    /// <summary>Reads a project.</summary>
    /// <param name="stream">The file at its start.</param>
    /// <param name="label">Its name, for messages.</param>
    /// <returns>The outermost block.</returns>
    /// <exception cref="InputException">It is no project, it is cut short, or it is beyond what any project is.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static RppBlock Read(Stream stream, string label)
    {
        RppScanner scanner = new(stream);
        Stack<RppBlock> open = [];
        int passedOver = 0;
        int kept = 0;
        while (scanner.Read())
        {
            ReadOnlySpan<byte> line = scanner.Line.Span;
            int start = StartOf(line, scanner.Number);
            if (open.Count == 0)
            {
                if (start == line.Length)
                {
                    continue;
                }

                RppLine head = line[start] == '<' ? LineOf(scanner, start + 1) : LineOf(scanner, start);
                open.Push(line[start] == '<' && head.Key == "REAPER_PROJECT" ? new RppBlock(head) : throw new InputException(
                    $"{label} is not a REAPER project, whatever its name says: it does not begin with <REAPER_PROJECT."));
                continue;
            }

            byte first = start < line.Length ? line[start] : (byte)0;
            if (first == '<')
            {
                if (passedOver > 0 || open.Count >= DeepestKept || IsPlugIn(open.Peek()) || !KeptBlocks.Contains(KeyOf(line, start + 1)))
                {
                    passedOver++;
                    continue;
                }

                RppBlock block = new(LineOf(scanner, start + 1));
                open.Peek().Add(block);
                open.Push(block);
                kept = Count(kept, label);
            }
            else if (first == '>' && line[start..].TrimEnd(" \t"u8).Length == 1)
            {
                if (passedOver > 0)
                {
                    passedOver--;
                    continue;
                }

                RppBlock closed = open.Pop();
                if (open.Count == 0)
                {
                    return closed;
                }
            }
            else if (passedOver == 0 && IsKept(open.Peek(), line, start))
            {
                open.Peek().Add(LineOf(scanner, start));
                kept = Count(kept, label);
            }

            if (scanner.Offset > LongestFile)
            {
                throw new InputException($"{label} is longer than {LongestFile >> 20} MB, which no REAPER project is.");
            }
        }

        throw open.Count == 0
            ? new InputException($"{label} is empty.")
            : new InputException($"{label} is cut short: it ends inside the {open.Peek().Name} that starts in line {open.Peek().Head.Number}.");

        RppLine LineOf(RppScanner at, int start) => at.IsCut
            ? throw new InputException($"{label} cannot be read: its line {at.Number} is longer than {RppScanner.LongestLine} bytes, which no such line of a REAPER project is.")
            : new RppLine(at.Line.Span, start, at.Offset, at.Number);
    }

    private static bool IsKept(RppBlock block, ReadOnlySpan<byte> line, int start)
    {
        if (IsPlugIn(block) || start == line.Length)
        {
            return false;
        }

        // The exact text of a name that holds all kinds of quotes.
        if (line[start] == '|')
        {
            return block.Name == "NAME";
        }

        string key = KeyOf(line, start);
        return KeptLines.Contains(key) && (key != "PT" || (IsEnvelope(block) && IsNews(block, line, start)));
    }

    /// <summary>Of an envelope only a few points are kept that are not alike: enough to tell whether it stands still.</summary>
    private static bool IsNews(RppBlock envelope, ReadOnlySpan<byte> line, int start)
    {
        string value = new RppLine(line, start, 0, 0).Text(1);
        RppLine[] points = [.. envelope.Lines.Where(known => known.Key == "PT")];
        return points.Length < MostPoints && points.All(known => known.Text(1) != value);
    }

    private static int Count(int kept, string label) => kept < MostKept
        ? kept + 1
        : throw new InputException($"{label} holds more than {MostKept} lines that matter, which no REAPER project does.");

    private static int StartOf(ReadOnlySpan<byte> line, int number)
    {
        int start = number == 1 && line.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < line.Length && line[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        return start;
    }

    private static string KeyOf(ReadOnlySpan<byte> line, int start)
    {
        const int LongestKey = 32;
        ReadOnlySpan<byte> rest = line[start..];
        int length = rest.IndexOfAny((byte)' ', (byte)'\t');
        rest = length < 0 ? rest : rest[..length];
        return rest.Length <= LongestKey ? Encoding.ASCII.GetString(rest) : "";
    }
}
