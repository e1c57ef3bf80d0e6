namespace FaderStager.Vst3.Hosting;

/// <summary>A call of the host on this thread. While it lasts nothing is told to any host: what comes up waits for the next turn of the timer.</summary>
/// <remarks>[ui] Nested calls count: a host may pump messages, or call one plug-in while it calls another.</remarks>
internal readonly ref struct HostCall : IDisposable
{
    [ThreadStatic]
    private static int _depth;

    /// <summary>Whether this thread is inside such a call.</summary>
    public static bool IsInside => _depth > 0;

    /// <summary>The call begins; disposing ends it.</summary>
    public static HostCall Enter()
    {
        _depth++;
        return default;
    }

    /// <inheritdoc/>
    public void Dispose() => _depth--;
}
