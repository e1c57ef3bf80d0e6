using FaderStager.Engine.Tests.Measuring;
using FaderStager.Mixing.Songs;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Engine.Tests.Mixing.Songs;

public sealed class SongCurveTests
{
    private const int SongSlots = 2_400;

    [Test]
    public void Curve_BothSoundThroughout_IsTheDifferenceOfTheirShortTermLoudness()
    {
        double Vocal(int slot) => -20 + (3 * Math.Sin(slot / 37.0));
        double Guitar(int slot) => -26 + (4 * Math.Sin(slot / 53.0));
        using SlotSong song = new();
        song.Add("Vocal", Vocal).IsFocal = true;
        TrackInstance guitar = song.Add("Guitar", Guitar);
        song.Play(0, SongSlots);

        float[] curve = song.Curve(guitar, SongSlots);

        for (int slot = 30; slot < SongSlots - 30; slot++)
        {
            Assert.That(curve[slot], Is.EqualTo(ShortTerm(Guitar, slot) - ShortTerm(Vocal, slot)).Within(0.01), $"at {slot / 10.0} s");
        }

        static double ShortTerm(Func<int, double> lufsAt, int middle) =>
            10 * Math.Log10(Enumerable.Range(middle - 15, 30).Average(slot => Math.Pow(10, lufsAt(slot) / 10)));
    }

    [Test]
    public void Curve_EitherRests_HasAGap()
    {
        using SlotSong song = new();
        song.Add("Vocal", slot => slot is > 400 and < 800 ? -90 : -20).IsFocal = true;
        TrackInstance guitar = song.Add("Guitar", slot => slot is > 1200 and < 1500 ? -90 : -26);
        song.Play(0, SongSlots, isHeard: (slot, track) => track != guitar || slot is < 1800 or > 2000);

        float[] curve = song.Curve(guitar, SongSlots);

        Assert.That(curve[430..780], Is.All.NaN, "the focal rests");
        Assert.That(curve[1230..1480], Is.All.NaN, "the guitar rests");
        Assert.That(curve[1820..1980], Is.All.NaN, "nothing is known");
        Assert.That(curve[900..1150], Is.All.EqualTo(-6).Within(0.01));
    }

    [Test]
    public void Curve_EnergyMeanOverWhatCounts_IsTheReading([Range(1, 12)] int seed, [Values] CountsKind kind)
    {
        Random random = new(seed);
        Material vocal = new(seed, kind: seed % 3, SongSlots);
        Material guitar = new(seed + 100, kind: (seed + 1) % 4, SongSlots);
        using SlotSong song = new();
        song.Add("Vocal", vocal.LufsAt).IsFocal = true;
        TrackInstance track = song.Add("Guitar", guitar.LufsAt);
        track.FaderDb = -random.Next(0, 12);
        song.Mix.Song.Count(kind);
        if (kind == CountsKind.ChosenPart)
        {
            double from = random.Next(0, 150);
            Assert.That(song.Mix.Song.CountPart(from, from + 20 + random.Next(0, 60)), Is.True);
        }

        song.Play(0, SongSlots);
        SongState state = song.Song;
        SongRow row = song.Row(track);
        double reading = row.ReadingLu;
        Assert.That(reading, Is.EqualTo(song.Mix.State.Advice.For(track.Id)!.RelativeLu).Within(1e-9));
        Assert.That(MeanOver(song, track, state), Is.EqualTo(reading).Within(0.05));
    }

    [Test]
    public void Curve_FaderMoves_MovesAsAWholeByThatMuch([Values(-7.5, 3, 6)] double moveDb)
    {
        Material vocal = new(1, 1, SongSlots);
        Material guitar = new(2, 2, SongSlots);
        using SlotSong song = new();
        song.Add("Vocal", vocal.LufsAt).IsFocal = true;
        TrackInstance track = song.Add("Guitar", guitar.LufsAt);
        song.Play(0, SongSlots);
        float[] before = song.Curve(track, SongSlots);

        track.FaderDb += moveDb;

        float[] after = song.Curve(track, SongSlots);
        Assert.That(before.Count(float.IsFinite), Is.GreaterThan(SongSlots / 4));
        Assert.That(after, Is.EqualTo(before.Select(point => point + (float)moveDb)).Within(1e-4));
    }

    [Test]
    public void Curve_VoiceOfTwoTracks_MovesWithBothFaders()
    {
        using SlotSong song = new();
        song.Add("Vocal", slot => -20).IsFocal = true;
        TrackInstance left = song.Add("Gtr L", slot => -26 + (4 * Math.Sin(slot / 41.0)));
        TrackInstance right = song.Add("Gtr R", slot => -26 + (4 * Math.Sin(slot / 41.0)));
        song.Play(0, 900);
        Assert.That(song.Song.Rows, Has.Length.EqualTo(1), "one voice");
        float[] before = song.Curve(left, 900);

        (left.FaderDb, right.FaderDb) = (-3, -3);

        Assert.That(song.Curve(left, 900)[100..800], Is.EqualTo(before[100..800].Select(point => point - 3)).Within(1e-3));
    }

