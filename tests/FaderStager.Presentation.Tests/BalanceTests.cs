using FaderStager.Mixing.Tracks;

namespace FaderStager.Presentation.Tests;

/// <summary>Issue 10, case 5: the word beside the focal against the rest, and the line of a bus that carries something else.</summary>
public sealed class BalanceTests
{
    [Test]
    public void Balance_NoBus_IsEstimated()
    {
        using EditorRig rig = Playing(out _, out _);

        Assert.That(rig.Editor.Mix.Balance.Text, Is.EqualTo("focal vs rest +6.0 LU estimated"));
        Assert.That((rig.Editor.Track.ReadingText, rig.Editor.Track.ReadingCaption), Is.EqualTo(("+6.0 LU", "focal against the rest, estimated")));
    }

    [Test]
    public void Balance_BusHeardSinceTheLastMove_IsMeasured()
    {
        using EditorRig rig = Playing(out _, out TrackInstance bass, busLufs: -19.03);
        Assert.That(rig.Editor.Mix.Balance.Text, Is.EqualTo("focal vs rest +6.0 LU measured"));

        bass.FaderDb = -4;
        rig.Pass(700);
        Assert.That(rig.Editor.Mix.Balance.Text, Is.EqualTo("focal vs rest +10.0 LU estimated"));
    }

    [TestCase(true, true, "the faders are down")]
    [TestCase(true, false, "the focal's fader is down")]
    [TestCase(false, true, "the other faders are down")]
    public void Balance_FadersDown_SaysSo(bool focalIsDown, bool bassIsDown, string words)
    {
        using EditorRig rig = Playing(out TrackInstance vocal, out TrackInstance bass);
        vocal.FaderDb = focalIsDown ? double.NegativeInfinity : 0;
        bass.FaderDb = bassIsDown ? double.NegativeInfinity : 0;
        rig.Pass(700);

        Assert.That(rig.Editor.Mix.Balance.Text, Is.EqualTo($"focal vs rest: {words}"));
        Assert.That(rig.Editor.Track.ReadingText, Is.EqualTo(focalIsDown ? "fader down" : words));
    }

    [Test]
    public void Balance_NothingPlayed_IsNotHeardYet()
    {
        using EditorRig rig = EditorRig.Of(("Bass", -26));
        TrackInstance vocal = rig.Session.Add("Vocal");
        vocal.IsFocal = true;
        rig.Open(vocal).Pass(700);

        Assert.That(rig.Editor.Mix.Balance.Text, Is.EqualTo("focal vs rest: not heard yet"));
    }

    [Test]
    public void Footer_BusCarriesMoreThanItsTracks_SaysSoUntilAFaderMoves()
    {
        using EditorRig rig = Playing(out _, out TrackInstance bass, busLufs: -12);
        Assert.That(rig.Editor.FooterText, Does.EndWith("the mix bus carries 7.0 LU more than its tracks account for: tracks without FaderStager, returns or parallel paths"));

        bass.FaderDb = -1;
        rig.Pass(700);
        Assert.That(rig.Editor.FooterText, Does.Not.Contain("account for"));
    }

    [Test]
    public void Footer_BusAgreesWithItsTracks_SaysNothing()
    {
        using EditorRig rig = Playing(out _, out _, busLufs: -18);

        Assert.That(rig.Editor.FooterText, Does.Not.Contain("mix bus"));
    }

    /// <summary>A vocal at -20 LUFS, a bass 6 LU under it, and a mix bus where asked for, heard for 12 s.</summary>
    private static EditorRig Playing(out TrackInstance vocal, out TrackInstance bass, double busLufs = double.NaN)
    {
        EditorRig rig = new();
        vocal = rig.Session.Add("Vocal", -20);
        bass = rig.Session.Add("Bass", -26);
        if (!double.IsNaN(busLufs))
        {
            rig.Session.Add("Mix bus", busLufs);
        }

        vocal.IsFocal = true;
        return rig.Open(vocal).Play(12);
    }
}
