using FaderStager.Audio.Blocks;

namespace FaderStager.Vst3.Hosting;

/// <summary>The track's fader by REAPER's own functions: "D_VOL", a factor, 1 = 0 dB.</summary>
/// <remarks>[ui]</remarks>
internal sealed unsafe class ReaperFader : IHostFader
{
    private readonly ReaperApi _reaper;
    private readonly ReaperUndo _undo;
    private readonly delegate* unmanaged<void*, byte*, double> _getValue;
    private readonly delegate* unmanaged<void*, byte*, double, byte> _setValue;
    private int _depth;

    private ReaperFader(ReaperApi reaper)
    {
        _reaper = reaper;
        _getValue = (delegate* unmanaged<void*, byte*, double>)reaper.Function("GetMediaTrackInfo_Value"u8);
        _setValue = (delegate* unmanaged<void*, byte*, double, byte>)reaper.Function("SetMediaTrackInfo_Value"u8);
        _undo = new ReaperUndo(reaper);
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
    public void BeginStep() => _depth++;

    /// <inheritdoc/>
    public void EndStep()
    {
        if (--_depth == 0)
        {
            _undo.Close();
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

        _undo.Open();
        fixed (byte* volume = "D_VOL"u8)
        {
            return _setValue(track, volume, Decibels.ToAmplitude(db)) != 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _undo.Close();
        _reaper.Release();
    }
}
