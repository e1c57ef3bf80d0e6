namespace FaderStager.Rehearsal;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    /// <summary>The job was done; what was left out was said on standard error.</summary>
    public const int Done = 0;

    /// <summary>Something that was given cannot be read or written, so the job was not done.</summary>
    public const int Input = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;
}
