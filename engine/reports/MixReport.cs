using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Songs;

namespace FaderStager.Reports;

/// <summary>A mix as stable JSON: what was measured, what is suggested, and why.</summary>
/// <remarks>
/// [any] Immutable. Names and order of the properties are kept from version to version; new ones are only added.
/// NaN and infinities, which JSON does not have, are null.
/// </remarks>
public sealed record MixReport
{
    /// <summary>The approach that advises: "top-down" or "bottom-up".</summary>
    public required string Approach { get; init; }

    /// <summary>Name of the focal track, or null.</summary>
    public string? Focal { get; init; }

    /// <summary>Name of the target profile.</summary>
    public required string Profile { get; init; }

    /// <summary>The whole mix.</summary>
    public required MixFigures Mix { get; init; }

    /// <summary>The tracks, in the order in which they joined.</summary>
    public required ImmutableArray<TrackFigures> Tracks { get; init; }

    /// <summary>What is to be set in the DAW and confirmed, one line a track; null, and not in the JSON, where nothing waits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? SetInDaw { get; init; }

    /// <summary>What of a session is not heard as in its DAW, one line each; null, and not in the JSON, where there is nothing to say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Notes { get; init; }

    /// <summary>Markers and regions of a session in its order; null, and not in the JSON, where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ReportMarker>? Markers { get; init; }

    /// <summary>The report of a mix as published.</summary>
    /// <param name="state">Snapshot and advice.</param>
    /// <param name="song">The mix over its song; null = the report says nothing of it.</param>
    /// <returns>The report.</returns>
    /// <remarks>[any]</remarks>
    public static MixReport From(MixState state, SongState? song = null)
    {
        MixSnapshot mix = state.Snapshot;
        ImmutableArray<DawChecklistLine> waiting = DawChecklist.Of(mix);
        return new MixReport
        {
            SetInDaw = waiting.IsEmpty ? null : [.. waiting.Select(line => line.Text)],
            Approach = ReportNames.Name(mix.Settings.Approach),
            Focal = mix.Focal?.Name,
            Profile = mix.Profile.Name,
            Mix = new MixFigures(Finite(mix.FocalAgainstRestLu), Finite(mix.PredictedPeakDbfs), state.Advice.Headline)
            {
                FocalAgainstRestIsMeasured = double.IsFinite(mix.FocalAgainstRestLu) ? mix.RestIsMeasured : null,
                PredictedPeakIsFromBus = mix.PeakIsFromBus ? true : null,
                BusLufs = Finite(mix.BusLufs),
                BusAgainstTracksLu = Finite(mix.BusAgainstTracksLu),
                Voices = mix.Tracks.Where(track => track.IsStaged).Select(track => track.VoiceId == Guid.Empty ? track.Id : track.VoiceId).Distinct().Count(),
                ForwardLu = mix.ForwardLu,
                ForwardOfferLu = Finite(state.Advice.ForwardOfferLu),
                Song = song is null ? null : SongFigures.From(song),
            },
            Tracks = [.. ReportRow.Of(state).Select(row => TrackFigures.From(row.Reading, row.Hint, mix.Settings))],
        };
    }

    /// <summary>The report as indented JSON, one object.</summary>
    /// <returns>The text, ending in a line feed.</returns>
    /// <remarks>[any]</remarks>
    public string ToJson() => JsonSerializer.Serialize(this, MixReportJson.Readable.MixReport) + "\n";

    /// <summary>Several reports as one JSON array.</summary>
    /// <param name="reports">The reports, one for each approach.</param>
    /// <returns>The text, ending in a line feed.</returns>
    /// <remarks>[any]</remarks>
    public static string ToJson(ImmutableArray<MixReport> reports) =>
        JsonSerializer.Serialize([.. reports], MixReportJson.Readable.MixReportArray) + "\n";

    /// <summary>A figure rounded to 0.001, or null when it is not finite.</summary>
    /// <param name="value">The figure.</param>
    /// <returns>The figure or null.</returns>
    /// <remarks>[any]</remarks>
    internal static double? Finite(double value) => double.IsFinite(value) ? Math.Round(value, 3) + 0.0 : null;
}
