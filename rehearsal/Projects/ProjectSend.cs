namespace FaderStager.Rehearsal.Projects;

/// <summary>A send from one track to another that is on.</summary>
/// <param name="To">Index of the track that receives it.</param>
/// <param name="Gain">What left and right are multiplied by on the way.</param>
/// <param name="IsPreFader">Whether it is taken before the sender's fader.</param>
public sealed record ProjectSend(int To, StereoGain Gain, bool IsPreFader);
