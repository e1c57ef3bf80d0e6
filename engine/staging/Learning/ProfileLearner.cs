using System.Collections.Immutable;
using System.Globalization;
using FaderStager.Audio.Blocks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Learning;

/// <summary>Makes a target profile from the stems of a mix that somebody likes.</summary>
/// <remarks>
/// [any] Pure. A role's offset is the median of its stems' readings against the focal, faders counted; its tolerance is the
/// largest distance from that median, at least 1.5 LU, or 3 LU where one stem stands alone. Roles that the mix does not have
/// keep the numbers of the pop profile and say so in their source.
/// </remarks>
public static class ProfileLearner
{
    /// <summary>Seconds that a stem must be heard together with the focal to count.</summary>
    public const double LeastSecondsTogether = 3;

    private const double LeastToleranceLu = 1.5;
    private const double LoneToleranceLu = 3;

    /// <summary>Learns a profile.</summary>
    /// <param name="mix">The reference mix as measured, with its focal flagged and its faders as they were (0 dB for stems).</param>
    /// <param name="name">Name of the profile.</param>
    /// <returns>The profile with what was used and left out, or the reason why there is none. Never throws.</returns>
    /// <remarks>[any]</remarks>
    public static LearnedProfile Learn(MixSnapshot mix, string name)
    {
        string profileName = name?.Trim() ?? "";
        if (profileName.Length is 0 or > 60)
        {
            return Refuse("A profile needs a name of 1 to 60 characters.");
        }

        ImmutableArray<TrackReading> tracks = mix.Tracks.IsDefault ? [] : mix.Tracks;
        if (tracks.FirstOrDefault(track => track.IsFocal && track.InMix) is not { } focal)
        {
            return Refuse("Flag the focal first: a profile says where the other tracks sit against it.");
        }

        if (!focal.IsAudible)
        {
            return Refuse($"The focal, {focal.Name}, was never heard, so nothing can be compared with it.");
        }

        List<TrackReading> used = [];
        List<string> leftOut = [];
        foreach (TrackReading track in tracks.Where(track => track.Id != focal.Id))
        {
            string? reason = WhyLeftOut(track, focal);
            if (reason is null)
            {
                used.Add(track);
            }
            else
            {
                leftOut.Add($"{track.Name}: {reason}");
            }
        }

        return used.Count == 0
            ? Refuse("No stem was heard together with the focal for 3 s or more, so there is nothing to learn from.") with { LeftOut = [.. leftOut] }
            : new LearnedProfile
            {
                Profile = Make(mix, profileName, focal, used),
                Used = [focal.Name, .. used.Select(track => track.Name)],
                LeftOut = [.. leftOut],
            };
    }

    private static LearnedProfile Refuse(string problem) => new() { Problem = problem };

    private static string? WhyLeftOut(TrackReading track, TrackReading focal) => track switch
    {
        { InMix: false } => "out of the mix",
        { HasData: false } => "not heard",
        { IsAudible: false } => "silent",
        { HeardTogetherSeconds: not >= LeastSecondsTogether } => "not heard together with the focal",
        _ when !double.IsFinite(track.RelativeLu(focal)) => "no reading against the focal",
        _ when Math.Abs(track.RelativeLu(focal)) > TargetProfileJson.LargestOffsetLu => "too far from the focal to be a target",
        _ => null,
    };

    private static TargetProfile Make(MixSnapshot mix, string name, TrackReading focal, List<TrackReading> used)
    {
        TargetProfile basis = BuiltInProfiles.Default;
        ImmutableSortedDictionary<Role, RoleTarget>.Builder roles = ImmutableSortedDictionary.CreateBuilder<Role, RoleTarget>();
        foreach ((Role role, RoleTarget target) in basis.Roles)
        {
            roles[role] = target with { Source = $"not in the reference mix; {basis.Name}'s number: {target.Source}" };
        }

        roles[Roles.Of(focal.Role).Role] = new RoleTarget(0, LoneToleranceLu, $"the focal of {name}: {focal.Name}");
        foreach (IGrouping<Role, TrackReading> stems in used.GroupBy(track => Roles.Of(track.Role).Role))
        {
            roles[stems.Key] = TargetOf([.. stems], focal, name);
        }

        bool restIsKnown = double.IsFinite(mix.FocalAgainstRestLu) && Math.Abs(mix.FocalAgainstRestLu) <= TargetProfileJson.LargestOffsetLu;
        return new TargetProfile
        {
            Name = name,
            Description = $"Learned from {used.Count + 1} stems around {focal.Name}.",
            FocalAgainstRest = restIsKnown
                ? new RoleTarget(Math.Round(mix.FocalAgainstRestLu, 1), LoneToleranceLu, $"learned from {used.Count + 1} stems of {name}")
                : basis.FocalAgainstRest with { Source = $"not measured; {basis.Name}'s number: {basis.FocalAgainstRest.Source}" },
            Roles = roles.ToImmutable(),
        };
    }

    private static RoleTarget TargetOf(ImmutableArray<TrackReading> stems, TrackReading focal, string name)
    {
        // Tracks of one voice are one reading: their energies add.
        ImmutableArray<double> readings =
        [
            .. stems.GroupBy(track => track.VoiceId == Guid.Empty ? track.Id : track.VoiceId)
                .Select(voice => voice.Count() == 1 ? voice.First().RelativeLu(focal) : Decibels.FromPower(voice.Sum(track => Decibels.ToPower(track.RelativeLu(focal)))))
                .Order(),
        ];
        double median = (readings[(readings.Length - 1) / 2] + readings[readings.Length / 2]) / 2;
        double tolerance = readings.Length == 1
            ? LoneToleranceLu
            : Math.Clamp(Math.Max(median - readings[0], readings[^1] - median), LeastToleranceLu, TargetProfileJson.LargestToleranceLu);
        double seconds = stems.Min(track => track.HeardTogetherSeconds);
        string count = stems.Length == 1 ? "1 stem" : $"{stems.Length} stems";
        return new RoleTarget(
            Math.Round(median, 1),
            Math.Round(tolerance, 1),
            string.Create(CultureInfo.InvariantCulture, $"learned from {count} of {name}, {seconds:0} s heard together"));
    }
}
