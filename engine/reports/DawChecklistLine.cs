namespace FaderStager.Reports;

/// <summary>One position that waits for a person to set the DAW's fader to it.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Name">Its name.</param>
/// <param name="FromDb">Where the DAW's fader is known to stand, in dB; negative infinity = down, NaN = nobody said.</param>
/// <param name="ToDb">Where it is to go, in dB.</param>
/// <param name="Text">The line as a person reads it: "Bass: 0.0 dB to −7.9 dB".</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record DawChecklistLine(Guid TrackId, string Name, double FromDb, double ToDb, string Text);
