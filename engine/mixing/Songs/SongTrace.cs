namespace FaderStager.Mixing.Songs;

/// <summary>One voice's curve against the focal, ready to be drawn: a lowest and a highest point for each column, faders counted.</summary>
/// <remarks>
/// [any] Read it and let go: its storage is used again after <see cref="Buffers"/> - 1 further turns of the worker. A column in which not
/// both sound has NaN.
/// </remarks>
public sealed class SongTrace
{
    /// <summary>Traces in the ring.</summary>
    public const int Buffers = 4;

    private float[] _low = [];
    private float[] _high = [];

    /// <summary>What was asked.</summary>
    public SongQuestion? Question { get; private set; }

    /// <summary>Counts the traces of a mix: another number is another drawing.</summary>
    public long Sequence { get; private set; }

    /// <summary>Where the first column starts, in seconds of song.</summary>
    public double FromSeconds { get; private set; }

    /// <summary>Where the last one ends.</summary>
    public double ToSeconds { get; private set; }

    /// <summary>The voice's name; empty = there is no such voice.</summary>
    public string Voice { get; internal set; } = "";

    /// <summary>Whether the voice is the focal's own, which has no curve against itself.</summary>
    public bool IsFocal { get; internal set; }

    /// <summary>Target against the focal in LU; NaN = none.</summary>
    public double TargetLu { get; internal set; } = double.NaN;

    /// <summary>Tolerance about it in LU; NaN = none.</summary>
    public double ToleranceLu { get; internal set; } = double.NaN;

    /// <summary>The lowest point of each column in LU.</summary>
    public ReadOnlySpan<float> LowLu => _low;

    /// <summary>The highest point of each column in LU.</summary>
    public ReadOnlySpan<float> HighLu => _high;

    /// <summary>Storage for the columns, to be filled.</summary>
    internal (float[] Low, float[] High) Begin(SongQuestion question, long sequence, double fromSeconds, double toSeconds)
    {
        int columns = Math.Clamp(question.Columns, 1, SongQuestion.MostColumns);
        if (_low.Length != columns)
        {
            (_low, _high) = (new float[columns], new float[columns]);
        }

        (Question, Sequence, FromSeconds, ToSeconds) = (question, sequence, fromSeconds, toSeconds);
        return (_low, _high);
    }
}
