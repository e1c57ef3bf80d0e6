using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Windows;
using System.Windows.Threading;

namespace FaderStager.Windows.Tests;

/// <summary>What an open editor costs the host's thread. A figure for the record; nothing is asserted of time.</summary>
public sealed class RefreshCostTests
{
    private const int Refreshes = 400;

    [Test]
    public void OpenEditor_FortyTracks_CostOfOneRefresh() => UiThread.Run(() =>
    {
        using TestMix mix = TestMix.OfNoise(40, 4);
        using OpenEditor editor = new(mix, mix.Tracks[3]);
        double[] ms = new double[Refreshes];
        Random random = new(3);
        for (int i = 0; i < Refreshes; i++)
        {
            // Every track's reading moves, so that every mark has to be drawn again.
            foreach (Core.Tracks.TrackInstance track in mix.Tracks)
            {
                track.FaderDb = (random.NextDouble() * 6) - 6;
            }

            mix.Coordinator.Refresh();
            long from = Stopwatch.GetTimestamp();
            mix.Clock.Turn();
            editor.View.UpdateLayout();
            Dispatcher.CurrentDispatcher.Invoke(() => { }, DispatcherPriority.Render);
            ms[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        double[] sorted = [.. ms.Skip(Refreshes / 4).Order()];
        string text = string.Create(CultureInfo.InvariantCulture, $"""
            # Cost of one refresh of the open editor

            40 tracks, every reading moving, {sorted.Length} refreshes, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.
            Time on the host's message thread: view models, layout, recording of the drawing.

            | median | 95th percentile | worst |
            |---|---|---|
            | {sorted[sorted.Length / 2]:0.00} ms | {sorted[sorted.Length * 95 / 100]:0.00} ms | {sorted[^1]:0.00} ms |

            """);
        Screens.Note("editor-refresh.md", text);
        TestContext.Progress.WriteLine(text);
        Assert.That(editor.Model.Mix.Rows, Has.Count.EqualTo(40));
    });
}
