using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Measuring;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Voices;

/// <summary>The voices of a mix: which tracks are heard as one, proposed from names, confirmed or refused by how they run over the song.</summary>
/// <remarks>[worker] under the coordinator's lock.</remarks>
internal sealed class VoiceBoard
{
    // Likeness from which numbered takes are one voice, and under which parts are not: rules of thumb.
    private const double ConfirmingCorrelation = 0.7;
    private const double RefusingCorrelation = 0.3;
    private const double SummingCorrelation = 0.9;

    // Under this an envelope is as good as flat: its likeness is chance.
    private const double LeastMovesDb = 1.5;

    // A bus stands this near to the sum of its tracks: its energies add, sounds alike in two tracks add to 3 dB more.
    private const double LowestBusLu = -1.5;
    private const double HighestBusLu = 4;

    // Slots of song after which envelopes are compared again: 10 s.
    private const long FreshSlots = 100;

    private readonly Dictionary<(Guid First, Guid Second), (long Stamp, EnvelopePair Pair)> _pairs = [];
    private readonly Dictionary<string, VoiceSum> _sums = [];

    /// <summary>The kit as one against the focal in LU, faders counted; NaN = no kit of several tracks.</summary>
    public double KitLu { get; private set; } = double.NaN;

    /// <summary>Tells what each track is: marks buses that sum others.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Update(IReadOnlyList<TrackInstance> tracks, TrackInstance? focal, bool isPestana)
    {
        KitLu = double.NaN;
        foreach (TrackInstance track in tracks)
        {
            track.Sums = SumKind.None;
        }

        List<TrackInstance> kit = [.. tracks.Where(track => Counts(track) && VoiceName.IsOfKit(track.Role) && !Name(track).IsBus)];
        if (kit.Count > 1)
        {
            VoiceSum sum = Sum("kit", kit, [.. kit.Select(track => track.FaderPlace == FaderPlace.PostFader ? 0 : track.FaderDb)], focal, isPestana);
            KitLu = focal is null ? double.NaN : sum.Relative.RelativeLu - (focal.FaderPlace == FaderPlace.PostFader ? 0 : focal.FaderDb);
        }

        foreach (TrackInstance bus in tracks.Where(track => Counts(track) && !track.IsFocal && (Name(track).IsBus || track.Role == Role.DrumBus)))
        {
            List<TrackInstance> children = bus.Role == Role.DrumBus
                ? kit
                : [.. tracks.Where(track => Counts(track) && track.Role == bus.Role && !Name(track).IsBus)];
            if (children.Count > 1)
            {
                VoiceSum sum = Sum($"of {bus.Id}", children, new double[children.Count], focal, isPestana);
                bus.Sums = KindOf(bus, sum, focal);
            }
        }
    }

    /// <summary>Groups the tracks of a mix.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="readings">Their readings.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    /// <returns>The voices, each track in one.</returns>
    public ImmutableArray<Voice> Group(IReadOnlyList<TrackInstance> tracks, ImmutableArray<TrackReading> readings, TrackInstance? focal, bool isPestana)
    {
        List<List<int>> groups = [];
        Dictionary<string, List<List<int>>> byKey = [];
        foreach (int index in Enumerable.Range(0, tracks.Count).OrderBy(index => !tracks[index].IsFocal))
        {
            string key = Counts(tracks[index]) && tracks[index].Sums == SumKind.None ? KeyOf(tracks[index]) : "";
            List<List<int>>? known = null;
            if (key.Length > 0 && !byKey.TryGetValue(key, out known))
            {
                byKey[key] = known = [];
            }

            List<int>? group = known?.Find(members => IsOne(tracks[members[0]], tracks[index]));
            if (group is not null)
            {
                group.Add(index);
                continue;
            }

            groups.Add([index]);
            known?.Add(groups[^1]);
        }

        return [.. groups.OrderBy(members => members.Min()).Select(members => VoiceOf(members, tracks, readings, focal, isPestana))];
    }

    private static bool Counts(TrackInstance track) => track.InMix && track.Role != Role.MixBus;

    private static VoiceName Name(TrackInstance track) => track.VoiceName;

    private static string KeyOf(TrackInstance track)
    {
        VoiceName name = Name(track);
        return track.Role is Role.Kick or Role.Snare or Role.Toms or Role.HiHat ? Roles.Key(track.Role)
            : track.IsFocal || track.Role == Role.LeadVocal || name.IsDoubleOfLead ? "lead"
            : name.IsBus ? ""
            : name.Key;
    }

