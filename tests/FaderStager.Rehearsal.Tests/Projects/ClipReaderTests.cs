using FaderStager.Rehearsal.Projects;
using FaderStager.Rehearsal.Projects.Playing;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>Clips as they sound: channels, loops, speeds, rates, gaps; and that the blocks they are read in do not matter.</summary>
public sealed class ClipReaderTests
{
    private const int RateHz = 8_000;

    private TempFolder _folder = null!;

    [OneTimeSetUp]
    public void Record()
    {
        _folder = new TempFolder();
        float[] ramp = [.. Enumerable.Range(0, 4 * RateHz).Select(frame => frame / (4f * RateHz))];
        _ = _folder.Write("ramp.wav", StemBytes.Wav(32, true, 1, RateHz, ramp));
        _ = _folder.Write("sides.wav", StemBytes.Wav(32, true, 2, RateHz, [.. Enumerable.Range(0, 2 * RateHz).Select(at => at % 2 == 0 ? 0.5f : -0.25f)]));
        _ = _folder.Write("sine.wav", StemBytes.Wav(32, true, 1, RateHz, Signals.Sine(200, 0.5, 4, RateHz)));
        _ = _folder.Write("sine44.wav", StemBytes.Wav(32, true, 1, 44_100, Signals.Sine(200, 0.5, 4, 44_100)));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase(ClipChannels.AsStored, 0.5f, -0.25f)]
    [TestCase(ClipChannels.Swapped, -0.25f, 0.5f)]
    [TestCase(ClipChannels.Downmix, 0.125f, 0.125f)]
    [TestCase(ClipChannels.Left, 0.5f, 0.5f)]
    [TestCase(ClipChannels.Right, -0.25f, -0.25f)]
    public void Channels_AreChosen(ClipChannels channels, float left, float right)
    {
        float[][] heard = Read(Clip("sides.wav", 0, 0.5) with { Channels = channels });

        Assert.That((heard[0][100], heard[1][100]), Is.EqualTo((left, right)));
    }

    [Test]
    public void Gap_IsSilent_AndTheStemEndsWithItsLastClip()
    {
        float[] heard = Read(Clip("ramp.wav", 0.5, 1) with { OffsetSeconds = 1 }, Clip("ramp.wav", 2, 0.5))[0];

        Assert.That(heard, Has.Length.EqualTo(2.5 * RateHz));
        Assert.That(heard[..(RateHz / 2)], Is.All.Zero);
        Assert.That(heard[RateHz / 2], Is.EqualTo(0.25f));
        Assert.That(heard[(3 * RateHz / 2)..(2 * RateHz)], Is.All.Zero);
    }

    [Test]
    public void Offset_BelowZero_StartsWithSilence()
    {
        float[] heard = Read(Clip("ramp.wav", 0, 1) with { OffsetSeconds = -0.5 })[0];

        Assert.That(heard[..(RateHz / 2)], Is.All.Zero);
        Assert.That(heard[RateHz - 1], Is.EqualTo(((RateHz / 2) - 1) / (4f * RateHz)));
    }

    [TestCase(0, null, 1.5, 5.5)]
    [TestCase(1, 2, 1.5, 7.25)]
    [TestCase(1, 2, 9, 3)]
    public void Loop_GoesRoundToTheFrame(double start, double? length, double offset, double seconds)
    {
        float[] heard = Read(Clip("ramp.wav", 0, seconds) with { OffsetSeconds = offset, Loop = new ClipLoop(start, length) })[0];

        int from = (int)(start * RateHz);
        int span = (int)((length ?? (4 - start)) * RateHz);
        for (int frame = 0; frame < heard.Length; frame++)
        {
            int at = (int)(offset * RateHz) + frame;
            at = at < from + span ? at : from + ((at - from) % span);
            Assert.That(heard[frame], Is.EqualTo(at / (4f * RateHz)), $"frame {frame}");
        }
    }

