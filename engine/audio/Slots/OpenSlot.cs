namespace FaderStager.Audio.Slots;

/// <summary>What the slot that is being heard has gathered so far.</summary>
/// <remarks>[audio]</remarks>
internal struct OpenSlot
{
    /// <summary>Whether it was heard from its first frame on.</summary>
    public bool IsWhole;

    /// <summary>Whether it is the first whole slot of a run.</summary>
    public bool IsCold;

    /// <summary>Whether the Pestana shelf was measured, warm, in every quantum.</summary>
    public bool HasPestana;

    /// <summary>Frames heard.</summary>
    public int Frames;

    /// <summary>K-weighted sum of squares over channels.</summary>
    public double Energy;

    /// <summary>The same with the Pestana shelf.</summary>
    public double PestanaEnergy;

    /// <summary>Unweighted sum of squares over channels.</summary>
    public double UnweightedEnergy;

    /// <summary>Sum of the left or only channel's samples.</summary>
    public double LeftSum;

    /// <summary>Sum of the right channel's samples; of a mono track that of its only one.</summary>
    public double RightSum;

    /// <summary>Runs of clipped samples that began.</summary>
    public int ClippedRuns;

    /// <summary>Largest absolute sample.</summary>
    public float SamplePeak;

    /// <summary>Largest absolute oversampled value.</summary>
    public float TruePeak;

    /// <summary>Largest 400 ms window; NaN when there is none.</summary>
    public double MomentaryMaxMeanSquare;

    /// <summary>Largest 3 s window; NaN when there is none.</summary>
    public double ShortTermMaxMeanSquare;

    /// <summary>Starts a slot with nothing heard.</summary>
    /// <param name="isWhole">Whether this is its first frame.</param>
    /// <param name="isCold">Whether it would be the first whole slot of a run.</param>
    /// <remarks>[audio]</remarks>
    public void Open(bool isWhole, bool isCold)
    {
        this = default;
        IsWhole = isWhole;
        IsCold = isCold;
        HasPestana = true;
        MomentaryMaxMeanSquare = double.NaN;
        ShortTermMaxMeanSquare = double.NaN;
    }

    /// <summary>The slot as it is handed over.</summary>
    /// <param name="index">Its number.</param>
    /// <param name="channels">Channels of the track.</param>
    /// <param name="weight">What the K-weighted energies are multiplied by: 2 for a mono track.</param>
    /// <param name="runStart">First whole slot of the run.</param>
    /// <returns>The slot.</returns>
    /// <remarks>[audio]</remarks>
    public readonly LoudnessSlot Close(long index, int channels, double weight, long runStart) => new()
    {
        Index = index,
        MeanSquare = (float)(weight * Energy / Frames),
        PestanaMeanSquare = HasPestana ? (float)(weight * PestanaEnergy / Frames) : float.NaN,
        UnweightedMeanSquare = (float)(UnweightedEnergy / ((double)Frames * channels)),
        LeftMean = (float)(LeftSum / Frames),
        RightMean = (float)(RightSum / Frames),
        ClippedRuns = ClippedRuns,
        SamplePeak = SamplePeak,
        TruePeak = TruePeak,
        MomentaryMaxMeanSquare = (float)(weight * MomentaryMaxMeanSquare),
        ShortTermMaxMeanSquare = (float)(weight * ShortTermMaxMeanSquare),
        RunStart = runStart,
    };
}
