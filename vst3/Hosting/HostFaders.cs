namespace FaderStager.Vst3.Hosting;

/// <summary>The ways that hosts give access to a channel's fader. A new one is one class and one line here.</summary>
internal static unsafe class HostFaders
{
    /// <summary>The fader of the channel, or null where the host offers none.</summary>
    /// <param name="hostContext">What the host introduced itself with, or null.</param>
    /// <param name="edits">Holds the host's component handler.</param>
    /// <remarks>[ui] What is returned must be disposed.</remarks>
    public static IHostFader? Find(void* hostContext, HostEdits edits) =>
        (IHostFader?)ReaperFader.TryFind(hostContext) ?? PreSonusFader.TryFind(edits);
}
