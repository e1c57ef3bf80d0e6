using FaderStager.Audio.Blocks;
using FaderStager.Audio.Following;
using FaderStager.Audio.Slots;
using FaderStager.Mixing.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Readings;

namespace FaderStager.Presentation.Tests;

/// <summary>What the editor says where the host plays and its song cannot be followed.</summary>
public sealed class FollowingTests
{
    private static readonly SongPosition NoPosition = new(0, Transport.Rolling) { LacksPosition = true };

    [TestCase(false, "stands still")]
    [TestCase(true, "no song position")]
    public void Host_PlaysWithoutAUsablePosition_IsToldAndNotAskedToPlay(bool lacksPosition, string words)
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -20));
        TrackInstance vocal = rig.Session.Add("Lead");
        vocal.IsFocal = true;
        rig.Open(vocal);
        float[] input = [.. Enumerable.Range(0, 160).Select(i => 0.1f * MathF.Sin(i))];
        float[] output = new float[160];
        for (int block = 0; block < 150; block++)
        {
            vocal.Process(new AudioBlock(input, output), lacksPosition ? NoPosition : SongPosition.RollingAt(0));
        }

        rig.Pass(500);

        Assert.That(rig.Editor.EmptyState.Title, Is.EqualTo("Not followed"));
        Assert.That(rig.Editor.EmptyState.Text, Does.Contain(words).And.Not.Contain("play the song"));
        Assert.That(rig.Editor.FooterText, Does.Contain(words));
        Assert.That(vocal.Coordinator.Diagnostics.NotFollowedTracks, Is.EqualTo(1));
    }

    /// <summary>Issue 10: nothing is lost in silence. The queue of a track holds so much song; what comes beyond it is counted and said.</summary>
    [Test]
    public void Footer_SongCameTooFast_SaysHowMuchWasLost()
    {
        using EditorRig rig = EditorRig.Of(("Bass", -20));
        TrackInstance vocal = rig.Session.Add("Vocal");
        rig.Open(vocal);
        rig.Pass(500);
        Assert.That(rig.Editor.FooterText, Does.Not.Contain("too fast"));

        double seconds = SlotQueue.Capacity * 0.1;
        rig.Session.PlayWithoutTurns(seconds + 3);
        rig.Pass(700);

        long lost = vocal.Coordinator.Diagnostics.LostSlots;
        Assert.That(lost, Is.GreaterThanOrEqualTo(2 * 25));
        Assert.That(rig.Editor.FooterText, Does.EndWith(FormattableString.Invariant($"{lost * 0.1:0.0} s of song came too fast to be read: play them again")));
    }

    [Test]
    public void Footer_FaultsThatRepeat_SaysHowManyAndWhereToLook()
    {
        using EditorRig rig = EditorRig.Of(("Bass", -20));
        TrackInstance vocal = rig.Session.Add("Vocal");
        rig.Open(vocal);
        for (int fault = 0; fault < 2; fault++)
        {
            rig.Session.Faults.Note("a test of the footer", new InvalidOperationException("on purpose"));
        }

        rig.Pass(700);

        Assert.That(rig.Editor.FooterText, Does.EndWith("2 faults caught: About says where"));
    }

    /// <summary>What matters most is said: one line, not three. A single fault is not worth a person's while.</summary>
    [TestCase(0, 0, SongFollowing.Following, "")]
    [TestCase(1, 0, SongFollowing.Stopped, "")]
    [TestCase(0, 0, SongFollowing.NoPosition, "the host gives no song position: live readings only")]
    [TestCase(1, 12, SongFollowing.NoPosition, "1.2 s of song came too fast to be read: play them again")]
    [TestCase(2, 12, SongFollowing.NoPosition, "2 faults caught: About says where")]
    public void Line_SeveralMatter_IsTheWorst(long faults, long lostSlots, SongFollowing following, string line) =>
        Assert.That(EngineWords.Line(new Diagnostics { Faults = faults, LostSlots = lostSlots }, following), Is.EqualTo(line));

    [Test]
    public void Host_PositionAdvances_SaysNothingOfIt()
    {
        using EditorRig rig = EditorRig.Of(("Vocal", -20), ("Bass", -20));
        TrackInstance vocal = rig.Session.Add("Lead");
        rig.Open(vocal);
        rig.Play(3);

        Assert.That(rig.Editor.FooterText, Does.Not.Contain("live readings only"));
    }
}
