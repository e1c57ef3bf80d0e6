using System.Collections.Immutable;
using FaderStager.Measuring;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Voices;

/// <summary>The voices of a mix: which tracks are heard as one, proposed from names, confirmed or refused by how they run over the song.</summary>
/// <remarks>
/// [worker] Grouped anew when a name, a role or the like changes and after each 10 s of song that is new; between, a turn sums what came
/// and allocates nothing.
/// </remarks>
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

    // Slots of new song after which envelopes are compared again: 10 s.
    private const int FreshSlots = 100;

    private readonly Dictionary<(Guid First, Guid Second), (long Stamp, EnvelopePair Pair)> _pairs = [];
    private VoicePlan? _kit;
    private VoicePlan?[] _plans = [];
    private VoiceName[] _names = [];
    private Dictionary<long, int> _ofOneRole = [];
    private TrackMember[] _tracks = [];
    private TrackAnalysis[] _grouped = [];
    private long _stamp = -1;
    private bool _asksTheSong;

    /// <summary>The kit as one against the focal in LU, faders counted; NaN = no kit of several tracks.</summary>
    public double KitLu { get; private set; } = double.NaN;

    /// <summary>The mix as its voices; each track is in one.</summary>
    public VoiceMix Voices { get; private set; } = VoiceMix.Empty;

    /// <summary>Where the tracks of the focal's voice stand.</summary>
    public ImmutableArray<int> FocalVoice { get; private set; } = [];

    /// <summary>Groups the tracks anew where that is due, and tells which of them sum others.</summary>
    /// <param name="tracks">The tracks, their measurements up to date.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Group(ReadOnlySpan<TrackMember> tracks, TrackMember? focal, bool isPestana)
    {
        long stamp = StampOf(tracks, focal, isPestana);
        if (stamp == _stamp && IsGrouped(tracks))
        {
            return;
        }

        _tracks = tracks.ToArray();
        _names = [.. _tracks.Select(track => VoiceName.Of(track.Edits.Telling, track.Role))];
        _ofOneRole = BusesOfOneRole();
        _asksTheSong = false;
        TellSums(focal?.Measurement.Analysis, isPestana);
        MakeVoices();
        _stamp = StampOf(tracks, focal, isPestana);

        // The tracks themselves are not held: one that its host lets go of must be able to leave.
        _grouped = [.. _tracks.Select(track => track.Measurement.Analysis)];
        _tracks = [];
    }

    /// <summary>Reads the voices.</summary>
    /// <param name="readings">The readings of the tracks; those of voices of several tracks get the voice's name.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Read(ReadOnlySpan<TrackReading> readings, TrackMember? focal, bool isPestana)
    {
        TrackMeasurement? focalMeasurement = focal?.Measurement;
        KitLu = double.NaN;
        if (_kit is not null && focal is not null)
        {
            _kit.UpdateBehindFaders(readings, focalMeasurement, isPestana);
            KitLu = _kit.Counted.Relative.RelativeLu - FocalFaderDb(readings);
        }

        foreach (TrackReading reading in readings)
        {
            reading.VoiceName = null;
        }

        for (int index = 0; index < _plans.Length; index++)
        {
            Voice voice = Voices.Voices[index];
            TrackReading leading = readings[voice.Members[0]];
            if (voice.Members.Length > 1)
            {
                foreach (int member in voice.Members)
                {
                    readings[member].VoiceName = voice.Name;
                }
            }

            if (_plans[index] is not { } plan || leading.IsFocal)
            {
                voice.Reading = leading;
                continue;
            }

            plan.Read(voice, readings, focalMeasurement, isPestana);
        }
    }

    /// <summary>A voice over the whole song.</summary>
    /// <param name="voice">Its place among the voices.</param>
    /// <param name="tracks">The tracks that were grouped.</param>
    /// <returns>The track, or the sum of several.</returns>
    public TrackAnalysis SongOf(int voice, ReadOnlySpan<TrackMember> tracks) => PlanOf(voice, tracks)?.Sum.Analysis ?? Leading(voice, tracks).Analysis;

    /// <summary>What counts of a voice's song.</summary>
    /// <param name="voice">Its place among the voices.</param>
    /// <param name="tracks">The tracks that were grouped.</param>
    /// <returns>The track, or the sum of several.</returns>
    public TrackAnalysis CountedOf(int voice, ReadOnlySpan<TrackMember> tracks) => PlanOf(voice, tracks)?.Counted.Analysis ?? Leading(voice, tracks).Counted;

    // The focal's voice is read by the focal alone.
    private VoicePlan? PlanOf(int voice, ReadOnlySpan<TrackMember> tracks) => tracks[Voices.Voices[voice].Members[0]].IsFocal ? null : _plans[voice];

    private TrackMeasurement Leading(int voice, ReadOnlySpan<TrackMember> tracks) => tracks[Voices.Voices[voice].Members[0]].Measurement;

    private static double FocalFaderDb(ReadOnlySpan<TrackReading> readings)
    {
        foreach (TrackReading reading in readings)
        {
            if (reading.IsFocal)
            {
                return reading.CountedFaderDb;
            }
        }

        return double.NaN;
    }

    private long StampOf(ReadOnlySpan<TrackMember> tracks, TrackMember? focal, bool isPestana)
    {
        long heard = 0;
        long stamp = isPestana ? 1 : 0;
        foreach (TrackMember track in tracks)
        {
            heard += track.Measurement.Analysis.Windows.PassedCount;
            stamp = (stamp * 1_000_003) + ((long)track.Role * 4) + (track.IsStaged ? 2 : 0) + (ReferenceEquals(track, focal) ? 1 : 0);
            stamp = (stamp * 1_000_003) + track.Edits.Names;
        }

        // What is new in the song matters only where names leave something for it to decide.
        return (stamp * 1_000_003) + (_asksTheSong ? heard / (FreshSlots * tracks.Length) : 0);
    }

    private bool IsGrouped(ReadOnlySpan<TrackMember> tracks)
    {
        bool isSame = tracks.Length == _grouped.Length;
        for (int index = 0; isSame && index < tracks.Length; index++)
        {
            isSame = ReferenceEquals(tracks[index].Measurement.Analysis, _grouped[index]);
        }

        return isSame;
    }

    private bool Counts(int index) => _tracks[index].IsStaged;

    private void TellSums(TrackAnalysis? focal, bool isPestana)
    {
        int[] kit = [.. Indices().Where(index => Counts(index) && VoiceName.IsOfKit(_tracks[index].Role) && !_names[index].IsBus)];
        _kit = kit.Length > 1 ? new VoicePlan(kit, _tracks) : null;
        foreach (int index in Indices())
        {
            TrackMember bus = _tracks[index];
            bus.Measurement.Sums = SumKind.None;
            if (!Counts(index) || bus.IsFocal || !(_names[index].IsBus || bus.Role == Role.DrumBus))
            {
                continue;
            }

            int[] children = bus.Role == Role.DrumBus
                ? kit
                : [.. Indices().Where(child => Counts(child) && _tracks[child].Role == bus.Role && !_names[child].IsBus)];
            if (children.Length > 1)
            {
                _asksTheSong = true;
                VoicePlan sum = new(children, _tracks);
                sum.UpdateAtInserts(focal, isPestana);
                bus.Measurement.Sums = KindOf(index, sum.Sum, focal is not null);
            }
        }
    }

    private void MakeVoices()
    {
        List<List<int>> groups = [];
        Dictionary<string, List<List<int>>> byKey = [];
        foreach (int index in Indices().OrderBy(index => !_tracks[index].IsFocal))
        {
            string key = Counts(index) && _tracks[index].Measurement.Sums == SumKind.None ? KeyOf(index) : "";
            List<List<int>>? known = null;
            if (key.Length > 0 && !byKey.TryGetValue(key, out known))
            {
                byKey[key] = known = [];
            }

            _asksTheSong |= known is { Count: > 0 };
            List<int>? group = known?.Find(members => IsOne(members[0], index));
            if (group is not null)
            {
                group.Add(index);
                continue;
            }

            groups.Add([index]);
            known?.Add(groups[^1]);
        }

        List<int>[] ordered = [.. groups.OrderBy(members => members.Min())];
        VoicePlan?[] before = _plans;
        ImmutableArray<Voice> voicesBefore = Voices.Voices;
        Voices = new VoiceMix([.. ordered.Select(members => new Voice(NameOf(members), [.. members]))]);
        _plans = [.. ordered.Select(members => members.Count == 1 ? null : PlanOf(members, before, voicesBefore))];
        FocalVoice = Voices.Voices.FirstOrDefault(voice => _tracks[voice.Members[0]].IsFocal)?.Members ?? [];
    }

    // A voice that stays keeps its sum, so that it need not be made again from the whole song.
    private VoicePlan PlanOf(List<int> members, VoicePlan?[] before, ImmutableArray<Voice> voicesBefore)
    {
        VoicePlan plan = new([.. members], _tracks);
        for (int index = 0; index < before.Length; index++)
        {
            if (before[index] is { } known && voicesBefore[index].Members.Length == members.Count && known.HasSameTracks(plan) && voicesBefore[index].Members.SequenceEqual(members))
            {
                return known;
            }
        }

        return plan;
    }

    private string NameOf(List<int> members)
    {
        TrackMember leading = _tracks[members[0]];
        string label = _names[members[0]].Label;
        if (members.Count > 1 && !leading.IsFocal && leading.Edits.HostTrack.Bus is { Name.Length: > 0 } bus
            && members.TrueForAll(IsInBusOfOneRole) && _ofOneRole[bus.Number] == members.Count)
        {
            return bus.Name;
        }

        return members.Count == 1 || leading.IsFocal || label.Length == 0 ? leading.Edits.Name : char.ToUpperInvariant(label[0]) + label[1..];
    }

    private IEnumerable<int> Indices() => Enumerable.Range(0, _tracks.Length);

    private string KeyOf(int index)
    {
        TrackMember track = _tracks[index];
        VoiceName name = _names[index];
        return track.Role is Role.Kick or Role.Snare or Role.Toms or Role.HiHat ? Roles.Key(track.Role)
            : track.IsFocal || track.Role == Role.LeadVocal || name.IsDoubleOfLead ? "lead"
            : track.Role == Role.BackingVocals && IsInBusOfOneRole(index) ? FormattableString.Invariant($"bus:{track.Edits.HostTrack.Bus!.Number}")
            : name.IsBus || (track.Role == Role.Other && !name.IsPart) ? ""
            : name.Key;
    }

    private bool IsOne(int first, int second)
    {
        VoiceName a = _names[first];
        VoiceName b = _names[second];
        EnvelopePair pair = Pair(_tracks[first], _tracks[second]);
        bool isTold = pair.Slots >= EnvelopePair.LeastSlots && pair.MovesDb >= LeastMovesDb && !double.IsNaN(pair.Correlation);
        bool isConfirmed = isTold && pair.Correlation >= ConfirmingCorrelation;
        bool isRefused = isTold && pair.Correlation < RefusingCorrelation;

        // Parts of a voice are one unless the song says otherwise, and so are takes of backing vocals and what a person gave a bus of
        // its own; other likenesses must be heard.
        bool isTake = _tracks[first].Role == Role.BackingVocals && _tracks[second].Role == Role.BackingVocals && (a.IsNumbered || b.IsNumbered) && !isTold;
        return _tracks[first].Role == Role.Toms || (a.IsPart || b.IsPart || ShareABus(first, second) ? !isRefused : isConfirmed || isTake);
    }

    /// <summary>Buses that hold tracks of one role alone, by their numbers, and how many.</summary>
    private Dictionary<long, int> BusesOfOneRole() => _tracks
        .Where(track => track.InMix && track.Edits.HostTrack.Bus is not null)
        .GroupBy(track => track.Edits.HostTrack.Bus!.Number)
        .Where(group => group.Select(track => track.Role).Distinct().Count() == 1)
        .ToDictionary(group => group.Key, group => group.Count());

    private bool IsInBusOfOneRole(int index) => _tracks[index].Edits.HostTrack.Bus is { } bus && _ofOneRole.ContainsKey(bus.Number);

    private bool ShareABus(int first, int second) =>
        _tracks[first].Role != Role.LeadVocal && IsInBusOfOneRole(first) && _tracks[first].Edits.HostTrack.Bus!.Number == _tracks[second].Edits.HostTrack.Bus?.Number;

    private EnvelopePair Pair(TrackMember first, TrackMember second)
    {
        long stamp = first.Measurement.Analysis.Timeline.Revision / FreshSlots;
        if (!_pairs.TryGetValue((first.Id, second.Id), out (long Stamp, EnvelopePair Pair) known) || known.Stamp != stamp)
        {
            known = (stamp, EnvelopePair.Of(first.Measurement.Analysis, second.Measurement.Analysis));
            _pairs[(first.Id, second.Id)] = known;
        }

        return known.Pair;
    }

    private SumKind KindOf(int bus, VoiceSum sum, bool hasFocal)
    {
        EnvelopePair pair = EnvelopePair.Of(_tracks[bus].Measurement.Analysis, sum.Analysis);
        double level = hasFocal ? _tracks[bus].Measurement.Relative.UnderFocalLu - sum.Relative.UnderFocalLu : double.NaN;
        bool isLike = pair.MovesDb >= LeastMovesDb ? pair.Correlation >= SummingCorrelation : _names[bus].IsBus;
        return !isLike || double.IsNaN(level) || pair.Slots < EnvelopePair.LeastSlots ? SumKind.None
            : level is >= LowestBusLu and <= HighestBusLu ? SumKind.Bus
            : SumKind.Parallel;
    }
}
