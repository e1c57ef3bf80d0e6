using FaderStager.Measuring;

namespace FaderStager.Engine.Tests.Measuring;

public sealed class TrackTimelineTests
{
    [TestCase(0, 0)]
    [TestCase(959, 0)]
    [TestCase(960, 1)]
    [TestCase(-1, -1)]
    [TestCase(-960, -1)]
    [TestCase(-961, -2)]
    public void PageOf_AnySlot_IsTheFloor(long slot, long page) => Assert.That(TrackTimeline.PageOf(slot), Is.EqualTo(page));

    [Test]
    public void File_SameSlotTwice_LastOneCounts()
    {
        TrackTimeline timeline = new();
        timeline.File(Slots.OfMeanSquare(-3, 0.25f));
        timeline.File(Slots.OfMeanSquare(-3, 0.5f));

        Assert.That(timeline.MeanSquareAt(-3, isPestana: false), Is.EqualTo(0.5f));
    }

    [Test]
    public void File_ColdSlotOverWarmOne_IsRefused()
    {
        TrackTimeline timeline = new();
        timeline.File(Slots.OfMeanSquare(7, 0.25f));

        Assert.That(timeline.File(Slots.OfMeanSquare(7, 0.5f, isCold: true)), Is.False);
        Assert.That(timeline.MeanSquareAt(7, isPestana: false), Is.EqualTo(0.25f));
        Assert.That(timeline.LastWritten, Is.EqualTo(7));
    }

    [Test]
    public void File_WarmSlotOverColdOne_Counts()
    {
        TrackTimeline timeline = new();
        timeline.File(Slots.OfMeanSquare(7, 0.25f, isCold: true));
        timeline.File(Slots.OfMeanSquare(7, 0.5f));

        Assert.That(timeline.MeanSquareAt(7, isPestana: false), Is.EqualTo(0.5f));
    }

    [Test]
    public void MeanSquareAt_NeverHeard_IsNaN()
    {
        TrackTimeline timeline = new();
        timeline.File(Slots.OfMeanSquare(7, 0.25f));

        Assert.That(timeline.MeanSquareAt(8, isPestana: false), Is.NaN);
        Assert.That(timeline.MeanSquareAt(100_000, isPestana: false), Is.NaN);
        Assert.That(timeline.MeanSquareAt(7, isPestana: true), Is.NaN);
    }

    [Test]
    public void File_MoreThanSixHours_DropsThePageWrittenLongestAgo()
    {
        TrackTimeline timeline = new();
        for (int page = 0; page < TrackTimeline.MaximumPages; page++)
        {
            timeline.File(Slots.OfMeanSquare((long)page * SlotPage.Length, 0.25f));
        }

        timeline.File(Slots.OfMeanSquare(1, 0.25f));
        timeline.File(Slots.OfMeanSquare((long)TrackTimeline.MaximumPages * SlotPage.Length, 0.25f));

        Assert.That(timeline.Pages, Has.Count.EqualTo(TrackTimeline.MaximumPages));
        Assert.That(timeline.Page(0), Is.Not.Null, "written again a moment ago");
        Assert.That(timeline.Page(1), Is.Null);
    }

    [Test]
    public void UnweightedMeanSquare_RoundTrip_IsWithinAHundredthOfADb()
    {
        SlotPage page = new(0);
        page.Write(3, Slots.OfMeanSquare(3, 0.123456f), revision: 1);

        Assert.That(page.UnweightedMeanSquare(3), Is.EqualTo(0.123456f / 2).Within(0.3).Percent);
    }
}
