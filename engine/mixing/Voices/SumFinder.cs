using FaderStager.Audio.Blocks;
using FaderStager.Measuring;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Voices;

/// <summary>Finds the tracks that hold the sum of others: buses, parallel buses, submixes and bounces of the song.</summary>
/// <remarks>
/// [worker] A track is held against the families of tracks that it may sum: those of its kind, the kit, the voices, all but the voices,
/// all. One whose name says that it sums is a bus where it runs as its tracks do and stands near their sum, and a parallel bus where it runs
/// so at another level. Any other name must agree with the sum within 1 LU and more closely. Rules of thumb.
/// </remarks>
internal sealed class SumFinder
{
    private const double LikeCorrelation = 0.9;
    private const double SameCorrelation = 0.95;

    // A bus stands this near to the sum of its tracks: its energies add, sounds alike in two tracks add to 3 dB more.
    private const double LowestBusLu = -1.5;
    private const double HighestBusLu = 4;

    // Without a name that says so.
    private const double LowestSameLu = -1;
    private const double HighestSameLu = 1.5;
    private const int LeastSlots = 100;

    // The loudest child is at least this far under the sum in LU, or a copy of it would pass for the sum.
    private const double LeastShareLu = 0.5;

    // One for all sums that are tried: a sum has the memory of 13 minutes of song.
    private VoiceSum? _sum;

    private TrackMember[] _tracks = [];
    private VoiceName[] _names = [];
    private TrackMember? _focal;
    private SumFamily[] _kinds = [];
    private bool _isPestana;
    private bool _anyFaderMoved;

    /// <summary>Tells of each track whether it sums others.</summary>
    /// <param name="tracks">The tracks, their measurements up to date.</param>
    /// <param name="names">What their names say.</param>
    /// <param name="focal">The focal, or null: then nothing is told.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    /// <param name="isChosen">Whether a person put a track, by where it stands, into a voice: then it is none, whatever it sounds like.</param>
    public void Tell(TrackMember[] tracks, VoiceName[] names, TrackMember? focal, bool isPestana, Func<int, bool> isChosen)
    {
        foreach (TrackMember track in tracks)
        {
            track.Measurement.Sums = SumKind.None;
        }

        if (focal is null)
        {
            return;
        }

        (_tracks, _names, _focal, _isPestana) = (tracks, names, focal, isPestana);
        _anyFaderMoved = Enumerable.Range(0, tracks.Length).Any(index => FaderDb(index) != 0);
        _kinds = [.. tracks.Where(Counts).Select(track => SumFamily.KindOf(track.Role)).Where(kind => kind != Role.Other).Distinct().Order().Select(kind => new SumFamily(SumFamilyKind.Kind, kind))];

        // The softest first: what is known to sum others is no child of a larger sum.
        foreach (int index in Enumerable.Range(0, tracks.Length).Where(index => MayBe(index) && !isChosen(index)).OrderBy(index => Power(index, 0)))
        {
            tracks[index].Measurement.Sums = KindOf(index);
        }

        (_tracks, _names, _focal) = ([], [], null);
    }

    /// <summary>Whether a track takes part in the mix as a part or a sum.</summary>
    /// <param name="track">The track.</param>
    /// <returns>Whether it is in the mix and not its bus.</returns>
    public static bool Counts(TrackMember track) => track.IsStaged;

    private bool SaysSo(int index) => _names[index].IsBus || _tracks[index].Role == Role.DrumBus;

    private bool MayBe(int index) => Counts(_tracks[index]) && !ReferenceEquals(_tracks[index], _focal)
        && (SaysSo(index) || _tracks[index].Role == Role.Other || !(_names[index].IsPart || _names[index].IsNumbered));

    private SumKind KindOf(int index)
    {
        SumKind found = SumKind.None;
        foreach (SumFamily family in Families(_tracks[index].Role))
        {
            SumKind kind = KindOf(index, family, behindFaders: false);
            if (kind != SumKind.Bus && _anyFaderMoved)
            {
                kind = KindOf(index, family, behindFaders: true) is SumKind.Bus ? SumKind.Bus : kind;
            }

            if (kind == SumKind.Bus)
            {
                return kind;
            }

            found = kind == SumKind.None ? found : kind;
        }

        return found;
    }

    // The narrowest first. What a track of no known kind sums may be anything.
    private IEnumerable<SumFamily> Families(Role role)
    {
        if (role is Role.Other or Role.Music or Role.Backing or Role.Ambience or Role.Effects)
        {
            foreach (SumFamily family in _kinds)
            {
                yield return family;
            }
        }
        else if (role == Role.DrumBus)
        {
            yield return new SumFamily(SumFamilyKind.Kind, role);
            yield return new SumFamily(SumFamilyKind.KitAndPercussion, role);
        }
        else
        {
            yield return new SumFamily(SumFamilyKind.Role, role);
            if (SumFamily.KindOf(role) != role)
            {
                yield return new SumFamily(SumFamilyKind.Kind, SumFamily.KindOf(role));
            }
        }

        yield return new SumFamily(SumFamilyKind.Voices, role);
        yield return new SumFamily(SumFamilyKind.AllButVoices, role);
        yield return new SumFamily(SumFamilyKind.All, role);
    }

