using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Tests.Signals;

namespace FaderStager.Engine.Tests.Mixing.Tracks;

/// <summary>EBU Tech 3341 and 3342 from the host's block to the reading that a person sees. Tolerances are the documents'.</summary>
public sealed class EbuCasesTests
{
    private const int BlockFrames = 512;

    private static IEnumerable<TestCaseData> AllCases() =>
        from rate in EbuCases.SampleRatesHz
        from ebu in EbuCases.Loudness().Concat(EbuCases.LoudnessRange()).Concat(EbuCases.TruePeak())
        select new TestCaseData(ebu, rate).SetArgDisplayNames(ebu.Name, $"{rate}");

    [TestCaseSource(nameof(AllCases))]
    public void Reading_EbuSignal_IsWithinTolerance(EbuCase ebu, double rate)
    {
        TrackReading reading = Play(ebu.Generate(rate));

        Check(reading.IntegratedLufs, ebu.IntegratedLufs, ebu.ToleranceLu, "integrated");
        Check(reading.MomentaryMaxLufs, ebu.MaxMomentaryLufs, ebu.ToleranceLu, "maximum momentary");
        Check(reading.ShortTermMaxLufs, ebu.MaxShortTermLufs, ebu.ToleranceLu, "maximum short-term");
        Check(reading.LoudnessRangeLu, ebu.LoudnessRangeLu, 1, "loudness range");
        if (ebu.TruePeakDbtp is { } truePeak)
        {
            Assert.That(reading.TruePeakDbtp, Is.InRange(truePeak - 0.4, truePeak + 0.2), "true peak");
        }
    }

    private static void Check(double read, double? expected, double toleranceLu, string what)
    {
        if (expected is { } figure)
        {
            Assert.That(read, Is.EqualTo(figure).Within(toleranceLu), what);
        }
    }

    /// <summary>The signal from the song's start, and silence behind it as in a DAW, until its last slot is complete.</summary>
    private static TrackReading Play(TestSignal signal)
    {
        using Session session = new();
        using TrackInstance track = new(session.Coordinator);
        track.Prepare(new ProcessSetup(signal.SampleRateHz, BlockFrames, signal.Channels.Length));
        int end = signal.Frames + (int)(signal.SampleRateHz / 10);
        float[] left = new float[BlockFrames];
        float[] right = new float[BlockFrames];
        for (int frame = 0; frame < end; frame += BlockFrames)
        {
            Copy(signal.Channels[0], frame, left);
            Copy(signal.Channels[^1], frame, right);
            track.Process(new AudioBlock(left, right, left, right), SongPosition.RollingAt(frame));
            if (frame / BlockFrames % 1_000 == 0)
            {
                session.Coordinator.Refresh();
            }
        }

        session.Coordinator.Refresh();
        return session.Reading(track);
    }

    private static void Copy(float[] channel, int frame, float[] block)
    {
        Array.Clear(block);
        if (frame < channel.Length)
        {
            channel.AsSpan(frame, Math.Min(block.Length, channel.Length - frame)).CopyTo(block);
        }
    }
}
