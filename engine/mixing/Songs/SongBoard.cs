using System.Buffers;
using System.Collections.Immutable;
using FaderStager.Measuring;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Voices;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Mixing.Songs;

/// <summary>A mix over its song, worked out only while somebody looks: curves, sections, rides.</summary>
/// <remarks>
/// [worker] but for what says otherwise. The voice that is drawn is brought up to date with each turn. The others, the sections and the
/// rides follow when the song stops, and every 2 s while it plays. With nothing new a turn allocates nothing.
/// </remarks>
internal sealed class SongBoard
{
    // Turns between two looks at the whole song while it plays: 2 s.
    private const int TurnsBetween = 20;

    // Turns without a question after which curves are let go of: a minute.
    private const int TurnsUntilForgotten = 600;

    private readonly SongTrace[] _ring = [.. Enumerable.Range(0, SongTrace.Buffers).Select(_ => new SongTrace())];
    private List<SongVoice> _voices = [];
    private VoiceMix? _grouped;
    private TrackAnalysis? _focal;
    private TrackAnalysis? _focalPart;
    private SlotRange _part;
    private ImmutableArray<SongMarker> _markers = [];
    private ImmutableArray<SectionName> _names = [];
    private SongQuestion? _question;
    private SongState _state = SongState.Empty;
    private SongTrace _trace;
    private bool _isPestana;
    private bool _isAsked;
    private bool _isOtherMarkers;
    private bool _isToForget;
    private bool _isHurried;
    private double _positionSeconds = double.NaN;
    private int _turnsUnasked;
    private int _turnsSince;
    private long _stamp = long.MinValue;
    private (long Curve, double FadersDb, double TargetLu, double ToleranceLu, double From, double To) _drawn;
    private int _next;

    /// <summary>Makes a board that knows nothing.</summary>
    public SongBoard() => _trace = _ring[^1];

    /// <summary>What was worked out last. [any]</summary>
    public SongState State => Volatile.Read(ref _state);

    /// <summary>Where the song was heard last, in seconds; NaN = nowhere. [any]</summary>
    public double PositionSeconds => Volatile.Read(ref _positionSeconds);

    /// <summary>What was drawn last. [any]</summary>
    public SongTrace Trace => Volatile.Read(ref _trace);

    /// <summary>Asks for the song, and for one voice to be drawn. [any] To be asked again and again while it is looked at.</summary>
    /// <param name="question">The voice; null = none is drawn.</param>
    /// <param name="atOnce">Whether the whole song is to follow with the next turn, though it plays.</param>
    public void Ask(SongQuestion? question, bool atOnce)
    {
        Volatile.Write(ref _question, question);
        Volatile.Write(ref _isHurried, atOnce || Volatile.Read(ref _isHurried));
        Volatile.Write(ref _isAsked, true);
    }

    /// <summary>Takes the markers of a session in place of sections found. [any]</summary>
    /// <param name="markers">The markers; none = sections are found.</param>
    public void Mark(ImmutableArray<SongMarker> markers)
    {
        _markers = markers;
        Volatile.Write(ref _isOtherMarkers, true);
    }

    /// <summary>The mix is empty: the next turn forgets the song. [any]</summary>
    public void Forget()
    {
        Volatile.Write(ref _state, SongState.Empty);
        Volatile.Write(ref _isToForget, true);
    }

