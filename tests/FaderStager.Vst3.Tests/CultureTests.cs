using System.Globalization;
using System.Text;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>The module leaves the culture of a host's process alone, and says the same in any.</summary>
[ForModule(ModuleKind.InProcess)]
internal sealed unsafe class CultureTests
{
    private CultureInfo _before = CultureInfo.InvariantCulture;

    [SetUp]
    public void GoToGermany()
    {
        _before = CultureInfo.CurrentCulture;

        // By hand: where globalization is invariant, as in these tests, the system's own cultures are all alike.
        CultureInfo german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NegativeSign = "\u2212";
        german.DateTimeFormat.TimeSeparator = ".";
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = german;
    }

    [TearDown]
    public void ComeBack() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = _before;

    [Test]
    public void Texts_OfEveryParameter_AreTheSame()
    {
        using HostedPlugin plugin = new();
        foreach (ParameterInfo parameter in ParameterInfo.All)
        {
            for (int i = 0; i <= 10; i++)
            {
                string here = plugin.TextOf(parameter.Id, i / 10.0);
                Assert.That(here, Is.EqualTo(Invariantly(() => plugin.TextOf(parameter.Id, i / 10.0))));
                Assert.That(here, Does.Not.Contain(",").And.Not.Contain("\u2212"));
            }
        }
    }

    [TestCase("-7,5")]
    [TestCase("-7.5 dB")]
    [TestCase("\u22127,5 dB")]
    public void Text_TypedWithAPointOrAComma_IsRead(string typed)
    {
        using HostedPlugin plugin = new();
        double value;
        fixed (char* text = typed + '\0')
        {
            Assert.That(plugin.ControllerCalls->GetParamValueByString(plugin.Controller, 0, text, &value), Is.EqualTo(Result.Ok));
        }

        Assert.That(plugin.TextOf(ParameterId.Fader, value), Is.EqualTo("-7.5"));
    }

    [Test]
    public void State_SavedHere_IsTheSameBytes()
    {
        using HostedPlugin plugin = new();
        plugin.SetPlain(ParameterId.Fader, -7.25);
        plugin.SetPlain(ParameterId.TargetOffset, 1.5);
        byte[] here = plugin.Save();
        Assert.That(Encoding.UTF8.GetString(here), Is.EqualTo(Encoding.UTF8.GetString(Invariantly(plugin.Save))));
        using HostedPlugin loaded = new();
        loaded.Load(here);
        Assert.That(loaded.TextOf(ParameterId.Fader), Is.EqualTo(plugin.TextOf(ParameterId.Fader)));
        Assert.That(loaded.TextOf(ParameterId.TargetOffset), Is.EqualTo("1.5"));
    }

    [Test]
    public void Culture_OfTheHostsThread_IsLeftAlone()
    {
        CultureInfo german = CultureInfo.CurrentCulture;
        using HostedPlugin plugin = new HostedPlugin().Start();
        using HostBlock block = new(2, 64);
        plugin.Process(block.At(0));
        plugin.Save();
        Assert.That(CultureInfo.CurrentCulture, Is.SameAs(german));
        Assert.That(CultureInfo.DefaultThreadCurrentCulture, Is.Null);
    }

    private static T Invariantly<T>(Func<T> read)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
