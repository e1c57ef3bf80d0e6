using System.Text.Json.Serialization;

namespace FaderStager.Reports;

/// <summary>The figures of a whole mix in a <see cref="MixReport"/>. A figure that does not exist is null.</summary>
/// <param name="FocalAgainstRestLu">Focal minus the energy sum of all others in LU, faders counted.</param>
/// <param name="PredictedPeakDbfs">Predicted peak of the mix bus with the faders as they are, in dBFS.</param>
/// <param name="Headline">The one sentence to read first.</param>
/// <remarks>[any]</remarks>
public sealed record MixFigures(double? FocalAgainstRestLu, double? PredictedPeakDbfs, string Headline)
{
    /// <summary>Whether the focal against the rest was measured on the mix bus since the last fader move, not estimated; null, and not in the JSON, where there is no figure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? FocalAgainstRestIsMeasured { get; init; }

    /// <summary>True where the predicted peak rests on what the mix bus measured; else null, and not in the JSON.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? PredictedPeakIsFromBus { get; init; }

    /// <summary>Integrated loudness of the mix bus with the faders as they are, in LUFS; null, and not in the JSON, where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BusLufs { get; init; }

    /// <summary>The mix bus against the energy sum of its tracks in LU since the last fader move; null, and not in the JSON, where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BusAgainstTracksLu { get; init; }

    /// <summary>Voices: tracks that are heard as one count once; tracks out of the mix, buses and the mix bus not at all.</summary>
    public int Voices { get; init; }

    /// <summary>How far forward the lead is in LU: all targets are that much lower.</summary>
    public double ForwardLu { get; init; }

    /// <summary>How far forward the faders say that the lead is, in LU, where that is offered; null = nothing is offered.</summary>
    public double? ForwardOfferLu { get; init; }

    /// <summary>The mix over its song: what counts, sections, rides. Null, and not in the JSON, where it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SongFigures? Song { get; init; }
}
