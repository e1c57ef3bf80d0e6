using FaderStager.Audio.Blocks;
using FaderStager.Rehearsal.Demo;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Tests.Session;

public sealed class DemoSessionTests
{
    private static readonly Lazy<IReadOnlyList<MemoryStem>> Stems = new(DemoSession.Play);

    [Test]
    public void Demo_Tracks_AreAMixWithEveryRoleGuessed()
    {
        Assert.That(Stems.Value, Has.Count.GreaterThanOrEqualTo(10));
        Assert.That(Stems.Value.Select(stem => RoleGuess.FromName(stem.Name)), Has.None.EqualTo(Role.Other).And.Exactly(1).EqualTo(Role.LeadVocal));
    }

    [Test]
    public void Demo_Samples_AreFiniteWithHeadroomAndCrestsOfMusic()
    {
        foreach (MemoryStem stem in Stems.Value)
        {
            float[] samples = [.. stem.Channels.SelectMany(channel => channel)];
            double peakDb = Decibels.FromAmplitude(samples.Max(Math.Abs));
            double rmsDb = Decibels.FromPower(samples.Average(sample => (double)sample * sample));

            Assert.That(samples.All(float.IsFinite), stem.Name);
            Assert.That(peakDb, Is.InRange(-30, -3), stem.Name);
            Assert.That(peakDb - rmsDb, Is.InRange(8, 34), stem.Name);
        }
    }

    [Test]
    public void Demo_BackingVocals_SingInTheChorusOnly()
    {
        MemoryStem backing = Stems.Value.Single(stem => stem.Name == "Backing Vocals");
        int chorus = backing.Channels[0].Length / 2;

        Assert.That(backing.Channels[0][..(chorus - 1)], Is.All.Zero);
        Assert.That(backing.Channels[0][chorus..].Max(), Is.GreaterThan(0.01f));
    }

    [Test]
    public void Demo_PlayedAgain_IsTheSame()
    {
        IReadOnlyList<MemoryStem> again = DemoSession.Play();

        for (int track = 0; track < again.Count; track++)
        {
            Assert.That(again[track].Channels[0].AsSpan().SequenceEqual(Stems.Value[track].Channels[0]), again[track].Name);
        }
    }
}
