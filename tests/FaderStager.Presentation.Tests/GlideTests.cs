using FaderStager.Presentation.Refreshing;

namespace FaderStager.Presentation.Tests;

public sealed class GlideTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    [Test]
    public void Follow_FirstReading_AppearsAtItsPlace() => Assert.That(new Glide().Follow(-6, Tick), Is.EqualTo(-6));

    [Test]
    public void Follow_Jump_Is95PercentThereAfter300MsAndNeverOvershoots()
    {
        Glide glide = new();
        glide.Follow(-10, Tick);
        double[] way = [.. Enumerable.Range(0, 6).Select(_ => glide.Follow(0, Tick))];

        Assert.That(way, Is.Ordered.And.All.LessThanOrEqualTo(0));
        Assert.That(way[0], Is.InRange(-8, -5), "it moves at once");
        Assert.That(way[^1], Is.EqualTo(-0.5).Within(1e-9));
    }

    [Test]
    public void Follow_UnevenTicks_IsAtTheSamePlaceAtTheSameTime()
    {
        (Glide even, Glide uneven) = (new(), new());
        even.Follow(0, Tick);
        uneven.Follow(0, Tick);
        for (int i = 0; i < 4; i++)
        {
            even.Follow(8, Tick);
        }

        uneven.Follow(8, TimeSpan.FromMilliseconds(170));
        uneven.Follow(8, TimeSpan.FromMilliseconds(30));

        Assert.That(uneven.Value, Is.EqualTo(even.Value).Within(1e-9));
    }

    [TestCase(double.NaN)]
    [TestCase(double.NegativeInfinity)]
    public void Follow_ReadingGone_GoesAtOnceAndComesBackAtItsPlace(double gone)
    {
        Glide glide = new();
        glide.Follow(-6, Tick);

        Assert.That(glide.Follow(gone, Tick), Is.NaN);
        Assert.That(glide.Follow(3, Tick), Is.EqualTo(3));
    }

    [Test]
    public void ScaleRange_LoudAndGoneAgain_WidensAtOnceAndNarrowsLater()
    {
        ScaleRange range = new();
        range.Fit(-30.5, 9, Tick);
        Assert.That((range.LowLu, range.HighLu), Is.EqualTo((-36.0, 12.0)));

        range.Fit(-8, 2, TimeSpan.FromSeconds(3.9));
        Assert.That((range.LowLu, range.HighLu), Is.EqualTo((-36.0, 12.0)));

        range.Fit(-8, 2, TimeSpan.FromSeconds(0.2));
        Assert.That((range.LowLu, range.HighLu), Is.EqualTo((-18.0, 6.0)));

        range.Fit(-400, 400, Tick);
        Assert.That((range.LowLu, range.HighLu), Is.EqualTo((-48.0, 24.0)), "no further");
    }
}
