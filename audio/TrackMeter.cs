using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;

namespace FaderStager.Audio;

/// <summary>Meters one track: cuts its blocks at the 100 ms borders of the song and hands every complete slot over.</summary>
public sealed class TrackMeter
{
    /// <summary>Where complete slots go.</summary>
    /// <remarks>[audio] writes, [worker] reads.</remarks>
    public SlotQueue Slots { get; } = new();

    /// <summary>Whether the Pestana shelf is measured beside the K-weighting.</summary>
    /// <remarks>[any] Taken up by the next block.</remarks>
    public bool MeasuresPestana { get; set; }

    /// <summary>K-weighted mean square of the last 400 ms heard, rolling or not, channel sum; NaN before the first 400 ms.</summary>
    /// <remarks>[any]</remarks>
    public double LiveMomentaryMeanSquare { get; }

    /// <summary>Blocks in which a NaN or infinite sample was found (and read as 0), since the last reset.</summary>
    /// <remarks>[any]</remarks>
    public long BlocksWithInvalidSamples { get; }

    /// <summary>Allocates for a set-up and resets.</summary>
    /// <param name="setup">Rate, longest block, channels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set-up is out of range.</exception>
    /// <remarks>[setup]</remarks>
    public void Prepare(in ProcessSetup setup) => throw new NotSupportedException();

    /// <summary>Forgets all that was heard; the open slot is dropped.</summary>
    /// <remarks>[setup]</remarks>
    public void Reset() => throw new NotSupportedException();

    /// <summary>Meters the block's input.</summary>
    /// <param name="block">The block, up to the prepared frames and channels.</param>
    /// <param name="position">Song position of its first frame.</param>
    /// <remarks>[audio]</remarks>
    public void Process(in AudioBlock block, in SongPosition position) => throw new NotSupportedException();
}
