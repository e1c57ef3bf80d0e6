namespace FaderStager.Rehearsal.Stems;

/// <summary>A file of a known kind whose samples are compressed: ffmpeg's business.</summary>
public sealed class CodecException : Exception
{
    /// <summary>Without a message.</summary>
    public CodecException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">The message.</param>
    public CodecException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what caused it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public CodecException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With the file and the codec.</summary>
    /// <param name="label">The file's name.</param>
    /// <param name="codec">What its samples are.</param>
    public CodecException(string label, string codec)
        : base($"{label} holds {codec} samples")
    {
        Codec = codec;
    }

    /// <summary>What the samples are: "A-law".</summary>
    public string Codec { get; } = "compressed";
}
