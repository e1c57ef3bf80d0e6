namespace FaderStager.Vst3.Tests.Host;

/// <summary>The call that the host makes just now on this thread, from within which it must not be told anything.</summary>
internal static class HostCalls
{
    [ThreadStatic]
    private static string? _current;

    public static string? Current => _current;

    /// <summary>Makes a call under its name.</summary>
    public static T Within<T>(string name, Func<T> call)
    {
        string? before = Enter(name);
        try
        {
            return call();
        }
        finally
        {
            Leave(before);
        }
    }

    /// <summary>A call begins; without an allocation, for blocks.</summary>
    /// <returns>What to give back at its end.</returns>
    public static string? Enter(string name)
    {
        string? before = _current;
        _current = name;
        return before;
    }

    /// <summary>The call ends.</summary>
    public static void Leave(string? before) => _current = before;
}
