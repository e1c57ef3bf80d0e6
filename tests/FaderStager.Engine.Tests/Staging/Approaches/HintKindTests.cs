using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using static FaderStager.Engine.Tests.Staging.Approaches.MixMaking;

namespace FaderStager.Engine.Tests.Staging.Approaches;

public sealed class HintKindTests
{
    private const double Down = double.NegativeInfinity;

    private static readonly MixSnapshot Mixed = Mix(
        Focal(),
        Track(2, "Kick", Role.Kick, -10),
        Track(3, "Snare", Role.Snare, 0),
        Track(4, "Bass", Role.Bass, -9, -3),
        Track(5, "Keys", Role.Keys, -40),
        Track(6, "Pad", Role.Pads, -12, Down),
        Track(7, "Choir", Role.BackingVocals, -8, Down),
        Track(8, "FX", Role.Effects, 0).Unheard(),
        Track(9, "Shaker", Role.Percussion, 0).Silent(),
        Track(10, "Old", Role.Keys, 0) with { InMix = false },
        Track(11, "Mix", Role.MixBus, 3));

    [Test]
    public void Approaches_MixOfAllSorts_ReachEveryKind()
    {
        MixSnapshot withoutFocal = Mixed with { Tracks = Mixed.Tracks.RemoveAt(0) };

        HintKind[] reached =
        [
            .. ApproachList.All
                .SelectMany(approach => approach.Advise(Mixed).Hints.Concat(approach.Advise(withoutFocal).Hints))
                .Select(hint => hint.Kind)
                .Distinct(),
        ];

        Assert.That(reached, Is.EquivalentTo(Enum.GetValues<HintKind>()));
    }
}
