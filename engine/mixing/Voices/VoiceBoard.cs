using System.Collections.Immutable;
using FaderStager.Measuring;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
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
    // Likeness from which takes of one role are one voice, and under which parts are not: rules of thumb. Backing voices that run together
    // are a stack, and a band has one bass; other instruments of a kind must run as one to be one.
    private const double ConfirmingCorrelation = 0.7;
    private const double RefusingCorrelation = 0.3;
    private const double UnnamedCorrelation = 0.92;
    private const double UnnamedBassCorrelation = 0.8;

    private readonly Likeness _likeness = new();
    private readonly SumFinder _sums = new();
    private readonly ReturnFinder _returns;
    private ImmutableArray<VoiceChoice> _choices = [];
    private VoicePlan? _kit;
    private VoicePlan?[] _plans = [];
    private VoiceName[] _names = [];
    private (string Telling, Role Role)[] _named = [];
    private Dictionary<long, int> _ofOneRole = [];
    private TrackMember[] _tracks = [];
    private TrackAnalysis[] _grouped = [];
    private long _stamp = -1;
    private bool _asksTheSong;

    /// <summary>Makes an empty board.</summary>
    public VoiceBoard() => _returns = new ReturnFinder(_likeness);

    /// <summary>The kit as one against the focal in LU, faders counted; NaN = no kit of several tracks.</summary>
    public double KitLu { get; private set; } = double.NaN;

    /// <summary>Tracks that are drums of the kit.</summary>
    public int KitTracks { get; private set; }

    /// <summary>The mix as its voices; each track is in one.</summary>
    public VoiceMix Voices { get; private set; } = VoiceMix.Empty;

    /// <summary>Where the tracks of the focal's voice stand.</summary>
    public ImmutableArray<int> FocalVoice { get; private set; } = [];

    /// <summary>Groups the tracks anew where that is due, and tells which of them sum others.</summary>
    /// <param name="tracks">The tracks, their measurements up to date.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    /// <param name="choices">The voices that a person made.</param>
    public void Group(ReadOnlySpan<TrackMember> tracks, TrackMember? focal, bool isPestana, ImmutableArray<VoiceChoice> choices)
    {
        long stamp = StampOf(tracks, focal, isPestana);
        if (stamp == _stamp && choices == _choices && IsGrouped(tracks))
        {
            return;
        }

        _choices = choices;
        _likeness.Forget(tracks.Length);
        _tracks = tracks.ToArray();
        TakeNames();
        _ofOneRole = BusesOfOneRole();
        _asksTheSong = tracks.Length > 2 && focal is not null;
        _sums.Tell(_tracks, _names, focal, index => ChoiceOf(index) is not null);
        int[] kit = [.. Indices().Where(index => IsOfTheMix(index) && VoiceName.IsOfKit(_tracks[index].Role) && !_names[index].IsBus)];
        (_kit, KitTracks) = (kit.Length > 1 ? new VoicePlan(kit, _tracks) : null, kit.Length);
        MakeVoices();
        _asksTheSong |= _returns.Tell(_tracks, Voices.Voices);
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
            (reading.VoiceName, reading.VoiceId, reading.VoiceIsChosen) = (null, Guid.Empty, false);
        }

        for (int index = 0; index < _plans.Length; index++)
        {
            Voice voice = Voices.Voices[index];
            TrackReading leading = readings[voice.Members[0]];
            foreach (int member in voice.Members)
            {
                TrackReading reading = readings[member];
                (reading.VoiceId, reading.VoiceIsChosen) = (voice.Members.Length > 1 ? leading.Id : Guid.Empty, voice.IsChosen);
                reading.VoiceName = voice.Members.Length > 1 || (voice.IsChosen && voice.Name != reading.Name) ? voice.Name : null;
                (reading.FedBy, reading.FedByName, reading.FeedIsUnknown) = (voice.FedBy, voice.FedByName, voice.FeedIsUnknown);
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

    // Reading a name costs words; most stay what they were.
    private void TakeNames()
    {
        Array.Resize(ref _names, _tracks.Length);
        Array.Resize(ref _named, _tracks.Length);
        for (int index = 0; index < _tracks.Length; index++)
        {
            (string, Role) named = (_tracks[index].Edits.Telling, _tracks[index].Role);
            if (named != _named[index])
            {
                (_named[index], _names[index]) = (named, VoiceName.Of(named.Item1, named.Item2));
            }
        }
    }

    private long StampOf(ReadOnlySpan<TrackMember> tracks, TrackMember? focal, bool isPestana)
    {
        long heard = 0;
        long removals = 0;
        long stamp = isPestana ? 1 : 0;
        foreach (TrackMember track in tracks)
        {
            heard += track.Measurement.Analysis.Windows.PassedCount;
            removals += track.Measurement.Analysis.Timeline.Removals;
            stamp = (stamp * 1_000_003) + ((long)track.Role * 4) + (track.IsStaged ? 2 : 0) + (ReferenceEquals(track, focal) ? 1 : 0);
            stamp = (stamp * 1_000_003) + track.Edits.Names;
        }

        // What is new in the song matters only where something is left for it to decide, and the less the more of it was heard. What
        // was let go because it is not true any more is asked for again.
        long asked = _asksTheSong || _stamp < 0 ? (long)(3 * Math.Log2(1 + ((double)heard / (Likeness.FreshSlots * tracks.Length)))) : 0;
        return (((stamp * 1_000_003) + (_asksTheSong ? removals : 0)) * 1_000_003) + asked;
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

    private bool IsOfTheMix(int index) => SumFinder.Counts(_tracks[index]) && _tracks[index].Measurement.Sums == SumKind.None;

    // By itself, for every pair of tracks asks: a lambda would cost each an object.
    private VoiceChoice? ChoiceOf(int index)
    {
        foreach (VoiceChoice choice in _choices)
        {
            if (choice.Tracks.Contains(_tracks[index].Id))
            {
                return choice;
            }
        }

        return null;
    }

    private void MakeVoices()
    {
        List<List<int>> groups = [];
        Dictionary<VoiceChoice, List<int>> chosen = [];

        // In an order of their own, so that the order in which tracks joined tells nothing.
        foreach (int index in Indices().OrderBy(index => !_tracks[index].IsFocal).ThenBy(index => _tracks[index].Role).ThenBy(index => _tracks[index].Edits.Name, StringComparer.Ordinal))
        {
            VoiceChoice? choice = SumFinder.Counts(_tracks[index]) ? ChoiceOf(index) : null;
            List<int>? group = choice is not null ? chosen.GetValueOrDefault(choice)
                : IsOfTheMix(index) ? groups.Find(members => ChoiceOf(members[0]) is null && IsOfTheMix(members[0]) && BelongsTo(members, index))
                : null;
            if (group is not null)
            {
                group.Add(index);
                continue;
            }

            groups.Add([index]);
            if (choice is not null)
            {
                chosen[choice] = groups[^1];
            }
        }

        List<int>[] ordered = [.. groups.OrderBy(members => members.Min())];
        VoicePlan?[] before = _plans;
        ImmutableArray<Voice> voicesBefore = Voices.Voices;
        string[] names = NamesOf(ordered);
        Voices = new VoiceMix([.. ordered.Select((members, at) => new Voice(names[at], [.. members]) { IsChosen = ChoiceOf(members[0]) is not null })]);
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

    // Two voices of one name would be one to a person.
    private string[] NamesOf(List<int>[] voices)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        string[] names = new string[voices.Length];
        for (int index = 0; index < voices.Length; index++)
        {
            string wanted = NameOf(voices[index]);
            names[index] = wanted;
            for (int count = 2; voices[index].Count > 1 && !taken.Add(names[index]); count++)
            {
                names[index] = FormattableString.Invariant($"{wanted} {count}");
            }
        }

        return names;
    }

    private string NameOf(List<int> members)
    {
        if (ChoiceOf(members[0])?.Name is { } chosen)
        {
            return chosen;
        }

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

    private bool BelongsTo(List<int> members, int index)
    {
        int first = members[0];
        string key = KeyOf(index);
        bool isOfOneKind = key.Length > 0 && key == KeyOf(first);
        Role role = _tracks[index].Role;
        if (!isOfOneKind && (role == Role.Other || role != _tracks[first].Role || role is Role.ReverbReturn or Role.Effects or Role.Ambience))
        {
            return false;
        }

        _asksTheSong = true;
        VoiceName a = _names[first];
        VoiceName b = _names[index];
        EnvelopePair pair = _likeness.Of(_tracks[first], _tracks[index]);
        bool isTold = Likeness.Tells(pair);
        if (!isOfOneKind)
        {
            return isTold && pair.Correlation >= role switch
            {
                Role.BackingVocals => ConfirmingCorrelation,
                Role.Bass => UnnamedBassCorrelation,
                _ => UnnamedCorrelation,
            };
        }

        bool isConfirmed = isTold && pair.Correlation >= ConfirmingCorrelation;
        bool isRefused = isTold && pair.Correlation < RefusingCorrelation;

        // Parts of a voice are one unless the song says otherwise, and so are takes of backing vocals and what a person gave a bus of
        // its own; other likenesses must be heard.
        bool isTake = role == Role.BackingVocals && _tracks[first].Role == Role.BackingVocals && !isTold;
        return _tracks[first].Role == Role.Toms || (a.IsPart || b.IsPart || ShareABus(first, index) ? !isRefused : isConfirmed || isTake);
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
}
