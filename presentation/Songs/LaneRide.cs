namespace FaderStager.Presentation.Songs;

/// <summary>A stretch of the lane in which the voice leaves its place: to be ridden.</summary>
/// <param name="Left">Its left edge, in the lane's units.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="IsLoud">Too loud, or too soft.</param>
/// <param name="Text">"▼ 5.0": the ride, its sign as a shape.</param>
/// <remarks>[ui]</remarks>
public readonly record struct LaneRide(double Left, double Right, bool IsLoud, string Text);
