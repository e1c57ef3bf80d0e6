namespace FaderStager.Rehearsal.Demo;

/// <summary>A state-variable filter with a band-pass, a low-pass and a high-pass output.</summary>
/// <remarks><b>Source:</b> A. Simper, "Linear Trapezoidal Integrated State Variable Filter" (Cytomic, 2013).</remarks>
internal sealed class BandPass
{
    private readonly double _sampleRateHz;
    private double _a1;
    private double _a2;
    private double _a3;
    private double _k;
    private double _s1;
    private double _s2;

    /// <summary>A filter at rest.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="frequencyHz">Centre or corner.</param>
    /// <param name="q">Resonance; 0.7 = none.</param>
    public BandPass(double sampleRateHz, double frequencyHz, double q)
    {
        _sampleRateHz = sampleRateHz;
        Tune(frequencyHz, q);
    }

    /// <summary>The low-pass output of the last sample.</summary>
    public double Low { get; private set; }

    /// <summary>The high-pass output of the last sample.</summary>
    public double High { get; private set; }

    /// <summary>Moves the filter.</summary>
    /// <param name="frequencyHz">Centre or corner.</param>
    /// <param name="q">Resonance.</param>
    public void Tune(double frequencyHz, double q)
    {
        double g = Math.Tan(Math.PI * Math.Min(frequencyHz, _sampleRateHz * 0.45) / _sampleRateHz);
        _k = 1 / q;
        _a1 = 1 / (1 + (g * (g + _k)));
        _a2 = g * _a1;
        _a3 = g * _a2;
    }

    /// <summary>Filters a sample.</summary>
    /// <param name="input">The sample.</param>
    /// <returns>The band-pass output, unity at the centre.</returns>
    public double Next(double input)
    {
        double v3 = input - _s2;
        double band = (_a1 * _s1) + (_a2 * v3);
        Low = _s2 + (_a2 * _s1) + (_a3 * v3);
        _s1 = (2 * band) - _s1;
        _s2 = (2 * Low) - _s2;
        High = input - (_k * band) - Low;
        return _k * band;
    }
}
