namespace FaderStager.Mixing.Tracks;

/// <summary>What a track asks of the host it lives in. A shell implements it; a test fakes it.</summary>
/// <remarks>
/// [ui] or [worker], never [audio], and never while the coordinator holds its lock. The shell brings the calls to the thread
/// that its host wants. A gesture is one begin, any number of performs, one end.
/// </remarks>
public interface IHostLink
{
    /// <summary>A gesture on a parameter begins.</summary>
    /// <param name="id">Which parameter.</param>
    void BeginEdit(ParameterId id);

    /// <summary>A parameter was changed by a person or by the mix.</summary>
    /// <param name="id">Which parameter.</param>
    /// <param name="normalized">Its new value, 0 to 1.</param>
    void PerformEdit(ParameterId id, double normalized);

    /// <summary>The gesture ends.</summary>
    /// <param name="id">Which parameter.</param>
    void EndEdit(ParameterId id);
}
