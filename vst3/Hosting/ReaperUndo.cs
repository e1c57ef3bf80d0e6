namespace FaderStager.Vst3.Hosting;

/// <summary>REAPER's undo blocks: one for all the faders of a batch, opened by the first that moves and closed by the last that is done.</summary>
/// <remarks>[ui] REAPER has one UI thread. A project's block is shared by all tracks of it; faders that do not move open none.</remarks>
internal sealed unsafe class ReaperUndo
{
    private const int TrackSettings = 1;

    private static readonly Dictionary<nint, int> OpenByProject = [];

    private readonly ReaperApi _reaper;
    private readonly delegate* unmanaged<void*, void> _begin;
    private readonly delegate* unmanaged<void*, byte*, int, void> _end;
    private nint _project;
    private bool _isOpen;

    /// <summary>Makes one that is not open.</summary>
    public ReaperUndo(ReaperApi reaper)
    {
        _reaper = reaper;
        _begin = (delegate* unmanaged<void*, void>)reaper.Function("Undo_BeginBlock2"u8);
        _end = (delegate* unmanaged<void*, byte*, int, void>)reaper.Function("Undo_EndBlock2"u8);
    }

    /// <summary>A fader of the project is about to move.</summary>
    public void Open()
    {
        if (_isOpen || _begin == null || _end == null)
        {
            return;
        }

        _isOpen = true;
        _project = (nint)_reaper.Project;
        lock (OpenByProject)
        {
            int already = OpenByProject.GetValueOrDefault(_project);
            OpenByProject[_project] = already + 1;
            if (already > 0)
            {
                return;
            }
        }

        _begin((void*)_project);
    }

    /// <summary>This fader is done.</summary>
    public void Close()
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        lock (OpenByProject)
        {
            if (--OpenByProject[_project] > 0)
            {
                return;
            }

            OpenByProject.Remove(_project);
        }

        fixed (byte* name = "FaderStager: move fader"u8)
        {
            _end((void*)_project, name, TrackSettings);
        }
    }
}
