using System.Text;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Staging.Settings;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>States, in any order and in any condition.</summary>
internal sealed unsafe class StateTests
{
    private static readonly byte[][] Damaged =
    [
        [],
        [0],
        [0xFF, 0xFE, 0xFD],
        Encoding.UTF8.GetBytes("not a state"),
        Encoding.UTF8.GetBytes("{"),
        Encoding.UTF8.GetBytes("{\"format\":1,\"faderDb\":-6"),
        Encoding.UTF8.GetBytes("{\"plugin\":\"another\",\"faderDb\":-6}"),
        Encoding.UTF8.GetBytes("[[[[[[[["),
        new byte[100_000],
    ];

    [Test]
    public void State_SavedAndLoaded_BringsEverythingBack()
    {
        byte[] state;
        using (HostedPlugin plugin = new())
        {
            plugin.SetPlain(ParameterId.Fader, -7.5);
            plugin.SetPlain(ParameterId.TargetOffset, 3);
            plugin.SetPlain(ParameterId.Role, 4);
            plugin.SetPlain(ParameterId.FaderPlace, 1);
            plugin.Set(ParameterId.InMix, 0);
            plugin.Set(ParameterId.Bypass, 1);
            plugin.Set(ParameterId.Focal, 1);
            state = plugin.Save();
        }

        using HostedPlugin loaded = new();
        Assert.That(loaded.Load(state), Is.EqualTo(Result.Ok));
        Assert.That(loaded.TextOf(ParameterId.Fader), Is.EqualTo("-7.5"));
        Assert.That(loaded.TextOf(ParameterId.TargetOffset), Is.EqualTo("3.0"));
        Assert.That(loaded.Get(ParameterId.Role), Is.EqualTo(ParameterInfo.Of(ParameterId.Role).ToNormalized(4)));
        Assert.That(loaded.TextOf(ParameterId.FaderPlace), Is.EqualTo("DAW fader"));
        Assert.That(loaded.TextOf(ParameterId.InMix), Is.EqualTo("no"));
        Assert.That(loaded.TextOf(ParameterId.Bypass), Is.EqualTo("on"));
        Assert.That(loaded.TextOf(ParameterId.Focal), Is.EqualTo("focal"));
        Assert.That(loaded.Save(), Is.EqualTo(state));
    }

    [Test]
    public void State_OfManyInstances_MayBeLoadedInAnyOrderAndAtAnyTime()
    {
        List<HostedPlugin> originals = [.. Enumerable.Range(0, 16).Select(_ => new HostedPlugin())];
        for (int i = 0; i < originals.Count; i++)
        {
            originals[i].Start().SetPlain(ParameterId.Fader, -i);
        }

        List<byte[]> states = [.. originals.Select(plugin => plugin.Save())];
        originals.ForEach(plugin => plugin.Dispose());

        int[] order = [.. Enumerable.Range(0, 16)];
        new Random(3).Shuffle(order);
        Dictionary<int, HostedPlugin> loaded = [];
        foreach (int i in order)
        {
            HostedPlugin plugin = new();
            loaded[i] = plugin;
            if (i % 2 == 0)
            {
                plugin.Load(states[i]);
                plugin.Start();
            }
            else
            {
                plugin.Start();
                plugin.Load(states[i]);
            }
        }

        foreach ((int i, HostedPlugin plugin) in loaded)
        {
            Assert.That(plugin.TextOf(ParameterId.Fader), Is.EqualTo(i == 0 ? "0.0" : $"-{i}.0"));
            Assert.That(plugin.Save(), Is.EqualTo(states[i]));
            plugin.Dispose();
        }
    }

    [Test]
    public void State_OfATrackThatIsCopied_KeepsItsSettingsAndIsNotFocal()
    {
        using HostedPlugin original = new();
        original.Start();
        original.SetPlain(ParameterId.Fader, -3);
        original.Set(ParameterId.Focal, 1);
        using HostedPlugin copy = new();
        copy.Start();
        copy.Load(original.Save());
        Assert.That(copy.TextOf(ParameterId.Fader), Is.EqualTo("-3.0"));
        Assert.That(copy.TextOf(ParameterId.Focal), Is.EqualTo("no"));
        Assert.That(original.TextOf(ParameterId.Focal), Is.EqualTo("focal"));
    }

    [Test]
    public void State_WhereReaperTellsTheProjectOnlyOnceThePlugInIsPlaced_KeepsTabsApart()
    {
        HostReaper firstTab = new();
        HostReaper late = new() { Project = new HostReaper(), HasTrack = false };
        using HostedPlugin vocal = new(context: new HostReaper { Project = firstTab }.Pointer);
        vocal.Start().Set(ParameterId.Focal, 1);
        byte[] state = vocal.Save();
        using HostedPlugin again = new(context: late.Pointer);
        late.HasTrack = true;
        again.Load(state);
        again.Start();
        again.Load(state);

        Assert.That((vocal.TextOf(ParameterId.Focal), again.TextOf(ParameterId.Focal)), Is.EqualTo(("focal", "focal")));
    }

