namespace FaderStager.Bench.Metering;

/// <summary>The meter's paths under a name that a public benchmark may carry; same numbers as in the meter.</summary>
public enum BenchPath
{
    Scalar,
    Vector128,
    Vector256,
    Vector512,
}
