namespace FaderStager.Staging.Targets;

/// <summary>What a known word of a track's name does to the guess of its role.</summary>
/// <remarks>[any]</remarks>
internal enum NameSense
{
    /// <summary>Tells nothing of the role: left, mono, bus, microphone.</summary>
    Nothing,

    /// <summary>In no line of the table.</summary>
    Unknown,

    /// <summary>Decides, whatever else stands in the name.</summary>
    Decides,

    /// <summary>Names an instrument or a voice: the last of them decides, as in "Bass Clarinet".</summary>
    Noun,

    /// <summary>Counts where no noun stands in the name: "Loop", "Acoustic".</summary>
    Otherwise,

    /// <summary>Counts where every other word tells nothing: "OH", "CP".</summary>
    Alone,

    /// <summary>As <see cref="Alone"/>, but not beside a number: "CH" is a closed hat, "Ch 1" a channel.</summary>
    AloneUncounted,

    /// <summary>Lead or solo.</summary>
    Lead,

    /// <summary>Behind the lead: backing, double, harmony.</summary>
    Behind,

    /// <summary>A microphone in the room: overheads where it hears drums or nothing else is said.</summary>
    Room,

    /// <summary>Played backwards: an effect.</summary>
    Reversed,

    /// <summary>A space or an echo where it is the last word: "Vox Hall", but not "Hall Piano".</summary>
    Space,

    /// <summary>Not for the listener: click, talkback, sidechain.</summary>
    Unheard,
}
