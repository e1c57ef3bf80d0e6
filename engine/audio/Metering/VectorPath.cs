namespace FaderStager.Audio.Metering;

/// <summary>Which instructions the kernels use. All give the same figures within 1e-6.</summary>
internal enum VectorPath
{
    /// <summary>One number at a time: any machine.</summary>
    Scalar,

    /// <summary>256-bit vectors with fused multiply-add (AVX2 and FMA).</summary>
    Vector256,

    /// <summary>512-bit vectors (AVX-512).</summary>
    Vector512,
}
