namespace FaderStager.Staging.Targets;

/// <summary>What a track is in the mix. The numbers are stored and automated: append, never reorder.</summary>
/// <remarks>[any] A new role is one line here, one in <see cref="Roles"/> and one number in each profile.</remarks>
public enum Role
{
    /// <summary>Not said, and the name told nothing.</summary>
    Other = 0,

    /// <summary>Lead vocal.</summary>
    LeadVocal = 1,

    /// <summary>Backing vocals, harmonies, doubles.</summary>
    BackingVocals = 2,

    /// <summary>Bass guitar, synth bass, double bass.</summary>
    Bass = 3,

    /// <summary>Bass drum.</summary>
    Kick = 4,

    /// <summary>Snare, rim, clap.</summary>
    Snare = 5,

    /// <summary>Drum overheads, cymbals, room microphones.</summary>
    Overheads = 6,

    /// <summary>Toms.</summary>
    Toms = 7,

    /// <summary>Hi-hat.</summary>
    HiHat = 8,

    /// <summary>The drums as one track or bus.</summary>
    DrumBus = 9,

    /// <summary>Shaker, tambourine, congas and their kin.</summary>
    Percussion = 10,

    /// <summary>Rhythm guitar, acoustic strumming.</summary>
    RhythmGuitar = 11,

    /// <summary>Lead guitar.</summary>
    LeadGuitar = 12,

    /// <summary>Piano, electric piano, organ.</summary>
    Keys = 13,

    /// <summary>Lead synth, lead melody instrument, arpeggio.</summary>
    LeadSynth = 14,

    /// <summary>Pads, strings, choirs of sustained sound.</summary>
    Pads = 15,

    /// <summary>Brass, winds, saxophone.</summary>
    Brass = 16,

    /// <summary>Effects: risers, hits, noises.</summary>
    Effects = 17,

    /// <summary>Ambience of a place.</summary>
    Ambience = 18,

    /// <summary>Return of a reverb or delay.</summary>
    ReverbReturn = 19,

    /// <summary>Speech: dialogue, commentary, narration.</summary>
    Speech = 20,

    /// <summary>A finished piece of music under speech.</summary>
    Music = 21,

    /// <summary>The whole backing as one track or bus.</summary>
    Backing = 22,

    /// <summary>The mix bus itself: it measures the sum and gets no hint.</summary>
    MixBus = 23,
}
