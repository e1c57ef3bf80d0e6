using System.Globalization;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Readings;

namespace FaderStager.Rehearsal.Session;

/// <summary>A stem that can be staged: where it comes from, the name it has in this session and where it stands in the song.</summary>
/// <param name="Name">Its name, the only one of its kind in the session.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record SessionTrack(string Name, IStemSource Source)
{
    // ITU-R BS.1770-5: a gating block.
    private const double LeastSeconds = 0.4;

    /// <summary>What its head says, or null when only opening will tell.</summary>
    public StemHead? Head { get; init; }

    /// <summary>What the DAW's session tells of its channel; nothing for a stem.</summary>
    public HostTrack Host { get; init; } = new();

    /// <summary>Seconds of song before its first frame.</summary>
    public double StartSeconds { get; init; }

    /// <summary>Seconds of song at its end, as far as its head tells.</summary>
    public double? EndSeconds => Head is { Frames: { } frames } head ? StartSeconds + (frames / head.SampleRateHz) : null;

    /// <summary>Whether its head says that it is too short to have a loudness: one window of 400 ms.</summary>
    public bool IsTooShort => Head is { Frames: { } frames } head && frames < LeastSeconds * head.SampleRateHz;

    /// <summary>What to say of a stem that is too short, after its name.</summary>
    public string TooShort => $"is too short to be measured: {((Head?.Frames ?? 0) / (Head?.SampleRateHz ?? 1)).ToString("0.00", CultureInfo.InvariantCulture)} s, and loudness needs 400 ms";

    /// <summary>Opens the stem at the song's start: silence up to its place, then the stem.</summary>
    /// <returns>A reader, to be disposed.</returns>
    /// <exception cref="InputException">The stem cannot be read.</exception>
    public IStemReader OpenInSong() => PlacedReader.Place(Source.Open(), StartSeconds);

    /// <summary>Whether a person could mean this track by a name: its own, its file's with or without folder and extension.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Whether it could be meant.</returns>
    public bool IsCalled(string text) =>
        new[] { Name, Source.Name, WithoutNumber(Name), Path.GetFileName(Source.Origin), Source.Origin }
            .Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>"1_E-Piano" and "03 - Bass" are called "E-Piano" and "Bass" by everyone but the program that exported them.</summary>
    private static string WithoutNumber(string name) => name.TrimStart([.. "0123456789"]).TrimStart(' ', '_', '-', '.');
}
