namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>The time of one timeline: its unit, and where its 0 stands in the song.</summary>
/// <param name="Tempo">The song's tempo.</param>
/// <param name="IsBeats">Whether its unit is beats; else seconds.</param>
/// <param name="Origin">Where its 0 stands in the song, in its own unit.</param>
internal readonly record struct Timeline(TempoMap Tempo, bool IsBeats, double Origin)
{
    /// <summary>The song's second at a time of the timeline.</summary>
    /// <param name="time">In its unit.</param>
    /// <returns>Seconds.</returns>
    public double SecondsAt(double time) => IsBeats ? Tempo.SecondsAt(Origin + time) : Origin + time;

    /// <summary>A timeline of which one time stands at a second of the song.</summary>
    /// <param name="isBeats">Its unit.</param>
    /// <param name="time">The time, in its unit.</param>
    /// <param name="songSeconds">Where it stands.</param>
    /// <returns>The timeline.</returns>
    public Timeline With(bool isBeats, double time, double songSeconds) =>
        this with { IsBeats = isBeats, Origin = (isBeats ? Tempo.BeatAt(songSeconds) : songSeconds) - time };

    /// <summary>The same timeline in the unit that an element says for itself.</summary>
    /// <param name="unit">"beats", "seconds", or null for the one inherited.</param>
    /// <returns>The timeline.</returns>
    public Timeline In(string? unit) => UnitOf(unit) is { } isBeats && isBeats != IsBeats ? With(isBeats, 0, SecondsAt(0)) : this;

    /// <summary>Whether a unit is beats; null = it says none.</summary>
    /// <param name="unit">"beats", "seconds", or null.</param>
    /// <returns>Whether it is.</returns>
    public static bool? UnitOf(string? unit) => unit switch
    {
        "beats" => true,
        "seconds" => false,
        _ => null,
    };
}
