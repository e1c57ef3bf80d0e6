namespace FaderStager.Rehearsal;

/// <summary>The command line asks for something that is not there. The message says what would be.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Without a message.</summary>
    public UsageException()
    {
    }

    /// <summary>With the sentence to show.</summary>
    /// <param name="message">The sentence.</param>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>With the sentence to show and what caused it.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="innerException">The cause.</param>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