    [Test]
    public void State_GivenInRandomSequences_LeavesOneFocalAndOneIdentityEach()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            Random random = new(seed);
            List<HostedPlugin> plugins = [new HostedPlugin().Start(), new HostedPlugin().Start()];
            plugins[0].Set(ParameterId.Focal, 1);
            List<byte[]> saved = [.. plugins.Select(plugin => plugin.Save())];
            for (int step = 0; step < 20; step++)
            {
                HostedPlugin any = plugins[random.Next(plugins.Count)];
                switch (random.Next(6))
                {
                    case 0:
                        saved.Add(any.Save());
                        break;
                    case 1:
                        HostedPlugin copy = new();
                        copy.Load(saved[random.Next(saved.Count)]);
                        plugins.Add(copy.Start());
                        break;
                    case 2:
                        any.Load(saved[random.Next(saved.Count)]);
                        break;
                    case 3:
                        any.SetActive(false);
                        any.SetActive(true);
                        break;
                    case 4 when plugins.Count > 2:
                        any.Dispose();
                        plugins.Remove(any);
                        break;
                    default:
                        any.Set(ParameterId.Focal, 1);
                        break;
                }

                TrackState[] states = [.. plugins.Select(plugin => TrackState.Read(plugin.Save(), out _))];
                Assert.That(states.Select(state => state.Id), Is.Unique, $"seed {seed}, step {step}");
                Assert.That(states.Count(state => state.IsFocal), Is.LessThanOrEqualTo(1), $"seed {seed}, step {step}");
            }

