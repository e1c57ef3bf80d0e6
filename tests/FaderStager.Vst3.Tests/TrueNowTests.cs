using System.Diagnostics;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Issue 10 through the module's own interface: what it tells its host is true now.</summary>
/// <remarks>Case 3 is in <see cref="HostTimingTests"/>. A reading comes with the coordinator's next turn, so a host asks until it is there, for 20 s at most.</remarks>
internal sealed unsafe class TrueNowTests
{
    private const int RateHz = 8_000;
    private const int Frames = 800;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<Player> _players = [];

    [TearDown]
    public void Close()
    {
        _players.ForEach(player => player.Dispose());
        _players.Clear();
    }

    [Test]
    public void Case1_TenDecibelsUpAndChorusLooped_ReadsWhatIsTrueNow()
    {
        Player vocal = Add(-20);
        Player bass = Add(-28);
        vocal.Plugin.Set(ParameterId.Focal, 1);
        Play(0, 180);
        AssertReads(bass, "-8.0");

        bass.LevelDb += 10;
        for (int pass = 0; pass < 5; pass++)
        {
            Play(90, 120);
        }

        AssertReads(bass, "2.0");
    }

    [Test]
    public void Case1_VocalSixDecibelsUpAndFirstPartHeardAgain_ReadsAgainstWhatItIsNow()
    {
        Player vocal = Add(-20);
        Player keys = Add(-24);
        vocal.Plugin.Set(ParameterId.Focal, 1);
        Play(0, 120);
        AssertReads(keys, "-4.0");

        vocal.LevelDb += 6;
        Play(0, 30);
        AssertReads(keys, "-10.0");
    }

    /// <summary>Was: asked for the same move again and again, down to -31 dB.</summary>
    [Test]
    public void Case1_PostFaderMovedAsAskedAndLooped_IsAskedForNothingMore()
    {
        Player vocal = Add(-20);
        Player other = Add(-14);
        vocal.Plugin.Set(ParameterId.Focal, 1);
        other.Plugin.SetPlain(ParameterId.FaderPlace, (int)FaderPlace.PostFader);
        Play(0, 180);
        AssertReads(other, "6.0");
        Until(() => other.Plugin.TextOf(ParameterId.HintWord) == "too loud");
        for (int round = 0; round < 5; round++)
        {
            other.LevelDb += ParameterInfo.Of(ParameterId.SuggestedMove).FromNormalized(other.Plugin.Get(ParameterId.SuggestedMove));
            Play(90, 120);
            Until(() => other.Plugin.TextOf(ParameterId.HintWord) == "in place");
            Assert.That(
                (other.Plugin.TextOf(ParameterId.HintWord), other.Plugin.TextOf(ParameterId.SuggestedMove), Math.Round(other.LevelDb, 1)),
                Is.EqualTo(("in place", "0.0", -25.5)),
                $"round {round + 1}");
        }
    }

    /// <summary>A host without a position, or with one that stands: nothing is filed, so nothing is said to be measured.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void Case4_NoUsablePosition_IsNotCalledMeasured(bool hasContext)
    {
        Player vocal = Add(-20);
        Player other = Add(-26);
        vocal.Plugin.Set(ParameterId.Focal, 1);
        for (int block = 0; block < 50; block++)
        {
            foreach (Player player in _players)
            {
                player.Block.Data->Context = hasContext ? player.Block.Context : null;
                player.Process(0);
            }
        }

        Until(() => other.Plugin.TextOf(ParameterId.HintWord) == "not heard yet");
        Assert.That((other.Plugin.TextOf(ParameterId.HintWord), other.Plugin.TextOf(ParameterId.RelativeLoudness)), Is.EqualTo(("not heard yet", "0.0")));
    }

    /// <summary>A host that never sets its playing flag and whose position advances with the sound is followed.</summary>
    [Test]
    public void Case4_PositionAdvancesWithoutTheFlag_IsRead()
    {
        Player vocal = Add(-20);
        Player other = Add(-26);
        vocal.Plugin.Set(ParameterId.Focal, 1);
        Play(0, 15, isPlaying: false);

        AssertReads(other, "-6.0");
    }

