namespace FaderStager.Audio.Slots;

/// <summary>What one track measured in one complete 100 ms slot of the project timeline.</summary>
/// <remarks>
/// [audio] written, [worker] read. Slot n holds the frames from ceil(n x rate / 10) up to ceil((n + 1) x rate / 10).
/// A mono track reads as dual mono: its energies are doubled. Samples that are NaN or infinite were read as 0.
/// 48 bytes: numbers of slots are held in 32 bits, which is 6 years of song on either side of its start; what lies beyond reads as the
/// first or last of them.
/// </remarks>
public readonly record struct LoudnessSlot
{
    private readonly int _index;
    private readonly int _runStart;
    private readonly ushort _clippedRuns;

    /// <summary>Which slot: floor(project seconds x 10). Negative before the project's start.</summary>
    public required long Index
    {
        get => _index;
        init => _index = (int)Math.Clamp(value, int.MinValue, int.MaxValue);
    }

    /// <summary>K-weighted mean square over the slot's frames, summed over channels; 0 in silence.</summary>
    public required float MeanSquare { get; init; }

    /// <summary>The same with the Pestana shelf; NaN when <see cref="TrackMeter.MeasuresPestana"/> was off for any of the slot.</summary>
    public required float PestanaMeanSquare { get; init; }

    /// <summary>Unweighted mean square over the slot's frames, mean over channels (for dBFS RMS, where a full-scale square wave is 0 dB).</summary>
    public required float UnweightedMeanSquare { get; init; }

    /// <summary>Largest absolute sample of the slot, linear.</summary>
    public required float SamplePeak { get; init; }

    /// <summary>
    /// Largest absolute oversampled value of the slot, linear, never below <see cref="SamplePeak"/>. The interpolation takes 6 frames
    /// of delay: a peak between the last 6 frames of a slot counts for the next one.
    /// </summary>
    public required float TruePeak { get; init; }

    /// <summary>Largest K-weighted mean square of the 400 ms windows (hop 10 ms) of this run that end in this slot; NaN when there is none.</summary>
    public required float MomentaryMaxMeanSquare { get; init; }

    /// <summary>
    /// The same for the 3 s windows. On the 100 ms grid of the slots the loudest 3 s would read up to 0.07 LU low, most of the
    /// 0.1 that EBU Tech 3341 allows.
    /// </summary>
    public required float ShortTermMaxMeanSquare { get; init; }

    /// <summary>Runs of clipped samples that began in the slot, over all channels; see <see cref="Metering.ClipCounter"/>. 65,535 and more read as that.</summary>
    public int ClippedRuns
    {
        get => _clippedRuns;
        init => _clippedRuns = (ushort)Math.Clamp(value, 0, ushort.MaxValue);
    }

    /// <summary>Mean of the left or only channel's samples, linear: the slot's DC offset, and what a low note leaves of a period.</summary>
    public float LeftMean { get; init; }

    /// <summary>The same of the right channel; of a mono track that of its only one.</summary>
    public float RightMean { get; init; }

    /// <summary>First whole slot of the run (no jump, no stop in between) that this one belongs to.</summary>
    public required long RunStart
    {
        get => _runStart;
        init => _runStart = (int)Math.Clamp(value, int.MinValue, int.MaxValue);
    }

    /// <summary>
    /// The slot is the first of its run: the filters had not heard what comes before it. Such a slot never replaces one that was
    /// measured on a straight run, so a loop reads the same however often it is played.
    /// </summary>
    public bool IsCold => Index == RunStart;
}
