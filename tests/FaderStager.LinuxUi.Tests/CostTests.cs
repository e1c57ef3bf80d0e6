using System.Diagnostics;
using System.Globalization;
using FaderStager.Presentation.Editor;

namespace FaderStager.LinuxUi.Tests;

/// <summary>What an open editor costs the host's thread: bytes and frames are held, times are for the record.</summary>
[NonParallelizable]
public sealed class CostTests
{
    private const int Tracks = 40;
    private const int Turns = 200;
    private const int TickMs = 50;

    [Test]
    public void NothingChanged_CostsNothing()
    {
        using TestMix mix = TestMix.OfNoise(Tracks, 4);
        using DrawnEditor editor = new(mix, mix.Tracks[3]);
        Settle(editor);
        (double ms, long bytes, int parts) = Measure(mix, editor, _ => { });
        TestContext.Progress.WriteLine(FormattableString.Invariant($"40 tracks, nothing changed: {ms:0.000} ms, {bytes} bytes, {parts} parts drawn in {Turns} refreshes"));
        Assert.That((bytes, parts), Is.EqualTo((0L, 0)));
    }

    [Test]
    public void MarksGlide_DrawsThem_AllocatesNothing()
    {
        using TestMix mix = TestMix.OfNoise(Tracks, 4);
        using DrawnEditor editor = new(mix, mix.Tracks[3]);
        Settle(editor);
        int ticks = 0;
        int ticksWithBytes = 0;
        int drawn = 0;
        for (int move = 0; move < 20; move++)
        {
            mix.Tracks[0].FaderDb = -move % 5;
            mix.Refresh();

            // The first refreshes bring the words; then the marks glide on alone.
            for (int turn = 0; turn < 5; turn++)
            {
                editor.Time.Advance(TimeSpan.FromMilliseconds(TickMs));
                long before = GC.GetAllocatedBytesForCurrentThread();
                mix.Clock.Turn();
                int parts = editor.Canvas.Draw().Count;
                if (turn > 0)
                {
                    ticksWithBytes += GC.GetAllocatedBytesForCurrentThread() > before ? 1 : 0;
                    ticks++;
                    drawn += parts;
                }
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(drawn, Is.GreaterThan(20), "the marks moved");
            Assert.That(ticksWithBytes, Is.AtMost((ticks / 16) + 1), "once a second the rows are put in order");
        });
    }

    [Test]
    public void EverythingMoves_AllocatesNearlyNothing()
    {
        using TestMix mix = TestMix.OfNoise(Tracks, 4);
        using DrawnEditor editor = new(mix, mix.Tracks[3]);
        Random random = new(3);
        (double ms, long bytes, int parts) = Measure(mix, editor, _ =>
        {
            mix.Tracks[0].FaderDb = (random.NextDouble() * 6) - 6;
            mix.Coordinator.Refresh();
        });
        (double wholeMs, _, _) = Measure(mix, editor, _ => editor.Scene.LayOutAnew());
        string text = string.Create(CultureInfo.InvariantCulture, $"{Tracks} tracks, every reading moving: {ms:0.00} ms and {bytes / Turns} bytes a refresh, words every fifth time; all of it drawn anew: {wholeMs:0.00} ms");
        TestContext.Progress.WriteLine(text);
        Assert.That(parts, Is.GreaterThan(Turns / 2), text);
        Assert.That(bytes / Turns, Is.LessThan(4000), "new words alone");
    }

    /// <summary>The song plays: meters, needles and readings move with every refresh, words when they are due.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void SongPlays_AllocatesNearlyNothing(bool showsLevels)
    {
        using TestMix mix = TestMix.OfNoise(Tracks, 4);
        using DrawnEditor editor = new(mix, mix.Tracks[3]);
        editor.Model.Levels.IsShown = showsLevels;
        int turn = 0;
        void Play(int _)
        {
            mix.PlayOn(TickMs);
            if (++turn % 2 == 0)
            {
                mix.Coordinator.Refresh();
            }
        }

        // What was never shown before has to be made once.
        _ = Measure(mix, editor, Play);
        (double ms, long bytes, int parts) = Measure(mix, editor, Play);
        string text = string.Create(CultureInfo.InvariantCulture, $"{Tracks} tracks, the song plays, {(showsLevels ? "Levels" : "the mix")} shown: {ms:0.00} ms and {bytes / Turns} bytes a refresh");
        TestContext.Progress.WriteLine(text);
        Assert.That(parts, Is.GreaterThan(Turns / 2), text);
        Assert.That(bytes / Turns, Is.LessThan(4000), text);
    }

    private static void Settle(DrawnEditor editor)
    {
        for (int turn = 0; turn < 60; turn++)
        {
            editor.Turn();
        }
    }

    private static (double Ms, long Bytes, int Parts) Measure(TestMix mix, DrawnEditor editor, Action<int> change)
    {
        long bytes = 0;
        long ticks = 0;
        int parts = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            change(turn);
            editor.Time.Advance(TimeSpan.FromMilliseconds(TickMs));
            long before = GC.GetAllocatedBytesForCurrentThread();
            long from = Stopwatch.GetTimestamp();
            mix.Clock.Turn();
            parts += editor.Canvas.Draw().Count;
            ticks += Stopwatch.GetTimestamp() - from;
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds / Turns, bytes, parts);
    }
}
