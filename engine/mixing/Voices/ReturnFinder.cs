using System.Collections.Immutable;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Voices;

/// <summary>Finds what feeds the returns of effects: what the host tells of sends, their names ("Snare Verb"), else the one voice that they run with.</summary>
/// <remarks>[worker] A return that runs with several voices, or with none, is left to the ear.</remarks>
internal sealed class ReturnFinder(Likeness likeness)
{
    // A tail smears an envelope, so less will do than for parts of a voice; no other voice may come near. Rules of thumb.
    private const double FeedingCorrelation = 0.7;
    private const double AheadBy = 0.15;

    /// <summary>Tells each voice that is a return what feeds it.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="voices">The voices.</param>
    /// <returns>Whether the song may tell more of it later.</returns>
    public bool Tell(TrackMember[] tracks, ImmutableArray<Voice> voices)
    {
        bool asksTheSong = false;
        foreach (Voice voice in voices)
        {
            TrackMember track = tracks[voice.Members[0]];
            (voice.FedBy, voice.FedByName, voice.FeedIsUnknown) = ([], null, false);
            if (track.Role != Role.ReverbReturn || track.IsFocal || !SumFinder.Counts(track))
            {
                continue;
            }

            Voice[] sources = [.. voices.Where(other => !ReferenceEquals(other, voice) && IsDry(tracks[other.Members[0]]))];
            Voice[] named = Told(track, sources, tracks) is { Length: > 0 } told ? told : Named(track, sources, tracks);
            if (named.Length == 0)
            {
                asksTheSong = true;
                named = RunningWith(track, sources, tracks) is { } one ? [one] : [];
            }

            voice.FedByName = named.Length switch { 0 => null, 1 => named[0].Name, _ => Array.TrueForAll(named, source => IsDrum(tracks[source.Members[0]].Role)) ? "the drums" : $"{named.Length} voices" };
            voice.FeedIsUnknown = named.Length == 0;
            voice.FedBy = [.. named.Select(source => tracks[source.Members[0]].Id)];
        }

        return asksTheSong;
    }

    private static bool IsDry(TrackMember track) =>
        SumFinder.Counts(track) && track.Measurement.Sums == SumKind.None && track.Role is not (Role.ReverbReturn or Role.Effects or Role.Ambience or Role.Backing);

    // The voices whose sends the host tells of.
    private static Voice[] Told(TrackMember track, Voice[] sources, TrackMember[] tracks) => track.Edits.HostTrack.FedBy is { Count: > 0 } fedBy
        ? [.. sources.Where(source => source.Members.Any(member => tracks[member].Edits.HostTrack.MixerIndex is { } place && fedBy.Contains(place)))]
        : [];

    // The voices of the role that the return's name tells; of several of one role the one that shares its words.
    private static Voice[] Named(TrackMember track, Voice[] sources, TrackMember[] tracks)
    {
        Role role = RoleGuess.OfSource(track.Edits.Telling);
        if (role == Role.Other)
        {
            return [];
        }

        Voice[] ofRole = [.. sources.Where(source => role == Role.DrumBus ? IsDrum(tracks[source.Members[0]].Role) : tracks[source.Members[0]].Role == role)];
        if (role == Role.DrumBus || ofRole.Length < 2)
        {
            return ofRole;
        }

        Voice[] sharing = [.. ofRole.Where(source => Shares(tracks[source.Members[0]].Edits.Telling, track.Edits.Telling))];
        return role == Role.LeadVocal && ofRole.FirstOrDefault(source => tracks[source.Members[0]].IsFocal) is { } focal && sharing.Length != 1 ? [focal]
            : sharing.Length == 1 ? sharing
            : ofRole;
    }

    private static bool Shares(string source, string name) => name.Contains(source, StringComparison.OrdinalIgnoreCase);

    private static bool IsDrum(Role role) => role == Role.DrumBus || VoiceName.IsOfKit(role);

    private Voice? RunningWith(TrackMember track, Voice[] sources, TrackMember[] tracks)
    {
        (Voice Source, double Correlation)[] told =
        [
            .. sources.Select(source => (source, likeness.Of(track, tracks[source.Members[0]])))
                .Where(pair => Likeness.Tells(pair.Item2))
                .Select(pair => (pair.source, pair.Item2.Correlation))
                .OrderByDescending(pair => pair.Correlation),
        ];
        return told.Length > 0 && told[0].Correlation >= FeedingCorrelation && (told.Length == 1 || told[0].Correlation - told[1].Correlation >= AheadBy)
            ? told[0].Source
            : null;
    }
}
