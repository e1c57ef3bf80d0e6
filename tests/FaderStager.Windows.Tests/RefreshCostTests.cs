using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Windows.Controls;
using System.Windows.Threading;
using Microsoft.Extensions.Time.Testing;

namespace FaderStager.Windows.Tests;

/// <summary>What an open editor costs the host's thread, and what a closed one does. Figures for the record; nothing is asserted of time.</summary>
public sealed partial class RefreshCostTests
{
    private const int Tracks = 40;
    private const int Refreshes = 400;
    private const int Warming = 100;
    private const int Rounds = 3;
    private const int TickMs = 50;
    private const int TextMs = 250;
    private const int ClosedMs = 2000;
    private const int LaneWidth = 1000;
    private const int LaneHeight = 760;

    [Test]
    public void OpenEditor_FortyTracks_CostOfOneRefresh() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(Tracks, 4);
        List<string> rows = [];
        for (int round = 1; round <= Rounds; round++)
        {
            rows.Add(Measure(mix, TickMs, $"{round}: as it runs, words and numbers every fifth time"));
            rows.Add(Measure(mix, TextMs, $"{round}: words and numbers every time"));
        }

        string text = string.Create(CultureInfo.InvariantCulture, $"""
            # Cost of one refresh of the open editor

            {Tracks} tracks, every reading moving, {Refreshes - Warming} refreshes a line, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.
            Computed: time the host's message thread was busy. The rest by the clock, other programs' share included.

            | round | computed, mean | view models and bindings, median | layout and recording, median | hand-over to the drawing thread, median | all, median | all, 95th percentile |
            |---|---|---|---|---|---|---|
            {string.Join(Environment.NewLine, rows)}

            Closed: the same thread computed {Closed(mix):0.0} ms in {ClosedMs} ms.

            """);
        Screens.Note("editor-refresh.md", text);
        TestContext.Progress.WriteLine(text);
    });

    [Test]
    public void OpenEditor_NewFigures_AreDrawnAndNotLaidOutAnew() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(Tracks, 4);
        using OpenEditor editor = new(mix, mix.Tracks[3]);
        string before = editor.Model.Track.ReadingText;
        mix.Tracks[0].FaderDb = -3.3;
        mix.Refresh();
        editor.Model.Track.NudgeFader(-0.5);
        mix.Clock.Turn();
        string[] laidOut = [.. editor.All<TextBlock>().Where(text => !text.IsMeasureValid).Select(text => text.Text)];
        Assert.Multiple(() =>
        {
            Assert.That(editor.Model.Track.ReadingText, Is.Not.EqualTo(before));
            Assert.That(laidOut, Is.Empty, "a text block costs a hundred times what a drawn text does");
            Assert.That(editor.All<ListBoxItem>().Count(), Is.InRange(5, 20), "rows out of view are not made");
        });
    });

    [Test]
    public void SongPlays_CostOfTheSongLane() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfDemo();
        FakeTimeProvider time = new();
        using OpenEditor editor = new(mix, mix["Rhythm Guitar"], LaneWidth, LaneHeight, time: time);
        List<string> rounds = [];
        _ = Playing(mix, editor, time);
        for (int round = 0; round < Rounds; round++)
        {
            long drawings = editor.Model.Lane.Drawing;
            double with = Playing(mix, editor, time);
            Assert.That(editor.Model.Lane.Drawing, Is.GreaterThan(drawings + 10));
            editor.Model.Lane.IsOpen = false;
            double without = Playing(mix, editor, time);
            editor.Model.Lane.IsOpen = true;
            _ = Playing(mix, editor, time);
            rounds.Add(string.Create(CultureInfo.InvariantCulture, $"{with:0.00} ms with the song lane, {without:0.00} ms without"));
        }

        string text = $"A refresh while the song plays, computed by the host's message thread: {string.Join("; ", rounds)}.";
        Screens.Note("editor-song-lane.md", text);
        TestContext.Progress.WriteLine(text);
    });

    // Ten seconds of the song once more, a block a refresh.
    private static double Playing(TestMix mix, OpenEditor editor, FakeTimeProvider time)
    {
        const int turns = 200;
        const int blockFrames = 2400;
        long busy = 0;
        for (int turn = 0; turn < turns; turn++)
        {
            int from = turn * blockFrames;
            Task.Run(() =>
            {
                mix.PlayDemo(from, blockFrames);
                mix.Coordinator.Refresh();
            }).Wait();
            time.Advance(TimeSpan.FromMilliseconds(TickMs));
            busy -= Busy();
            mix.Clock.Turn();
            editor.View.UpdateLayout();
            Dispatcher.CurrentDispatcher.Invoke(() => { }, DispatcherPriority.Render);
            busy += Busy();
        }

        return busy / 10_000.0 / turns;
    }

    private static string Measure(TestMix mix, int stepMs, string name)
    {
        FakeTimeProvider time = new();
        using OpenEditor editor = new(mix, mix.Tracks[3], time: time);
        double[][] ms = [new double[Refreshes], new double[Refreshes], new double[Refreshes], new double[Refreshes]];
        Random random = new(3);
        long busyFrom = 0;
        for (int i = 0; i < Refreshes; i++)
        {
            if (i == Warming)
            {
                GC.Collect();
                busyFrom = Busy();
            }

            // The focal goes up and down, and with it the reading and the marks of every track. The worker's turn is not the editor's cost.
            double focalDb = (random.NextDouble() * 6) - 6;
            Task.Run(() => Move(mix, focalDb)).Wait();
            time.Advance(TimeSpan.FromMilliseconds(stepMs));
            long from = Stopwatch.GetTimestamp();
            mix.Clock.Turn();
            ms[0][i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            editor.View.UpdateLayout();
            ms[1][i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds - ms[0][i];
            Dispatcher.CurrentDispatcher.Invoke(() => { }, DispatcherPriority.Render);
            ms[3][i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            ms[2][i] = ms[3][i] - ms[1][i] - ms[0][i];
        }

        double busyMs = (Busy() - busyFrom) / 10_000.0 / (Refreshes - Warming);
        Assert.That(editor.Model.Mix.Rows, Has.Count.EqualTo(Tracks));
        double[][] sorted = [.. ms.Select(each => each.Skip(Warming).Order().ToArray())];
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {busyMs:0.00} ms | {Middle(sorted[0]):0.00} ms | {Middle(sorted[1]):0.00} ms | {Middle(sorted[2]):0.00} ms | {Middle(sorted[3]):0.00} ms | {sorted[3][sorted[3].Length * 95 / 100]:0.00} ms |");
    }

    // An editor that was open and is closed, over a mix that goes on.
    private static double Closed(TestMix mix)
    {
        using (new OpenEditor(mix, mix.Tracks[3], ticks: true))
        {
            UiThread.Pump(200);
        }

        UiThread.Drain();
        long from = Busy();
        DispatcherFrame frame = new();
        Dispatcher dispatcher = Dispatcher.CurrentDispatcher;
        Task playing = Task.Run(() =>
        {
            for (int i = 0; i < ClosedMs / TickMs; i++)
            {
                Move(mix, -i % 6);
                Thread.Sleep(TickMs);
            }

            dispatcher.BeginInvoke(() => frame.Continue = false);
        });
        Dispatcher.PushFrame(frame);
        playing.Wait();
        return (Busy() - from) / 10_000.0;
    }

    private static void Move(TestMix mix, double focalDb)
    {
        mix.Tracks[0].FaderDb = focalDb;
        mix.Coordinator.Refresh();
    }

    private static double Middle(double[] sorted) => sorted[sorted.Length / 2];

    // Time this thread has computed, in units of 100 ns; other programs' share does not count.
    private static long Busy()
    {
        GetThreadTimes(GetCurrentThread(), out _, out _, out long kernel, out long user);
        return kernel + user;
    }

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetThreadTimes(nint thread, out long created, out long ended, out long kernel, out long user);
}
