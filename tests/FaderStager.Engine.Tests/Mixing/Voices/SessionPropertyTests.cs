using FaderStager.Engine.Tests.Mixing.Songs;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.Voices;

/// <summary>What holds for every session, whatever it is made of.</summary>
public sealed class SessionPropertyTests
{
    private const int SongSlots = 400;
    private const double RoundingDb = 0.11;

    private static readonly int[] Seeds = [.. Enumerable.Range(1, 40)];

    [TestCaseSource(nameof(Seeds))]
    public void Hints_AnyGainOnAllTracks_AreTheSame(int seed)
    {
        RandomBand band = new(seed);
        using SlotSong plain = Played(band, band.Tracks);
        using SlotSong softer = Played(band, band.Tracks, gainDb: -4.3);

        AssertSame(Suggested(plain), Suggested(softer), "a gain on all tracks");
    }

    [TestCaseSource(nameof(Seeds))]
    public void Hints_TracksInAnotherOrder_AreTheSame(int seed)
    {
        RandomBand band = new(seed);
        BandTrack[] order = [.. band.Tracks];
        new Random(seed).Shuffle(order);
        using SlotSong plain = Played(band, band.Tracks);
        using SlotSong shuffled = Played(band, order);

        AssertSame(Suggested(plain), Suggested(shuffled), "another order");
    }

    [TestCaseSource(nameof(Seeds))]
    public void Hints_OtherNamesThatTellNothing_AreTheSame(int seed)
    {
        RandomBand band = new(seed);
        using SlotSong plain = Played(band, band.Tracks);
        using SlotSong renamed = Played(band, band.Tracks, rename: name => name.StartsWith("Audio", StringComparison.Ordinal) ? "0 zz " + name[6..] : name);

        AssertSame(
            Suggested(plain),
            Suggested(renamed).ToDictionary(pair => pair.Key.StartsWith("0 zz", StringComparison.Ordinal) ? "Audio " + pair.Key[5..] : pair.Key, pair => pair.Value),
            "names that tell nothing");
    }

    [TestCaseSource(nameof(Seeds))]
    public void Hints_WorkerTakesItsTurnsSeldomOrOften_AreTheSame(int seed)
    {
        RandomBand band = new(seed);
        using SlotSong plain = Played(band, band.Tracks);
        using SlotSong seldom = Played(band, band.Tracks, turnSlots: 1);

        // At the edge of a place the hysteresis keeps what was shown first.
        HashSet<string> atEdge = [.. plain.Mix.State.Advice.Hints.Where(hint => Math.Abs(Math.Abs(hint.DeviationLu) - hint.ToleranceLu) < 0.3).Select(hint => hint.Track.Name)];
        Dictionary<string, double> one = Suggested(plain);
        foreach ((string name, double db) in Suggested(seldom).Where(pair => !atEdge.Contains(pair.Key)))
        {
            Assert.That(db, Is.EqualTo(one[name]).Within(RoundingDb), name);
        }
    }

    [TestCaseSource(nameof(Seeds))]
    public void ApplyAll_Twice_IsOnce(int seed)
    {
        foreach (bool isHandSet in (bool[])[false, true])
        {
            foreach (ApproachKind approach in (ApproachKind[])[ApproachKind.TopDown, ApproachKind.BottomUp])
            {
                RandomBand band = new(seed);
                using SlotSong song = Played(band, band.Tracks, approach, isHandSet: isHandSet);
                Apply(song, approach);
                Dictionary<string, double> once = Faders(song);

                Assert.That(song.Mix.ApplyAll(), Is.Empty, $"{approach}, set by hand: {isHandSet}");
                song.Coordinator.Refresh();
                Assert.That(Faders(song), Is.EqualTo(once));
            }
        }
    }

    [TestCaseSource(nameof(Seeds))]
    public void Hints_MixAtItsTargets_MoveNothing(int seed)
    {
        RandomBand band = new(seed);
        using SlotSong song = Played(band, band.Tracks);
        Apply(song, ApproachKind.TopDown);
        Dictionary<string, double> there = Faders(song);

        // Another session that stands there from the start, by a person's hand.
        using SlotSong again = Played(band, band.Tracks, faders: there);

        foreach (SlotSong mix in (SlotSong[])[song, again])
        {
            Assert.That(mix.Mix.State.Advice.Hints.Where(hint => double.IsFinite(hint.MoveDb) && Math.Abs(hint.MoveDb) > 0.05).Select(hint => (hint.Track.Name, hint.MoveDb)), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Seeds))]
    public void ApplyAll_FocalAgainstTheRest_EndsInsideItsBound(int seed)
    {
        foreach (bool isHandSet in (bool[])[false, true])
        {
            RandomBand band = new(seed);
            using SlotSong song = Played(band, band.Tracks, isHandSet: isHandSet);
            Apply(song, ApproachKind.TopDown);
            MixSnapshot mix = song.Mix.State.Snapshot;

            Assert.That(mix.FocalAgainstRestLu, Is.GreaterThan(mix.WantedFocalAgainstRestLu - mix.Profile.FocalAgainstRest.ToleranceLu - 0.2), $"set by hand: {isHandSet}");
        }
    }

