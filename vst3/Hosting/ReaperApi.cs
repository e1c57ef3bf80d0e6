using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>REAPER's own functions by name, and what the plug-in sits in.</summary>
/// <remarks>[ui] The track is asked for each time: a plug-in may be dragged to another one.</remarks>
internal sealed unsafe class ReaperApi
{
    private const uint ParentTrack = 1;
    private const uint ParentProject = 3;

    private void* _reaper;

    private ReaperApi(void* reaper) => _reaper = reaper;

    /// <summary>The track that the plug-in sits on, or null.</summary>
    public void* Track => Parent(ParentTrack);

    /// <summary>The project that the plug-in sits in, or null.</summary>
    public void* Project => Parent(ParentProject);

    /// <summary>REAPER, where the host is it.</summary>
    /// <param name="hostContext">What the host introduced itself with, or null.</param>
    public static ReaperApi? TryFind(void* hostContext)
    {
        void* reaper = Unknown.Query(hostContext, ReaperHostApplicationTable.Id);
        return reaper == null ? null : new ReaperApi(reaper);
    }

    /// <summary>The project that the plug-in sits in, as a number to tell projects apart by; 0 where the host is not REAPER or tells none.</summary>
    /// <param name="hostContext">What the host introduced itself with, or null.</param>
    public static nint ProjectOf(void* hostContext)
    {
        if (TryFind(hostContext) is not { } reaper)
        {
            return 0;
        }

        nint project = (nint)reaper.Project;
        reaper.Release();
        return project;
    }

    /// <summary>A function, or null.</summary>
    public void* Function(ReadOnlySpan<byte> name)
    {
        fixed (byte* start = name)
        {
            return ReaperHostApplicationTable.Of(_reaper)->GetReaperApi(_reaper, start);
        }
    }

    /// <summary>Lets go of REAPER: no calls after this.</summary>
    public void Release()
    {
        Unknown.Release(_reaper);
        _reaper = null;
    }

    private void* Parent(uint what) => ReaperHostApplicationTable.Of(_reaper)->GetReaperParent(_reaper, what);
}
