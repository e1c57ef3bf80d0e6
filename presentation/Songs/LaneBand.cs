namespace FaderStager.Presentation.Songs;

/// <summary>A section of the song as the lane draws it.</summary>
/// <param name="Left">Its left edge, in the lane's units.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Label">Its name, else its letter.</param>
/// <remarks>[ui]</remarks>
public readonly record struct LaneBand(double Left, double Right, string Label);
