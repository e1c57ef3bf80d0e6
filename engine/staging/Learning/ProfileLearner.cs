using System.Collections.Immutable;
using System.Globalization;
using FaderStager.Audio.Blocks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Staging.Learning;

/// <summary>Makes a target profile from the stems of mixes that somebody likes.</summary>
/// <remarks>
/// [any] Pure. From one song a role's offset is the median of its voices' readings against the focal, faders counted; its tolerance
/// is the largest distance from that median, at least 1.5 LU, or 3 LU where one voice stands alone. From several songs it is the
/// median of the songs' own medians, so that a song of many tracks does not outweigh the others, and its tolerance is their spread.
/// Roles that no song has keep the numbers of the pop profile and say so in their source.
/// </remarks>
public static class ProfileLearner
{
    /// <summary>Seconds that a stem must be heard together with the focal to count.</summary>
    public const double LeastSecondsTogether = 3;

    private const double LeastToleranceLu = 1.5;
    private const double LoneToleranceLu = 3;

    /// <summary>Learns a profile from one song.</summary>
    /// <param name="mix">The reference mix as measured, with its focal flagged and its faders as they were (0 dB for stems).</param>
    /// <param name="name">Name of the profile.</param>
    /// <returns>The profile with what was used and left out, or the reason why there is none. Never throws.</returns>
    /// <remarks>[any]</remarks>
    public static LearnedProfile Learn(MixSnapshot mix, string name) => Learn([Hear(mix)], name);

    /// <summary>Learns a profile from songs.</summary>
    /// <param name="songs">What each song tells; those with a <see cref="SongBalance.Problem"/> do not count.</param>
    /// <param name="name">Name of the profile.</param>
    /// <returns>The profile with what was used and left out, or the reason why there is none. Never throws.</returns>
    /// <remarks>[any]</remarks>
    public static LearnedProfile Learn(IReadOnlyList<SongBalance> songs, string name)
    {
        string profileName = name?.Trim() ?? "";
        if (profileName.Length is 0 or > 60)
        {
            return new() { Problem = "A profile needs a name of 1 to 60 characters." };
        }

        ImmutableArray<string> leftOut = [.. songs.SelectMany(song => song.LeftOut)];
        ImmutableArray<SongBalance> heard = [.. songs.Where(song => song.Problem is null)];
        if (heard.IsEmpty)
        {
            return new() { Problem = songs.Count == 1 ? songs[0].Problem : "None of the songs has anything to learn from.", LeftOut = leftOut };
        }

        ImmutableArray<LearnedFigure> roles = [.. heard.SelectMany(song => song.Voices).GroupBy(voice => voice.Role).Select(voices => SongFigures.Of(voices.Key, null, heard)).OrderBy(figure => Roles.Importance(figure.Role))];
        return new LearnedProfile
        {
            Profile = Make(heard, roles, profileName),
            Roles = roles,
            Voices = SongFigures.OfVoices(heard),
            Used = [.. heard.SelectMany(song => song.Used)],
            LeftOut = leftOut,
        };
    }

    /// <summary>Takes from a measured song what can be learned from it.</summary>
    /// <param name="mix">The song, with its focal flagged and its faders as they were (0 dB for stems).</param>
    /// <returns>Its voices against the focal, or the reason why it tells nothing. Never throws.</returns>
    /// <remarks>[any]</remarks>
    public static SongBalance Hear(MixSnapshot mix)
    {
        ImmutableArray<TrackReading> tracks = mix.Tracks.IsDefault ? [] : mix.Tracks;
        if (tracks.FirstOrDefault(track => track.IsFocal && track.InMix) is not { } focal)
        {
            return new() { Problem = "Flag the focal first: a profile says where the other tracks sit against it." };
        }

        if (!focal.IsAudible)
        {
            return new() { Problem = $"The focal, {focal.Name}, was never heard, so nothing can be compared with it." };
        }

        (TrackReading Track, string? Reason)[] others = [.. tracks.Where(track => track.Id != focal.Id).Select(track => (track, WhyLeftOut(track, focal)))];
        TrackReading[] used = [.. others.Where(other => other.Reason is null).Select(other => other.Track)];
        return new()
        {
            Problem = used.Length == 0 ? "No stem was heard together with the focal for 3 s or more, so there is nothing to learn from." : null,
            FocalName = focal.Name,
            FocalRole = Roles.Of(focal.Role).Role,
            FocalAgainstRestLu = Math.Abs(mix.FocalAgainstRestLu) <= TargetProfileJson.LargestOffsetLu ? mix.FocalAgainstRestLu : double.NaN,

            ForwardLu = mix.ForwardLu,

            // Tracks of one voice are one reading: their energies add.
            Voices = [.. used.GroupBy(track => (Roles.Of(track.Role).Role, track.VoiceId == Guid.Empty ? track.Id : track.VoiceId)).Select(stems => VoiceOf(stems.Key.Role, [.. stems], focal))],
            Used = [focal.Name, .. used.Select(track => track.Name)],
            LeftOut = [.. others.Where(other => other.Reason is not null).Select(other => $"{other.Track.Name}: {other.Reason}")],
        };
    }