    [TestCaseSource(nameof(Seeds))]
    public void Hints_TracksOfAVoiceDoubled_MoveNothingByHalfALu(int seed)
    {
        RandomBand band = new(seed);
        using SlotSong plain = Played(band, band.Tracks);
        Dictionary<string, double> before = Suggested(plain);
        foreach (string part in band.Tracks.Skip(1).Where(track => track.Children.Count == 0 && RoleGuess.FromName(track.Name) != Role.Other && track.Part != "double").Select(track => track.Part).Distinct())
        {
            List<BandTrack> doubled = [.. band.Tracks.Where(track => track.Part != part || track.Children.Count > 0)];
            foreach (BandTrack track in band.Tracks.Where(track => track.Part == part && track.Children.Count == 0))
            {
                doubled.Add(track with { Name = track.Name + " A", Db = track.Db - 3.01 });
                doubled.Add(track with { Name = track.Name + " B", Db = track.Db - 3.01 });
            }

            using SlotSong song = Played(band, doubled);
            Dictionary<string, double> after = Suggested(song);
            foreach ((string name, double db) in before)
            {
                Assert.That(after.TryGetValue(name, out double moved) ? moved : after[name + " A"], Is.EqualTo(db).Within(0.5), $"{part} doubled, {name}");
            }
        }
    }

    private static void Apply(SlotSong song, ApproachKind approach)
    {
        // Bottom-up goes step by step.
        int steps = approach == ApproachKind.TopDown ? 1 : 2 * song.Mix.State.Snapshot.Tracks.Length;
        for (int step = 0; step < steps && !song.Mix.ApplyAll().IsEmpty; step++)
        {
            song.Coordinator.Refresh();
        }

        song.Coordinator.Refresh();
    }

    private static void AssertSame(Dictionary<string, double> one, Dictionary<string, double> other, string what)
    {
        Assert.That(other.Keys, Is.EquivalentTo(one.Keys));
        foreach ((string name, double db) in one)
        {
            Assert.That(other[name], Is.EqualTo(db).Within(RoundingDb), $"{what}: {name}");
        }
    }

    private static Dictionary<string, double> Suggested(SlotSong song) => song.Mix.State.Advice.Hints.ToDictionary(
        hint => hint.Track.Name,
        hint => double.IsNaN(hint.SuggestedFaderDb) ? hint.Track.FaderDb : hint.SuggestedFaderDb);

    private static Dictionary<string, double> Faders(SlotSong song) => song.Mix.State.Snapshot.Tracks.ToDictionary(track => track.Name, track => track.FaderDb);

    private static SlotSong Played(
        RandomBand band, IReadOnlyList<BandTrack> tracks, ApproachKind approach = ApproachKind.TopDown, double gainDb = 0, bool isHandSet = false,
        int turnSlots = 50, Func<string, string>? rename = null, Dictionary<string, double>? faders = null)
    {
        SlotSong song = new();
        Random hand = new(tracks.Count);
        foreach (BandTrack track in tracks)
        {
            TrackInstance instance = song.Add(rename?.Invoke(track.Name) ?? track.Name, slot => band.LufsAt(track, slot) + gainDb);
            instance.IsFocal = track.Name == "Lead Vox";
        }

        song.Coordinator.Refresh();
        song.Mix.Edit(settings => settings with { Approach = approach, Start = TopDownStart.MinusTwelveDb });
        if (faders is null && !isHandSet)
        {
            _ = song.Mix.SetAllFaders(approach == ApproachKind.BottomUp ? double.NegativeInfinity : -12);
        }
        else
        {
            foreach (TrackReading track in song.Mix.State.Snapshot.Tracks)
            {
                _ = song.Mix.SetFader(track.Id, faders is null ? -12 + Math.Round((hand.NextDouble() * 12) - 6, 1) : faders[track.Name]);
            }
        }

        song.Play(0, SongSlots, turnSlots);
        return song;
    }
}