    /// <summary>Was: 0.0 "measured" after the guitar went down 10 dB, +16.3 after the focal went up 2.9.</summary>
    [Test]
    public void Case5_FadersMoved_TheBusCountsSinceThen()
    {
        Player vocal = Add(-20);
        Player guitar = Add(-20);
        Player bus = Add(-20 + 3.0103);
        vocal.Plugin.Set(ParameterId.Focal, 1);
        bus.Plugin.SetPlain(ParameterId.Role, (int)Role.MixBus);
        Play(0, 60);
        AssertBalance(vocal, "0.0", "measured");

        guitar.Plugin.SetPlain(ParameterId.Fader, -10);
        AssertBalance(vocal, "10.0", "estimated");
        guitar.Plugin.SetPlain(ParameterId.Fader, 0);
        vocal.Plugin.SetPlain(ParameterId.Fader, 2.9);
        AssertBalance(vocal, "2.9", "estimated");

        bus.LevelDb = 10 * Math.Log10(Math.Pow(10, -2) * (1 + Math.Pow(10, 0.29)));
        Play(20, 40);
        AssertBalance(vocal, "2.9", "measured");
        vocal.Plugin.Set(ParameterId.Fader, 0);
        AssertBalance(vocal, "0.0", "the focal's fader is down");
        guitar.Plugin.Set(ParameterId.Fader, 0);
        AssertBalance(vocal, "0.0", "the faders are down");
    }

    /// <summary>Was: +7.9, for the guitars counted as silent before they joined.</summary>
    [Test]
    public void Case5_TrackInsertedLate_CountsFromWhenItJoined()
    {
        Player vocal = Add(-20);
        vocal.Plugin.Set(ParameterId.Focal, 1);
        Play(0, 110);
        Add(-17);
        Play(110, 120);

        AssertBalance(vocal, "-3.0", "estimated");
    }

    private static void AssertBalance(Player player, string lu, string words)
    {
        Until(() => Read() == (lu, words));
        Assert.That(Read(), Is.EqualTo((lu, words)));

        (string Lu, string Words) Read() => (player.Plugin.TextOf(ParameterId.FocalAgainstRest), player.Plugin.TextOf(ParameterId.RestSource));
    }

    private Player Add(double levelDb)
    {
        Player player = new() { LevelDb = levelDb };
        player.Plugin.Start(sampleRateHz: RateHz, maximumFrames: Frames);
        player.Block.Context->SampleRateHz = RateHz;
        _players.Add(player);
        return player;
    }

    private void Play(int fromSeconds, int toSeconds, bool isPlaying = true)
    {
        for (long frame = fromSeconds * RateHz; frame < toSeconds * (long)RateHz; frame += Frames)
        {
            _players.ForEach(player => player.Process(frame, isPlaying));
        }
    }

    private static void AssertReads(Player player, string lu)
    {
        Until(() => player.Plugin.TextOf(ParameterId.RelativeLoudness) == lu);
        Assert.That(player.Plugin.TextOf(ParameterId.RelativeLoudness), Is.EqualTo(lu));
    }

    private static void Until(Func<bool> isThere)
    {
        for (long start = Stopwatch.GetTimestamp(); !isThere() && Stopwatch.GetElapsedTime(start) < Patience;)
        {
            Thread.Yield();
        }
    }

    /// <summary>An instance and the sine that its track plays.</summary>
    private sealed class Player : IDisposable
    {
        public HostedPlugin Plugin { get; } = new();

        public HostBlock Block { get; } = new(2, Frames);

        public double LevelDb { get; set; }

        public void Process(long frame, bool isPlaying = true) => Plugin.Process(Block.At(frame, isPlaying).Sine(Math.Pow(10, LevelDb / 20)));

        public void Dispose()
        {
            Plugin.Dispose();
            Block.Dispose();
        }
    }
}