    private static string? WhyLeftOut(TrackReading track, TrackReading focal) => track switch
    {
        { InMix: false } => "out of the mix",
        { Sums: not SumKind.None } => "the sum of other tracks",
        { HasData: false } => "not heard",
        { IsAudible: false } => "silent",
        { HeardTogetherSeconds: not >= LeastSecondsTogether } => "not heard together with the focal",
        _ when !double.IsFinite(track.RelativeLu(focal)) => "no reading against the focal",
        _ when Math.Abs(track.RelativeLu(focal)) > TargetProfileJson.LargestOffsetLu => "too far from the focal to be a target",
        _ => null,
    };

    private static VoiceBalance VoiceOf(Role role, TrackReading[] stems, TrackReading focal) => new(
        role,
        stems[0].VoiceName ?? stems[0].Name,
        stems.Length == 1 ? stems[0].RelativeLu(focal) : Decibels.FromPower(stems.Sum(track => Decibels.ToPower(track.RelativeLu(focal)))),
        stems.Length,
        stems.Min(track => track.HeardTogetherSeconds));

    private static TargetProfile Make(ImmutableArray<SongBalance> songs, ImmutableArray<LearnedFigure> figures, string name)
    {
        TargetProfile basis = BuiltInProfiles.Default;
        bool isOne = songs.Length == 1;
        ImmutableSortedDictionary<Role, RoleTarget>.Builder roles = ImmutableSortedDictionary.CreateBuilder<Role, RoleTarget>();
        foreach ((Role role, RoleTarget target) in basis.Roles)
        {
            roles[role] = target with { Source = $"not in the reference {(isOne ? "mix" : "mixes")}; {basis.Name}'s number: {target.Source}", SpreadLu = double.NaN };
        }

        foreach (IGrouping<Role, SongBalance> focal in songs.GroupBy(song => song.FocalRole))
        {
            roles[focal.Key] = new RoleTarget(0, LoneToleranceLu, isOne ? $"the focal of {name}: {songs[0].FocalName}" : $"the focal of {focal.Count()} of {songs.Length} songs");
        }

        // Where a role is the focal of any of the songs it stays at 0: two focals of different songs are not compared.
        foreach (LearnedFigure figure in figures.Where(figure => isOne || songs.All(song => song.FocalRole != figure.Role)))
        {
            roles[figure.Role] = TargetOf(figure, songs, name);
        }

        int stems = songs.Sum(song => song.Used.Length);
        return new TargetProfile
        {
            Name = name,
            Description = isOne ? $"Learned from {stems} stems around {songs[0].FocalName}." : $"Learned from {songs.Length} songs, {stems} stems.",
            FocalAgainstRest = RestOf(songs, name, basis),
            ForwardLu = Math.Round(SongFigures.Of(default, null, [.. songs.Select(song => song.ForwardLu)]).OffsetLu, 1),
            Roles = roles.ToImmutable(),
        };
    }

    private static RoleTarget RestOf(ImmutableArray<SongBalance> songs, string name, TargetProfile basis)
    {
        double[] measured = [.. songs.Select(song => song.FocalAgainstRestLu).Where(double.IsFinite)];
        if (measured.Length == 0)
        {
            return basis.FocalAgainstRest with { Source = $"not measured; {basis.Name}'s number: {basis.FocalAgainstRest.Source}" };
        }

        LearnedFigure rest = SongFigures.Of(default, null, measured);
        return songs.Length == 1
            ? new RoleTarget(Math.Round(rest.OffsetLu, 1), LoneToleranceLu, $"learned from {songs[0].Used.Length} stems of {name}")
            : Spell(rest, LoneToleranceLu, $"{Songs(measured.Length, songs.Length)} of {name}");
    }

    private static RoleTarget TargetOf(LearnedFigure figure, ImmutableArray<SongBalance> songs, string name)
    {
        VoiceBalance[] voices = [.. songs.SelectMany(song => song.Voices).Where(voice => voice.Role == figure.Role)];
        int stems = voices.Sum(voice => voice.Stems);
        string count = stems == 1 ? "1 stem" : $"{stems} stems";
        double within = voices.Length == 1 ? LoneToleranceLu : Math.Max(voices.Max(voice => voice.RelativeLu) - figure.OffsetLu, figure.OffsetLu - voices.Min(voice => voice.RelativeLu));
        return songs.Length == 1
            ? new RoleTarget(
                Math.Round(figure.OffsetLu, 1),
                Tolerance(within),
                string.Create(CultureInfo.InvariantCulture, $"learned from {count} of {name}, {voices.Min(voice => voice.SecondsTogether):0} s heard together"))
            : Spell(figure, within, $"{Songs(figure.Songs, songs.Length)} of {name}, {count}");
    }

    // One song alone tells no spread between songs: its own voices' is taken, and is no narrower than a lone stem's.
    private static RoleTarget Spell(LearnedFigure figure, double withinLu, string source)
    {
        double tolerance = Tolerance(figure.Songs == 1 ? Math.Max(withinLu, LoneToleranceLu) : figure.SpreadLu);
        string spread = figure.Songs == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", spread ±{figure.SpreadLu:0.0} LU");
        return new RoleTarget(Math.Round(figure.OffsetLu, 1), tolerance, $"learned from {source}{spread}: {figure.Sureness}")
        {
            SpreadLu = figure.Songs == 1 ? double.NaN : Math.Min(Math.Round(figure.SpreadLu, 1), TargetProfileJson.LargestToleranceLu),
        };
    }

    private static double Tolerance(double lu) => Math.Round(Math.Clamp(lu, LeastToleranceLu, TargetProfileJson.LargestToleranceLu), 1);

    private static string Songs(int count, int all) => count == all ? $"all {all} songs" : $"{count} of {all} songs";
}