    private bool IsOne(TrackInstance first, TrackInstance second)
    {
        VoiceName a = Name(first);
        VoiceName b = Name(second);
        EnvelopePair pair = Pair((first.Id, second.Id), first.Analysis, second.Analysis);
        bool isTold = pair.Slots >= EnvelopePair.LeastSlots && pair.MovesDb >= LeastMovesDb && !double.IsNaN(pair.Correlation);
        bool isConfirmed = isTold && pair.Correlation >= ConfirmingCorrelation;
        bool isRefused = isTold && pair.Correlation < RefusingCorrelation;

        // Parts of a voice are one unless the song says otherwise, and so are takes of backing vocals; other likenesses must be heard.
        bool isTake = first.Role == Role.BackingVocals && second.Role == Role.BackingVocals && (a.IsNumbered || b.IsNumbered) && !isTold;
        return first.Role == Role.Toms || (a.IsPart || b.IsPart ? !isRefused : isConfirmed || isTake);
    }

    private EnvelopePair Pair((Guid First, Guid Second) key, TrackAnalysis first, TrackAnalysis second)
    {
        long stamp = first.Timeline.Revision / FreshSlots;
        if (!_pairs.TryGetValue(key, out (long Stamp, EnvelopePair Pair) known) || known.Stamp != stamp)
        {
            known = (stamp, EnvelopePair.Of(first, second));
            _pairs[key] = known;
        }

        return known.Pair;
    }

    private SumKind KindOf(TrackInstance bus, VoiceSum sum, TrackInstance? focal)
    {
        EnvelopePair pair = Pair((bus.Id, Guid.Empty), bus.Analysis, sum.Analysis);
        double level = focal is null ? double.NaN : bus.Relative.UnderFocalLu - sum.Relative.UnderFocalLu;
        bool isLike = pair.MovesDb >= LeastMovesDb ? pair.Correlation >= SummingCorrelation : Name(bus).IsBus;
        return !isLike || double.IsNaN(level) || pair.Slots < EnvelopePair.LeastSlots ? SumKind.None
            : level is >= LowestBusLu and <= HighestBusLu ? SumKind.Bus
            : SumKind.Parallel;
    }

    private VoiceSum Sum(string key, List<TrackInstance> tracks, double[] gainsDb, TrackInstance? focal, bool isPestana)
    {
        string named = string.Join('/', tracks.Select(track => track.Id).Prepend(Guid.Empty).Select(id => id.ToString("N"))) + key;
        if (!_sums.TryGetValue(named, out VoiceSum? sum))
        {
            const int MostSums = 400;
            if (_sums.Count > MostSums)
            {
                _sums.Clear();
            }

            _sums[named] = sum = new VoiceSum();
        }

        sum.Update([.. tracks.Select(track => track.Analysis)], gainsDb, focal?.Analysis, isPestana);
        return sum;
    }

    private Voice VoiceOf(List<int> members, IReadOnlyList<TrackInstance> tracks, ImmutableArray<TrackReading> readings, TrackInstance? focal, bool isPestana)
    {
        TrackReading leading = readings[members[0]];
        if (members.Count == 1)
        {
            return new Voice(leading.Name, [.. members], leading);
        }

        string name = Name(tracks[members[0]]).Label;
        name = leading.IsFocal ? leading.Name : char.ToUpperInvariant(name[0]) + name[1..];
        foreach (int member in members)
        {
            readings[member].VoiceName = name;
        }

        double top = members.Max(member => readings[member].CountedFaderDb);
        if (leading.IsFocal)
        {
            return new Voice(name, [.. members], leading);
        }

        // A member that is down counts as if it stood at the highest of the others: there the voice's move would bring it.
        double[] gains = [.. members.Select(member => readings[member].IsDown ? 0 : readings[member].CountedFaderDb - top)];
        VoiceSum sum = Sum("voice", [.. members.Select(member => tracks[member])], gains, focal, isPestana);
        double PeakDb(Func<TrackReading, double> peak) => Decibels.FromPower(members.Zip(gains, (member, gain) => Decibels.ToPower(peak(readings[member]) + gain)).Where(double.IsFinite).Sum());
        return new Voice(name, [.. members], leading with
        {
            Name = name,
            FaderDb = top,
            IsHandSet = members.Any(member => readings[member].IsHandSet),
            IntegratedLufs = sum.Analysis.Windows.IntegratedLufs,
            RmsDbfs = sum.Analysis.RmsDbfs,
            SamplePeakDbfs = PeakDb(reading => reading.SamplePeakDbfs),
            TruePeakDbtp = PeakDb(reading => reading.TruePeakDbtp),
            InsertRelativeLu = sum.Relative.RelativeLu,
            LiveInsertRelativeLu = sum.Relative.LiveRelativeLu,
            UnderFocalLu = sum.Relative.UnderFocalLu,
            HeardTogetherSeconds = sum.Relative.SecondsTogether,
            SpreadLu = sum.Relative.SpreadLu,
            Confidence = sum.Relative.Confidence,
        });
    }
}