    [Test]
    public void Curve_LoopsAndOrderOfPlaying_ChangeNothing([Values(1, 7, 333)] int turnSlots)
    {
        float[] straight = Played(song => song.Play(0, SongSlots));
        float[] patched = Played(song =>
        {
            song.Play(1500, SongSlots, turnSlots);
            song.Play(0, 1510, turnSlots);
            for (int round = 0; round < 3; round++)
            {
                song.Play(700, 900, turnSlots);
            }
        });

        Assert.That(patched, Is.EqualTo(straight).Within(1e-4));

        static float[] Played(Action<SlotSong> play)
        {
            Material vocal = new(1, 3, SongSlots);
            Material guitar = new(2, 2, SongSlots);
            using SlotSong song = new();
            song.Add("Vocal", vocal.LufsAt).IsFocal = true;
            TrackInstance track = song.Add("Guitar", guitar.LufsAt);
            play(song);
            return song.Curve(track, SongSlots);
        }
    }

    [Test]
    public void Trace_NarrowerThanTheSong_HoldsTheLowestAndHighestOfEachColumn()
    {
        Material vocal = new(1, 3, SongSlots);
        Material guitar = new(2, 2, SongSlots);
        using SlotSong song = new();
        song.Add("Vocal", vocal.LufsAt).IsFocal = true;
        TrackInstance track = song.Add("Guitar", guitar.LufsAt);
        song.Play(0, SongSlots);
        float[] points = song.Curve(track, SongSlots);
        SongQuestion question = new(track.Id, 0, SongSlots / 10.0, 240);
        song.Mix.Song.Ask(question);
        song.Coordinator.Refresh();

        SongTrace trace = song.Mix.Song.Trace;

        Assert.That(trace.Question, Is.SameAs(question));
        for (int column = 0; column < 240; column++)
        {
            float[] heard = [.. points[(column * 10)..((column + 1) * 10)].Where(float.IsFinite)];
            Assert.That(trace.LowLu[column], Is.EqualTo(heard.Length == 0 ? float.NaN : heard.Min()).Within(1e-4f));
            Assert.That(trace.HighLu[column], Is.EqualTo(heard.Length == 0 ? float.NaN : heard.Max()).Within(1e-4f));
        }
    }

    [Test]
    public void Ask_TheSongPlaysOn_TheLookAtAllOfItLeavesLittleGarbage()
    {
        const int Voices = 20;
        const int SongSlots = 6000;
        using SlotSong song = new();
        TrackInstance vocal = song.Add("Lead Vocal", slot => -20 + (2 * Math.Sin(slot / 40.0)));
        for (int i = 1; i < Voices; i++)
        {
            int voice = i;
            song.Add($"Part {voice}", slot => -26 + (3 * Math.Sin((slot * 0.013) + voice)));
        }

        vocal.IsFocal = true;
        song.Play(0, SongSlots);
        _ = song.Song;
        List<long> bytes = [];
        for (int second = 0; second < 8; second++)
        {
            song.Play(SongSlots + (10 * second), SongSlots + (10 * second) + 10, turnSlots: int.MaxValue);
            song.Mix.Song.Ask(atOnce: true);
            song.Time.Advance(TimeSpan.FromSeconds(2));
            long before = GC.GetAllocatedBytesForCurrentThread();
            song.Coordinator.Refresh();
            bytes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
        }

        TestContext.Progress.WriteLine($"a look at {Voices} voices of 10 min: {string.Join(", ", bytes)} bytes");
        Assert.That(song.Mix.Song.State.Rows, Has.Length.EqualTo(Voices - 1));

        // The points of all voices alone would be 456,000 bytes.
        Assert.That(bytes.Order().ElementAt(bytes.Count / 2), Is.LessThan(100_000));
    }

    [Test]
    public void Ask_NothingNew_AllocatesNothing()
    {
        Material vocal = new(1, 3, SongSlots);
        using SlotSong song = new();
        song.Add("Vocal", vocal.LufsAt).IsFocal = true;
        TrackInstance track = song.Add("Guitar", slot => -30);
        song.Play(0, SongSlots);
        SongQuestion question = new(track.Id, double.NaN, double.NaN, 800);
        Ask(20);
        long before = song.Coordinator.Diagnostics.AllTurnsBytes;

        Ask(200);

        Assert.That(song.Coordinator.Diagnostics.AllTurnsBytes - before, Is.Zero);

        void Ask(int turns)
        {
            for (int turn = 0; turn < turns; turn++)
            {
                song.Mix.Song.Ask(question);
                song.Time.Advance(TimeSpan.FromMilliseconds(100));
                song.Coordinator.Refresh();
            }
        }
    }

    // The mean of the energies that the curve is made of, as a section's reading gives it.
    private static double MeanOver(SlotSong song, TrackInstance track, SongState state)
    {
        (double from, double to) = state.Counts.IsWhole ? (state.FromSeconds, state.ToSeconds) : (state.Counts.FromSeconds, state.Counts.ToSeconds);
        song.Mix.Song.Mark([new SongMarker(from, "what counts", to)]);
        SongState marked = song.Song;
        int at = marked.Sections.ToList().FindIndex(section => section.Name == "what counts");
        song.Mix.Song.Mark([]);
        return marked.Rows.Single(row => row.TrackId == track.Id).SectionLu[at];
    }
}