    private bool IsChild(int parent, int index, SumFamily family) => index != parent && Counts(_tracks[index])
        && _tracks[index].Measurement.Sums == SumKind.None && !_names[index].IsBus && family.Holds(_tracks[index].Role);

    private int[] Children(int parent, SumFamily family) => [.. Enumerable.Range(0, _tracks.Length).Where(index => IsChild(parent, index, family))];

    private double FaderDb(int index) => _tracks[index] is { FaderPlace: FaderPlace.PluginFader } track && track.Parameters[ParameterId.Bypass] <= 0 ? track.FaderDb : 0;

    private double Power(int index, double faderDb) => ReferenceEquals(_tracks[index], _focal)
        ? Decibels.ToPower(faderDb)
        : Decibels.ToPower(_tracks[index].Measurement.Relative.UnderFocalLu + faderDb) is var power && double.IsFinite(power) ? power : 0;

    private SumKind KindOf(int index, SumFamily family, bool behindFaders)
    {
        int count = 0;
        double sum = 0;
        double loudest = 0;
        for (int child = 0; child < _tracks.Length; child++)
        {
            if (IsChild(index, child, family))
            {
                count++;
                double power = Power(child, behindFaders ? FaderDb(child) : 0);
                (sum, loudest) = (sum + power, Math.Max(loudest, power));
            }
        }

        bool saysSo = SaysSo(index);
        if (count < (saysSo && _tracks[index].Role != Role.DrumBus ? 1 : 2))
        {
            return SumKind.None;
        }

        double level = Decibels.FromPower(Power(index, 0) / sum);
        bool isAsLoud = level is >= LowestSameLu and <= HighestSameLu && Decibels.FromPower(sum / loudest) >= LeastShareLu;
        if (!double.IsFinite(level) || (!saysSo && !isAsLoud))
        {
            return SumKind.None;
        }

        int[] children = Children(index, family);
        if (!saysSo && !MayNameAll(index, children, family))
        {
            return SumKind.None;
        }

        EnvelopePair pair = EnvelopePair.Of(_tracks[index].Measurement.Analysis, SumOf(children, behindFaders));
        if (pair.Slots < (saysSo ? EnvelopePair.LeastSlots : LeastSlots))
        {
            return SumKind.None;
        }

        bool isBusLoud = level is >= LowestBusLu and <= HighestBusLu;
        return pair.MovesDb < Likeness.LeastMovesDb ? OfSteady(index, family, children, isBusLoud, isAsLoud)
            : !saysSo ? (pair.Correlation >= SameCorrelation ? SumKind.Bus : SumKind.None)
            : pair.Correlation < LikeCorrelation ? SumKind.None
            : isBusLoud ? SumKind.Bus
            : SumKind.Parallel;
    }

    // Where nothing moves the names alone decide, and the level.
    private SumKind OfSteady(int index, SumFamily family, int[] children, bool isBusLoud, bool isAsLoud)
    {
        VoiceName name = _names[index];
        Role kind = SumFamily.KindOf(_tracks[index].Role);
        bool isOfItsKind = Array.TrueForAll(children, child => SumFamily.KindOf(_tracks[child].Role) == kind);
        bool isOfDrums = name.IsParallel && _tracks[index].Role == Role.Other && family.Role == Role.DrumBus && children.Length > 1;
        bool isOfParts = !name.IsPart && !name.IsNumbered && name.Key.Length > 0 && isOfItsKind
            && Array.TrueForAll(children, child => _names[child].Key == name.Key && _names[child].IsPart);
        bool isWhole = children.Length > 2 && _tracks[index].Role switch
        {
            Role.DrumBus => family.Kind is SumFamilyKind.Kind or SumFamilyKind.KitAndPercussion,
            Role.Backing or Role.Music => family.Kind is SumFamilyKind.AllButVoices,
            _ => false,
        };
        bool saysAll = (name.IsPlural || name.IsBus) && (isOfItsKind || (family.Kind is SumFamilyKind.Voices && SumFamily.IsVoice(_tracks[index].Role)));
        return name.IsParallel ? (isOfItsKind || isOfDrums ? SumKind.Parallel : SumKind.None)
            : name.IsBus && isOfItsKind ? (isBusLoud ? SumKind.Bus : SumKind.Parallel)
            : isAsLoud && (isOfParts || isWhole || saysAll) ? SumKind.Bus
            : SumKind.None;
    }

    // One microphone may stand at the sum of two others by chance: of one kind only "Gtrs" or "Gtr" sums "Gtr L" and "Gtr R".
    private bool MayNameAll(int index, int[] children, SumFamily family) =>
        family.Kind is not (SumFamilyKind.Role or SumFamilyKind.Kind)
        || _tracks[index].Role is Role.Other or Role.Music or Role.Backing
        || _names[index].IsPlural
        || Array.TrueForAll(children, child => _names[child].Key == _names[index].Key);

    private TrackAnalysis SumOf(int[] children, bool behindFaders)
    {
        _sum ??= new VoiceSum();
        _sum.Clear();
        _sum.Update(
            [.. children.Select(child => _tracks[child].Measurement.Analysis)],
            [.. children.Select(child => behindFaders ? FaderDb(child) : 0)],
            focal: null,
            _isPestana);
        return _sum.Analysis;
    }
}
