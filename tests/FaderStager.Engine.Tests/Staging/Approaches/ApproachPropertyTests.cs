using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Engine.Tests.Staging.Approaches;

public sealed class ApproachPropertyTests
{
    private static readonly IApproach[] Approaches = [.. ApproachList.All];

    [TestCaseSource(nameof(Approaches))]
    public void Advise_AnyGarbage_GivesAFiniteHintForEveryTrack(IApproach approach) =>
        Check.One(Seeded.Config(3000), Prop.ForAll(MixGenerators.Garbage(), mix =>
        {
            MixAdvice advice = approach.Advise(mix);
            return advice.Hints.Length == mix.Tracks.Length
                && advice.Headline.Length > 0
                && !double.IsNaN(advice.StagedPeakDbfs)
                && double.IsFinite(advice.HeadroomMoveDb)
                && advice.Hints.All(hint => hint.Reason.Length > 0
                    && !double.IsInfinity(hint.MoveDb)
                    && !double.IsInfinity(hint.TrimDb)
                    && !double.IsInfinity(hint.SuggestedFaderDb)
                    && (hint.Kind == HintKind.TrimFirst ? !double.IsNaN(hint.TrimDb) : hint.Kind == HintKind.Waiting || double.IsNaN(hint.TrimDb)));
        }));

    [TestCaseSource(nameof(Approaches))]
    public void Advise_TracksInAnotherOrder_SaysTheSameOfEach(IApproach approach) =>
        Check.One(Seeded.Config(300), Prop.ForAll(MixGenerators.Sound(withDown: true), mix =>
        {
            MixAdvice straight = approach.Advise(mix);
            MixAdvice reversed = approach.Advise(mix with { Tracks = [.. mix.Tracks.Reverse()] });
            return straight.Headline == reversed.Headline && straight.Hints.All(hint => hint == reversed.For(hint.TrackId));
        }));

    [TestCaseSource(nameof(Approaches))]
    public void Advise_EveryFaderShiftedAlike_KeepsEveryReadingAndKind(IApproach approach) =>
        Check.One(Seeded.Config(300), Prop.ForAll(MixGenerators.Sound(), mix =>
        {
            const double ShiftDb = -4.2;
            MixSnapshot plain = mix with
            {
                Settings = mix.Settings with { FaderTopDb = 12 },
                Tracks = [.. mix.Tracks.Select(track => track with { FaderPlace = FaderPlace.PluginFader, FocalReferenceFaderDb = double.NaN })],
            };
            MixSnapshot shifted = plain with { Tracks = [.. plain.Tracks.Select(track => track with { FaderDb = track.FaderDb + ShiftDb })] };
            return approach.Advise(plain).Hints.Zip(approach.Advise(shifted).Hints).All(pair =>
                pair.First.Kind == HintKind.TrimFirst || pair.Second.Kind == HintKind.TrimFirst
                || (pair.First.Kind == pair.Second.Kind
                    && pair.First.Step == pair.Second.Step
                    && Same(pair.First.MoveDb, pair.Second.MoveDb, 0.11)
                    && Same(pair.First.RelativeLu, pair.Second.RelativeLu, 1e-9)));
        }));

    [TestCaseSource(nameof(Approaches))]
    public void Advise_AfterAllWasApplied_FindsEveryTrackInPlace(IApproach approach) =>
        Check.One(Seeded.Config(1000), Prop.ForAll(MixGenerators.Sound(withDown: true), mix =>
        {
            MixSnapshot applied = MixMaking.Applied(mix, approach.Advise(mix));
            return approach.Advise(applied).Hints.All(hint => hint.Kind is HintKind.InPlace or HintKind.Placed or HintKind.Focal);
        }));

    [TestCaseSource(nameof(Approaches))]
    public void Advise_AnySoundMix_AsksForNoPositionBeyondTheFader(IApproach approach) =>
        Check.One(Seeded.Config(300), Prop.ForAll(MixGenerators.Sound(withDown: true), mix =>
            approach.Advise(mix).Hints.All(hint => double.IsNaN(hint.SuggestedFaderDb)
                || hint.MoveDb == 0
                || (hint.SuggestedFaderDb <= Math.Min(mix.Settings.FaderTopDb, FaderRange.HighestDb) && hint.SuggestedFaderDb > FaderRange.DownDb))));

    [Test]
    public void TopDown_AnySoundMix_RanksWithoutGapsFromOne() =>
        Check.One(Seeded.Config(300), Prop.ForAll(MixGenerators.Sound(withDown: true), mix =>
        {
            int[] steps = [.. new TopDown().Advise(mix).Hints.Select(hint => hint.Step).Where(step => step > 0).Order()];
            return steps.SequenceEqual(Enumerable.Range(1, steps.Length));
        }));

    [Test]
    public void BottomUp_AnySoundMix_HasAtMostOneNext() =>
        Check.One(Seeded.Config(300), Prop.ForAll(MixGenerators.Sound(withDown: true), mix =>
            new BottomUp().Advise(mix).Hints.Count(hint => hint.Kind == HintKind.Next) <= 1));

    private static bool Same(double left, double right, double within) =>
        (double.IsNaN(left) && double.IsNaN(right)) || Math.Abs(left - right) <= within;
}
