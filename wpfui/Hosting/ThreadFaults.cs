using System.Windows.Threading;

namespace FaderStager.WpfUi.Hosting;

/// <summary>What fails on a thread outside of all calls of the host: in drawing, in input, in WPF itself. It never gets as far as the host.</summary>
/// <remarks>
/// <para>
/// [ui] One for all editors of a thread, there while one is open. A failure with a frame of ours is ours. So is one without, such as a lost
/// drawing thread, where no WPF window of the thread is another's.
/// </para>
/// <para>
/// What fails again and again would keep the host's thread busy, and nothing tells which editor it comes from. So one after another is
/// blanked, the one last used first, until it is quiet. One whose blanking did not help is shown again.
/// </para>
/// </remarks>
internal sealed class ThreadFaults
{
    /// <summary>So many failures without a pause are too many.</summary>
    public const int MostFaults = 20;

    /// <summary>A pause that parts one row of failures from the next, in ms.</summary>
    private const long PauseMs = 1000;

    [ThreadStatic]
    private static ThreadFaults? _ofThisThread;

    private readonly Dispatcher _dispatcher = Dispatcher.CurrentDispatcher;

    // The one last used stands last.
    private readonly List<IFaultBearer> _editors = [];
    private readonly HashSet<IFaultBearer> _tried = [];
    private IFaultBearer? _suspect;
    private long _lastAt;
    private int _count;

    private ThreadFaults()
    {
    }

    /// <summary>An editor opens.</summary>
    public static void Join(IFaultBearer editor)
    {
        if (_ofThisThread is null)
        {
            _ofThisThread = new ThreadFaults();
            _ofThisThread._dispatcher.UnhandledException += _ofThisThread.OnUnhandledException;
        }

        _ofThisThread._editors.Add(editor);
    }

    /// <summary>An editor closes.</summary>
    public static void Leave(IFaultBearer editor)
    {
        if (_ofThisThread is { } faults)
        {
            faults._editors.Remove(editor);
            faults._tried.Remove(editor);
            faults._suspect = ReferenceEquals(faults._suspect, editor) ? null : faults._suspect;
            if (faults._editors.Count == 0)
            {
                faults._dispatcher.UnhandledException -= faults.OnUnhandledException;
                _ofThisThread = null;
            }
        }
    }

    /// <summary>An editor got input.</summary>
    public static void Used(IFaultBearer editor)
    {
        if (_ofThisThread is { } faults && !ReferenceEquals(faults._editors[^1], editor) && faults._editors.Remove(editor))
        {
            faults._editors.Add(editor);
        }
    }

    private void OnUnhandledException(object sender, DispatcherUnhandledExceptionEventArgs e)
    {
        if (!IsOurs(e.Exception) && !OurWindows.AreAll(_dispatcher))
        {
            return;
        }

        e.Handled = true;
        long now = Environment.TickCount64;
        if (now - _lastAt > PauseMs)
        {
            (_suspect, _count) = (null, 0);
            _tried.Clear();
        }

        _lastAt = now;
        _editors.ForEach(editor => editor.Note(e.Exception));
        if (++_count >= MostFaults)
        {
            _count = 0;
            SuspectNext();
        }
    }

    private void SuspectNext()
    {
        _suspect?.Restore();
        _suspect = _editors.FindLast(editor => !_tried.Contains(editor));
        if (_suspect is not null)
        {
            _tried.Add(_suspect);
            _suspect.Blank();
        }
    }

    private static bool IsOurs(Exception problem) => problem.StackTrace?.Contains("FaderStager.", StringComparison.Ordinal) == true;
}
