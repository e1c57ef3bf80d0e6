using FaderStager.Audio.Blocks;
using FaderStager.Audio.Following;
using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Audio.Tests;

/// <summary>Songs that do not run at the speed of the audio, positions that waver, and hosts without a usable position.</summary>
internal sealed class FollowingTests
{
    private const int Rate = 48_000;
    private const int Slot = Rate / 10;

    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20_260_103, 5);

    [TestCase(0.25)]
    [TestCase(0.5)]
    [TestCase(0.8)]
    [TestCase(1.25)]
    [TestCase(2)]
    [TestCase(4)]
    public void Process_PlayRate_FilesEverySlotOfTheSong(double ratio)
    {
        SongHost host = new SongHost(Rate) { Ratio = ratio }.Play(512, 6);

        // At four times the speed two slots are over before three blocks could tell it.
        host.AssertFollowed(atLatestFrom: ratio > 2 ? 2 : 0);
        Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.Following));
        Assert.That(host.Meter.UnfollowedSeconds, Is.LessThan(0.6));
    }

    [Test]
    public void Process_SeededSpeedsWaverAndBlocks_FilesAllSlotsInTheirPlaces()
    {
        Check.One(Checks, Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            double rate = random.Next(3) switch { 0 => 44_100, 1 => 48_000, _ => 96_000 };
            int waver = random.Next(3);
            int largest = random.Next(3) switch { 0 => 40, 1 => 300, _ => 1_500 };
            var host = new SongHost(rate, random.Next(-20_000, 200_000)) { Ratio = 0.25 * Math.Pow(16, random.NextDouble()) };
            host.Say = song => SongPosition.RollingAt((long)Math.Round(song) + random.Next(-waver, waver + 1));
            double start = host.Song;
            while (host.Song < start + (2.5 * rate))
            {
                host.Play(random.Next(1, largest + 1));
            }

            // Three blocks and 20 ms tell the speed; the slot that was heard before that, or only in part, is not filed.
            double learning = host.Ratio * ((3 * largest) + (0.02 * rate));
            host.AssertFollowed((long)Math.Ceiling((start + learning) * 10 / rate) + 1, marginFrames: 0.002 * rate);
        }));
    }

    [Test]
    public void Process_PositionsThatWaverByAFrameOrTwo_FileTheSameToTheLastBit()
    {
        TestSignal noise = TestSignal.Noise(Rate, 2, 60 * Rate, 0.5, 41);
        List<LoudnessSlot> straight = new MeterRig(Rate, 2).Play(noise).Slots;
        var random = new Random(42);
        var rig = new MeterRig(Rate, 2);
        for (int frame = 0; frame < noise.Frames; frame += 480)
        {
            rig.Play(noise, frame == 0 ? 0 : random.Next(-2, 3), frame, frame + 480, [480]);
        }

        Assert.That(straight, Has.Count.EqualTo(600));
        Assert.That(rig.Slots, Is.EqualTo(straight));
    }

    [Test]
    public void Process_SpeedChangedInTheSong_LosesTwoSlotsAtMost()
    {
        var host = new SongHost(Rate);
        foreach (double ratio in new[] { 1, 0.5, 1.25, 3, 0.8, 1 })
        {
            host.Ratio = ratio;
            host.Play(256, 2);
        }

        long all = (long)(host.Song / Slot);
        Assert.That(host.Slots, Has.Count.GreaterThanOrEqualTo((int)all - 10));
        Assert.That(host.Slots.Select(s => s.Index), Is.Ordered.And.Unique);
        host.AssertBorders();
    }

    [Test]
    public void Process_Varispeed_IsFollowed()
    {
        var host = new SongHost(Rate);
        for (int i = 0; i < 4_000; i++)
        {
            host.Ratio = 1 + (0.3 * Math.Sin(i / 400.0));
            host.Play(128);
        }

        host.AssertFollowed(atLatestFrom: 1, marginFrames: 100);
    }

    [TestCase(0)]
    [TestCase(1_000_000)]
    public void Process_OversamplingContainer_FilesByTheProjectsTime(long start)
    {
        // Prepared at 96 kHz; the project's position counts its own 48 kHz.
        var host = new SongHost(2 * Rate, start) { Say = song => SongPosition.RollingAt((long)song / 2) with { RateHz = Rate } };
        host.Play(1_024, 5).AssertFollowed(atLatestFrom: (start / (2 * Slot)) + 2);
        Assert.That(host.Slots[0].Index, Is.GreaterThanOrEqualTo(start / (2 * Slot)));
    }

    [Test]
    public void Process_StalePositionRate_IsNotBelieved()
    {
        // The host's context says 44.1 kHz, and its positions advance by the frames of 96 kHz.
        var host = new SongHost(2 * Rate) { Say = song => SongPosition.RollingAt((long)song) with { RateHz = 44_100 } };
        host.Play(512, 3).AssertFollowed(atLatestFrom: 0);
        host.Slots.Clear();
        host.Jump(700_000);
        host.Play(512, 2).AssertFollowed(atLatestFrom: 74);
    }

    [TestCase(double.NaN)]
    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(1e9)]
    public void Process_AbsurdPositionRate_CountsInThePreparedRate(double rateHz)
    {
        var host = new SongHost(Rate) { Say = song => SongPosition.RollingAt((long)song) with { RateHz = rateHz } };
        host.Play(512, 2).AssertFollowed(atLatestFrom: 0);
    }

    [TestCase(0.5)]
    [TestCase(1)]
    public void Process_BlockInPieces_IsFollowed(double ratio)
    {
        var host = new SongHost(Rate) { Ratio = ratio };
        for (int i = 0; i < 400; i++)
        {
            host.Say = null;
            host.Play(200);
            host.Say = _ => new SongPosition(-1, Transport.Rolling) { GoesOn = true };
            host.Play(256).Play(56);
        }

        host.AssertFollowed(atLatestFrom: 0);
    }

    [Test]
    public void Process_PositionsThatJump_FileNothingAndSaySo()
    {
        Check.One(Checks.WithMaxTest(30), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            int span = random.Next(3) switch { 0 => 3_000, 1 => 100_000, _ => 100_000_000 };
            var host = new SongHost(Rate) { Say = _ => SongPosition.RollingAt(random.Next(-span, span)) };
            for (int frames = 0; frames < 3 * Rate;)
            {
                int block = random.Next(8, 2_000);
                host.Play(block);
                frames += block;
            }

            Assert.That(host.Slots, Is.Empty);
            Assert.That(host.Meter.LiveMomentaryMeanSquare, Is.GreaterThan(0));
            Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.PositionJumps));
            Assert.That(host.Meter.UnfollowedSeconds, Is.GreaterThan(2));
        }));
    }

    [Test]
    public void Process_StoppedSongPutALittleAheadAndPlayed_IsFiledFromThere()
    {
        for (int ahead = 100; ahead < 2_000; ahead += 300)
        {
            var host = new SongHost(Rate, -ahead) { Ratio = 0, Transport = Transport.Stopped };
            host.Play(512, 0.1);
            host.Jump(0);
            host.Ratio = 1;
            host.Transport = Transport.Rolling;

            host.Play(512, 1).AssertFollowed(atLatestFrom: 0);
        }
    }

    [Test]
    public void Process_SmallJumpForward_NeverClosesASlotWithAHole()
    {
        for (int jump = 60; jump < 3_000; jump += 97)
        {
            var host = new SongHost(Rate);
            host.Play(256, 0.53);
            host.Jump(host.Song + jump);
            host.Play(256, 1);

            host.AssertBorders();
            Assert.That(host.Slots.Select(s => s.Index), Is.Unique.And.Ordered);
            Assert.That(host.Slots.Select(s => s.Index), Has.No.Member(5L), $"{jump} frames");
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(32)]
    [TestCase(64)]
    [TestCase(256)]
    [TestCase(512)]
    [TestCase(4_000)]
    public void Process_PlayingFlagWithAPositionThatStands_ReadsLiveAndSaysSo(int block)
    {
        var host = new SongHost(Rate) { Say = _ => SongPosition.RollingAt(0) };
        host.Play(block, 0.5);
        Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.Starting));

        host.Play(block, 1);
        Assert.That(host.Slots, Is.Empty);
        Assert.That(host.Meter.LiveMomentaryMeanSquare, Is.GreaterThan(0));
        Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.PositionStands));
        Assert.That(host.Meter.UnfollowedSeconds, Is.GreaterThan(1.4));
    }

    [Test]
    public void Process_NoPosition_ReadsLiveAndSaysSo([Values] bool isRolling)
    {
        var host = new SongHost(Rate)
        {
            Say = _ => isRolling ? new SongPosition(0, Transport.Rolling) { LacksPosition = true } : SongPosition.None,
        };
        host.Play(512, 1);

        Assert.That(host.Slots, Is.Empty);
        Assert.That(host.Meter.LiveMomentaryMeanSquare, Is.GreaterThan(0));
        Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.NoPosition));
    }

    [Test]
    public void Process_AdvancesAndTheFlagWasNeverSet_IsFollowedAfterASecond()
    {
        SongHost host = new SongHost(Rate) { Transport = Transport.Stopped }.Play(512, 0.9);
        Assert.That(host.Slots, Is.Empty);

        host.Play(512, 2);
        Assert.That(host.Slots.Select(s => s.Index), Is.EqualTo(Enumerable.Range(11, host.Slots.Count).Select(i => (long)i)));
        Assert.That(host.Slots, Has.Count.GreaterThan(15));
        Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.Following));
        host.AssertBorders();
    }

    [Test]
    public void Process_AdvancesWhileAFlagThatWorksSaysStopped_ReadsLiveAndSaysSo()
    {
        SongHost host = new SongHost(Rate).Play(512, 1);
        host.Slots.Clear();
        host.Transport = Transport.Stopped;
        host.Play(512, 2.5);

        Assert.That(host.Slots, Is.Empty);
        Assert.That(host.Meter.LiveMomentaryMeanSquare, Is.GreaterThan(0));
        Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.AdvancesWhileStopped));
        Assert.That(host.Meter.UnfollowedSeconds, Is.Zero);
    }

    [Test]
    public void Process_StoppedHost_IsStopped([Values(Transport.Stopped, Transport.Unknown)] Transport transport)
    {
        SongHost host = new SongHost(Rate) { Ratio = 0, Transport = transport }.Play(64, 3);

        Assert.That(host.Slots, Is.Empty);
        Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.Stopped));
        Assert.That(host.Meter.UnfollowedSeconds, Is.Zero);
    }

    [TestCase(0.5)]
    [TestCase(1)]
    [TestCase(1.25)]
    public void Process_UnknownTransportAtAnySpeed_IsFollowed(double ratio)
    {
        SongHost host = new SongHost(Rate) { Ratio = ratio, Transport = Transport.Unknown }.Play(256, 4);

        host.AssertFollowed(atLatestFrom: 2);
        Assert.That(host.Meter.Following, Is.EqualTo(SongFollowing.Following));
    }

    [Test]
    public void Process_LoopAtHalfSpeed_FilesTheSameSlotsAgain()
    {
        var host = new SongHost(Rate) { Ratio = 0.5 };
        host.Play(500, 2);
        host.Slots.Clear();
        for (int i = 0; i < 3; i++)
        {
            host.Jump(10 * Slot);
            host.Play(500, 2.1);
        }

        Assert.That(host.Slots.Select(s => s.Index), Is.EqualTo(Enumerable.Range(0, 30).Select(i => (long)(10 + (i % 10)))));
        host.AssertBorders();
    }

    [Test]
    public void LiveMomentary_AtHalfSpeed_IsStill400Ms()
    {
        var host = new SongHost(Rate) { Ratio = 0.5 };
        host.Play(480, 2);
        Assert.That(host.Meter.LiveMomentaryMeanSquare, Is.GreaterThan(0));

        // Two slots of song are 400 ms of audio, a loud and a quiet one, wherever they begin.
        double expected = (SongHost.LoudMeanSquare + SongHost.QuietMeanSquare) * Decibels.ToPower(0.691);
        Assert.That(host.Meter.LiveMomentaryMeanSquare, Is.EqualTo(expected).Within(4).Percent);
    }

    [Test]
    public void Process_AnyPositions_AllocatesNothing()
    {
        var meter = new TrackMeter();
        meter.Prepare(new ProcessSetup(Rate, 512, 1));
        float[] audio = TestSignal.Noise(Rate, 1, 512, 0.5, 44).Channels[0];
        var random = new Random(45);
        double song = 0;
        long allocated = 0;
        using NoCollection quiet = new();
        for (int i = 0; i < 4_000; i++)
        {
            int frames = random.Next(1, 513);
            song = i % 700 == 0 ? random.Next() : song + (frames * (1 + (i / 300 % 4 * 0.4)));
            var position = new SongPosition((long)song, (Transport)(i / 500 % 3)) { LacksPosition = i % 900 > 850, RateHz = i % 3 * 24_000 };
            long before = GC.GetAllocatedBytesForCurrentThread();
            meter.Process(new AudioBlock(audio.AsSpan(0, frames), audio.AsSpan(0, frames)), position);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.That(allocated, Is.Zero);
    }
}
