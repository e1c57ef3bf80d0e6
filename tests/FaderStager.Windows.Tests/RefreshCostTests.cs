using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Windows;
using System.Windows.Threading;
using Microsoft.Extensions.Time.Testing;

namespace FaderStager.Windows.Tests;

/// <summary>What an open editor costs the host's thread. A figure for the record; nothing is asserted of time.</summary>
public sealed partial class RefreshCostTests
{
    private const int Refreshes = 400;
    private const int Warming = 100;

    [Test]
    public void OpenEditor_FortyTracks_CostOfOneRefresh() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(40, 4);
        FakeTimeProvider time = new();
        using OpenEditor editor = new(mix, mix.Tracks[3], time: time);
        double[][] ms = [new double[Refreshes], new double[Refreshes], new double[Refreshes], new double[Refreshes]];
        Random random = new(3);
        long busy = 0;
        for (int i = 0; i < Refreshes; i++)
        {
            // The focal goes up and down, and with it the reading and the marks of every track. Words and numbers follow at 4 Hz.
            mix.Tracks[0].FaderDb = (random.NextDouble() * 6) - 6;
            mix.Coordinator.Refresh();
            time.Advance(TimeSpan.FromMilliseconds(50));
            long busyFrom = Busy();
            long from = Stopwatch.GetTimestamp();
            mix.Clock.Turn();
            ms[0][i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            editor.View.UpdateLayout();
            ms[1][i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds - ms[0][i];
            Dispatcher.CurrentDispatcher.Invoke(() => { }, DispatcherPriority.Render);
            ms[3][i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            busy += i < Warming ? 0 : Busy() - busyFrom;
            ms[2][i] = ms[3][i] - ms[1][i] - ms[0][i];
        }

        string text = string.Create(CultureInfo.InvariantCulture, $"""
            # Cost of one refresh of the open editor

            40 tracks, every reading moving, texts at 4 Hz, {Refreshes - Warming} refreshes of 50 ms, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.
            The host's message thread computed for {busy / 10_000.0 / (Refreshes - Warming):0.00} ms a refresh. By the clock, other programs' share included:

            | | median | mean | 95th percentile | worst |
            |---|---|---|---|---|
            {Row("view models and bindings", ms[0])}
            {Row("layout and recording of the drawing", ms[1])}
            {Row("hand-over to the drawing thread", ms[2])}
            {Row("all", ms[3])}
            {Row("of these with words and numbers", TextTurns(ms[3]))}

            """);
        Screens.Note("editor-refresh.md", text);
        TestContext.Progress.WriteLine(text);
        Assert.That(editor.Model.Mix.Rows, Has.Count.EqualTo(40));
    });

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

    // The dearest fifth: at 4 Hz every fifth refresh changes words and numbers.
    private static double[] TextTurns(double[] ms) => [.. new double[Warming], .. ms.Skip(Warming).OrderDescending().Take((Refreshes - Warming) / 5)];

    private static string Row(string what, double[] ms)
    {
        double[] sorted = [.. ms.Skip(Warming).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"| {what} | {sorted[sorted.Length / 2]:0.00} ms | {sorted.Average():0.00} ms | {sorted[sorted.Length * 95 / 100]:0.00} ms | {sorted[^1]:0.00} ms |");
    }
}
