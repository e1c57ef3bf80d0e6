using System.Text.RegularExpressions;
using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Session;

/// <summary>Finds the two mono files that a program exported for one stereo track: "Gtr.L" and "Gtr.R".</summary>
internal static partial class StereoPairs
{
    /// <summary>Joins the pairs among stems: mono, of one rate and length, in one folder, alike but for their side.</summary>
    /// <param name="stems">The stems with what their heads say.</param>
    /// <param name="notes">Takes a sentence for each pair.</param>
    /// <returns>The stems; a pair stands where its first one stood.</returns>
    public static List<(IStemSource Source, StemHead? Head)> Join(IReadOnlyList<(IStemSource Source, StemHead? Head)> stems, ICollection<string> notes)
    {
        List<(IStemSource Source, StemHead? Head)> joined = [];
        HashSet<IStemSource> used = new(ReferenceEqualityComparer.Instance);
        foreach ((IStemSource source, StemHead? head) in stems)
        {
            if (used.Contains(source))
            {
                continue;
            }

            (IStemSource Source, StemHead? Head) other = stems.FirstOrDefault(stem => !used.Contains(stem.Source) && ArePair(source, head, stem.Source, stem.Head));
            if (other.Source is null || head is null)
            {
                joined.Add((source, head));
                continue;
            }

            (IStemSource left, IStemSource right) = SideOf(source.Name)!.Value.IsLeft ? (source, other.Source) : (other.Source, source);
            PairStem pair = new(SideOf(source.Name)!.Value.Stem, left, right);
            notes.Add($"{left.Name} and {right.Name} are one stereo track, {pair.Name}. --no-pairs keeps them apart.");
            _ = used.Add(other.Source);
            joined.Add((pair, head with { Channels = 2 }));
        }

        return joined;
    }

    private static bool ArePair(IStemSource one, StemHead? oneHead, IStemSource other, StemHead? otherHead) =>
        oneHead is { Channels: 1, Frames: not null } && otherHead is { Channels: 1 }
        && oneHead.Frames == otherHead.Frames
        && oneHead.SampleRateHz == otherHead.SampleRateHz
        && oneHead.TimeReferenceFrames == otherHead.TimeReferenceFrames
        && Path.GetDirectoryName(one.Origin) == Path.GetDirectoryName(other.Origin)
        && SideOf(one.Name) is { } oneSide && SideOf(other.Name) is { } otherSide
        && oneSide.IsLeft != otherSide.IsLeft
        && oneSide.Form == otherSide.Form
        && string.Equals(oneSide.Stem, otherSide.Stem, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a name says of its side; null when nothing.</summary>
    private static (string Stem, bool IsLeft, string Form)? SideOf(string name)
    {
        if (Side().Match(name) is not { Success: true } match)
        {
            return null;
        }

        string word = match.Groups["word"].Value;
        string form = match.Groups["before"].Value + (word.Length > 1 ? "word" : "letter");
        return (match.Groups["stem"].Value, word[0] is 'l' or 'L', form);
    }

    [GeneratedRegex(@"^(?<stem>.*\S)(?<before>[._-]|\s*\(|\s+(?=left$|right$))(?<word>l|r|left|right)(?<after>\)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Side();
}
