using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Voices;

/// <summary>Tracks that one bus may sum.</summary>
/// <param name="Kind">What they have in common.</param>
/// <param name="Role">Their role, or that which stands for their kind.</param>
internal readonly record struct SumFamily(SumFamilyKind Kind, Role Role)
{
    /// <summary>The role that stands for all of a kind: guitars that lead and guitars that do not share a bus, and so do the drums of a kit.</summary>
    public static Role KindOf(Role role) => role switch
    {
        Role.LeadGuitar => Role.RhythmGuitar,
        Role.Kick or Role.Snare or Role.HiHat or Role.Toms or Role.Overheads => Role.DrumBus,
        _ => role,
    };

    /// <summary>Whether a track of a role is in the family. The drums as one are never a drum.</summary>
    public bool Holds(Role role) => Kind switch
    {
        SumFamilyKind.Role => role == Role,
        SumFamilyKind.Kind => KindOf(role) == Role && role != Role.DrumBus,
        SumFamilyKind.KitAndPercussion => role == Role.Percussion || (KindOf(role) == Role.DrumBus && role != Role.DrumBus),
        SumFamilyKind.Voices => IsVoice(role),
        SumFamilyKind.AllButVoices => !IsVoice(role),
        _ => true,
    };

    /// <summary>Whether a role is sung or spoken.</summary>
    public static bool IsVoice(Role role) => role is Role.LeadVocal or Role.BackingVocals or Role.Speech;
}