    /// <summary>Works out what is asked for.</summary>
    /// <param name="state">The mix as it was filled last.</param>
    /// <param name="tracks">Its tracks.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="board">Its voices.</param>
    public void Update(MixState state, ReadOnlySpan<TrackMember> tracks, TrackMember? focal, VoiceBoard board)
    {
        _turnsUnasked = Volatile.Read(ref _isAsked) ? 0 : _turnsUnasked + 1;
        if (Volatile.Read(ref _isToForget) || _turnsUnasked == TurnsUntilForgotten)
        {
            Volatile.Write(ref _isToForget, false);
            Clear();
        }

        if (!Volatile.Read(ref _isAsked))
        {
            return;
        }

        Volatile.Write(ref _isAsked, false);
        if (tracks.Length == 0 || state.Snapshot.Tracks.Length != tracks.Length)
        {
            return;
        }

        long? last = focal?.Measurement.Analysis.Timeline.LastWritten ?? tracks[0].Measurement.Analysis.Timeline.LastWritten;
        Volatile.Write(ref _positionSeconds, last is { } slot ? (slot + 1) / (double)SlotRange.SlotsPerSecond : double.NaN);
        TakeVoices(state, tracks, focal, board);
        UpdateSong(state.Snapshot, tracks);
        Draw(state.Snapshot);
    }

    /// <summary>The curve of a voice, up to date, at so many points. For reports: while no turn runs.</summary>
    /// <param name="question">The voice and the stretch.</param>
    /// <param name="trace">Takes the curve.</param>
    public void Draw(SongQuestion question, SongTrace trace)
    {
        SongVoice? voice = VoiceOf(question.TrackId);
        (double from, double to) = Stretch(question);
        (float[] low, float[] high) = trace.Begin(question, 0, from, to);
        if (voice is null || _focal is null || voice.IsFocal)
        {
            Array.Fill(low, float.NaN);
            Array.Fill(high, float.NaN);
        }
        else
        {
            UpdateCurve(voice);
            voice.Draw(from, to, low, high);
        }

        (trace.Voice, trace.IsFocal, trace.TargetLu, trace.ToleranceLu) = voice is null
            ? ("", false, double.NaN, double.NaN)
            : (voice.Name, voice.IsFocal, voice.TargetLu, voice.ToleranceLu);
    }

    private void Clear()
    {
        _voices.Clear();
        (_grouped, _focal, _focalPart, _stamp) = (null, null, null, long.MinValue);
        Volatile.Write(ref _state, SongState.Empty);
    }

    private (double From, double To) Stretch(SongQuestion question)
    {
        SongState song = State;
        double from = double.IsFinite(question.FromSeconds) ? question.FromSeconds : song.FromSeconds;
        double to = double.IsFinite(question.ToSeconds) ? question.ToSeconds : song.ToSeconds;
        return (from, Math.Max(to, from + 0.1));
    }

    private void TakeVoices(MixState state, ReadOnlySpan<TrackMember> tracks, TrackMember? focal, VoiceBoard board)
    {
        MixSnapshot mix = state.Snapshot;
        bool isPart = !mix.Counts.IsWhole;
        _part = isPart ? SlotRange.Of(mix.Counts.FromSeconds, mix.Counts.ToSeconds) : default;
        _isPestana = mix.Settings.Weighting == RelativeWeighting.Pestana;
        _focal = focal?.Measurement.Analysis;
        _focalPart = isPart ? focal?.Measurement.Counted : null;
        if (!ReferenceEquals(_grouped, board.Voices))
        {
            _grouped = board.Voices;
            List<SongVoice> voices = [];
            for (int index = 0; index < _grouped.Voices.Length; index++)
            {
                TrackAnalysis song = board.SongOf(index, tracks);
                voices.Add(_voices.Find(known => ReferenceEquals(known.Song, song)) ?? new SongVoice(song));
            }

            _voices = voices;
            _stamp = long.MinValue;
        }

        Hint? focalHint = mix.Focal is { } focalReading ? state.Advice.For(focalReading.Id) : null;
        double focalDb = FaderOf(mix.Focal, focalHint);
        for (int index = 0; index < _voices.Count; index++)
        {
            Voice from = _grouped.Voices[index];
            TrackReading leading = mix.Tracks[from.Members[0]];
            Hint hint = state.Advice.Hints[from.Members[0]];
            SongVoice voice = _voices[index];
            (voice.TrackId, voice.Track, voice.Name) = (leading.Id, leading.Name, from.Name);
            (voice.IsFocal, voice.IsStaged) = (leading.IsFocal, leading.IsStaged);
            voice.Part = isPart ? board.CountedOf(index, tracks) : null;
            (voice.TargetLu, voice.ToleranceLu) = double.IsFinite(hint.TargetLu) ? (hint.TargetLu, hint.ToleranceLu) : (leading.TargetLu, leading.ToleranceLu);
            voice.FadersDb = FaderOf(from.Reading, hint) - focalDb;
            voice.InsertLu = from.Reading.InsertRelativeLu;
        }
    }

