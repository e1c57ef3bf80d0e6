namespace FaderStager.Vst3.Hosting;

/// <summary>The real fader of the channel that the plug-in sits on, where a host gives access to it.</summary>
/// <remarks>[ui] All of it. Positions are in dB; negative infinity = down.</remarks>
internal interface IHostFader : IDisposable
{
    /// <summary>Where the fader is; NaN when the host does not say just now.</summary>
    double ReadDb();

    /// <summary>Moves follow that belong together: one step of the host's undo where it has one. A step in which nothing moves is none.</summary>
    void BeginStep();

    /// <summary>The step is complete. Steps may be nested; the outermost counts.</summary>
    void EndStep();

    /// <summary>Moves the fader, within a step.</summary>
    /// <param name="db">Where to.</param>
    /// <returns>Whether the host took it.</returns>
    bool MoveTo(double db);
}
