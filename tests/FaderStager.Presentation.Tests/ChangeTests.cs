using FaderStager.Audio.Blocks;
using FaderStager.Engine.Tests;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Presentation.Tests;

/// <summary>Issue 10: a person is told in one line that a track was changed upstream, once.</summary>
public sealed class ChangeTests
{
    private const int BlockFrames = 160;

    [Test]
    public void Track_ChangedUpstreamAndHeardAgain_IsSaidOnce()
    {
        using EditorRig rig = EditorRig.Of();
        TrackInstance vocal = rig.Session.Add("Vocal");
        TrackInstance bass = rig.Session.Add("Bass");
        vocal.IsFocal = true;
        rig.Open(vocal);
        Play(rig, vocal, bass, 0, 60, 0.1f);
        Assert.That(rig.Editor.Notice.Text, Does.Not.Contain("changed"));

        Play(rig, vocal, bass, 42, 50, 0.2f);
        Assert.That((rig.Editor.Notice.Text, rig.Editor.Notice.IsVisible), Is.EqualTo(("Bass was changed: measured anew since 0:42", true)));
        Assert.That(rig.Row("Bass").ConfidenceText, Does.EndWith("measured anew since 0:42"));
        Assert.That(rig.Row("Vocal").ConfidenceText, Does.Not.Contain("anew"));

        rig.Pass(7_000);
        Play(rig, vocal, bass, 42, 50, 0.2f);
        Assert.That(rig.Editor.Notice.IsVisible, Is.False, "heard again as it is now: nothing is new");
    }

    private static void Play(EditorRig rig, TrackInstance vocal, TrackInstance bass, int fromSeconds, int toSeconds, float peak)
    {
        float[] output = new float[BlockFrames];
        for (long frame = (long)(fromSeconds * Session.SampleRateHz); frame < toSeconds * Session.SampleRateHz; frame += BlockFrames)
        {
            SongPosition position = SongPosition.RollingAt(frame);
            vocal.Process(new AudioBlock(Sine(0.1f), output), position);
            bass.Process(new AudioBlock(Sine(peak), output), position);
            if (frame % 8_000 == 0)
            {
                rig.Session.Coordinator.Refresh();
            }
        }

        rig.Pass(700);
    }

    private static float[] Sine(float peak) => [.. Enumerable.Range(0, BlockFrames).Select(i => peak * MathF.Sin(MathF.Tau * i / 8))];
}