    // A fader that is down counts where its hint would bring it, so that the curve can be seen before it comes up.
    private static double FaderOf(TrackReading? reading, Hint? hint)
    {
        double db = reading is null ? double.NaN : reading.IsDown ? hint?.SuggestedFaderDb ?? double.NaN : reading.CountedFaderDb;
        return double.IsFinite(db) ? db : double.NaN;
    }

    private void UpdateCurve(SongVoice voice) =>
        voice.Curve.Update(new CurveSide(voice.Song, voice.Part), new CurveSide(_focal!, _focalPart), _part, _isPestana);

    private void UpdateSong(MixSnapshot mix, ReadOnlySpan<TrackMember> tracks)
    {
        long stamp = (mix.Counts.GetHashCode() * 31L) + (_isPestana ? 1 : 0) + (_focal is null ? 0 : 2) + (mix.Settings.SectionNames.GetHashCode() * 7919L);
        foreach (SongVoice voice in _voices)
        {
            stamp = (stamp * 1_000_003) + voice.Song.Version + (voice.IsStaged ? 1 : 0) + (voice.IsFocal ? 2 : 0);
            stamp = (stamp * 1_000_003) + HashCode.Combine(voice.FadersDb, voice.TargetLu, voice.ToleranceLu, voice.Name);
        }

        _turnsSince++;
        bool isOtherMarkers = Volatile.Read(ref _isOtherMarkers);
        bool isDue = !mix.IsRolling || Volatile.Read(ref _isHurried) || _turnsSince >= TurnsBetween || _stamp == long.MinValue || isOtherMarkers || mix.Settings.SectionNames != _names;
        if ((stamp == _stamp && !isOtherMarkers) || !isDue)
        {
            return;
        }

        Volatile.Write(ref _isHurried, false);

        Volatile.Write(ref _isOtherMarkers, false);
        (_stamp, _turnsSince, _names) = (stamp, 0, mix.Settings.SectionNames);
        SlotRange heard = HeardBy(tracks);
        SongState song = State with
        {
            Sequence = State.Sequence + 1,
            Counts = mix.Counts,
            FromSeconds = heard.FromSeconds,
            ToSeconds = heard.ToSeconds,
            Sections = SectionFinder.Named(SectionsOf(heard), _names),
            Rows = [],
            Rides = [],
        };
        if (_focal is not null)
        {
            SongVoice[] voices = [.. _voices.Where(voice => voice is { IsStaged: true, IsFocal: false })];
            int count = (int)heard.Count;

            // An hour of 40 voices is 6 MB: lent, so that no collection comes of it.
            float[] points = ArrayPool<float>.Shared.Rent(Math.Max(1, voices.Length * count));
            List<SongRow> rows = [];
            List<Memory<float>> curves = [];
            foreach (SongVoice voice in voices)
            {
                UpdateCurve(voice);
                Memory<float> curve = points.AsMemory(rows.Count * count, count);
                voice.CopyPoints(heard, curve.Span);
                rows.Add(RowOf(voice, song.Sections));
                curves.Add(curve);
            }

            song = song with { Rows = [.. rows], Rides = RideFinder.Find(rows, curves, FocalRow(mix), heard.First, _part, song.Sections) };
            ArrayPool<float>.Shared.Return(points);
        }

        Volatile.Write(ref _state, song);
    }

