using System.Globalization;
using System.Text;

namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>One statement of a project: a key and its values, and where they stand in the file.</summary>
internal sealed class RppLine
{
    private readonly byte[] _bytes;
    private readonly List<Range> _words;

    /// <summary>Splits a line into words.</summary>
    /// <param name="bytes">The line without its end.</param>
    /// <param name="start">Where in it the first word may begin.</param>
    /// <param name="offset">Where in the file the line starts, in bytes.</param>
    /// <param name="number">Its number, from 1.</param>
    public RppLine(ReadOnlySpan<byte> bytes, int start, long offset, int number)
    {
        _bytes = bytes.ToArray();
        Offset = offset;
        Number = number;
        _words = Split(_bytes, start);
        Key = _words.Count == 0 ? "" : Text(-1);
    }

    /// <summary>Where in the file the line starts, in bytes.</summary>
    public long Offset { get; }

    /// <summary>The line's number, from 1.</summary>
    public int Number { get; }

    /// <summary>Bytes of the line without its end.</summary>
    public int Length => _bytes.Length;

    /// <summary>The whole line as text.</summary>
    public string Raw => Encoding.UTF8.GetString(_bytes);

    /// <summary>The first word.</summary>
    public string Key { get; }

    /// <summary>How many values follow the key.</summary>
    public int Count => Math.Max(0, _words.Count - 1);

    /// <summary>A value as text.</summary>
    /// <param name="index">From 0; -1 = the key.</param>
    /// <returns>The text without its quotes; empty when it is not there.</returns>
    public string Text(int index) => index + 1 < _words.Count ? Encoding.UTF8.GetString(_bytes[_words[index + 1]]) : "";

    /// <summary>A value as a number.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="absent">What it is where the line is shorter, as in files of older versions.</param>
    /// <returns>The number; NaN when something else stands there.</returns>
    public double Figure(int index, double absent)
    {
        if (index + 1 >= _words.Count)
        {
            return absent;
        }

        return double.TryParse(_bytes.AsSpan(_words[index + 1]), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : double.NaN;
    }

    /// <summary>A value as a whole number, or as a flag.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="absent">What it is where the line is shorter or holds something else.</param>
    /// <returns>The number.</returns>
    public int Whole(int index, int absent = 0)
    {
        double number = Figure(index, absent);
        return Math.Abs(number) <= int.MaxValue ? (int)number : absent;
    }

    /// <summary>Where a value stands in the file.</summary>
    /// <param name="index">From 0; it is there.</param>
    /// <returns>First byte and length.</returns>
    public (long Offset, int Length) PlaceOf(int index)
    {
        (int start, int length) = _words[index + 1].GetOffsetAndLength(_bytes.Length);
        return (Offset + start, length);
    }

    private static List<Range> Split(byte[] line, int start)
    {
        List<Range> words = [];
        for (int at = start; at < line.Length;)
        {
            if (IsBlank(line[at]))
            {
                at++;
                continue;
            }

            bool isQuoted = line[at] is (byte)'"' or (byte)'\'' or (byte)'`';
            int from = isQuoted ? at + 1 : at;
            int length = isQuoted ? line.AsSpan(from).IndexOf(line[at]) : line.AsSpan(from).IndexOfAny((byte)' ', (byte)'\t');
            int to = length < 0 ? line.Length : from + length;
            words.Add(from..to);
            at = isQuoted ? to + 1 : to;
        }

        return words;
    }

    private static bool IsBlank(byte letter) => letter is (byte)' ' or (byte)'\t';
}
