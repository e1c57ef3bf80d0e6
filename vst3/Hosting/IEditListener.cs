using FaderStager.Mixing.Tracks;

namespace FaderStager.Vst3.Hosting;

/// <summary>Hears what the handler is told, at the same time.</summary>
/// <remarks>[ui] Begins and ends are balanced.</remarks>
internal interface IEditListener
{
    /// <summary>Several gestures follow that belong together.</summary>
    void GroupBegins();

    /// <summary>The group is complete.</summary>
    void GroupEnds();

    /// <summary>A gesture begins.</summary>
    void GestureBegins(ParameterId id);

    /// <summary>A value was told.</summary>
    void ValueTold(ParameterId id, double normalized);

    /// <summary>A gesture ends.</summary>
    void GestureEnds(ParameterId id);
}
