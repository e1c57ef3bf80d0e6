using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>What a long session holds.</summary>
[NonParallelizable]
public sealed class MemoryTests
{
    private const int Tracks = 100;
    private const int SlotsPerHour = 36_000;

    [Test]
    public void HundredTracksOfAnHour_HoldUnder45Megabytes()
    {
        using Session session = new();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        List<TrackInstance> tracks = [];
        for (int i = 0; i < Tracks; i++)
        {
            TrackInstance track = new(session.Coordinator) { Name = $"Track {i}" };
            track.Prepare(new ProcessSetup(48_000, 512, 2));
            tracks.Add(track);
        }

        tracks[0].IsFocal = true;
        for (int slot = 0; slot < SlotsPerHour; slot++)
        {
            foreach (TrackInstance track in tracks)
            {
                track.Analysis.File(Slots.OfMeanSquare(slot, 0.001f + (slot % 7 * 0.001f)));
            }
        }

        session.Coordinator.Refresh();
        double megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        TestContext.Out.WriteLine($"{megabytes:F1} MB");

        Assert.That(tracks[^1].Analysis.Windows.PassedCount, Is.GreaterThan(SlotsPerHour - 10));
        Assert.That(megabytes, Is.LessThan(45));
    }
}
