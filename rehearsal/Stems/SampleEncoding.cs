namespace FaderStager.Rehearsal.Stems;

/// <summary>How one sample is stored.</summary>
public enum SampleEncoding
{
    /// <summary>8 bits, 128 = 0 (WAV).</summary>
    Unsigned8 = 0,

    /// <summary>8 bits, two's complement (AIFF).</summary>
    Signed8,

    /// <summary>16 bits, two's complement.</summary>
    Signed16,

    /// <summary>24 bits in 3 bytes, two's complement.</summary>
    Signed24,

    /// <summary>32 bits, two's complement.</summary>
    Signed32,

    /// <summary>IEEE 754 single.</summary>
    Ieee32,

    /// <summary>IEEE 754 double.</summary>
    Ieee64,
}
