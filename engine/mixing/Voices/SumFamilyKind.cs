namespace FaderStager.Mixing.Voices;

/// <summary>What the tracks of one bus have in common.</summary>
internal enum SumFamilyKind
{
    /// <summary>Their role.</summary>
    Role,

    /// <summary>Their kind: all guitars, all drums.</summary>
    Kind,

    /// <summary>Drums and percussion.</summary>
    KitAndPercussion,

    /// <summary>They are sung or spoken.</summary>
    Voices,

    /// <summary>They are not.</summary>
    AllButVoices,

    /// <summary>They are all of the mix.</summary>
    All,
}
