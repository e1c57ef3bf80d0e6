using FaderStager.Engine.Tests.Staging.Approaches;
using FaderStager.Measuring;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Engine.Tests.Measuring;

public sealed class LettingGoPropertyTests
{
    private const int SongSlots = 1_800;

    /// <summary>The same samples at another gain, however small the part that was heard again.</summary>
    [Test]
    public void AnyGainAtAnyTime_PartHeardAgain_ReadsWithin03LuOfTheTruth() => Check.One(
        Seeded.Config(150),
        Prop.ForAll(Changes(leastSeconds: 5, leastDb: 0.05), change => Reads(change, tremoloDb: 0)));

    /// <summary>With a tremolo of 1 dB that runs free: the change must be larger than its own movement, or the part longer.</summary>
    [Test]
    public void AnyGainAtAnyTime_FreeRunningTremolo_ReadsWithin03LuOfTheTruth() => Check.One(
        Seeded.Config(100),
        Prop.ForAll(Changes(leastSeconds: 30, leastDb: 3), change => Reads(change, tremoloDb: 1)));

    /// <summary>Loops of any length, each heard a hundred times.</summary>
    [Test]
    public void UnchangedMaterial_HeardAgainAHundredTimes_IsNeverLetGo(
        [Values(0, 1, 2, 3)] int kind,
        [Values(0, 0.1, 0.7, 2, 5.1, 9.9)] double tremoloHz,
        [Values] bool hasBursts,
        [Values(25, 80, 301)] int loopSlots)
    {
        Material material = new(seed: kind + loopSlots, kind, 1_200) { TremoloDb = tremoloHz > 0 ? 1 : 0, TremoloHz = tremoloHz, HasBursts = hasBursts };
        TrackAnalysis analysis = new();
        material.Play(analysis, 0, 1_200);
        int passed = analysis.Windows.PassedCount;
        for (int pass = 0; pass < 100; pass++)
        {
            material.Play(analysis, 437, 437 + loopSlots);
        }

        Assert.That(analysis.Change, Is.Null);
        Assert.That(analysis.Windows.PassedCount, Is.EqualTo(passed).Within(hasBursts ? 300 : 60), "all of the song still counts");
    }

    private static bool Reads((int Seed, double GainDb, int ChangedAt, int From, int Slots) change, double tremoloDb)
    {
        Material focal = new(change.Seed, 1, SongSlots);
        Material track = new(change.Seed, 1, SongSlots) { TremoloDb = tremoloDb, TremoloHz = 0.5 + (change.Seed % 50 / 10.0) };
        TrackAnalysis focalAnalysis = new();
        TrackAnalysis analysis = new();
        focal.Play(focalAnalysis, 0, SongSlots);

        // The gain changes while the song plays for the first time; then a part is heard again that was heard before it changed.
        track.Play(analysis, 0, change.ChangedAt);
        track.GainDb = change.GainDb;
        track.Play(analysis, change.ChangedAt, SongSlots);
        track.Play(analysis, change.From, change.From + change.Slots);

        RelativeLoudness relative = new();
        relative.Update(analysis, focalAnalysis, isPestana: false);
        return Math.Abs(relative.RelativeLu - change.GainDb) <= 0.3
            ? true
            : throw new InvalidOperationException($"{change} reads {relative.RelativeLu:F2} LU; {analysis.Change}");
    }

    private static Arbitrary<(int Seed, double GainDb, int ChangedAt, int From, int Slots)> Changes(int leastSeconds, double leastDb) =>
        (from seed in Gen.Choose(0, 10_000)
         from tenths in Gen.Choose((int)(leastDb * 100), 1_800)
         from sign in Gen.Elements(-1, 1)
         from slots in Gen.Choose(leastSeconds * 10, 600)
         from changedAt in Gen.Choose(slots, SongSlots)
         from start in Gen.Choose(0, changedAt - slots)
         select (seed, sign * tenths / 100.0, changedAt, start, slots)).ToArbitrary();
}
