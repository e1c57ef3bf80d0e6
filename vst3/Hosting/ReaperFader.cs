using FaderStager.Audio.Blocks;

namespace FaderStager.Vst3.Hosting;

/// <summary>The track's fader by REAPER's own functions: "D_VOL", a factor, 1 = 0 dB.</summary>
/// <remarks>[ui]</remarks>
internal sealed unsafe class ReaperFader : IHostFader
{
    private const int UndoTrackSettings = 1;

    private readonly ReaperApi _reaper;
    private readonly delegate* unmanaged<void*, byte*, double> _getValue;
    private readonly delegate* unmanaged<void*, byte*, double, byte> _setValue;
    private readonly delegate* unmanaged<void*, void> _beginUndo;
    private readonly delegate* unmanaged<void*, byte*, int, void> _endUndo;

    private ReaperFader(ReaperApi reaper)
    {
        _reaper = reaper;
        _getValue = (delegate* unmanaged<void*, byte*, double>)reaper.Function("GetMediaTrackInfo_Value"u8);
        _setValue = (delegate* unmanaged<void*, byte*, double, byte>)reaper.Function("SetMediaTrackInfo_Value"u8);
        _beginUndo = (delegate* unmanaged<void*, void>)reaper.Function("Undo_BeginBlock2"u8);
        _endUndo = (delegate* unmanaged<void*, byte*, int, void>)reaper.Function("Undo_EndBlock2"u8);
    }

    /// <summary>The fader, where the host is REAPER.</summary>
    public static ReaperFader? TryFind(void* hostContext)
    {
        if (ReaperApi.TryFind(hostContext) is not { } reaper)
        {
            return null;
        }

        ReaperFader fader = new(reaper);
        if (fader._getValue != null && fader._setValue != null)
        {
            return fader;
        }

        fader.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public double ReadDb()
    {
        void* track = _reaper.Track;
        if (track == null)
        {
            return double.NaN;
        }

        fixed (byte* volume = "D_VOL"u8)
        {
            double factor = _getValue(track, volume);
            return factor >= 0 ? Decibels.FromAmplitude(factor) : double.NaN;
        }
    }

    /// <inheritdoc/>
    public bool MoveTo(double db)
    {
        void* track = _reaper.Track;
        if (track == null)
        {
            return false;
        }

        void* project = _reaper.Project;
        bool hasUndo = _beginUndo != null && _endUndo != null;
        if (hasUndo)
        {
            _beginUndo(project);
        }

        fixed (byte* volume = "D_VOL"u8)
        fixed (byte* name = "FaderStager: move fader"u8)
        {
            bool isMoved = _setValue(track, volume, Decibels.ToAmplitude(db)) != 0;
            if (hasUndo)
            {
                _endUndo(project, name, UndoTrackSettings);
            }

            return isMoved;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reaper.Release();
}
