using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Tracks;

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
