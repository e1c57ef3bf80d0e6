namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>A track of a synthesised band.</summary>
/// <param name="Name">The track's name.</param>
/// <param name="Voice">What it is heard as; empty = it is not for the listener, or holds what other tracks hold.</param>
/// <param name="Samples">Mono, at the band's rate.</param>
internal sealed record Stem(string Name, string Voice, float[] Samples)
{
    /// <summary>Mean square.</summary>
    public double Power => Samples.Sum(sample => (double)sample * sample) / Samples.Length;
}
