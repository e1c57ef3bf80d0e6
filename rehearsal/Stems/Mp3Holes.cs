using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Finds the holes of a damaged MP3 and fills them with silent frames, so that what follows keeps its place.</summary>
/// <remarks>
/// A frame has no number and no time: a decoder that comes to a hole goes on behind it at once. How long a hole is is told by its bytes,
/// and by the count of frames at the file's start where there is one (Xing, Info, VBRI).
/// </remarks>
internal sealed class Mp3Holes
{
    // What is read as a whole; longer files are decoded as they are.
    private const long LongestFile = 256L << 20;
    private const int FramesThatTell = 3;
    private const int MostReservoir = 511;
    private const int TagBytes = 10;
    private const int XingAt = 4;
    private const int VbriAt = 36;

    private readonly byte[] _bytes;
    private readonly List<(int Start, int End, int Frames)> _holes = [];
    private readonly List<(int Start, int Length)> _frames = [];
    private readonly HashSet<int> _unfit = [];
    private bool _isCutAtEnd;

    private Mp3Holes(byte[] bytes) => _bytes = bytes;

    /// <summary>Seconds that are silent in place of what is lost.</summary>
    public double LostSeconds { get; private set; }

    /// <summary>Where the first hole starts, in seconds.</summary>
    public double FirstSeconds { get; private set; }

    /// <summary>Looks for holes.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="origin">Where its audio starts, behind tags.</param>
    /// <returns>The holes; null where there are none, or the file is no MP3.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Mp3Holes? Find(Stream stream, long origin)
    {
        if (stream.Length - origin is < 2 * Mp3Header.Bytes or > LongestFile)
        {
            return null;
        }

        byte[] start = new byte[Mp3Header.Bytes];
        stream.Position = origin;
        stream.ReadExactly(start);
        if (!Mp3Header.At(start, 0).IsSound)
        {
            return null;
        }

        byte[] bytes = new byte[stream.Length - origin];
        stream.Position = origin;
        bytes = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        Mp3Holes holes = new(bytes);
        return holes.Look() ? holes : null;
    }

    /// <summary>Writes the file with its holes filled.</summary>
    /// <param name="target">Where to.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void WriteFilled(Stream target)
    {
        int hole = 0;
        byte[] silent = [];
        foreach ((int start, int length) in _frames)
        {
            for (; hole < _holes.Count && _holes[hole].Start <= start; hole++)
            {
                for (int frame = 0; frame < _holes[hole].Frames; frame++)
                {
                    target.Write(silent);
                }
            }

            byte[] bytes = _bytes[start..(start + length)];
            Mp3Header head = Mp3Header.At(bytes, 0);
            if (_unfit.Contains(start))
            {
                head.Silence(bytes);
            }

            target.Write(bytes);
            if (silent.Length == 0 || hole < _holes.Count)
            {
                silent = new byte[length];
                head.Silence(silent);
            }
        }
    }

    private bool Look()
    {
        Mp3Header first = Mp3Header.At(_bytes, 0);
        if (!IsFrame(first.Length, first) && !IsEnd(first.Length))
        {
            return false;
        }

        for (int at = 0; at < _bytes.Length && !IsTail(at);)
        {
            int length = Mp3Header.At(_bytes, at).Length;
            if (IsFrame(at, first) && at + length > _bytes.Length)
            {
                _isCutAtEnd = true;
                break;
            }

            // A frame behind which none follows was hit by what made the hole.
            if (IsFrame(at, first) && (IsFrame(at + length, first) || IsEnd(at + length)))
            {
                _frames.Add((at, length));
                at += length;
                continue;
            }

            int next = NextFrame(at + 1, first);
            if (next < 0)
            {
                _isCutAtEnd = true;
                break;
            }

            _holes.Add((at, next, 0));
            at = next;
        }

        Measure(first);
        return LostSeconds > 0;
    }