            plugins.ForEach(plugin => plugin.Dispose());
        }
    }

    [Test]
    public void State_OlderBytesOfTheSameInstance_TakeTheMixBackForAll()
    {
        using InProcess here = new();
        using HostedPlugin vocal = here.Create();
        using HostedPlugin bass = here.Create();
        vocal.Start().Set(ParameterId.Focal, 1);
        bass.Start();
        Mix mix = InProcess.Inside(vocal).Track!.Mix;
        Guid[] order = [InProcess.Inside(bass).Track!.Id, InProcess.Inside(vocal).Track!.Id];
        mix.Edit(settings => settings with { ProfileName = "rock", ToleranceLu = 2, AnchorLevel = -21, Order = [.. order] });
        (byte[] earlierVocal, byte[] earlierBass) = (vocal.Save(), bass.Save());
        mix.Edit(settings => settings with { Approach = ApproachKind.BottomUp, ProfileName = "metal", ToleranceLu = 3, AnchorLevel = -18, Order = [] });
        Assert.That(bass.TextOf(ParameterId.Approach), Is.EqualTo("bottom-up"));

        vocal.Load(earlierVocal);

        Assert.That((mix.Settings.Approach, mix.Settings.ProfileName, mix.Settings.ToleranceLu, mix.Settings.AnchorLevel), Is.EqualTo((ApproachKind.TopDown, "rock", (double?)2, -21.0)));
        Assert.That(mix.Settings.Order, Is.EqualTo(order));
        Assert.That(bass.TextOf(ParameterId.Approach), Is.EqualTo("top-down"));
        Assert.That((vocal.Save(), bass.Save()), Is.EqualTo((earlierVocal, earlierBass)));
    }

    [Test]
    public void State_FollowedByOtherBytes_IsReadWithoutThem()
    {
        using HostedPlugin plugin = new();
        plugin.SetPlain(ParameterId.Fader, -4);
        byte[] state = plugin.Save();
        foreach (string after in new[] { "Cont", "List\0\0\u0003\0", "}", "\0\0\0\0" })
        {
            using HostedPlugin loaded = new();
            Assert.That(loaded.Load([.. state, .. Encoding.Latin1.GetBytes(after)]), Is.EqualTo(Result.Ok));
            Assert.That(loaded.TextOf(ParameterId.Fader), Is.EqualTo("-4.0"));
        }
    }

    [Test]
    public void State_HandedOverInPieces_IsReadAndWrittenWhole()
    {
        using HostedPlugin plugin = new();
        plugin.SetPlain(ParameterId.Fader, -4);
        HostStream stream = new() { MostBytesACall = 7 };
        Assert.That(plugin.ComponentCalls->GetState(plugin.Component, stream.Pointer), Is.EqualTo(Result.Ok));
        Assert.That(stream.Bytes, Is.EqualTo(plugin.Save()));
        stream.Rewind();
        using HostedPlugin loaded = new();
        Assert.That(loaded.ComponentCalls->SetState(loaded.Component, stream.Pointer), Is.EqualTo(Result.Ok));
        Assert.That(loaded.TextOf(ParameterId.Fader), Is.EqualTo("-4.0"));
        stream.Release();
    }

    [TestCaseSource(nameof(Damaged))]
    public void State_EmptyForeignOrHalf_ChangesNothingAndGoesOn(byte[] bytes)
    {
        using HostedPlugin plugin = new();
        plugin.SetPlain(ParameterId.Fader, -9);
        plugin.Set(ParameterId.Focal, 1);
        byte[] before = plugin.Save();
        Assert.That(plugin.Load(bytes), Is.EqualTo(Result.Ok));
        Assert.That(plugin.TextOf(ParameterId.Fader), Is.EqualTo("-9.0"));
        Assert.That(plugin.Save(), Is.EqualTo(before));
        using HostBlock block = new(2, 64);
        plugin.Start();
        Assert.That(plugin.Process(block.At(0)), Is.EqualTo(Result.Ok));
        Assert.That(plugin.Load(bytes), Is.EqualTo(Result.Ok));
        Assert.That(plugin.Save(), Is.EqualTo(before));
    }

    [Test]
    public void State_WithABadField_CostsOnlyThatField()
    {
        using HostedPlugin plugin = new();
        plugin.SetPlain(ParameterId.Fader, -9);
        Assert.That(plugin.Load(Encoding.UTF8.GetBytes("{\"format\":1,\"faderDb\":\"loud\",\"targetOffsetLu\":2}")), Is.EqualTo(Result.Ok));
        Assert.That((plugin.TextOf(ParameterId.Fader), plugin.TextOf(ParameterId.TargetOffset)), Is.EqualTo(("0.0", "2.0")));
    }

    [Test]
    public void State_BeforeAndAfterPlaying_IsTheSameBytes()
    {
        byte[] state;
        using (HostedPlugin plugin = new())
        {
            plugin.SetPlain(ParameterId.Fader, -7.3);
            state = plugin.Save();
        }

        using HostedPlugin focal = new();
        focal.Start().Set(ParameterId.Focal, 1);
        using HostedPlugin loaded = new();
        loaded.Load(state);
        loaded.Start();
        loaded.Load(state);
        Assert.That(loaded.Save(), Is.EqualTo(state));
        using HostBlock block = new(2, 512);
        for (int i = 0; i < 200; i++)
        {
            focal.Process(block.At(i * 512));
            loaded.Process(block.At(i * 512));
        }

        foreach (ParameterInfo parameter in ParameterInfo.All.Where(parameter => !parameter.IsReadOnly))
        {
            loaded.Set(parameter.Id, (float)loaded.Get(parameter.Id));
        }

        Assert.That(loaded.Save(), Is.EqualTo(state), "the host wrote back in single precision what it had read");
    }

    [Test]
    public void State_OfTwoProjectTabsInReaper_KeepsEachToItself()
    {
        HostReaper firstTab = new();
        HostReaper secondTab = new();
        using HostedPlugin vocal = new(context: new HostReaper { Project = firstTab }.Pointer);
        using HostedPlugin bass = new(context: new HostReaper { Project = firstTab }.Pointer);
        vocal.Start().Set(ParameterId.Focal, 1);
        bass.Start().SetPlain(ParameterId.Fader, -3);
        byte[][] project = [vocal.Save(), bass.Save()];
        using HostedPlugin vocalAgain = new(context: new HostReaper { Project = secondTab }.Pointer);
        using HostedPlugin bassAgain = new(context: new HostReaper { Project = secondTab }.Pointer);
        vocalAgain.Load(project[0]);
        bassAgain.Load(project[1]);
        vocalAgain.Start();
        bassAgain.Start();

        Assert.That((vocal.TextOf(ParameterId.Focal), vocalAgain.TextOf(ParameterId.Focal)), Is.EqualTo(("focal", "focal")));
        Assert.That((vocal.Save(), vocalAgain.Save()), Is.EqualTo((project[0], project[0])));
    }

    [Test]
    public void State_TruncatedAnywhere_GivesDefaultsOrTheState()
    {
        using HostedPlugin plugin = new();
        plugin.SetPlain(ParameterId.Fader, -9);
        byte[] state = plugin.Save();
        for (int length = 0; length < state.Length; length += 5)
        {
            using HostedPlugin loaded = new();
            Assert.That(loaded.Load(state[..length]), Is.EqualTo(Result.Ok));
            Assert.That(loaded.TextOf(ParameterId.Fader), Is.EqualTo("0.0"));
        }
    }

    [Test]
    public void State_ThroughAStreamThatFails_IsSaid()
    {
        using HostedPlugin plugin = new();
        HostStream stream = new() { Refuses = true };
        Assert.That(plugin.ComponentCalls->GetState(plugin.Component, stream.Pointer), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.ComponentCalls->GetState(plugin.Component, null), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.ComponentCalls->SetState(plugin.Component, null), Is.Not.EqualTo(Result.Ok));
        stream.Release();
    }

    [Test]
    public void State_OfTheController_IsEmptyAndTaken()
    {
        using HostedPlugin plugin = new();
        HostStream stream = new();
        Assert.That(plugin.ControllerCalls->GetState(plugin.Controller, stream.Pointer), Is.EqualTo(Result.Ok));
        Assert.That(stream.Bytes, Is.Empty);
        Assert.That(plugin.ControllerCalls->SetState(plugin.Controller, stream.Pointer), Is.EqualTo(Result.Ok));
        stream.Release();
    }
}
