namespace FaderStager.Staging.Targets;

/// <summary>A target profile that cannot be read. The message is for a person: what is wrong and where.</summary>
/// <remarks>[any]</remarks>
public sealed class ProfileFormatException : Exception
{
    /// <summary>Makes one that says only that the profile cannot be read.</summary>
    /// <remarks>[any]</remarks>
    public ProfileFormatException()
        : base("The target profile cannot be read.")
    {
    }

    /// <summary>Makes one with its message.</summary>
    /// <param name="message">What is wrong and where.</param>
    /// <remarks>[any]</remarks>
    public ProfileFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its message and its cause.</summary>
    /// <param name="message">What is wrong and where.</param>
    /// <param name="innerException">The cause.</param>
    /// <remarks>[any]</remarks>
    public ProfileFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
