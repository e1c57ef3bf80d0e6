namespace FaderStager.Rehearsal;

/// <summary>Something that was given cannot be used. The message names it, says what is wrong, and stands alone.</summary>
public sealed class InputException : Exception
{
    /// <summary>Without a message.</summary>
    public InputException()
    {
    }

    /// <summary>With the sentence to show.</summary>
    /// <param name="message">The sentence.</param>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence to show and what caused it.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="innerException">The cause.</param>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
