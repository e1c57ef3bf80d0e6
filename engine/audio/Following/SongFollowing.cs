namespace FaderStager.Audio.Following;

/// <summary>How well the song is followed, and which kind of host it is where it is not.</summary>
/// <remarks>Live readings are taken in every state; slots are filed while the song is followed.</remarks>
public enum SongFollowing
{
    /// <summary>The song stands, as far as the host says. Nothing to file.</summary>
    Stopped = 0,

    /// <summary>The song rolls, for less than a second without a slot: it has just begun, or its place or speed is being found.</summary>
    Starting = 1,

    /// <summary>The song rolls and its slots are filed.</summary>
    Following = 2,

    /// <summary>The host says that it plays, and its position has stood for a second or more.</summary>
    PositionStands = 3,

    /// <summary>The host plays, and for a second or more its position has moved in a way that no speed explains.</summary>
    PositionJumps = 4,

    /// <summary>The host says that it stands, as it can say that it plays, and its position advances all the same.</summary>
    AdvancesWhileStopped = 5,

    /// <summary>The host gives no song position.</summary>
    NoPosition = 6,
}