    [Test]
    public void Speed_OfTwo_IsAnOctaveHigherAndHalfAsLong()
    {
        float[] heard = Read(Clip("sine.wav", 0, 1.5) with { Speed = 2 })[0];
        float[] octave = Signals.Sine(400, 0.5, 1.5, RateHz);

        Assert.That(heard.Skip(200).Zip(octave.Skip(200), (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(2e-3));
    }

    [Test]
    public void Files_OfTwoRates_ArePlayedAtTheHigherOne()
    {
        float[] heard = Read(Clip("sine.wav", 0, 1), Clip("sine44.wav", 2, 1))[0];
        float[] sine = Signals.Sine(200, 0.5, 1, 44_100);

        Assert.That(heard, Has.Length.EqualTo(3 * 44_100));
        Assert.That(heard[2000..40_000].Zip(sine[2000..40_000], (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(2e-3));
        Assert.That(heard[(2 * 44_100)..], Is.EqualTo(sine));
    }

    [Test]
    public void File_ShorterThanItsClip_LeavesSilence()
    {
        float[] heard = Read(Clip("ramp.wav", 0, 6) with { OffsetSeconds = 3 })[0];

        Assert.That(heard[RateHz - 1], Is.GreaterThan(0.99f));
        Assert.That(heard.Skip(RateHz), Is.All.Zero);
    }

    [Test]
    public void Blocks_OfAnyLength_GiveTheSame()
    {
        ProjectClip[] clips =
        [
            Clip("ramp.wav", 0.1, 1) with { Fades = [new ClipFade(0.1, 0.4, FadeShape.EqualPower), new ClipFade(1.1, 0.9, FadeShape.FastStart)] },
            Clip("ramp.wav", 0.9, 2) with { OffsetSeconds = 0.8, Fades = [new ClipFade(0.9, 1.1, FadeShape.SlowEnds)] },
            Clip("sine44.wav", 1, 1) with { Loop = new ClipLoop(0.2, 0.1) },
            Clip("ramp.wav", 2.9, 0.5) with { OffsetSeconds = 2.8 },
        ];
        float[] whole = Read(4096, clips)[0];

        foreach (int step in new[] { 1, 7, 64, 1000, 4095, 10_000 })
        {
            Assert.That(Read(step, clips)[0], Is.EqualTo(whole), $"blocks of {step}");
        }
    }

    [TestCase(FadeShape.Linear, 0.10, 0.25, 0.50, 0.75, 0.90)]
    [TestCase(FadeShape.FastStart, 0.19, 0.43, 0.74, 0.93, 0.99)]
    [TestCase(FadeShape.SlowEnds, 0.02, 0.14, 0.50, 0.86, 0.98)]
    [TestCase(FadeShape.SteepMiddle, 0.01, 0.04, 0.50, 0.96, 0.99)]
    [TestCase(FadeShape.EqualPower, 0.15, 0.37, 0.69, 0.92, 0.99)]
    public void Fade_FollowsTheCurvesThatSwsMeasuredInReaper(FadeShape shape, params double[] gains)
    {
        ClipFade fade = new(10, 20, shape);

        Assert.That(new[] { 11, 12.5, 15, 17.5, 19 }.Select(fade.At), Is.EqualTo(gains).Within(0.025));
        Assert.That((fade.At(9), fade.At(21)), Is.EqualTo((0.0, 1.0)));
    }

    private float[][] Read(params ProjectClip[] clips) => Read(1000, clips);

    private float[][] Read(int step, params ProjectClip[] clips)
    {
        ClipStem stem = new("stem", "song", [.. clips.Select(clip => (clip, File(clip.Media.Path)))], StereoGain.Unity);
        using IStemReader reader = stem.Open();
        float[][] heard = Reading.All(reader, step);
        Assert.That(reader.Warning, Is.Null);
        return heard;
    }

    private MediaFile File(string name)
    {
        FileStem stem = new(_folder.PathOf(name));
        using IStemReader reader = stem.Open();
        return new MediaFile(stem, reader.SampleRateHz, reader.Channels, reader.Channels, reader.Frames, null);
    }

    private static ProjectClip Clip(string file, double start, double length) => new() { Media = new ProjectMedia(file), StartSeconds = start, LengthSeconds = length };
}
