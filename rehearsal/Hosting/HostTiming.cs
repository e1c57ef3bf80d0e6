namespace FaderStager.Rehearsal.Hosting;

/// <summary>In which order and from how many threads tracks get their blocks. What is measured is the same for all.</summary>
public enum HostTiming
{
    /// <summary>All tracks in step, block by block, on one thread.</summary>
    Realtime = 0,

    /// <summary>Every track ahead by up to 200 ms of its own, in any order, on several threads.</summary>
    RenderAhead,

    /// <summary>Each thread runs its share of the tracks, one long stretch after another and the last track first; one section is played twice.</summary>
    Bounce,
}
