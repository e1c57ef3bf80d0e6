namespace FaderStager.Presentation.Editor;

/// <summary>What the header shows of a track, as plain values of its parameters.</summary>
/// <remarks>[ui] Immutable.</remarks>
internal readonly record struct HeaderValues(string Name, double Role, double Focal, double Group, double Approach, double Place, double InMix, double Bypass, bool ReachesHostFader);
