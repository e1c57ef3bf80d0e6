namespace FaderStager.Rehearsal.Projects.Reaper;

/// <summary>Cuts a stream into lines, in constant memory whatever their length.</summary>
/// <param name="stream">The stream at its start.</param>
internal sealed class RppScanner(Stream stream)
{
    /// <summary>What is kept of one line, in bytes. REAPER's own are far shorter; what follows is passed over.</summary>
    public const int LongestLine = 65_536;

    private const int BufferBytes = 262_144;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _from;
    private int _to;
    private long _offset;

    /// <summary>The line read last, without its end.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line read last is longer than what was kept of it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Where it starts in the stream, in bytes.</summary>
    public long Offset { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool Read()
    {
        Offset = _offset;
        IsCut = false;
        if (_from == _to && !Fill())
        {
            return false;
        }

        Number++;
        while (true)
        {
            int end = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            if (end >= 0)
            {
                Take(end);
                _from += end + 1;
                _offset += end + 1;
                return true;
            }

            if (_to - _from >= LongestLine)
            {
                PassOver();
                return true;
            }

            if (!Fill())
            {
                Take(_to - _from);
                _offset += _to - _from;
                _from = _to;
                return true;
            }
        }
    }

    private void Take(int length)
    {
        int kept = Math.Min(length, LongestLine);
        IsCut = kept < length;
        int ending = kept == length && length > 0 && _buffer[_from + length - 1] == '\r' ? 1 : 0;
        Line = _buffer.AsMemory(_from, kept - ending);
    }

    /// <summary>Keeps the start of a line that is too long and goes on behind its end.</summary>
    private void PassOver()
    {
        IsCut = true;
        Line = _buffer.AsMemory(_from, LongestLine).ToArray();
        do
        {
            int end = _buffer.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            int passed = end < 0 ? _to - _from : end + 1;
            _from += passed;
            _offset += passed;
            if (end >= 0)
            {
                return;
            }
        }
        while (Fill());
    }

    /// <summary>Reads on; what was taken from the buffer last stays valid until then.</summary>
    private bool Fill()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        _to -= _from;
        _from = 0;
        int read = stream.Read(_buffer, _to, _buffer.Length - _to);
        _to += read;
        return read > 0;
    }
}