    private void Measure(Mp3Header first)
    {
        double bytesOfOne = _frames.Count == 0 ? 1 : _frames.Average(frame => (double)frame.Length);
        int[] lost = [.. _holes.Select(hole => IsTag(hole.Start) ? 0 : Math.Max(1, (int)Math.Round((hole.End - hole.Start) / bytesOfOne)))];
        if (PromisedFrames(first) is { } promised)
        {
            // The count includes all frames but the one that holds it. One that more than doubles the file is not believed.
            long missing = Math.Max(0, promised + 1L - _frames.Count);
            if (_isCutAtEnd || missing > _frames.Count + lost.Sum())
            {
                missing = Math.Min(missing, lost.Sum());
            }

            Share(lost, (int)missing);
        }

        for (int index = 0; index < lost.Length; index++)
        {
            _holes[index] = _holes[index] with { Frames = lost[index] };
            FindUnfit(_holes[index].End);
        }

        int silent = lost.Sum() + _unfit.Count;
        LostSeconds = (double)silent * first.Samples / first.RateHz;
        FirstSeconds = silent == 0 ? 0 : (double)_frames.Count(frame => frame.Start < _holes[Array.FindIndex(lost, frames => frames > 0) is >= 0 and var at ? at : 0].Start) * first.Samples / first.RateHz;
    }

    /// <summary>Gives the frames that are missing to the holes, in proportion to their bytes.</summary>
    private static void Share(int[] lost, int missing)
    {
        int told = lost.Sum();
        int given = 0;
        int passed = 0;
        for (int index = 0; index < lost.Length; index++)
        {
            passed += lost[index];
            int upTo = told == 0 ? 0 : (int)Math.Round((double)missing * passed / told);
            lost[index] = upTo - given;
            given = upTo;
        }
    }

    /// <summary>Frames behind a hole whose samples begin in what is lost.</summary>
    private void FindUnfit(int from)
    {
        int there = 0;
        for (int index = _frames.FindIndex(frame => frame.Start == from); index >= 0 && index < _frames.Count && there < MostReservoir; index++)
        {
            (int start, int length) = _frames[index];
            Mp3Header head = Mp3Header.At(_bytes, start);
            if (head.BodyStart >= length)
            {
                return;
            }

            if (head.BytesBefore(_bytes.AsSpan(start, length)) > there)
            {
                _ = _unfit.Add(start);
            }

            there += length - head.BodyStart;
        }
    }

    private int? PromisedFrames(Mp3Header first)
    {
        int xing = XingAt + first.SideBytes;
        if (_bytes.Length > xing + 12 && (_bytes.AsSpan(xing, 4).SequenceEqual("Xing"u8) || _bytes.AsSpan(xing, 4).SequenceEqual("Info"u8)) && (_bytes[xing + 7] & 1) != 0)
        {
            return BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(xing + 8));
        }

        return _bytes.Length > VbriAt + 18 && _bytes.AsSpan(VbriAt, 4).SequenceEqual("VBRI"u8) ? BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(VbriAt + 14)) : null;
    }

    private int NextFrame(int from, Mp3Header first)
    {
        for (int at = from; at <= _bytes.Length - Mp3Header.Bytes; at++)
        {
            int to = at;
            int frames = 0;
            while (frames < FramesThatTell && IsFrame(to, first))
            {
                frames++;
                to += Mp3Header.At(_bytes, to).Length;
            }

            if (frames == FramesThatTell || (frames > 0 && IsEnd(to)))
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsFrame(int at, Mp3Header first) => Mp3Header.At(_bytes, at) is { IsSound: true } head && head.IsAlike(first);

    private bool IsEnd(int at) => at == _bytes.Length || IsTail(at);

    /// <summary>Whether only tags follow.</summary>
    private bool IsTail(int at) => at < _bytes.Length && (Starts(at, "TAG"u8) || Starts(at, "APETAGEX"u8) || Starts(at, "LYRICSBEGIN"u8));

    private bool IsTag(int at) => at + TagBytes < _bytes.Length && Starts(at, "ID3"u8);

    private bool Starts(int at, ReadOnlySpan<byte> word) => _bytes.AsSpan(at).StartsWith(word);
}