    private static SlotRange HeardBy(ReadOnlySpan<TrackMember> tracks)
    {
        (long first, long end) = (long.MaxValue, long.MinValue);
        foreach (TrackMember track in tracks)
        {
            if (track.Measurement.Analysis.Timeline.Heard is { } heard)
            {
                (first, end) = (Math.Min(first, heard.First), Math.Max(end, heard.End));
            }
        }

        return end > first ? new SlotRange(first, end) : default;
    }

    private ImmutableArray<SongSection> SectionsOf(SlotRange heard)
    {
        ImmutableArray<SongSection> marked = SectionFinder.From(_markers, heard);
        return marked.IsEmpty ? SectionFinder.Find([.. _voices.Where(voice => voice.IsStaged).Select(voice => voice.Song)], heard) : marked;
    }

    private static SongRow RowOf(SongVoice voice, ImmutableArray<SongSection> sections) => new()
    {
        TrackId = voice.TrackId,
        Track = voice.Track,
        Voice = voice.Name,
        TargetLu = voice.TargetLu,
        ToleranceLu = voice.ToleranceLu,
        FadersDb = voice.FadersDb,
        ReadingLu = voice.InsertLu + voice.FadersDb,
        SectionLu = [.. sections.Select(section => voice.Curve.MeanLu(SlotRange.Of(section.FromSeconds, section.ToSeconds)) + voice.FadersDb)],
    };

    private static SongRow FocalRow(MixSnapshot mix) => new()
    {
        TrackId = mix.Focal?.Id ?? default,
        Track = mix.Focal?.Name ?? "",
        Voice = mix.Focal?.Name ?? "",
        TargetLu = 0,
        ToleranceLu = mix.Focal is { IsStaged: true } focal ? focal.ToleranceLu : double.NaN,
        FadersDb = 0,
        ReadingLu = 0,
    };

    private SongVoice? VoiceOf(Guid trackId)
    {
        foreach (SongVoice voice in _voices)
        {
            if (voice.TrackId == trackId)
            {
                return voice;
            }
        }

        return null;
    }

    private void Draw(MixSnapshot mix)
    {
        if (Volatile.Read(ref _question) is not { } question)
        {
            return;
        }

        SongVoice? voice = VoiceOf(LeadingOf(mix, question.TrackId));
        if (voice is not null && _focal is not null)
        {
            UpdateCurve(voice);
        }

        (double from, double to) = Stretch(question);
        var drawn = (voice?.Curve.Version ?? 0, voice?.FadersDb ?? double.NaN, voice?.TargetLu ?? double.NaN, voice?.ToleranceLu ?? double.NaN, from, to);
        if (drawn.Equals(_drawn) && ReferenceEquals(question, Trace.Question))
        {
            return;
        }

        _drawn = drawn;
        SongTrace trace = _ring[_next];
        _next = (_next + 1) % _ring.Length;
        long sequence = Trace.Sequence + 1;
        (float[] low, float[] high) = trace.Begin(question, sequence, from, to);
        if (voice is null || _focal is null || voice.IsFocal)
        {
            Array.Fill(low, float.NaN);
            Array.Fill(high, float.NaN);
        }
        else
        {
            voice.Draw(from, to, low, high);
        }

        (trace.Voice, trace.IsFocal) = (voice?.Name ?? "", voice?.IsFocal ?? false);
        (trace.TargetLu, trace.ToleranceLu) = (voice?.TargetLu ?? double.NaN, voice?.ToleranceLu ?? double.NaN);
        Volatile.Write(ref _trace, trace);
    }

    private Guid LeadingOf(MixSnapshot mix, Guid trackId)
    {
        foreach (Voice voice in _grouped!.Voices)
        {
            foreach (int member in voice.Members)
            {
                if (mix.Tracks[member].Id == trackId)
                {
                    return mix.Tracks[voice.Members[0]].Id;
                }
            }
        }

        return trackId;
    }
}
