namespace FaderStager.Audio.Metering;

/// <summary>Which instructions the kernels use. All give the same figures within 1e-6.</summary>
internal enum VectorPath
{
    /// <summary>One number at a time: the slow reference, and machines without vectors.</summary>
    Scalar,

    /// <summary>128-bit vectors: ARM, and x86 without AVX2. Multiply-add is fused where the machine can (ARM), else two steps.</summary>
    Vector128,

    /// <summary>256-bit vectors (AVX2 and FMA).</summary>
    Vector256,

    /// <summary>512-bit vectors (AVX-512).</summary>
    Vector512,
}
