using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>A timer of the message loop on Windows, where every host has one on its UI thread.</summary>
/// <remarks>
/// [ui] All plug-ins that a thread started share one timer of the system, so that a song with two hundred of them wakes the loop no
/// more often than a song with one. A thread without a message loop gets no calls.
/// </remarks>
internal sealed unsafe partial class MessageTimer : IUiTimer
{
    private const uint IntervalMs = 33;

    [ThreadStatic]
    private static List<MessageTimer>? _ofThread;

    private Action? _turn;

    private MessageTimer(Action turn) => _turn = turn;

    /// <summary>Starts a timer on the calling thread, on Windows.</summary>
    /// <param name="turn">What to call.</param>
    /// <returns>The timer, or null.</returns>
    public static MessageTimer? TryStart(Action turn)
    {
        if (!OperatingSystem.IsWindows())
        {
            return null;
        }

        if (_ofThread is null)
        {
            if (SetTimer(0, 0, IntervalMs, &OnTimer) == 0)
            {
                return null;
            }

            _ofThread = [];
        }

        MessageTimer timer = new(turn);
        _ofThread.Add(timer);
        return timer;
    }

    /// <inheritdoc/>
    /// <remarks>[any] The thread forgets it at its next message.</remarks>
    public void Stop() => Volatile.Write(ref _turn, null);

    [UnmanagedCallersOnly]
    private static void OnTimer(nint window, uint message, nuint timer, uint timeMs)
    {
        List<MessageTimer> all = _ofThread ?? [];

        // A host may pump messages while it is told of an edit: what follows can happen inside itself.
        for (int i = all.Count - 1; i >= 0; i--)
        {
            if (i < all.Count)
            {
                Turn(all[i]);
            }
        }

        all.RemoveAll(static one => Volatile.Read(ref one._turn) is null);
        if (all.Count == 0)
        {
            _ = KillTimer(0, timer);
            _ofThread = ReferenceEquals(_ofThread, all) ? null : _ofThread;
        }
    }

    private static void Turn(MessageTimer timer)
    {
        try
        {
            Volatile.Read(ref timer._turn)?.Invoke();
        }
        catch (Exception exception)
        {
            Fault.Report("the message timer", exception);
        }
    }

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nuint SetTimer(nint window, nuint id, uint elapseMs, delegate* unmanaged<nint, uint, nuint, uint, void> procedure);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int KillTimer(nint window, nuint id);
}
