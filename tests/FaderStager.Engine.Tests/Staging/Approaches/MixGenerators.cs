using System.Collections.Immutable;
using FaderStager.Measuring;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Engine.Tests.Staging.Approaches;

/// <summary>Random mixes: sound ones, and ones with garbage in every figure.</summary>
internal static class MixGenerators
{
    private static readonly Gen<double> AnyNumber = Gen.OneOf(
        Gen.Choose(-800, 200).Select(tenths => tenths / 10.0),
        Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, -60, -59.9, 1e308, -1e308, double.Epsilon));

    private static readonly Gen<HintKind?> AnyShownKind = Gen.Elements([null, .. Enum.GetValues<HintKind>().Select(kind => (HintKind?)kind)]);

    private static readonly Gen<Role> AnyRole = Gen.Elements([.. Enum.GetValues<Role>(), (Role)99]);

    private static Gen<double> Tenths(int lowest, int highest) => Gen.Choose(lowest * 10, highest * 10).Select(tenths => tenths / 10.0);

    /// <summary>Mixes whose faders are up, differ, and are within reach; one focal; every track heard.</summary>
    internal static Arbitrary<MixSnapshot> Sound(bool withDown = false) => (
        from count in Gen.Choose(2, 12)
        from tracks in Gen.ArrayOf(SoundTrack(withDown), count)
        from focal in Gen.Choose(0, count - 1)
        from top in Tenths(0, 12)
        select Number(tracks, focal) with
        {
            Settings = MixSettings.Default with { FaderTopDb = top, Order = [MixMaking.Id(5), MixMaking.Id(3)] },
        }).ToArbitrary();

    /// <summary>Mixes with garbage in every figure.</summary>
    internal static Arbitrary<MixSnapshot> Garbage() => (
        from tracks in Gen.ArrayOf(GarbageTrack(), 7).SelectMany(all => Gen.Choose(0, 7).Select(count => all[..count]))
        from top in AnyNumber
        from anchor in AnyNumber
        from balance in AnyNumber
        from settings in Gen.Elements(MixSettings.Default, MixSettings.Default with { Order = default, Start = TopDownStart.Auto, AnchorKind = AnchorKind.RmsDbfs })
        select MixMaking.Mix(settings with { FaderTopDb = top, AnchorLevel = anchor }, tracks) with { FocalAgainstRestLu = balance })
        .ToArbitrary();

    private static MixSnapshot Number(TrackReading[] tracks, int focal) => MixMaking.Mix(
    [
        .. tracks.Select((track, index) => track with
        {
            Id = MixMaking.Id(index + 1),
            IsFocal = index == focal,
            InsertRelativeLu = index == focal ? 0 : track.InsertRelativeLu,
            TargetLu = index == focal ? 0 : track.TargetLu,
            FaderPlace = index == focal || index < 2 ? FaderPlace.PluginFader : track.FaderPlace,

            // The first fader differs from all others, so none of these mixes stands at a uniform start.
            FaderDb = index == 0 ? 3.3 : index == 1 ? -6.6 : track.FaderDb,

            // Nothing was placed against a focal that is down.
            FocalReferenceFaderDb = focal > 1 && tracks[focal].IsDown ? double.NaN : track.FocalReferenceFaderDb,
        }),
    ]);

    private static Gen<TrackReading> SoundTrack(bool withDown) =>
        from role in Gen.Elements([.. Enum.GetValues<Role>().Where(role => role != Role.MixBus)])
        from relative in Tenths(-30, 20)
        from fader in withDown ? Gen.OneOf(Tenths(-20, 3), Gen.Constant(double.NegativeInfinity)) : Tenths(-20, 3)
        from tolerance in Gen.Elements(0.1, 0.5, 1.0, 3.0, 5.0)
        from place in Gen.Elements(FaderPlace.PluginFader, FaderPlace.DawFader, FaderPlace.PostFader)
        from reference in Gen.Elements(double.NaN, -3, 0, 2)
        from shown in Gen.Elements<HintKind?>(null, HintKind.InPlace, HintKind.Placed, HintKind.TooLoud, HintKind.Adjust)
        select MixMaking.Track(0, "Track", role, relative, place == FaderPlace.PostFader ? 0 : fader) with
        {
            ToleranceLu = tolerance,
            FaderPlace = place,
            FocalReferenceFaderDb = reference,
            ShownKind = shown,
        };

    private static Gen<TrackReading> GarbageTrack() =>
        from id in Gen.Choose(0, 9)
        from role in AnyRole
        from flags in Gen.Choose(0, 15)
        from place in Gen.Elements(FaderPlace.PluginFader, FaderPlace.DawFader, FaderPlace.PostFader, (FaderPlace)9)
        from numbers in Gen.ArrayOf(AnyNumber, 13)
        from shown in AnyShownKind
        from confidence in Gen.Elements(Confidence.None, Confidence.NotHeardTogether, Confidence.Listening, Confidence.Rough, Confidence.Steady, (Confidence)9)
        from name in Gen.Elements("", "Bass", "  ", "\u0000\ud800")
        select new TrackReading
        {
            Id = MixMaking.Id(id),
            Name = name,
            Role = role,
            IsFocal = (flags & 1) == 1,
            InMix = (flags & 6) != 0,
            HasData = (flags & 8) == 8 || (flags & 1) == 1,
            FaderPlace = place,
            FaderDb = numbers[0],
            IntegratedLufs = numbers[1],
            RmsDbfs = numbers[2],
            SamplePeakDbfs = numbers[3],
            TruePeakDbtp = numbers[4],
            HeardSeconds = numbers[5],
            InsertRelativeLu = numbers[6],
            HeardTogetherSeconds = numbers[7],
            SpreadLu = numbers[8],
            TargetLu = numbers[9],
            ToleranceLu = numbers[10],
            LiveInsertRelativeLu = numbers[11],
            FocalReferenceFaderDb = numbers[12],
            Confidence = confidence,
            ShownKind = shown,
        };
}
