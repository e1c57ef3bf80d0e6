namespace FaderStager.Engine.Tests.Mixing.Voices;

/// <summary>A track of a band.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">The part that it plays.</param>
/// <param name="Db">Its level in dB.</param>
/// <param name="Children">What it sums; empty = nothing.</param>
internal sealed record BandTrack(string Name, string Part, double Db, IReadOnlyList<BandTrack> Children);
