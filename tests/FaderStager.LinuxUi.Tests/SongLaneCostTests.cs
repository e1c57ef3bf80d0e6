using System.Diagnostics;
using System.Globalization;
using FaderStager.LinuxUi.Controls;

namespace FaderStager.LinuxUi.Tests;

/// <summary>What the song lane alone costs the host's thread while the song plays: bytes and drawings are held, times are for the record.</summary>
[NonParallelizable]
public sealed class SongLaneCostTests
{
    private const int Turns = 200;
    private const int TickMs = 50;
    private const int BlockFrames = 2400;

    [Test]
    public void SongPlays_LaneIsDrawnWhereItsMarkMoves_AndAllocatesNothing()
    {
        using TestMix mix = TestMix.OfDemo();
        using DrawnEditor editor = new(mix, mix["Rhythm Guitar"], 1000, 760);
        editor.Follow();
        _ = Measure(mix, editor);
        (double openMs, long openBytes, long drawings) = Measure(mix, editor);
        editor.Click("show the song lane");
        _ = Measure(mix, editor);
        (double foldedMs, long foldedBytes, long foldedDrawings) = Measure(mix, editor);
        editor.Click("show the song lane");
        double laneMs = DrawLane(editor, out long laneBytes);
        string text = string.Create(CultureInfo.InvariantCulture, $"a refresh while the song plays: {openMs:0.000} ms with the lane, {foldedMs:0.000} ms without, {(openBytes - foldedBytes) / Turns} bytes more; {drawings} drawings in {Turns} refreshes, one is {laneMs:0.000} ms");
        TestContext.Progress.WriteLine(text);
        Assert.Multiple(() =>
        {
            Assert.That(drawings, Is.InRange(10, Turns), "the mark moved");
            Assert.That(foldedDrawings, Is.Zero);
            Assert.That(laneBytes, Is.Zero);
            Assert.That(openBytes - foldedBytes, Is.AtMost(Turns * 1000), $"every 2 s the sections and rides are new: {text}");
        });
    }

    // Ten seconds of the song are heard once more, a block a refresh.
    private static (double Ms, long Bytes, long Drawings) Measure(TestMix mix, DrawnEditor editor)
    {
        long drawings = editor.Model.Lane.Drawing;
        long bytes = 0;
        long ticks = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            mix.PlayDemo(turn * BlockFrames, BlockFrames);
            mix.Coordinator.Refresh();
            editor.Time.Advance(TimeSpan.FromMilliseconds(TickMs));
            long before = GC.GetAllocatedBytesForCurrentThread();
            long from = Stopwatch.GetTimestamp();
            mix.Clock.Turn();
            _ = editor.Canvas.Draw();
            ticks += Stopwatch.GetTimestamp() - from;
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds / Turns, bytes, editor.Model.Lane.Drawing - drawings);
    }

    private static double DrawLane(DrawnEditor editor, out long bytes)
    {
        Element lane = editor.Find("song lane");
        _ = editor.Canvas.Draw();
        long before = GC.GetAllocatedBytesForCurrentThread();
        long from = Stopwatch.GetTimestamp();
        for (int turn = 0; turn < Turns; turn++)
        {
            lane.Damage();
            _ = editor.Canvas.Draw();
        }

        double ms = Stopwatch.GetElapsedTime(from).TotalMilliseconds / Turns;
        bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        return ms;
    }
}
