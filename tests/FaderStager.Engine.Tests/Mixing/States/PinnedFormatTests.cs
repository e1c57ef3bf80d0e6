using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Engine.Tests.Mixing.States;

/// <summary>What is stored in projects stays readable: states of every version released, and the numbers of all that is stored or automated.</summary>
public sealed class PinnedFormatTests
{
    [Test]
    public void State_Of010_LoadsWithEveryValue()
    {
        TrackState state = TrackState.Read(Pinned("state-0.1.0.json"), out string? warning);

        Assert.That(warning, Is.Null);
        Assert.That(
            (state.Id, state.Name, state.Role, state.RoleIsChosen, state.IsFocal, state.Group, state.FaderPlace),
            Is.EqualTo((new Guid("6f1c9a52-7d43-4b0e-9a6e-2f3f0c4d5e61"), "Lead Vox", Role.LeadVocal, true, true, MixGroup.B, FaderPlace.DawFader)));
        Assert.That(
            (state.FaderDb, state.TargetOffsetLu, state.InMix, state.IsBypassed, state.FocalReferenceFaderDb),
            Is.EqualTo((-4.5, 1.5, true, false, -3.0)));
        MixSettings mix = state.Mix;
        Assert.That(
            (mix.Revision, mix.Approach, mix.Start, mix.ProfileName, mix.ToleranceLu, mix.FaderTopDb, mix.AnchorKind, mix.AnchorLevel, mix.Weighting),
            Is.EqualTo((7L, ApproachKind.BottomUp, TopDownStart.Auto, "rock", (double?)2.5, 10.0, AnchorKind.RmsDbfs, -18.0, RelativeWeighting.Pestana)));
        Assert.That(mix.Order, Is.EqualTo(new[] { state.Id, new Guid("0b9d6c1e-1111-4222-8333-944455566677") }));
    }

    [Test]
    public void Numbers_ThatProjectsStore_AreAsTheyWere()
    {
        string now = string.Join('\n', Lines<ParameterId>().Concat(Lines<ApproachKind>()).Concat(Lines<FaderPlace>()).Concat(Lines<MixGroup>())
            .Concat(Lines<TopDownStart>()).Concat(Lines<AnchorKind>()).Concat(Lines<RelativeWeighting>()).Concat(Lines<Role>())) + "\n";

        Assert.That(now, Is.EqualTo(File.ReadAllText(PathOf("numbers.txt"))), "append only: a number that changes its name loses what projects have stored");
    }

    private static IEnumerable<string> Lines<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => $"{typeof(T).Name} {Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)} {value}");

    private static byte[] Pinned(string file) => File.ReadAllBytes(PathOf(file));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Pinned", file);
}
